import {closeSync, openSync, readSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** So many are sorted in memory; more are set down and merged. */
const RUN = 10_000;

/**
 * Texts in the order of their UTF-16 units, as `sort` gives, without ever holding all of them. What
 * does not fit is set down in `folder`, which the caller deletes.
 */
export function* sorted(texts: Iterable<string>, folder: string): Generator<string> {
  const runs: string[] = [];
  let run: string[] = [];
  for (const text of texts) {
    run.push(text);
    if (run.length < RUN) continue;
    const pad = join(folder, `sortering-${runs.length}`);
    writeFileSync(pad, run.sort().map(asLine).join(''), {mode: 0o600});
    runs.push(pad);
    run = [];
  }
  yield* merged([...runs.map(readLines), run.sort()]);
}

function* merged(runs: readonly Iterable<string>[]): Generator<string> {
  const open = runs.map((run) => run[Symbol.iterator]());
  const heads = open.map((run) => run.next());
  for (;;) {
    let least = -1;
    let text = '';
    for (const [at, head] of heads.entries()) {
      if (head.done === true || (least !== -1 && head.value >= text)) continue;
      least = at;
      text = head.value;
    }
    const from = open[least];
    if (from === undefined) return;
    yield text;
    heads[least] = from.next();
  }
}

/** A text on one line of a file, whatever is in it. */
export function asLine(text: string): string {
  return `${encodeURIComponent(text)}\n`;
}

const CHUNK_BYTES = 64 * 1024;

/** The texts of a file of `asLine`, a chunk at a time. */
export function* readLines(pad: string): Generator<string> {
  const file = openSync(pad, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let rest = '';
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      const lines = (rest + chunk.toString('latin1', 0, read)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield decodeURIComponent(line);
    }
  } finally {
    closeSync(file);
  }
}
