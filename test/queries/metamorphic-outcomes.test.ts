// What has to hold for any indicator, whatever its sums: parts make the whole, time can be moved,
// and the gemeente is counted itself.
import {describe, expect, it} from 'vitest';
import {readCatalogue, type Definition} from '../../queries/catalogue.ts';
import type {Database, Row} from '../../warehouse/open.ts';
import {daysOf, exactFigure, type Question} from '../support/exact-figures.ts';
import {openExample, readExample, type WorkedExample} from '../support/worked-example.ts';

const catalogue = readCatalogue('queries/indicators');
const indicators = catalogue.all();

/** Every day, year and birth year of an example a year later; the ends of time stay. */
function yearLater({given, expected}: WorkedExample): WorkedExample {
  const later = (value: string): string =>
    value.replace(
      /^(20\d\d)(-.*)?$/,
      (_, jaar: string, rest = '') => `${Number(jaar) + 1}${String(rest)}`,
    );
  const birth = (value: string): string => (value === '' ? '' : String(Number(value) + 1));
  const dated = /datum|geldig|periode|jaar|maand|dag|data|peil/;
  return {
    given: given.map(([table, rows]) => [
      table,
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            name === 'geboortejaar' ? birth(value) : dated.test(name) ? later(value) : value,
          ]),
        ),
      ),
    ]),
    expected: expected.map(({question, outcome}) => ({
      outcome,
      question: {...question, periode: later(question['periode'] ?? '')},
    })),
  };
}

async function answers(
  database: Database,
  definition: Definition,
  questions: readonly Question[],
): Promise<Row[]> {
  const rows = [];
  for (const question of questions) rows.push(await exactFigure(database, definition, question));
  return rows;
}

describe('an example moved by a year', () => {
  it.each(indicators)('$id: every figure moves along', async (definition) => {
    const example = yearLater(readExample(definition.rekenvoorbeeld));
    const database = await openExample(example);
    const rows = await answers(
      database,
      definition,
      example.expected.map(({question}) => question),
    );
    expect(rows).toEqual(example.expected.map(({outcome}) => outcome));
    database.close();
  });
});

const SPLITS: readonly [id: string, dimension: string][] = [
  ['eigen_kracht', 'vraagtype'],
  ['collectief', 'vraagtype'],
  ['wmo_maatwerk', 'productcategorie'],
  ['jeugdhulp', 'productcategorie'],
  ['bereik', 'toegangspoort'],
];

describe('the parts of a filter', () => {
  it.each(SPLITS)('%s by %s: contributions add up to all of them', async (id, dimension) => {
    const definition = catalogue.get(id);
    const database = await openExample(readExample(definition.rekenvoorbeeld));
    const parts = await database.rows(
      `select ${dimension} as node, count(*) as rijen from (${definition.sql}) group by node`,
    );
    const [all] = await database.rows(`select count(*) as rijen from (${definition.sql})`);
    expect(parts.every(({node}) => node !== null)).toBe(true);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.reduce((sum, {rijen}) => sum + Number(rijen), 0)).toBe(all?.['rijen']);
    database.close();
  });

  it.each(SPLITS)(
    '%s by %s: a person in two parts counts once in the whole',
    async (id, dimension) => {
      const definition = catalogue.get(id);
      const example = readExample(definition.rekenvoorbeeld);
      const database = await openExample(example);
      const nodes = await database.rows(
        `select distinct ${dimension} as node from (${definition.sql})`,
      );
      const column = definition.vorm === 'aandeel' ? 'noemer' : 'aantal';
      const questions = example.expected
        .map(({question}) => question)
        .filter((question) => question[dimension] === undefined);
      for (const question of questions) {
        const [whole = {}] = await answers(database, definition, [question]);
        const parts = await answers(
          database,
          definition,
          nodes.map(({node}) => ({...question, [dimension]: String(node)})),
        );
        const counts = parts.map((part) => Number(part[column] ?? 0));
        const sum = counts.reduce((total, count) => total + count, 0);
        const total = Number(whole[column] ?? 0);
        if (definition.telt === 'personen') {
          expect(total).toBeLessThanOrEqual(sum);
          expect(total).toBeGreaterThanOrEqual(Math.max(...counts));
        } else expect(total).toBe(sum);
      }
      database.close();
    },
  );
});

