// What has to stay the same, whatever the numbers are: held against the worked examples.
import {describe, expect, it} from 'vitest';
import {readCatalogue, type Definition} from '../../queries/catalogue.ts';
import {CHAIN} from '../support/chain-indicators.ts';
import {daysOf, type Question} from '../support/exact-figures.ts';
import {openExample, readExample, runExample} from '../support/worked-example.ts';

const all = readCatalogue('queries/indicators');
const catalogue = CHAIN.map((id) => all.get(id));
/** What can be added up, per form; a median or a ratio never can. */
const SUMS: Partial<Record<Definition['vorm'], string>> = {
  aantal: 'sum(aantal)',
  stand: 'sum(aantal)',
  aandeel: 'count(*)',
  verhouding: 'sum(minuten)',
  duur: 'count(*)',
};
const DERIVED = new Set(['leeftijd', 'leeftijdsgroep']);

describe('the contributions of', () => {
  it.each(catalogue)(
    '$id add up to those of the gemeente, over areas and over nodes',
    async (one) => {
      const sum = SUMS[one.vorm] ?? 'count(*)';
      const columns = [
        'wijk_code',
        'team_id',
        ...one.uitsplitsingen.filter((id) => !DERIVED.has(id)),
      ];
      const database = await openExample(readExample(one.rekenvoorbeeld));
      await database.run(`create temp table bijdrage as ${one.sql}`);
      const total = await database.rows(`select ${sum}::bigint as som from bijdrage`);
      expect(Number(total[0]?.['som'])).toBeGreaterThan(0);
      for (const column of columns) {
        const parts = await database.rows(
          `select ${column}, ${sum}::bigint as som from bijdrage group by ${column}`,
        );
        const whole = parts.reduce((all, {som}) => all + Number(som), 0);
        expect({column, whole}).toEqual({column, whole: Number(total[0]?.['som'])});
      }
      database.close();
    },
  );
});

/** The same day a year later; the ends of time stay where they are. */
const later = (text: string): string =>
  text.replace(/\b20\d\d\b/g, (year) => String(Number(year) + 1));

describe('when all happens a year later', () => {
  it.each(catalogue)('$id has the same figure a year later, and not before', async (one) => {
    const {given, expected} = readExample(one.rekenvoorbeeld);
    const moved = given.map(([table, rows]): (typeof given)[number] => [
      table,
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            /^\d{4}-\d\d-\d\d$/.test(value) ? later(value) : value,
          ]),
        ),
      ),
    ]);
    const ask = (question: Question): Question => ({
      ...question,
      periode: later(question['periode'] ?? ''),
    });
    const outcomes = await runExample(one, {
      given: moved,
      expected: expected.map(({question, outcome}) => ({question: ask(question), outcome})),
    });
    expect(outcomes).toEqual(expected.map(({outcome}) => outcome));
    const unmoved = await runExample(one, {given: moved, expected});
    expect(unmoved).not.toEqual(expected.map(({outcome}) => outcome));
  });
});

describe('the figure of the gemeente', () => {
  const ratios = catalogue.filter(({vorm}) => vorm === 'duur' || vorm === 'aandeel');
  it.each(ratios)('of $id is computed over all its people, never from its wijken', async (one) => {
    const example = readExample(one.rekenvoorbeeld);
    const period = example.expected[0]?.question['periode'] ?? '';
    expect(daysOf(period).van).not.toBe('');
    const figures = await runExample(one, {
      given: example.given,
      expected: ['GM1', 'WK1', 'WK2'].map((gebied) => ({
        question: {gebied, periode: period},
        outcome: {},
      })),
    });
    const parts = figures.map(({aantal, noemer}) => Number(aantal ?? noemer));
    // The count of the whole has at least all of its parts; its figure is none of their sums.
    expect(parts[0]).toBeGreaterThanOrEqual((parts[1] ?? 0) + (parts[2] ?? 0));
    for (const name of ['mediaan', 'open_procent', 'binnen_procent']) {
      const [whole, ...own] = figures.map((figure) => figure[name]);
      if (typeof whole !== 'number') continue;
      const known = own.filter((value) => typeof value === 'number');
      expect(whole).not.toBe(known.reduce((sum, value) => sum + value, 0));
      expect(whole).toBeLessThanOrEqual(Math.max(...known));
    }
  });
});
