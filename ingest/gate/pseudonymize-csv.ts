import {
  closeSync,
  createReadStream,
  createWriteStream,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import {basename} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {CsvError, parse} from 'csv-parse';
import {stringify} from 'csv-stringify/sync';
import {z} from 'zod';
import {Database} from '../../warehouse/open.ts';
import {LeveringGeweigerd} from '../errors.ts';
import type {GateFinding} from './finding.ts';
import {checkFileNames} from './name-check.ts';
import {maskFileName} from './mask.ts';
import {QUICK} from './reverse-digest.ts';
import {TableScan} from './table-scan.ts';

/** A column of which every filled cell is replaced. */
export interface PseudonymColumn {
  naam: string;
  pseudonym: (value: string) => string;
}

/** What was written, and the identifiers that are still in the file. */
export interface PseudonymizeOutcome {
  rijen: number;
  bevindingen: readonly GateFinding[];
}

const HEAD_BYTES = 64 * 1024;
/** Rows that are written at once: one by one costs more than the hashing. */
const BATCH = 500;
const record = z.array(z.string());
const BOM = '\uFEFF';

/**
 * Copies a CSV file (`;`, `,` or tab; UTF-8 or Windows-1252, kept as it is) to `target`, or to
 * standard output when null, with pseudonyms in `columns`; empty cells stay empty. Streams: memory is
 * flat. `target` appears only when all of it is written. Throws `LeveringGeweigerd` when a column is
 * not in the header or a line is no record of this file.
 */
export async function pseudonymizeCsv(
  file: string,
  columns: readonly PseudonymColumn[],
  target: string | null,
): Promise<PseudonymizeOutcome> {
  const now = new Date();
  const name = basename(file);
  const bestand = checkFileNames([name], now).length === 0 ? name : maskFileName(name);
  const copier = new Copier(bestand, readStyle(file, bestand), columns, now);
  const unfinished = target === null ? null : `${target}.tmp`;
  const {delimiter} = copier.style;
  try {
    const source = createReadStream(file);
    const parser = parse({delimiter, encoding: 'latin1'});
    const copy = (records: AsyncIterable<unknown>): AsyncGenerator<Buffer> => copier.copy(records);
    if (unfinished === null) await pipeline(source, parser, copy, process.stdout, {end: false});
    else {
      await pipeline(source, parser, copy, createWriteStream(unfinished, {mode: 0o600}));
      renameSync(unfinished, target ?? unfinished);
    }
  } catch (error) {
    if (unfinished !== null) rmSync(unfinished, {force: true});
    throw unreadable(bestand, error);
  }
  return copier.outcome();
}

interface Style {
  delimiter: string;
  record_delimiter: string;
}

class Copier {
  readonly style: Style;
  readonly #bestand: string;
  readonly #columns: readonly PseudonymColumn[];
  readonly #now: Date;
  #scan: TableScan | null = null;
  #rijen = 0;

  constructor(bestand: string, style: Style, columns: readonly PseudonymColumn[], now: Date) {
    this.#bestand = bestand;
    this.style = style;
    this.#columns = columns;
    this.#now = now;
  }

  /** The file again, a batch of rows at a time. */
  async *copy(records: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
    let places: ReadonlyMap<number, PseudonymColumn> | null = null;
    let batch: string[][] = [];
    for await (const one of records) {
      const cells = record.parse(one);
      if (places === null) {
        const names = cells.map((cell) => fromBytes(cell).replace(BOM, '').trim());
        places = this.#find(names);
        this.#scan = new TableScan(this.#bestand, names.map(asColumn), this.#now);
        batch.push(cells);
        continue;
      }
      this.#rijen += 1;
      for (const [at, {pseudonym}] of places) {
        const cell = fromBytes(cells[at] ?? '');
        if (cell.trim() !== '') cells[at] = pseudonym(cell);
      }
      this.#scan?.add(this.#rijen + 1, cells.map(fromBytes));
      batch.push(cells);
      if (batch.length < BATCH) continue;
      yield this.#bytes(batch);
      batch = [];
    }
    if (this.#scan === null) throw new LeveringGeweigerd(this.#bestand, EMPTY);
    yield this.#bytes(batch);
  }

  async outcome(): Promise<PseudonymizeOutcome> {
    if (this.#scan === null) return {rijen: 0, bevindingen: []};
    const database = await Database.open(':memory:');
    try {
      return {rijen: this.#rijen, bevindingen: await this.#scan.findings(database, () => QUICK)};
    } finally {
      database.close();
    }
  }

  #bytes(rows: readonly string[][]): Buffer {
    return Buffer.from(stringify([...rows], this.style), 'latin1');
  }

  #find(names: readonly string[]): ReadonlyMap<number, PseudonymColumn> {
    const places = new Map<number, PseudonymColumn>();
    for (const column of this.#columns) {
      const at = names.indexOf(column.naam);
      if (at === -1) {
        throw new LeveringGeweigerd(
          this.#bestand,
          `kolom "${column.naam}" staat niet in de kopregel. Controleer de naam, ook hoofdletters.`,
        );
      }
      places.set(at, column);
    }
    return places;
  }
}

const EMPTY = 'het bestand is leeg. Zet er minstens een kopregel in.';

function asColumn(naam: string): {naam: string; rol: 'overig'} {
  return {naam, rol: 'overig'};
}

/** Every byte is a sign while copying, so that no text changes; looked at, it is UTF-8 if it can be. */
function fromBytes(text: string): string {
  if (/^[\x20-\x7E]*$/.test(text)) return text;
  const bytes = Buffer.from(text, 'latin1');
  const utf8 = bytes.toString('utf8');
  return utf8.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : utf8;
}

/** Delimiter and line end of the header. Throws `LeveringGeweigerd` for UTF-16. */
function readStyle(file: string, bestand: string): Style {
  const handle = openSync(file, 'r');
  const head = Buffer.alloc(HEAD_BYTES);
  const length = readSync(handle, head, 0, HEAD_BYTES, 0);
  closeSync(handle);
  const text = head.toString('latin1', 0, length);
  if (text.includes('\0')) {
    throw new LeveringGeweigerd(
      bestand,
      'het bestand heeft codering UTF-16. Bewaar het als "CSV UTF-8" en probeer opnieuw.',
    );
  }
  const [header = ''] = text.split('\n', 1);
  const count = (sign: string): number => header.split(sign).length;
  const delimiter = [';', '\t', ','].toSorted((a, b) => count(b) - count(a))[0] ?? ';';
  return {delimiter, record_delimiter: header.endsWith('\r') ? '\r\n' : '\n'};
}

/** The message of the parser quotes the line, so it is left out. */
function unreadable(bestand: string, error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const line = 'lines' in error ? `regel ${String(error.lines)}: ` : '';
  return new LeveringGeweigerd(
    bestand,
    `${line}deze regel heeft te veel of te weinig kolommen, of een los aanhalingsteken. Herstel de regel.`,
  );
}
