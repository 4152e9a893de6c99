import {createReadStream} from 'node:fs';
import type {DuckDBAppender} from '@duckdb/node-api';
import type {Database} from '../../../warehouse/open.ts';
import {sizeOf, type UnpackedFile} from '../../delivery.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import type {Pseudonymizer} from '../../gate/pseudonym.ts';
import type {LoadedFile} from '../../outcome.ts';
import type {SourceFormat} from '../../source-format.ts';
import {PartReader} from '../../pack.ts';
import {readHead, readWhole} from '../whole-file.ts';
import {readBericht, type Bericht, type Reading} from './adapter.ts';
import {BerichtGeweigerd} from './errors.ts';
import {BERICHT_TABELLEN, type BerichtTabel} from './rows.ts';

interface Origin {
  naam: string;
  levering_id: string;
  pseudonym: Pseudonymizer;
  /** The clock of the loader; without it the clock of the machine. */
  now?: Date;
}

/** What a zip of messages says of itself: newest date, first and last day, and its files. */
export interface MessagesOutcome {
  gemeente_code: string;
  aangemaakt_op: string;
  periode_van: string;
  periode_tot: string;
  synthetisch: boolean;
  files: LoadedFile[];
}

/** iWmo and iJw messages: XML, one file or tens of thousands. */
export const istandaarden: SourceFormat = {
  naam: 'istandaarden',
  // The other party of a message has a code of eight digits.
  noemt: {bestand: /\.xml$/i, gemeente: /<(?:[\w.-]+:)?(?:Afzender|Ontvanger)>(\d{4})</},
  recognises: (files) => files.every((file) => /\.xml$/i.test(file.naam) || beginsAsXml(file)),
  load: async ({warehouse, pseudonym, now}, {naam, levering_id, bestanden}) => {
    const origin = {naam, levering_id, pseudonym, now};
    const {files, ...facts} = await loadMessages(warehouse, bestanden, origin);
    return {feiten: {...facts, bron: 'berichten', soort: 'aanvulling'}, bestanden: files};
  },
};

function beginsAsXml(file: UnpackedFile): boolean {
  return /^\uFEFF?\s*<(\?xml|[A-Za-z])/.test(readHead(file));
}

/**
 * Loads the messages of a delivery, each for itself: a broken one is set aside with line and path,
 * the others go on. A message dated after `now` is refused, so `periode_tot` never lies in the future.
 * Throws `LeveringGeweigerd` when not one message could be read, or when two gemeenten are in it.
 */
export async function loadMessages(
  database: Database,
  files: readonly UnpackedFile[],
  origin: Origin,
): Promise<MessagesOutcome> {
  const appenders = new Appenders(database, origin);
  const loaded: LoadedFile[] = [];
  const berichten: Pick<Bericht, 'gemeente_code' | 'dagtekening'>[] = [];
  const vandaag = dayInNederland(origin.now ?? new Date());
  const parts = new MessageFiles();
  try {
    for (const file of inOrderOfPlace(files)) {
      const outcome = await readOne(file, parts, {pseudonym: origin.pseudonym, vandaag});
      loaded.push(outcome.file);
      if (outcome.bericht === null) continue;
      await appenders.append(file.naam, outcome.bericht);
      const {gemeente_code, dagtekening} = outcome.bericht;
      berichten.push({gemeente_code, dagtekening});
    }
  } finally {
    parts.close();
  }
  appenders.close();
  const [first] = berichten;
  if (first === undefined) {
    const [reden = 'er staat geen bericht in.'] = loaded.flatMap(({naam, afgewezen}) => {
      // A message that came by itself is the delivery: its name is told once.
      const where = naam === origin.naam ? 'regel' : `${naam}, regel`;
      return afgewezen.map((finding) => `${where} ${finding.regel}: ${finding.reden}`);
    });
    throw new LeveringGeweigerd(origin.naam, reden);
  }
  const other = berichten.find(({gemeente_code}) => gemeente_code !== first.gemeente_code);
  if (other !== undefined) {
    throw new LeveringGeweigerd(
      origin.naam,
      'er staan berichten van twee gemeenten in. Splits ze.',
    );
  }
  const days = berichten.map(({dagtekening}) => dagtekening).sort();
  return {
    gemeente_code: first.gemeente_code,
    aangemaakt_op: days.at(-1) ?? first.dagtekening,
    periode_van: days[0] ?? first.dagtekening,
    periode_tot: days.at(-1) ?? first.dagtekening,
    synthetisch: false,
    files: loaded,
  };
}

