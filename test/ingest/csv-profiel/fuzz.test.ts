import fc from 'fast-check';
import {afterAll, describe, expect, it} from 'vitest';
import {closeInboxes, HEADER, MAPPING, meldingen, offerExport, openInbox} from './sample.ts';

afterAll(closeInboxes);

/** A long campaign: WIJKMONITOR_FUZZ=5000 (see ingest/sources/csv-profiel/README.md). */
const RUNS = Number(process.env['WIJKMONITOR_FUZZ'] ?? 50);

const cell = fc.oneof(
  fc.constantFrom('M1', 'M2', 'Team Noord', 'Team Zuid', '5-1-2022', '2022-02-30', 'Geld', 'Ja'),
  fc.constantFrom('', '"', '""', '"a\nb"', 'a;b', '\t', ',', '€ 1.250,50', 'é', '\u0000', '=1+1'),
  fc.string({unit: 'binary', maxLength: 12}),
);
const line = fc.array(cell, {maxLength: 7}).map((cells) => cells.join(';'));
const good = fc.nat(9).map((index) => `M${index};Team Noord;5-1-2022;Geld;Ja`);
const file = fc
  .tuple(
    fc.array(fc.oneof(good, line), {maxLength: 8}),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom<BufferEncoding>('utf8', 'latin1'),
    fc.nat(40),
  )
  .map(([lines, end, encoding, cut]) => {
    const bytes = Buffer.from([HEADER, ...lines, ''].join(end), encoding);
    return bytes.subarray(0, Math.max(HEADER.length, bytes.length - (cut > 30 ? cut - 30 : 0)));
  });

describe('any bytes under a good header', () => {
  it('are loaded, rejected or refused with a reason: nothing is lost, nothing crashes', async () => {
    const inbox = await openInbox();
    await fc.assert(
      fc.asyncProperty(file, async (bytes) => {
        await inbox.warehouse.run('delete from stg.aanmelding');
        await inbox.warehouse.run('delete from meta.levering');
        const {outcome} = await offerExport([meldingen(bytes)], [MAPPING], {}, inbox);
        const count = await inbox.count('stg.aanmelding');
        if (outcome.status === 'geweigerd') {
          expect(outcome.reden).toMatch(/^meldingen.csv: .+/);
          expect(count).toBe(0);
          return;
        }
        for (const {gelezen, geladen, afgewezen, dubbel, verouderd} of outcome.bestanden) {
          expect(gelezen).toBe(geladen + afgewezen.length + dubbel + verouderd);
          expect(geladen).toBe(count);
        }
      }),
      {numRuns: RUNS},
    );
  }, 3_600_000);
});
