import {tableFromIPC} from 'apache-arrow';
import {parse} from 'csv-parse/sync';
import {readSheet} from 'read-excel-file/node';
import {describe, expect, it} from 'vitest';
import type {Begrotingspost, Financienstand, Verschil} from '../../../queries/contract/finance.ts';
import {groupsOf, type TaakveldGroups} from '../../../queries/finance/budget-totals.ts';
import {testServer} from '../../support/server.ts';

interface Problem {
  status: number;
  fouten: {veld: string; melding: string}[];
}

async function ask<T>(path: string): Promise<T> {
  const server = await testServer();
  return JSON.parse((await server.get(`/api/v1/financien/${path}`)).text) as T;
}

interface Budget {
  versies: {versie: number; datum: string}[];
  posten: Begrotingspost[];
  totalen: {versie: number; lasten_cent: number; baten_cent: number}[];
}

describe('the begroting', () => {
  it.each([
    [2020, 63_000_000, 36_000_000],
    [2021, 61_000_000, 6_000_000],
    [2022, 45_000_000, 4_000_000],
  ])(
    'of the teams in %i is %i cents on both sides, in every version',
    async (jaar, total, reserve) => {
      const {posten, versies} = await ask<Budget>(`begroting?gemeente=0400&boekjaar=${jaar}`);
      const plan = posten.filter(({onderdeel}) => onderdeel === 'geen');
      for (const index of versies.keys()) {
        for (const side of ['lasten', 'baten']) {
          const sum = plan
            .filter(({kant}) => kant === side)
            .reduce((all, {standen_cent}) => all + standen_cent[index]!, 0);
          expect({side, sum}).toEqual({side, sum: total});
        }
      }
      expect(plan.find(({regel}) => regel === 'reserve')?.standen_cent).toEqual([reserve, reserve]);
    },
  );

  it('has dekking as high as lasten in each version, and one version when asked', async () => {
    const {totalen} = await ask<Budget>('begroting?gemeente=0400&boekjaar=2021');
    expect(totalen).toHaveLength(2);
    for (const one of totalen) expect(one.baten_cent).toBe(one.lasten_cent);
    const {versies, posten} = await ask<Budget>('begroting?gemeente=0400&boekjaar=2021&versie=1');
    expect(versies).toEqual([{versie: 1, datum: '2021-06-24'}]);
    expect(posten.every(({standen_cent}) => standen_cent.length === 1)).toBe(true);
  });
});

describe('taakvelden over the generations of Iv3', () => {
  const year = (boekjaar: number, posten: [string | null, 'lasten' | 'baten', number][]) => ({
    boekjaar,
    versies: [{versie: 0, datum: `${boekjaar - 1}-11-10`}],
    posten: posten.map(([groep, kant, cent]) => ({
      ...{regel: 'post', omschrijving: 'post', onderdeel: 'wmo' as const, taakveld: null},
      ...{groep, kant, standen_cent: [1, cent]},
    })),
  });

  it('make a series per group; a year without taakvelden is none, and no post is no zero', () => {
    const groups = groupsOf([
      year(2016, [[null, 'lasten', 700]]),
      year(2022, [
        ['wmo_maatwerk', 'lasten', 500],
        ['wmo_maatwerk', 'lasten', 40],
        ['wmo_maatwerk', 'baten', 9],
        ['toegang', 'lasten', 30],
      ]),
      year(2025, [['wmo_maatwerk', 'lasten', 600]]),
    ]);
    expect(groups).toEqual({
      boekjaren: [2022, 2025],
      groepen: [
        {groep: 'toegang', bedragen_cent: [30, null]},
        {groep: 'wmo_maatwerk', bedragen_cent: [540, 600]},
      ],
    });
  });

  it('stand in the answer for every year with a begroting', async () => {
    const {taakveldgroepen} = await ask<{taakveldgroepen: TaakveldGroups}>(
      'begroting?gemeente=0400&boekjaar=2021',
    );
    expect(taakveldgroepen.boekjaren).toEqual([2020, 2021, 2022]);
    expect(taakveldgroepen.groepen.find(({groep}) => groep === 'toegang')).toEqual({
      groep: 'toegang',
      bedragen_cent: [63_000_000, 61_000_000, 45_000_000],
    });
  });
});

