import {createReadStream, createWriteStream} from 'node:fs';
import {pipeline} from 'node:stream/promises';
import type {Database} from '../../../warehouse/open.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import type {RejectedRow, Warning} from '../../outcome.ts';
import {Quotes} from '../quotes.ts';
import {inspect, parseHeader, type Inspection} from './header.ts';
import type {Tabel} from './profile.ts';

/** A CSV file read into the temporary table `ruw`, every cell as text, with its line as `bronregel`. */
export interface RawTable {
  kolommen: string[];
  /** What the supplier calls a column, for findings. */
  kolomnaam: (kolom: string) => string;
  /** Records without the header, the unreadable ones included. */
  gelezen: number;
  /** Records that never became a row of `ruw`: too few or too many cells, an open quote. */
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

const READ = `header = true, quote = '"', escape = '"', all_varchar = true,
  nullstr = '', strict_mode = true, ignore_errors = true, store_rejects = true,
  rejects_table = 'ruw_afgekeurd', rejects_scan = 'ruw_scan', auto_detect = false,
  max_line_size = 1000000`;

/** Reads `pad` into `ruw`. Throws `LeveringGeweigerd` when no row of it can be trusted. */
export async function readCsv(
  database: Database,
  bestand: string,
  pad: string,
  tabel: Tabel,
): Promise<RawTable> {
  const inspection = await inspect(bestand, pad);
  const kolommen = parseHeader(bestand, inspection.eersteRegel, tabel);
  return readRecords(database, {bestand, pad, inspection, kolommen, scheiding: ';'});
}

/** A CSV file of which the header was judged: its columns as `ruw` will name them. */
export interface CsvFile {
  bestand: string;
  pad: string;
  inspection: Inspection;
  kolommen: string[];
  scheiding: string;
}

/** Reads the records of a file into `ruw`, in the order of the file. */
export async function readRecords(
  database: Database,
  {bestand, pad, inspection, kolommen, scheiding}: CsvFile,
): Promise<RawTable> {
  const utf8 = inspection.utf8 ? pad : await toUtf8(pad);
  for (const table of ['ruw', 'ruw_afgekeurd', 'ruw_scan']) {
    await database.run(`drop table if exists ${table}`);
  }
  const columns = kolommen.map((naam) => `'${naam}': 'varchar'`).join(', ');
  await readOrRefuse(
    database,
    bestand,
    `create temp table ruw as
     select *, row_number() over () + 1 as bronregel
     from read_csv('${utf8.replaceAll("'", "''")}', columns = {${columns}},
       delim = '${scheiding}', ${READ})`,
  );
  const [counts] = await database.rows('select count(*) as aantal from ruw');
  const rejects = await database.rows(
    `select distinct line::integer as regel from ruw_afgekeurd order by regel`,
  );
  const onleesbaar = rejects.map(({regel}) => Number(regel));
  const good = Number(counts?.['aantal'] ?? 0);
  if (onleesbaar.length > 0 || good + 1 !== inspection.regels) {
    await numberLines(database, {pad: utf8, scheiding}, new Set(onleesbaar));
  }
  return {
    kolommen,
    kolomnaam: (kolom) => kolom,
    gelezen: good + onleesbaar.length,
    afgewezen: onleesbaar.map((regel) => ({regel, ...UNREADABLE})),
    waarschuwingen: inspection.utf8 ? [] : [WINDOWS_1252],
  };
}

async function readOrRefuse(database: Database, bestand: string, sql: string): Promise<void> {
  try {
    await database.run(sql);
  } catch (error) {
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

/**
 * Gives the rows of `ruw` the line on which they begin. Only needed when a cell holds a line break
 * or a record was unreadable: elsewhere the record number says it.
 */
async function numberLines(
  database: Database,
  file: Pick<CsvFile, 'pad' | 'scheiding'>,
  unreadable: ReadonlySet<number>,
): Promise<void> {
  const lines = (await recordLines(file)).slice(1).filter((line) => !unreadable.has(line));
  await database.run('create or replace temp table ruw_regel (volgnummer integer, regel integer)');
  const appender = await database.connection.createAppender('ruw_regel');
  lines.forEach((line, index) => {
    appender.appendInteger(index + 2);
    appender.appendInteger(line);
    appender.endRow();
  });
  appender.closeSync();
  await database.run(
    `update ruw set bronregel = ruw_regel.regel from ruw_regel
     where ruw_regel.volgnummer = ruw.bronregel`,
  );
}

/**
 * The line on which each record starts; a line break inside quotes belongs to its record. To the
 * engine a carriage return alone ends a line too.
 */
async function recordLines({
  pad,
  scheiding,
}: Pick<CsvFile, 'pad' | 'scheiding'>): Promise<number[]> {
  const starts: number[] = [];
  const quotes = new Quotes(scheiding.charCodeAt(0));
  let line = 1;
  let fresh = true;
  let returned = false;
  for await (const chunk of createReadStream(pad)) {
    if (!Buffer.isBuffer(chunk)) continue;
    const bytes = chunk;
    for (const byte of bytes) {
      if (returned && byte !== 10) {
        line += 1;
        fresh = true;
      }
      returned = byte === 13 && !quotes.open;
      if (fresh && byte !== 10 && byte !== 13) {
        starts.push(line);
        fresh = false;
      }
      quotes.feed(byte);
      if (byte !== 10) continue;
      line += 1;
      if (!quotes.open) fresh = true;
    }
  }
  return starts;
}
