import {createReadStream} from 'node:fs';
import {isBreak, LINE_FEED, Lines, RETURN} from '../lines.ts';
import {Quotes} from '../quotes.ts';

/** A CSV file in UTF-8 and the character between its cells. */
export interface CsvText {
  pad: string;
  scheiding: string;
}

/** The line on which each record starts, the header included. */
export async function* recordLines(file: CsvText): AsyncGenerator<number> {
  const lines = new Lines(file.scheiding);
  for await (const bytes of bytesOf(file)) {
    const starts: number[] = [];
    for (const byte of bytes) if (lines.feed(byte)) starts.push(lines.line);
    yield* starts;
  }
}

/**
 * The line of the record that starts at each of these bytes (from 0, ascending). The engine takes what
 * is left of a line end for the begin of the next record, and counts it as a line of its own where a
 * file has line ends of two kinds: so its bytes can be trusted and its lines can't.
 */
export async function linesAt(file: CsvText, starts: readonly number[]): Promise<number[]> {
  const lines = new Lines(file.scheiding);
  const found: number[] = [];
  let place = 0;
  for await (const bytes of bytesOf(file)) {
    for (const byte of bytes) {
      lines.feed(byte);
      while (!isBreak(byte) && (starts[found.length] ?? Infinity) <= place) found.push(lines.line);
      place += 1;
    }
  }
  return found;
}

/**
 * Whether records end in more than one way, which the engine can't follow. A line break inside quotes
 * is no end: it is often of another kind, and does no harm.
 */
export async function endsDiffer(file: CsvText): Promise<boolean> {
  const quotes = new Quotes(file.scheiding.charCodeAt(0));
  const kinds = new Set<boolean>();
  let before = 0;
  for await (const bytes of bytesOf(file)) {
    for (const byte of bytes) {
      quotes.feed(byte);
      if (byte === LINE_FEED && !quotes.open) kinds.add(before === RETURN);
      before = byte;
    }
    if (kinds.size > 1) return true;
  }
  return false;
}

async function* bytesOf({pad}: CsvText): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(pad)) if (Buffer.isBuffer(chunk)) yield chunk;
}