describe('a look at a boekjaar', () => {
  it('is the newest when nothing is asked, and tells which there are', async () => {
    const found = await ask<Record<string, unknown>>('prognose?gemeente=0400');
    expect(found).toMatchObject({boekjaar: 2022, peilmaand: 9, peilmaanden: [3, 6, 9]});
  });

  it('withholds with a reason, never with a zero', async () => {
    const {standen} = await ask<{standen: Financienstand[]}>('prognose?gemeente=0400&peilmaand=6');
    const hidden = standen.filter(({status}) => status !== 'ok');
    expect(hidden.map(({regel, status}) => [regel, status])).toEqual([
      ['wmo-beschermd', 'te_klein'],
    ]);
    expect(hidden[0]).toMatchObject({
      realisatie_cent: null,
      prognose: null,
      gedeclareerd_cent: null,
    });
  });

  it('splits the difference to the cent', async () => {
    const {verschillen} = await ask<{verschillen: Verschil[]}>('verschillen?gemeente=0400');
    expect(verschillen.length).toBeGreaterThan(1);
    for (const one of verschillen) {
      expect(
        one.volume_cent + one.mix_cent + one.intensiteit_cent + one.prijs_cent + one.overig_cent,
      ).toBe(one.verwacht_cent - one.begroot_cent);
    }
  });

  it('divides begroting and forecast over wijken, with the rest in a row of its own', async () => {
    const {gebieden} = await ask<{
      gebieden: {
        gebied: string | null;
        begroot_cent: number | null;
        verwacht_cent: number | null;
      }[];
    }>('verschillen?gemeente=0400&boekjaar=2022&peilmaand=6');
    expect(
      gebieden.filter(({begroot_cent}) => begroot_cent === null).map(({gebied}) => gebied),
    ).toEqual(['WK040007']);
    expect(gebieden.at(-1)?.gebied).toBeNull();
    const {standen} = await ask<{standen: Financienstand[]}>('prognose?gemeente=0400&peilmaand=6');
    const wmo = standen.find(({regel, onderdeel}) => regel === null && onderdeel === 'wmo');
    const sum = (of: 'begroot_cent' | 'verwacht_cent'): number =>
      gebieden.reduce((all, one) => all + (one[of] ?? 0), 0);
    expect(sum('begroot_cent')).toBe(wmo?.begroot_cent);
    expect(sum('verwacht_cent')).toBe(wmo?.prognose?.verwacht_cent);
  });
});

describe('the wijkbudget', () => {
  it('adds up to the budget in each way of dividing', async () => {
    const {bedrag_cent, verdeling} = await ask<{
      bedrag_cent: number;
      verdeling: Record<string, number | null>[];
    }>('wijkbudget?gemeente=0400&bedrag=123457');
    expect(bedrag_cent).toBe(12_345_700);
    for (const way of ['functie', 'populatie', 'productie', 'behoefte']) {
      expect(verdeling.reduce((sum, one) => sum + (one[way] ?? 0), 0)).toBe(bedrag_cent);
    }
  });

  it('is that of the plan when no amount is asked, and knows no fte of a wijk', async () => {
    const {bedrag_cent, verdeling} = await ask<{
      bedrag_cent: number;
      verdeling: Record<string, number | null>[];
    }>('wijkbudget?gemeente=0400&boekjaar=2020&niveau=wijk');
    expect(bedrag_cent).toBe(63_000_000);
    expect(verdeling.every(({functie}) => functie === null)).toBe(true);
  });
});

describe('money beside outcome', () => {
  it('shows per theme the posts and the verdicts of the gemeente', async () => {
    const {themas} = await ask<{
      themas: {id: string; posten: unknown[]; uitkomsten: {indicator: string; woord: string}[]}[];
    }>('opbrengst?gemeente=0400&boekjaar=2021');
    expect(themas.map(({id}) => id)).toEqual(['toegang', 'hulp_dichtbij']);
    expect(themas[0]?.posten).toEqual([
      {
        regel: 'huur',
        omschrijving: 'huur',
        kant: 'lasten',
        begroot_cent: 2_000_000,
        realisatie_cent: 1_800_000,
      },
    ]);
    expect(themas[0]?.uitkomsten.map(({indicator}) => indicator)).toContain('wachtlijst');
  });
});

