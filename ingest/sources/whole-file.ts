import {closeSync, openSync, readFileSync, readSync, statSync} from 'node:fs';
import type {UnpackedFile} from '../delivery.ts';
import {LeveringGeweigerd} from '../errors.ts';

/** A file that is read whole has to fit in memory several times over. */
const MAX_BYTES = 200 * 1024 ** 2;
const HEAD_BYTES = 64 * 1024;

/** The first 64 kB of a file as text, to recognise a format by. */
export function readHead({pad}: UnpackedFile): string {
  const file = openSync(pad, 'r');
  try {
    const bytes = Buffer.alloc(HEAD_BYTES);
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

/** All bytes of a file of at most 200 MB. Throws `LeveringGeweigerd` when it is larger. */
export function readWhole({naam, pad}: UnpackedFile): Buffer {
  if (statSync(pad).size <= MAX_BYTES) return readFileSync(pad);
  throw new LeveringGeweigerd(
    naam,
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
