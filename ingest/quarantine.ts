import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {UnpackedFile} from './delivery.ts';
import type {RejectedRow} from './outcome.ts';

/**
 * Keeps the rejected rows of a delivery as they came, each with its line and reason, so that they
 * can be corrected and offered again. They hold personal data: the folder is for its owner only.
 */
export function writeQuarantine(
  folder: string,
  name: string,
  id: string,
  unpacked: readonly UnpackedFile[],
  loaded: readonly {naam: string; afgewezen: readonly RejectedRow[]}[],
): void {
  for (const {naam, afgewezen} of loaded) {
    if (afgewezen.length === 0 || !naam.toLowerCase().endsWith('.csv')) continue;
    const source = unpacked.find((file) => file.naam === naam);
    if (source === undefined) continue;
    const [header = '', ...lines] = readFileSync(source.pad, 'latin1').split('\n');
    const kept = afgewezen.map(
      ({regel, reden}) => `${regel};"${toLatin1(reden)}";${(lines[regel - 2] ?? '').trimEnd()}`,
    );
    const target = join(folder, `${name.replace(/\.zip$/i, '')}-${id}`);
    mkdirSync(target, {recursive: true, mode: 0o700});
    const text = [`regel;reden;${header.replace(/^ï»¿/, '').trimEnd()}`, ...kept, ''].join('\n');
    writeFileSync(join(target, naam), Buffer.from(text, 'latin1'), {mode: 0o600});
  }
}

/** The source is copied byte for byte, so our own UTF-8 text goes in as its bytes. */
function toLatin1(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
