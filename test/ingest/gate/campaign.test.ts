import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {beforeAll, describe, expect, it} from 'vitest';
import {Chance} from '../../../fixtures/random.ts';
import {Database} from '../../../warehouse/open.ts';
import {CLEAN, IDENTIFYING} from '../../support/gate-columns.ts';
import {EVERY_BSN, findingsIn} from '../../support/gate-scan.ts';

/** Columns per kind; `POORT_KOLOMMEN=1000` is the campaign of docs/privacy/gate-results.md. */
const PER_KIND = Number(process.env['POORT_KOLOMMEN'] ?? 25);
/** Ten times as many clean ones: of those at most one in 10.000 may be refused. */
const CLEAN_COLUMNS = 10 * PER_KIND;
const RESULTS = process.env['POORT_RESULTATEN'];

let database: Database;
const rows: string[] = [];
beforeAll(async () => {
  database = await Database.open(':memory:');
  return () => {
    database.close();
    if (RESULTS !== undefined) writeFileSync(RESULTS, report(rows) + otherPart(RESULTS));
  };
});

describe('over generated columns the gate', () => {
  it.each(Object.entries(IDENTIFYING))(
    'stops every column of %s',
    async (soort, make) => {
      const random = new Chance(2026);
      let cells = 0;
      const missed: string[] = [];
      for (let at = 0; at < PER_KIND; at += 1) {
        const column = make(random);
        cells += column.length;
        const found = await findingsIn(database, column);
        if (!found.some((finding) => finding.soort === soort)) missed.push(JSON.stringify(column));
      }
      rows.push(row(soort, PER_KIND, cells, PER_KIND - missed.length));
      expect(missed).toEqual([]);
    },
    3_600_000,
  );

  it('lets pass columns of ids, dates and amounts', {timeout: 3_600_000}, async () => {
    const random = new Chance(2027);
    let cells = 0;
    const stopped: string[] = [];
    for (let at = 0; at < CLEAN_COLUMNS; at += 1) {
      const column = CLEAN[at % CLEAN.length]!(random);
      cells += column.length;
      for (const {soort} of await findingsIn(database, column)) {
        stopped.push(`${at % CLEAN.length}: ${soort}: ${JSON.stringify(column)}`);
      }
    }
    rows.push(row('ids, dates, amounts (clean)', CLEAN_COLUMNS, cells, stopped.length));
    expect(stopped.length, stopped.join('\n')).toBeLessThanOrEqual(CLEAN_COLUMNS / 10_000);
  });
});

/** What `every-bsn.test.ts` wrote into the same file. */
function otherPart(path: string): string {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const from = text.indexOf(EVERY_BSN);
  return from === -1 ? '' : `\n${text.slice(from)}`;
}

function row(kind: string, columns: number, cells: number, stopped: number): string {
  const share = ((100 * stopped) / columns).toFixed(2);
  return `| ${kind} | ${columns} | ${cells} | ${stopped} | ${share}% |`;
}

function report(lines: readonly string[]): string {
  return `# The gate over generated columns

Columns of 10 to 400 cells with empty and repeated ones, in every spelling of
\`test/support/gate-columns.ts\`, from a fixed seed. Every BSN is a test number (9999…). Stopped means
refused, or held until somebody confirms. Aim: all columns of the first five kinds, and at most one
in 10.000 clean ones. Made by:

\`\`\`
POORT_KOLOMMEN=${PER_KIND} POORT_RESULTATEN=docs/privacy/gate-results.md \\
  npx vitest run --project parts test/ingest/gate/campaign.test.ts
\`\`\`

| kind | columns | cells | stopped | share |
| --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
}
