import {LeveringGeweigerd} from '../../errors.ts';
import {scanStaged} from '../../gate/staged-scan.ts';
import type {LoadedFile, RejectedRow} from '../../outcome.ts';
import type {LoadContext, Thresholds} from '../../source-format.ts';
import {gateColumns} from './gate-columns.ts';
import {judgeRows} from './judge-rows.ts';
import {loadTable, type Origin} from './load-table.ts';
import type {Tabel} from './profile.ts';
import type {RawTable} from './read-csv.ts';

/** A share of a small table says nothing: thresholds apply from here on. */
export const MIN_ROWS_FOR_THRESHOLD = 100;

/**
 * Takes rows that were set down through the gate and the rules into `stg.<tabel>`, whatever format
 * they were read from. What the gate refuses is not stored: `gate.close` throws at the end, with what
 * is in the other files. Throws `LeveringGeweigerd` when too many rows are wrong.
 */
export async function loadFile(
  context: Omit<LoadContext, 'findings'>,
  tabel: Tabel,
  raw: RawTable,
  origin: Origin & {sha256: string},
): Promise<LoadedFile> {
  const {warehouse, pseudonym, thresholds} = context;
  const {bestand, sha256} = origin;
  const {gelezen, waarschuwingen} = raw;
  const file = {naam: bestand, tabel: tabel.naam, sha256, waarschuwingen};
  if (!(await passesGate(context, tabel, raw, origin))) {
    return {...file, gelezen, geladen: 0, dubbel: 0, verouderd: 0, afgewezen: []};
  }
  const judged = await judgeRows(warehouse, tabel, {raw, feiten: origin.feiten}, (rejected) => {
    refuseTooManyRejected(thresholds, bestand, raw, rejected);
  });
  const outcome = await loadTable(warehouse, {tabel, raw, origin, pseudonym}, judged);
  const afgewezen = outcome.afgewezen.map(inSourceWords(raw));
  return {...file, ...outcome, afgewezen};
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

/** Whether the gate lets the rows in; once it does not, nothing more is stored. */
async function passesGate(
  {warehouse, gate}: Pick<LoadContext, 'warehouse' | 'gate'>,
  tabel: Tabel,
  raw: RawTable,
  {bestand, feiten}: Origin,
): Promise<boolean> {
  await gate.open(feiten);
  const scan = gate.scan(bestand, gateColumns(tabel, raw.kolommen, raw.kolomnaam));
  await scanStaged(warehouse, scan, raw);
  return gate.passes(scan);
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
