/**
 * The pattern of a text: each run of letters an x, each digit a #, other characters as they are when
 * they are plain punctuation. Nothing in it tells who it is about.
 */
export function mask(text: string): string {
  return text
    .replaceAll(/\p{L}[\p{L}\p{M}]*/gu, 'x')
    .replaceAll(/\p{N}/gu, '#')
    .replaceAll(/[^x# .,:;@/()+_-]/g, '?')
    .slice(0, MAX_LENGTH);
}

const MAX_LENGTH = 40;

/** A file name that may be shown: its pattern, with a plain extension kept. */
export function maskFileName(name: string): string {
  const extension = /\.(csv|zip|xml|json|xlsx|txt)$/i.exec(name)?.[0] ?? '';
  return `${mask(name.slice(0, name.length - extension.length)).replaceAll('/', '_')}${extension}`;
}
