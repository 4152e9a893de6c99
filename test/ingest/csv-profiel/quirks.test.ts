import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Row} from '../../../warehouse/open.ts';
import {
  closeInboxes,
  findings,
  HEADER,
  meldingen,
  MAPPING,
  NUMBERS,
  offerExport,
  type Offered,
} from './sample.ts';

afterAll(closeInboxes);

const GOOD = 'M1;Team Noord;05-01-2022;Geld;Ja';
const ONE = [{aanmelding_id: 'M1', datum_aanmelding: '2022-01-05'}];
const KEYS = 'aanmelding_id, datum_aanmelding';

describe('an export in', () => {
  it.each([
    ['UTF-8', Buffer.from(`${HEADER}\n${GOOD}\n`)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${HEADER}\n${GOOD}\n`)],
    ['lines that end in CRLF', Buffer.from(`${HEADER}\n${GOOD}\n`.replaceAll('\n', '\r\n'))],
    ['cells between ; that end in ; too', Buffer.from(`${HEADER};\n${GOOD};\n`)],
    ['cells between ,', Buffer.from(`${HEADER}\n${GOOD}\n`.replaceAll(';', ','))],
    ['cells between tabs', Buffer.from(`${HEADER}\n${GOOD}\n`.replaceAll(';', '\t'))],
    ['quoted cells', Buffer.from(`"${HEADER.replaceAll(';', '";"')}"\n${GOOD}\n`)],
    ['cells with spaces around them', Buffer.from(`${HEADER}\n${GOOD.replaceAll(';', ' ; ')}\n`)],
  ])('%s is read', async (_what, tekst) => {
    const offered = await offerExport([meldingen(tekst)]);
    expect(offered.outcome).toMatchObject({status: 'geladen', reden: ''});
    expect(await offered.rows('aanmelding', `${KEYS}, team_id, vraagtype, crisis`)).toEqual([
      {...ONE[0], team_id: 'T1', vraagtype: 'financien', crisis: true},
    ]);
    expect(findings(offered)).toEqual([]);
  });

  it('Windows-1252 is converted: names of columns and values with é', async () => {
    const kolommen = {...MAPPING.tabellen[0]?.kolommen, toegangspoort: {vast: 'anders'}};
    const mapping = {
      ...MAPPING,
      negeer: ['Geëscaleerd'],
      tabellen: [
        {
          tabel: 'aanmelding',
          kolommen: {...kolommen, team_id: {kolom: 'Team', waarden: {'Team Café': 'T9'}}},
        },
      ],
    };
    const tekst = Buffer.from(
      `${HEADER};Geëscaleerd\nM1;Team Café;5-1-2022;Geld;J;€\n`.replace('€', '\x80'),
      'latin1',
    );
    const offered = await offerExport([meldingen(tekst)], [mapping]);
    expect(await offered.rows('aanmelding', 'team_id')).toEqual([{team_id: 'T9'}]);
    expect(findings(offered)).toEqual([[null, 'CODERING']]);
  });

  it('UTF-16 is refused with what to do', async () => {
    const {outcome} = await offerExport([
      meldingen(Buffer.from(`\uFEFF${HEADER}\n${GOOD}\n`, 'utf16le')),
    ]);
    expect(outcome.reden).toBe(
      'meldingen.csv: het bestand heeft codering UTF-16. Bewaar het als "CSV UTF-8" en lever opnieuw.',
    );
  });
});

describe('a date written as', () => {
  const DATES = [
    ['05-01-2022', '2022-01-05'],
    ['5-1-22', '2022-01-05'],
    ['5/1/2022', '2022-01-05'],
    ['05.01.2022', '2022-01-05'],
    ['2022-01-05', '2022-01-05'],
    ['2022/1/5', '2022-01-05'],
    ['20220105', '2022-01-05'],
    ['05-01-2022 23:30', '2022-01-05'],
    ['05-01-2022 23:30:15', '2022-01-05'],
    ['2022-01-05T23:30:15.123', '2022-01-05'],
    ['20220105 12:00', '2022-01-05'],
    ['2022-01-04T23:00:00Z', '2022-01-05'],
    ['2022-01-05T00:00:00+01:00', '2022-01-05'],
    ['44566', '2022-01-05'],
    ['44566,75', '2022-01-05'],
    ['7-1-99', '1999-01-07'],
    ['12-31-2021', null],
    ['31-02-2022', null],
    ['gisteren', null],
    ['2022', null],
    ['2022-1', null],
  ] as const;
  let offered: Offered;
  let rows: Row[];
  beforeAll(async () => {
    const lines = DATES.map(([cell], index) => `M${index};Team Noord;${cell};Geld;Ja`);
    offered = await offerExport([meldingen(`${HEADER}\n${lines.join('\n')}\n`)]);
    rows = await offered.rows('aanmelding', 'aanmelding_id, datum_aanmelding');
  });

  it.each(DATES.map(([cell, day], index) => ({cell, day, index})))(
    '$cell is $day',
    ({day, index}) => {
      const found = rows.find(({aanmelding_id}) => aanmelding_id === `M${index}`);
      expect(found?.['datum_aanmelding'] ?? null).toBe(day);
      const rejected = findings(offered).some(
        ([line, code]) => line === index + 2 && code === 'DATUM',
      );
      expect(rejected).toBe(day === null);
    },
  );

  it.each([
    [
      undefined,
      [null],
      [
        [3, 'DATUM_ONVOLLEDIG'],
        [4, 'DATUM_ONVOLLEDIG'],
      ],
    ],
    ['eerste_dag', [null, '2021-12-01', '2021-01-01'], []],
    ['laatste_dag', [null, '2021-12-31', '2021-12-31'], []],
  ])('jjjjmmdd with 00 parts: %s', async (onvolledig, days, found) => {
    const [table] = MAPPING.tabellen;
    const kolommen = {
      ...table?.kolommen,
      datum_aanmelding: {vast: '2021-01-01'},
      datum_afgesloten: {kolom: 'Datum melding', onvolledig},
    };
    const cells = ['00000000', '20211200', '20210000'];
    const lines = cells.map((cell, index) => `M${index};Team Noord;${cell};Geld;Ja`);
    const offered = await offerExport(
      [meldingen(`${HEADER}\n${lines.join('\n')}\n`)],
      [{...MAPPING, tabellen: [{...table, kolommen}]}],
    );
    const rows = await offered.rows('aanmelding', 'datum_afgesloten');
    expect(rows.map(({datum_afgesloten}) => datum_afgesloten)).toEqual(days);
    expect(findings(offered)).toEqual(found);
  });
});

describe('a number written as', () => {
  const amounts = (cells: readonly string[], decimaal = ',') => {
    const lines = cells.map((cell, index) => `${index};2;"${cell}"\n`).join('');
    return offerExport(
      [{naam: 'uren.csv', tekst: `Nr;Uren;Bedrag\n${lines}`}],
      [{...NUMBERS, decimaal}],
    );
  };
  const AMOUNTS = [
    ['1250', 125_000],
    ['1.250', 125_000],
    ['€ 1.250,50', 125_050],
    ['1.234.567,89', 123_456_789],
    ['12,5', 1250],
    ['-12,50', -1250],
    ['12,50-', -1250],
    ['€ -12,50', -1250],
    ['€\u00a01.250,-', 125_000],
    ['1250,00 EUR', 125_000],
    ['1.5', null],
    ['1,250.50', null],
    ['12.50', null],
    ['1.25.0', null],
    ['12,5,0', null],
    ['veel', null],
    ['1e3', null],
    ['0x10', null],
  ] as const;
  let offered: Offered;
  let rows: Row[];
  beforeAll(async () => {
    offered = await amounts(AMOUNTS.map(([cell]) => cell));
    rows = await offered.rows('prestatie', 'referentie, bedrag_cent');
  });

  it.each(AMOUNTS.map(([cell, cents], index) => ({cell, cents, index})))(
    '$cell is $cents cents among decimal commas',
    ({cents, index}) => {
      const found = rows.find(({referentie}) => referentie === String(index));
      expect(found?.['bedrag_cent'] ?? null).toBe(cents);
      const rejected = findings(offered).some(
        ([line, code]) => line === index + 2 && code === 'GETAL',
      );
      expect(rejected).toBe(cents === null);
    },
  );

  it('it is not is rejected by the name of its column', () => {
    expect(offered.outcome.bestanden[0]?.afgewezen[0]).toMatchObject({
      kolom: 'Bedrag',
      reden:
        'Bedrag: dit is geen getal met een decimale komma. Herstel de cel of pas het profiel aan.',
    });
  });

  it('1.5 is one and a half, and 1,250 thousands, where the profile says point', async () => {
    const read = await amounts(['1.5', '€1,250.50'], '.');
    expect(await read.rows('prestatie', 'bedrag_cent')).toEqual([
      {bedrag_cent: 150},
      {bedrag_cent: 125_050},
    ]);
  });

  it.each([
    {keer: undefined, cells: ['30', '30,00', '1.250'], whole: [30, 30, 1250]},
    {keer: 60, cells: ['1,5', '0,25', '10', '100,00'], whole: [90, 15, 600, 6000]},
  ])('$cells is a whole number (times $keer): $whole', async ({keer, cells, whole}) => {
    const [table] = NUMBERS.tabellen;
    const kolommen = {...table?.kolommen, volume: {kolom: 'Uren', keer}};
    const lines = cells.map((cell, index) => `${index};"${cell}";1\n`).join('');
    const read = await offerExport(
      [{naam: 'uren.csv', tekst: `Nr;Uren;Bedrag\n${lines}`}],
      [{...NUMBERS, tabellen: [{...table, kolommen}]}],
    );
    expect((await read.rows('prestatie', 'volume')).map(({volume}) => volume)).toEqual(whole);
  });

  it('1,5 is not made whole when a whole number is asked', async () => {
    const offered = await offerExport(
      [{naam: 'uren.csv', tekst: 'Nr;Uren;Bedrag\n1;"1,5";1\n'}],
      [NUMBERS],
    );
    expect(findings(offered)).toEqual([[2, 'GETAL']]);
  });
});

describe('a cell', () => {
  it('is yes, no or unknown, however it is written', async () => {
    const cells = ['Ja', 'ja', 'J', '1', 'Nee', 'N', '0', '', '-', '.', 'x', 'N.v.t.'];
    const lines = cells.map((cell, index) => `M${index};Team Noord;5-1-2022;Geld;${cell}\n`);
    const offered = await offerExport([meldingen(`${HEADER}\n${lines.join('')}`)]);
    const rows = await offered.rows('aanmelding', 'crisis');
    expect(rows.map(({crisis}) => crisis)).toEqual([
      ...[true, true, true, true],
      ...[false, false, false],
      ...[null, null, null, null, null],
    ]);
  });

  it('that is neither yes nor no is rejected', async () => {
    const offered = await offerExport([
      meldingen(`${HEADER}\nM1;Team Noord;5-1-2022;Geld;misschien\n`),
    ]);
    expect(findings(offered)).toEqual([[2, 'JA_NEE']]);
  });

  it('keeps the zeros in front, and gets them back where the profile says how long it is', async () => {
    const [table] = MAPPING.tabellen;
    const line = '007;Team Noord;5-1-2022;Geld;Ja';
    const kept = await offerExport([meldingen(`${HEADER}\n${line}\n`)]);
    expect(await kept.rows('aanmelding', 'aanmelding_id')).toEqual([{aanmelding_id: '007'}]);
    const kolommen = {...table?.kolommen, aanmelding_id: {kolom: 'Nummer', lengte: 5}};
    const padded = await offerExport(
      [meldingen(`${HEADER}\n${line}\nA7;Team Noord;5-1-2022;Geld;Ja\n`)],
      [{...MAPPING, tabellen: [{...table, kolommen}]}],
    );
    expect(await padded.rows('aanmelding', 'aanmelding_id')).toEqual([
      {aanmelding_id: '00007'},
      {aanmelding_id: 'A7'},
    ]);
  });

  it('with a value outside a list is rejected by the name of its column, unless "anders" has it', async () => {
    const offered = await offerExport([
      meldingen(`${HEADER}\nM1;Team Oost;5-1-2022;Onbekende vraag;Ja\n${GOOD}\n`),
    ]);
    expect(offered.outcome.bestanden[0]?.afgewezen).toEqual([
      {
        regel: 2,
        kolom: 'Team',
        code: 'WAARDE_ONBEKEND',
        reden: 'Team: deze waarde staat niet in de lijst van het profiel. Vul de lijst aan.',
      },
    ]);
    expect(await offered.rows('aanmelding', 'aanmelding_id')).toEqual([{aanmelding_id: 'M1'}]);
  });

  it('that is empty becomes what the profile says, or stays empty', async () => {
    const [table] = MAPPING.tabellen;
    const kolommen = {
      ...table?.kolommen,
      vraagtype: {kolom: 'Vraag', als_leeg: 'anders'},
      wet: {kolom: 'Crisis'},
    };
    const offered = await offerExport(
      [meldingen(`${HEADER}\nM1;Team Noord;5-1-2022;n.v.t.;-\n`)],
      [{...MAPPING, tabellen: [{...table, kolommen}]}],
    );
    expect(await offered.rows('aanmelding', 'vraagtype, wet')).toEqual([
      {vraagtype: 'anders', wet: null},
    ]);
  });
});

describe('lines', () => {
  it('count on after a line break inside quotes', async () => {
    const mapping = {...MAPPING, negeer: ['Notitie']};
    const offered = await offerExport(
      [
        meldingen(
          `${HEADER};Notitie\nM1;Team Noord;5-1-2022;Geld;Ja;"een\ntwee"\nM2;Team Noord;x;Geld;Ja;\n`,
        ),
      ],
      [mapping],
    );
    expect(await offered.rows('aanmelding', 'aanmelding_id')).toEqual([{aanmelding_id: 'M1'}]);
    expect(findings(offered)).toEqual([[4, 'VERPLICHT']]);
  });

  it('that repeat the header, are empty or hold totals are no records, and are told', async () => {
    const offered = await offerExport([
      meldingen(
        `${HEADER}\n${GOOD}\n${HEADER}\n;;;;\nM2;Team Zuid;6-1-2022;Geld;Ja\n${HEADER}\nTotaal;2;;;\n`,
      ),
    ]);
    expect(findings(offered)).toEqual([
      [3, 'KOP_HERHAALD'],
      [4, 'LEGE_REGEL'],
      [7, 'TOTAALREGEL'],
    ]);
    expect(offered.outcome.bestanden[0]).toMatchObject({gelezen: 2, geladen: 2});
    expect(offered.outcome.bestanden[0]?.waarschuwingen[0]?.reden).toBe(
      'de kopregel staat er nog een keer, net als 1 andere. Er is niets mee gedaan.',
    );
  });

  it('that begin with "Totaal" are records, unless they are the last', async () => {
    const [table] = MAPPING.tabellen;
    const kolommen = {...table?.kolommen, team_id: 'Team'};
    const offered = await offerExport(
      [meldingen(`${HEADER}\nTotaalplan 1;T1;5-1-2022;Geld;Ja\n${GOOD}\n`)],
      [{...MAPPING, tabellen: [{...table, kolommen}]}],
    );
    expect(offered.outcome.bestanden[0]).toMatchObject({gelezen: 2, geladen: 2});
  });

  it('cut off at the end are rejected, the others load', async () => {
    const offered = await offerExport([meldingen(`${HEADER}\n${GOOD}\nM2;Team No`)]);
    expect(await offered.rows('aanmelding', KEYS)).toEqual(ONE);
    expect(findings(offered)).toEqual([[3, 'REGEL_STUK']]);
    expect(offered.outcome.bestanden[0]).toMatchObject({gelezen: 2, geladen: 1});
  });

  it('cut off inside quotes are rejected, the others load', async () => {
    const offered = await offerExport([meldingen(`${HEADER}\n${GOOD}\nM2;"Team No`)]);
    expect(await offered.rows('aanmelding', KEYS)).toEqual(ONE);
    expect(offered.outcome.bestanden[0]).toMatchObject({gelezen: 2, geladen: 1});
  });
});

describe('a file', () => {
  it('that is empty is refused', async () => {
    const {outcome} = await offerExport([meldingen('')]);
    expect(outcome.reden).toMatch(/^meldingen.csv: het bestand is leeg/);
  });

  it('with a header only loads nothing, and that is fine', async () => {
    const {outcome} = await offerExport([meldingen(`${HEADER}\n`)]);
    expect(outcome).toMatchObject({status: 'geladen', bestanden: [{gelezen: 0, geladen: 0}]});
  });

  it.each([
    ['a column twice', `${HEADER};Team\n${GOOD};\n`, /regel 1: kolom 6 heeft dezelfde naam/],
    ['an unknown column', `${HEADER};BSN\n${GOOD};\n`, /regel 1: onbekende kolom \(kolom 6\)/],
    ['a missing column', 'Nummer;Team\nM1;T1\n', /kolom ontbreekt: "Datum melding", "Vraag"/],
    [
      'cells under no name',
      `${HEADER};\n${GOOD};geheim\n`,
      /regel 2: kolom 6 is gevuld maar heeft/,
    ],
  ])('with %s is refused, without telling what is in it', async (_what, tekst, reden) => {
    const {outcome, inbox} = await offerExport([meldingen(tekst)]);
    expect(outcome).toMatchObject({status: 'geweigerd'});
    expect(outcome.reden).toMatch(reden);
    expect(outcome.reden).not.toMatch(/BSN|geheim/);
    expect(await inbox.count('stg.aanmelding')).toBe(0);
  });
});
