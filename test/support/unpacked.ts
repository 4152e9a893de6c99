import {createHash} from 'node:crypto';
import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';
import {rmSync} from 'node:fs';
import type {UnpackedFile} from '../../ingest/delivery.ts';
import type {RejectedRow} from '../../ingest/outcome.ts';
import type {TranslatedTable} from '../../ingest/sources/translation.ts';

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
