import type {Database} from '../../../warehouse/open.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import {scanColumns} from '../../gate/scan.ts';
import type {LoadedFile, RejectedRow} from '../../outcome.ts';
import type {LoadContext, Thresholds} from '../../source-format.ts';
import {loadTable, type Origin} from './load-table.ts';
import type {Tabel} from './profile.ts';
import type {RawTable} from './read-csv.ts';

/** A share of a small table says nothing: thresholds apply from here on. */
export const MIN_ROWS_FOR_THRESHOLD = 100;

/**
 * Takes the temporary table `ruw` through the gate and the rules into `stg.<tabel>`, whatever format
 * it was read from. Throws `LeveringGeweigerd` when it holds identifiers or too many wrong rows.
 */
export async function loadFile(
  {warehouse, pseudonym, thresholds}: LoadContext,
  tabel: Tabel,
  raw: RawTable,
  origin: Origin & {sha256: string},
): Promise<LoadedFile> {
  const {bestand, sha256} = origin;
  await refuseIdentifiers(warehouse, bestand, tabel, raw);
  const outcome = await loadTable(warehouse, tabel, raw, origin, pseudonym);
  refuseTooManyRejected(thresholds, bestand, raw, outcome.afgewezen.length);
  const {waarschuwingen} = raw;
  const afgewezen = outcome.afgewezen.map(inSourceWords(raw));
  return {naam: bestand, tabel: tabel.naam, sha256, ...outcome, afgewezen, waarschuwingen};
}

/** Where a reason of the profile's rules names a column. */
const COLUMN_IN_REASON = /^\w+(?=:| ligt)|(?<= ligt voor )\w+/g;

/** A finding of the profile names its columns; the supplier knows them by another name. */
function inSourceWords({kolommen, kolomnaam}: RawTable): (row: RejectedRow) => RejectedRow {
  const nameOf = (kolom: string): string => (kolommen.includes(kolom) ? kolomnaam(kolom) : kolom);
  return ({kolom, reden, ...row}) => ({
    ...row,
    kolom: kolom === null ? null : nameOf(kolom),
    reden: reden.replace(COLUMN_IN_REASON, nameOf),
  });
}

/** Columns with free content; codes, dates and numbers of the profile can't hide an identifier. */
async function refuseIdentifiers(
  database: Database,
  bestand: string,
  tabel: Tabel,
  raw: RawTable,
): Promise<void> {
  const scanned = tabel.velden
    .filter(({type, constraints}) => type === 'string' && constraints.enum === undefined)
    .map(({name}) => name)
    .filter((name) => raw.kolommen.includes(name));
  const [finding] = await scanColumns(database, scanned);
  if (finding === undefined) return;
  throw new LeveringGeweigerd(
    bestand,
    `kolom "${raw.kolomnaam(finding.kolom)}" bevat ${finding.aantal} keer een ${finding.soort} ` +
      `(onder meer regel ${finding.regels.join(', ')}). Haal dit weg: lever alleen pseudoniemen.`,
  );
}

function refuseTooManyRejected(
  {afgewezen_procent}: Thresholds,
  bestand: string,
  raw: RawTable,
  rejected: number,
): void {
  if (raw.gelezen < MIN_ROWS_FOR_THRESHOLD) return;
  if ((100 * rejected) / raw.gelezen <= afgewezen_procent) return;
  throw new LeveringGeweigerd(
    bestand,
    `${rejected} van de ${raw.gelezen} rijen zijn fout. Dat is meer dan ${afgewezen_procent}%. Herstel de rijen en lever opnieuw.`,
  );
}
