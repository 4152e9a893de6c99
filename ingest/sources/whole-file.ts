import {closeSync, openSync, readFileSync, readSync} from 'node:fs';
import {sizeOf, type UnpackedFile} from '../delivery.ts';
import {LeveringGeweigerd} from '../errors.ts';

/** A file that is read whole has to fit in memory several times over. */
const MAX_BYTES = 200 * 1024 ** 2;
const HEAD_BYTES = 64 * 1024;

/** The first 64 kB of a file as text, to recognise a format by. */
export function readHead(file: UnpackedFile): string {
  return readStart(file, Math.min(HEAD_BYTES, sizeOf(file))).toString('utf8');
}

function readStart({pad, deel}: UnpackedFile, length: number): Buffer {
  const file = openSync(pad, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, deel?.van ?? 0));
  } finally {
    closeSync(file);
  }
}

/** All bytes of a file of at most 200 MB. Throws `LeveringGeweigerd` when it is larger. */
export function readWhole(file: UnpackedFile): Buffer {
  if (file.deel !== undefined) return readStart(file, file.deel.lengte);
  if (sizeOf(file) <= MAX_BYTES) return readFileSync(file.pad);
  throw new LeveringGeweigerd(
    file.naam,
    'dit bestand is groter dan 200 MB. Verdeel het over meer bestanden.',
  );
}

/**
 * Parses a JSON file, with or without BOM. Throws `LeveringGeweigerd`, naming the line where the
 * JSON breaks if the parser tells. The error of the parser is left out: it quotes the text.
 */
export function readJson(file: UnpackedFile): unknown {
  const text = decode(file.naam, readWhole(file));
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    // The parser tells a place for most errors, not for a word without quotes.
    const line = place && `regel ${text.slice(0, Number(place)).split('\n').length}: `;
    throw new LeveringGeweigerd(
      file.naam,
      `${line ?? ''}dit is geen geldige JSON. Maak het bestand opnieuw.`,
    );
  }
}

function decode(naam: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch (error) {
    throw new LeveringGeweigerd(naam, 'het bestand is geen UTF-8. Bewaar het als UTF-8.', {
      cause: error,
    });
  }
}
