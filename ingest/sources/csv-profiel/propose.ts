import type {Database} from '../../../warehouse/open.ts';
import type {UnpackedFile} from '../../delivery.ts';
import {inspect} from '../uitwisselprofiel/header.ts';
import type {Profile, Tabel, Veld} from '../uitwisselprofiel/profile.ts';
import {placeOf} from '../stage.ts';
import {readRecords} from '../uitwisselprofiel/read-csv.ts';
import {parseSourceHeader} from './header.ts';
import {plainName, SYNONYMS} from './synonyms.ts';
import {sheetAsCsv} from './workbook.ts';

/** A mapping profile to start from, and what a person has to decide. Never a value of the file. */
export interface Proposal {
  /** Content of a profile file. */
  profiel: unknown;
  /** Table that fits best. */
  tabel: string;
  /** Columns of the file that got no place; they stand under `negeer`. */
  niet_geplaatst: string[];
  /** Required columns of the table for which the file has nothing. */
  ontbreekt: string[];
  /** Columns with values that are in no code list of the profile: how many different ones. */
  te_vertalen: {kolom: string; aantal: number}[];
}

/** More different values than this is no list of codes. */
const MAX_CODES = 60;

/**
 * Proposes a mapping for one file: the table of which most columns are found back by name. Of the
 * values only those that are a code of the profile, but for capitals, come into it.
 */
export async function proposeMapping(
  database: Database,
  file: UnpackedFile,
  profile: Profile,
): Promise<Proposal> {
  const workbook = /\.xlsx$/i.test(file.naam);
  const pad = workbook ? await sheetAsCsv(file, {decimaal: ','}) : file.pad;
  const inspection = await inspect(file.naam, pad);
  const {kolommen, scheiding} = parseSourceHeader(file.naam, inspection.eersteRegel);
  const columns = kolommen.map((_, index) => `k${index}`);
  const place = placeOf('ruw', pad);
  const csv = {bestand: file.naam, pad, inspection, kolommen: columns, scheiding, place};
  const {rijen} = await readRecords(database, csv);
  const {tabel, placed} = bestTable(kolommen, profile);
  const filled: Record<string, unknown> = {};
  const te_vertalen: Proposal['te_vertalen'] = [];
  for (const [naam, kolom] of placed) {
    const veld = tabel.velden.find(({name}) => name === naam);
    const cel = columns[kolommen.indexOf(kolom)] ?? '';
    const codes = veld?.constraints.enum;
    if (codes === undefined) {
      filled[naam] = kolom;
      continue;
    }
    const {waarden, onbekend} = await knownCodes(database, rijen, cel, codes);
    filled[naam] = {kolom, waarden};
    if (onbekend > 0) te_vertalen.push({kolom, aantal: onbekend});
  }
  const used = new Set(placed.values());
  const niet_geplaatst = kolommen.filter((kolom) => kolom !== '' && !used.has(kolom));
  const decimaal = await decimalSign(database, rijen, columns);
  const bestand = {
    bestand: file.naam,
    decimaal,
    negeer: niet_geplaatst,
    tabellen: [{tabel: tabel.naam, kolommen: filled}],
  };
  return {
    profiel: {naam: plainName(file.naam), bestanden: [bestand]},
    tabel: tabel.naam,
    niet_geplaatst,
    ontbreekt: tabel.velden.filter((veld) => isMissing(veld, placed)).map(({name}) => name),
    te_vertalen,
  };
}

function isMissing({name, constraints}: Veld, placed: ReadonlyMap<string, string>): boolean {
  return constraints.required === true && !placed.has(name);
}

function bestTable(
  kolommen: readonly string[],
  {tabellen}: Profile,
): {tabel: Tabel; placed: Map<string, string>} {
  const [best] = [...tabellen.values()]
    .map((tabel) => ({tabel, placed: place(kolommen, tabel)}))
    .sort((a, b) => score(b) - score(a));
  if (best === undefined) throw new RangeError('the profile has no tables');
  return best;
}

/** Columns that are found, less the required ones that are not: a key alone fits every table. */
function score({tabel, placed}: {tabel: Tabel; placed: ReadonlyMap<string, string>}): number {
  return placed.size - tabel.velden.filter((veld) => isMissing(veld, placed)).length;
}

/** Per canonical column the column of the export with its name or a synonym; each at most once. */
function place(kolommen: readonly string[], {velden}: Tabel): Map<string, string> {
  const free = new Map(kolommen.map((kolom) => [plainName(kolom), kolom]));
  const placed = new Map<string, string>();
  for (const names of [(veld: Veld) => [veld.name], (veld: Veld) => SYNONYMS[veld.name] ?? []]) {
    for (const veld of velden) {
      const found = names(veld).find((naam) => free.has(naam));
      const kolom = found === undefined ? undefined : free.get(found);
      if (found === undefined || kolom === undefined || placed.has(veld.name)) continue;
      placed.set(veld.name, kolom);
      free.delete(found);
    }
  }
  return placed;
}

async function knownCodes(
  database: Database,
  rijen: string,
  cel: string,
  codes: readonly string[],
): Promise<{waarden: Record<string, string>; onbekend: number}> {
  const rows = await database.rows(
    `select distinct trim(${cel}) as waarde from ${rijen} where trim(${cel}) <> ''
     order by waarde limit ${MAX_CODES + 1}`,
  );
  const pairs = rows.flatMap(({waarde}) => {
    const code = codes.find((one) => plainName(one) === plainName(String(waarde)));
    return code === undefined ? [] : [[String(waarde), code] as const];
  });
  return {waarden: Object.fromEntries(pairs), onbekend: rows.length - pairs.length};
}

/** A point, when cells have decimals behind a point and none has them behind a comma. */
async function decimalSign(
  database: Database,
  rijen: string,
  columns: readonly string[],
): Promise<',' | '.'> {
  const count = (sign: string): string =>
    columns
      .map(
        (column) => `count_if(regexp_full_match(trim(${column}), '-?[0-9]+[${sign}][0-9]{1,2}'))`,
      )
      .join(' + ');
  const [row] = await database.rows(
    `select ${count('.')} as punten, ${count(',')} as kommas from ${rijen}`,
  );
  return Number(row?.['punten']) > 0 && Number(row?.['kommas']) === 0 ? '.' : ',';
}
