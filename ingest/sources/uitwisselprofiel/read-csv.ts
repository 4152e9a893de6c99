import {createReadStream, createWriteStream} from 'node:fs';
import {pipeline} from 'node:stream/promises';
import type {Database} from '../../../warehouse/open.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import type {RejectedRow, Warning} from '../../outcome.ts';
import {placeOf, sqlPath, stageRows, type Place} from '../stage.ts';
import {inspect, parseHeader, type Inspection} from './header.ts';
import type {Tabel} from './profile.ts';
import {endsDiffer, linesAt, recordLines, type CsvText} from './record-lines.ts';

/** A file of which the rows are set down: every cell as text or null, with its line as `bronregel`. */
export interface RawTable {
  /** SQL that reads the rows, to stand behind \`from\`. */
  rijen: string;
  kolommen: string[];
  /** What the supplier calls a column, for findings. */
  kolomnaam: (kolom: string) => string;
  /** Records without the header, the unreadable ones included. */
  gelezen: number;
  /** Records that never became a row: too few or too many cells, an open quote. */
  afgewezen: RejectedRow[];
  waarschuwingen: Warning[];
}

const UNREADABLE = {
  kolom: null,
  code: 'REGEL_STUK',
  reden: 'deze regel is niet compleet of heeft te veel kolommen. Lever de regel opnieuw.',
};

const WINDOWS_1252: Warning = {
  regel: null,
  code: 'CODERING',
  reden: 'het bestand heeft codering Windows-1252 en is omgezet. Lever liever UTF-8.',
};

const LINE_ENDS: Warning = {
  regel: null,
  code: 'REGELEINDEN',
  reden:
    'het bestand heeft twee soorten regeleinden en is omgezet. Bewaar het opnieuw als één CSV.',
};

const READ = `header = true, quote = '"', escape = '"', all_varchar = true,
  nullstr = '', strict_mode = true, ignore_errors = true, store_rejects = true,
  rejects_table = 'ruw_afgekeurd', rejects_scan = 'ruw_scan', auto_detect = false,
  max_line_size = 1000000`;

const UNCLEAR =
  'het is niet duidelijk waar rijen beginnen en eindigen. Maak het bestand opnieuw, met aanhalingstekens rond tekst.';

/** So many unreadable records are told one by one; a file with more is broken as a whole. */
const MAX_UNREADABLE = 100_000;

/** Reads the rows of `pad`. Throws `LeveringGeweigerd` when none of them can be trusted. */
export async function readCsv(
  {warehouse, largeBytes}: {warehouse: Database; largeBytes: number},
  bestand: string,
  pad: string,
  tabel: Tabel,
): Promise<RawTable> {
  const inspection = await inspect(bestand, pad);
  const kolommen = parseHeader(bestand, inspection.eersteRegel, tabel);
  const place = placeOf('ruw', pad, largeBytes);
  return readRecords(warehouse, {bestand, pad, inspection, kolommen, scheiding: ';', place});
}

/** A CSV file of which the header was judged: its columns as SQL will name them. */
export interface CsvFile {
  bestand: string;
  pad: string;
  inspection: Inspection;
  kolommen: string[];
  scheiding: string;
  place: Place;
}

/** Reads the records of a file, in the order of the file. */
export async function readRecords(database: Database, file: CsvFile): Promise<RawTable> {
  const {bestand, inspection} = file;
  const utf8 = inspection.utf8 ? file.pad : await toUtf8(file.pad);
  const mixed = inspection.gemengd && (await endsDiffer({...file, pad: utf8}));
  const text = {...file, pad: mixed ? await toOneLineEnd(utf8) : utf8};
  const numbered = await stage(database, text);
  const [counts] = await database.rows(
    `select count(*) as aantal,
       (select count(distinct line_byte_position) from ruw_afgekeurd) as onleesbaar
     from ${numbered}`,
  );
  const good = Number(counts?.['aantal'] ?? 0);
  const aantal = Number(counts?.['onleesbaar'] ?? 0);
  const onleesbaar = await unreadableLines(database, bestand, {text, aantal});
  const apart = onleesbaar.length > 0 || good + 1 !== inspection.regels;
  return {
    rijen: apart
      ? await numberLines(database, {...text, good}, numbered, new Set(onleesbaar))
      : numbered,
    kolommen: file.kolommen,
    kolomnaam: (kolom) => kolom,
    gelezen: good + onleesbaar.length,
    afgewezen: onleesbaar.map((regel) => ({regel, ...UNREADABLE})),
    waarschuwingen: [...(inspection.utf8 ? [] : [WINDOWS_1252]), ...(mixed ? [LINE_ENDS] : [])],
  };
}

