import {createHash} from 'node:crypto';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';
import type {UnpackedFile} from '../../ingest/delivery.ts';
import type {RejectedRow} from '../../ingest/outcome.ts';
import type {TranslatedTable} from '../../ingest/sources/translation.ts';
import {readProfile, type Veld} from '../../ingest/sources/uitwisselprofiel/profile.ts';

/** Files of an unpacked delivery: text, bytes, or what becomes JSON. Gone after the test. */
export function unpacked(content: Readonly<Record<string, unknown>>): UnpackedFile[] {
  const folder = mkdtempSync(join(tmpdir(), 'levering-'));
  onTestFinished(() => {
    rmSync(folder, {recursive: true, force: true});
  });
  return Object.entries(content).map(([naam, value]) => {
    const isText = typeof value === 'string' || Buffer.isBuffer(value);
    const bytes = isText ? value : JSON.stringify(value);
    const pad = join(folder, naam);
    writeFileSync(pad, bytes);
    return {naam, pad, sha256: createHash('sha256').update(bytes).digest('hex')};
  });
}

/** What a translated table holds: its rows by column name, and the records that were rejected. */
export async function contentOf(table: TranslatedTable | undefined): Promise<{
  rows: Record<string, string | null>[];
  rejected: RejectedRow[];
  lines: number[];
}> {
  const rows: Record<string, string | null>[] = [];
  const rejected: RejectedRow[] = [];
  const lines: number[] = [];
  for await (const row of table?.rijen ?? []) {
    lines.push(row.regel);
    if (!('cellen' in row)) rejected.push(row);
    else {
      const {kolommen} = table!;
      expectSameLength(kolommen, row.cellen);
      rows.push(Object.fromEntries(kolommen.map((kolom, at) => [kolom, row.cellen[at] ?? null])));
    }
  }
  return {rows, rejected, lines};
}

function expectSameLength(columns: readonly unknown[], cells: readonly unknown[]): void {
  if (columns.length !== cells.length) throw new Error('a row has another number of cells');
}

const PROFILE = readProfile();

/** What the exchange profile has against these rows; a translation should give none. */
export function profileFindings(
  tabel: string,
  rows: readonly Readonly<Record<string, string | null>>[],
): string[] {
  const velden = PROFILE.tabellen.get(tabel)?.velden ?? [];
  const known = new Set(velden.map(({name}) => name));
  return rows.flatMap((row, index) => [
    ...Object.keys(row)
      .filter((kolom) => !known.has(kolom))
      .map((kolom) => `${index}: ${kolom} is unknown`),
    ...velden
      .filter((veld) => breaks(veld, row[veld.name] ?? null))
      .map(({name}) => `${index}: ${name}`),
  ]);
}

const TYPES = {
  string: /^/,
  integer: /^-?[0-9]{1,9}$/,
  number: /^-?[0-9]{1,12}([.][0-9]{1,2})?$/,
  boolean: /^(ja|nee)$/,
  date: /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/,
};

function breaks({type, constraints}: Veld, cell: string | null): boolean {
  if (cell === null || cell === '') return constraints.required === true;
  const {pattern, minimum, maximum} = constraints;
  return (
    !TYPES[type].test(cell) ||
    (constraints.enum !== undefined && !constraints.enum.includes(cell)) ||
    (pattern !== undefined && !new RegExp(pattern).test(cell)) ||
    (minimum !== undefined && Number(cell) < minimum) ||
    (maximum !== undefined && Number(cell) > maximum)
  );
}