/** Messages of a zip as they stand in it: read so, the disk is read once. */
function inOrderOfPlace(files: readonly UnpackedFile[]): UnpackedFile[] {
  return files.toSorted((a, b) => (a.deel?.van ?? 0) - (b.deel?.van ?? 0));
}

async function readOne(
  file: UnpackedFile,
  files: MessageFiles,
  reading: Reading,
): Promise<{file: LoadedFile; bericht: Bericht | null}> {
  const counts = {naam: file.naam, tabel: null, sha256: file.sha256, dubbel: 0, verouderd: 0};
  try {
    const bericht = await readBericht(files.bytesOf(file), reading);
    const {gelezen, afgewezen, dubbel, waarschuwingen} = bericht;
    const geladen = gelezen - afgewezen.length - dubbel;
    return {file: {...counts, gelezen, geladen, dubbel, afgewezen, waarschuwingen}, bericht};
  } catch (error) {
    if (!(error instanceof BerichtGeweigerd)) throw error;
    const {regel, pad, message} = error;
    const afgewezen = [
      {regel, kolom: pad, code: error.code, reden: `${pad === '' ? 'bericht' : pad}: ${message}`},
    ];
    return {
      file: {...counts, gelezen: 1, geladen: 0, afgewezen, waarschuwingen: []},
      bericht: null,
    };
  }
}

/** A stream per file costs more than the message in it: most have a few kilobytes. */
const SMALL_BYTES = 1024 ** 2;

/** The messages of a delivery, of which those of a zip stand together in one file. */
class MessageFiles {
  #together: {pad: string; reader: PartReader} | null = null;

  async *bytesOf(file: UnpackedFile): AsyncGenerator<Uint8Array> {
    if (file.deel !== undefined) yield this.#reader(file.pad).read(file.deel);
    else if (sizeOf(file) <= SMALL_BYTES) yield readWhole(file);
    else yield* createReadStream(file.pad);
  }

  close(): void {
    this.#together?.reader.close();
    this.#together = null;
  }

  #reader(pad: string): PartReader {
    if (this.#together?.pad === pad) return this.#together.reader;
    this.close();
    const reader = new PartReader(pad);
    this.#together = {pad, reader};
    return reader;
  }
}

/** A message made just after midnight in the Netherlands is not from the future. */
function dayInNederland(now: Date): string {
  return now.toLocaleDateString('sv-SE', {timeZone: 'Europe/Amsterdam'});
}

class Appenders {
  readonly #database: Database;
  readonly #origin: Origin;
  readonly #open = new Map<BerichtTabel, DuckDBAppender>();

  constructor(database: Database, origin: Origin) {
    this.#database = database;
    this.#origin = origin;
  }

  async append(bestand: string, bericht: Bericht): Promise<void> {
    for (const {tabel, regel, rij} of bericht.rijen) {
      const appender = this.#open.get(tabel) ?? (await this.#make(tabel));
      appender.appendVarchar(bericht.gemeente_code);
      appender.appendVarchar('berichten');
      appender.appendVarchar(this.#origin.levering_id);
      appender.appendVarchar(bericht.dagtekening);
      appender.appendVarchar(bestand);
      appender.appendInteger(regel);
      appender.appendVarchar(bericht.identificatie);
      for (const column of BERICHT_TABELLEN[tabel]) appendCell(appender, rij[column] ?? null);
      appender.endRow();
    }
  }

  close(): void {
    for (const appender of this.#open.values()) appender.closeSync();
  }

  async #make(tabel: BerichtTabel): Promise<DuckDBAppender> {
    const fresh = await this.#database.connection.createAppender(tabel, 'stg');
    this.#open.set(tabel, fresh);
    return fresh;
  }
}

function appendCell(appender: DuckDBAppender, cell: string | number | boolean | null): void {
  if (cell === null) appender.appendNull();
  else if (typeof cell === 'number') appender.appendBigInt(BigInt(cell));
  else if (typeof cell === 'boolean') appender.appendBoolean(cell);
  else appender.appendVarchar(cell);
}
