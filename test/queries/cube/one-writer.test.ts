// A figure with a value can be made in one file only. The compiler refuses another object where a
// publication is written; these tests hold what it cannot see.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {isFigure, shown, withheld} from '../../../queries/cube/protect.ts';
import {writeFigures} from '../../../queries/publication-file.ts';
import {Database} from '../../../warehouse/open.ts';

const QUERIES = join(import.meta.dirname, '../../../queries');
// An effect has a status of its own: it is worked out from a publication, after protection.
const sources = readdirSync(QUERIES, {recursive: true, encoding: 'utf8'}).filter(
  (name) => name.endsWith('.ts') && !name.startsWith('judgement/effect/'),
);

describe('figures', () => {
  it('are made by protect.ts and by nothing else', () => {
    expect(isFigure(shown('byar', {waarde: 5}))).toBe(true);
    expect(isFigure(withheld('te_klein'))).toBe(true);
    expect(isFigure(structuredClone(shown('byar', {waarde: 5})))).toBe(false);
  });

  it('with status ok are written in protect.ts only', () => {
    const makers = sources.filter((name) =>
      /status: 'ok'|withheld\('ok'|new ProtectedFigure/.test(
        readFileSync(join(QUERIES, name), 'utf8'),
      ),
    );
    expect(makers).toEqual(['cube/protect.ts']);
  });

  it('that protect.ts did not make are refused by the writer of a publication', async () => {
    const database = await Database.open(':memory:');
    const place = {
      gemeente: 'GM1',
      niveau: 'gemeente' as const,
      code: 'GM1',
      periodesoort: 'jaar',
      periode: '2021',
      van: '2021-01-01',
      tot: '2021-12-31',
      dimensies: {},
    };
    const forged = structuredClone(shown('byar', {waarde: 7, teller: 7}));
    const definition = {id: 'proef', uitsplitsingen: []} as never;
    await expect(
      writeFigures(database, {
        definition,
        cells: [{place, maten: forged}],
        ranges: [],
        codes: new Map(),
      }),
    ).rejects.toThrow('only protected figures are published');
    database.close();
  });
});