describe('the gemeente', () => {
  it('is counted itself: who moved is in two wijken and once in the gemeente', async () => {
    const definition = catalogue.get('bereik');
    const database = await openExample(readExample(definition.rekenvoorbeeld));
    const [gemeente, first, second] = await answers(
      database,
      definition,
      ['GM1', 'WK1', 'WK2'].map((gebied) => ({gebied, periode: '2021'})),
    );
    expect(Number(first?.['aantal']) + Number(second?.['aantal'])).toBe(
      Number(gemeente?.['aantal']) + 1,
    );
    database.close();
  });

  it('has its own share: events over events, not the mean of its wijken', async () => {
    for (const id of ['eigen_kracht', 'collectief', 'zelfredzaamheid_op_peil']) {
      const definition = catalogue.get(id);
      const database = await openExample(readExample(definition.rekenvoorbeeld));
      const node = id === 'zelfredzaamheid_op_peil' ? {domein: 'financien'} : {};
      const periode = id === 'collectief' ? '2021-H1' : '2021-K1';
      const [gemeente, ...wijken] = await answers(
        database,
        definition,
        ['GM1', 'WK1', 'WK2'].map((gebied) => ({gebied, periode, ...node})),
      );
      const share = (row: Row | undefined): number =>
        Number(row?.['teller']) / Number(row?.['noemer']);
      const sum = (column: string): number =>
        wijken.reduce((total, row) => total + Number(row[column]), 0);
      expect([sum('teller'), sum('noemer')]).toEqual([gemeente?.['teller'], gemeente?.['noemer']]);
      expect(share(gemeente)).not.toBeCloseTo((share(wijken[0]) + share(wijken[1])) / 2, 3);
      database.close();
    }
  });

  it('has its own survey, whatever its wijken say', async () => {
    const definition = catalogue.get('tevredenheid');
    const database = await openExample(readExample(definition.rekenvoorbeeld));
    const question = {gebied: 'GM1', periode: '2021', vraag: 'snel_geholpen'};
    const before = await exactFigure(database, definition, question);
    await database.run(`update kern.tevredenheid set aantal = 100 where gebied_code like 'WK%'`);
    expect(await exactFigure(database, definition, question)).toEqual(before);
    database.close();
  });
});

describe('a date moved by a period', () => {
  it.each([
    ['eigen_kracht', 'kern.casus', 'datum_einde', '2021-K1', '2021-K2', {}],
    [
      'zelfredzaamheid_op_peil',
      'kern.meting_paar',
      'datum',
      '2021-K1',
      '2021-K2',
      {domein: 'financien'},
    ],
    ['participatie', 'kern.meting_paar', 'datum', '2021-K1', '2021-K2', {variant: 'standaard'}],
  ] as const)(
    '%s: the figure moves from one to the next',
    async (id, table, column, from, to, node) => {
      const definition = catalogue.get(id);
      const database = await openExample(readExample(definition.rekenvoorbeeld));
      const ask = (periode: string): Promise<Row> =>
        exactFigure(database, definition, {gebied: 'GM1', periode, ...node});
      const [before, after] = [await ask(from), await ask(to)];
      const {van, tot} = daysOf(from);
      const parameters = {van, tot, eerste: daysOf(to).van};
      await database.run(
        `update ${table} set ${column} = $eerste::date where ${column} between $van and $tot`,
        parameters,
      );
      expect(await ask(from)).toMatchObject({teller: 0, noemer: 0});
      expect(Number((await ask(to))['noemer'])).toBe(
        Number(before['noemer']) + Number(after['noemer']),
      );
      database.close();
    },
  );
});