async function stage(
  database: Database,
  {bestand, pad, kolommen, scheiding, place}: CsvFile,
): Promise<string> {
  for (const table of ['ruw_afgekeurd', 'ruw_scan']) {
    await database.run(`drop table if exists ${table}`);
  }
  const columns = kolommen.map((naam) => `'${naam}': 'varchar'`).join(', ');
  return readOrRefuse(bestand, () =>
    stageRows(
      database,
      `select *, row_number() over () + 1 as bronregel
       from read_csv(${sqlPath(pad)}, columns = {${columns}}, delim = '${scheiding}', ${READ})`,
      place,
    ),
  );
}

async function unreadableLines(
  database: Database,
  bestand: string,
  {text, aantal}: {text: CsvText; aantal: number},
): Promise<number[]> {
  if (aantal === 0) return [];
  if (aantal > MAX_UNREADABLE) {
    throw new LeveringGeweigerd(
      bestand,
      `${aantal} regels zijn niet compleet of hebben te veel kolommen. Maak het bestand opnieuw.`,
    );
  }
  const rejects = await database.rows(
    `select distinct line_byte_position - 1 as plek from ruw_afgekeurd order by plek`,
  );
  return linesAt(
    text,
    rejects.map(({plek}) => Number(plek)),
  );
}

async function readOrRefuse<T>(bestand: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    // A full disk or too little memory says nothing about the file.
    if (error instanceof Error && /^(IO|Out of Memory) Error/.test(error.message)) throw error;
    throw new LeveringGeweigerd(
      bestand,
      'dit bestand is niet als CSV te lezen. Maak het opnieuw, met ";" en aanhalingstekens rond tekst.',
      {cause: error},
    );
  }
}

async function toUtf8(pad: string): Promise<string> {
  const target = `${pad}.utf8`;
  const decoder = new TextDecoder('windows-1252');
  await pipeline(
    createReadStream(pad),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) yield decoder.decode(chunk, {stream: true});
    },
    createWriteStream(target, {mode: 0o600}),
  );
  return target;
}

async function toOneLineEnd(pad: string): Promise<string> {
  const target = `${pad}.regels`;
  await pipeline(
    createReadStream(pad, 'latin1'),
    async function* (chunks: AsyncIterable<string>) {
      let held = '';
      for await (const chunk of chunks) {
        const text = held + chunk;
        held = text.endsWith('\r') ? '\r' : '';
        yield Buffer.from(
          text.slice(0, text.length - held.length).replaceAll('\r\n', '\n'),
          'latin1',
        );
      }
      yield Buffer.from(held, 'latin1');
    },
    createWriteStream(target, {mode: 0o600}),
  );
  return target;
}

/**
 * The numbered rows with the line on which they begin. Only needed when a cell holds a line break or
 * a record was unreadable: elsewhere the record number says it. Throws `LeveringGeweigerd` when the
 * engine saw other records than there are: one of them would be lost unseen.
 */
async function numberLines(
  database: Database,
  file: CsvText & Pick<CsvFile, 'bestand' | 'place'> & {good: number},
  numbered: string,
  unreadable: ReadonlySet<number>,
): Promise<string> {
  await database.run('create or replace temp table ruw_regel (volgnummer integer, regel integer)');
  const appender = await database.connection.createAppender('ruw_regel');
  let record = 0;
  for await (const line of recordLines(file)) {
    // The header is a record too, and the rows are numbered from 2.
    if (record > 0 && unreadable.has(line)) continue;
    record += 1;
    if (record === 1) continue;
    appender.appendInteger(record);
    appender.appendInteger(line);
    appender.endRow();
  }
  appender.closeSync();
  if (record - 1 !== file.good) throw new LeveringGeweigerd(file.bestand, UNCLEAR);
  return stageRows(
    database,
    `select numbered.* replace (coalesce(ruw_regel.regel, numbered.bronregel) as bronregel)
     from ${numbered} as numbered
     left join ruw_regel on ruw_regel.volgnummer = numbered.bronregel`,
    {...file.place, naam: `${file.place.naam}_op_regel`},
  );
}