describe('a question about money', () => {
  it('of a gemeente without begroting has an empty answer', async () => {
    expect(await ask('prognose?gemeente=0453')).toMatchObject({boekjaren: [], standen: []});
    expect(await ask('wijkbudget?gemeente=0453')).toMatchObject({verdeling: []});
  });

  it.each([
    ['begroting?gemeente=0400&boekjaar=1999', 'boekjaar'],
    ['begroting?gemeente=0400&boekjaar=2021&versie=9', 'versie'],
    ['prognose?gemeente=0400&peilmaand=5', 'peilmaand'],
    ['wijkbudget?gemeente=0400&bedrag=-1', 'bedrag'],
    ['prognose?gemeente=0400&wijk=1', 'wijk'],
  ])('%s is refused with what is possible', async (path, veld) => {
    const problem = await ask<Problem>(path);
    expect(problem.status).toBe(400);
    expect(problem.fouten.map((fout) => fout.veld)).toEqual([veld]);
  });
});

describe('the formats', () => {
  const PATH = '/api/v1/financien/prognose?gemeente=0400&peilmaand=6';

  it('agree: JSON, CSV, Arrow and a workbook with typed cells', async () => {
    const server = await testServer();
    const [json, csv, arrow, xlsx] = await Promise.all(
      ['json', 'csv', 'arrow', 'xlsx'].map((vorm) => server.get(`${PATH}&vorm=${vorm}`)),
    );
    const {standen} = JSON.parse(json!.text) as {standen: Financienstand[]};
    const cents = standen.map(({realisatie_cent}) => realisatie_cent);
    const lines = parse<Record<string, string>>(csv!.text, {columns: true});
    expect(
      lines.map(({realisatie_cent}) => (realisatie_cent === '' ? null : Number(realisatie_cent))),
    ).toEqual(cents);
    expect([...tableFromIPC(arrow!.bytes).getChild('realisatie_cent')!]).toEqual(cents);
    const [header, ...rows] = await readSheet(xlsx!.bytes, 'Cijfers');
    const column = header!.indexOf('realisatie_euro');
    expect(rows.map((row) => row[column])).toEqual(
      cents.map((cent) => (cent === null ? null : cent / 100)),
    );
    expect(typeof rows[0]![header!.indexOf('omschrijving')]).not.toBe('number');
    expect(rows[1]![header!.indexOf('voorlopig')]).toBe(false);
  });

  it('explain every column, the publication and the filters on a second sheet', async () => {
    const server = await testServer();
    const {bytes, headers} = await server.get(`${PATH}&vorm=xlsx`);
    expect(headers['content-disposition']).toContain('prognose-0400-2022-6-2022-11-a.xlsx');
    const [header] = await readSheet(bytes, 'Cijfers');
    const uitleg = await readSheet(bytes, 'Uitleg');
    const named = new Map(uitleg.map(([naam, tekst]) => [naam, tekst]));
    for (const naam of header!) expect([naam, named.get(naam)]).not.toEqual([naam, undefined]);
    expect(named.get('publicatie')).toBe('2022-11-a');
    expect(named.get('peilmaand')).toBeDefined();
    expect(named.get('prijspeil')).toContain('niet gecorrigeerd');
    expect(named.get('gekozen peilmaand')).toBe('6');
  });

  it.each(['begroting', 'prognose', 'verschillen', 'wijkbudget'])(
    'of %s have euros for every column in cents, and dates for every day',
    async (naam) => {
      const server = await testServer();
      const {bytes} = await server.get(`/api/v1/financien/${naam}?gemeente=0400&vorm=xlsx`);
      const {text} = await server.get(`/api/v1/financien/${naam}?gemeente=0400&vorm=csv`);
      const [header, ...rows] = await readSheet(bytes, 'Cijfers');
      const [names = [], ...lines] = parse(text);
      expect(header).toEqual(names.map((name) => name.replace(/_cent$/, '_euro')));
      expect(rows.length).toBe(lines.length);
      for (const [at, name] of names.entries()) {
        for (const [index, row] of rows.entries()) {
          const plain = lines[index]![at]!;
          const cell = row[at] ?? null;
          if (plain === '') expect(cell).toBeNull();
          else if (name.endsWith('_cent')) expect(cell).toBeCloseTo(Number(plain) / 100, 6);
          else if (name.startsWith('datum')) expect(cell).toEqual(new Date(plain));
          else if (typeof cell === 'boolean') expect(plain).toBe(cell ? 'ja' : 'nee');
          else expect(String(cell)).toBe(plain);
        }
      }
      expect(names.filter((name) => name.endsWith('_cent')).length).toBeGreaterThan(1);
    },
  );
});
