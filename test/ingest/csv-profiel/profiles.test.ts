import writeWorkbook from 'write-excel-file/node';
import {afterAll, describe, expect, it} from 'vitest';
import {writeZip} from '../../../fixtures/zip.ts';
import {manifestOf, type TestFile} from '../../support/delivery.ts';
import {closeInboxes, findings, HEADER, MAPPING, meldingen, offerExport} from './sample.ts';

afterAll(closeInboxes);

const csv = (naam: string, kop: string, ...lines: string[]): TestFile => ({
  naam,
  tekst: `${[kop, ...lines].join('\r\n')}\r\n`,
});

async function workbook(naam: string, sheets: Record<string, unknown[][]>): Promise<TestFile> {
  const written = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) =>
      row.map((value) =>
        value instanceof Date
          ? {value, type: Date, format: 'dd-mm-yyyy'}
          : {value: value as string},
      ),
    ),
  }));
  return {naam, tekst: await writeWorkbook(written).toBuffer()};
}

describe('the example profile', () => {
  const MELDINGEN = csv(
    'meldingen-2022-01.csv',
    'Meldingnummer;Pseudoniem;Anoniem;Geboortejaar;Geslacht;Team;Datum melding;Binnengekomen via;Hoofdvraag;Wet;Spoed;Eerste gesprek;Afgerond op;Behandelaar;Laatst gewijzigd',
    'M1;persoon-aaaa;Nee;1980;Vrouw;Wijkteam Zuid;03-01-2022;Huisarts;Wonen;Wmo;Nee;10-01-2022;-;B12;04-01-2022',
    'M2;;Ja;;;Wijkteam Centrum;04-01-2022;Post;Iets anders;n.v.t.;Ja;;;B12;04-01-2022',
    'M3;persoon-aaaa;Nee;1980;Vrouw;Wijkteam Zuid;05-01-2022;KCC;Geld en schulden;PW;Nee;;;B12;05-01-2022',
  );

  it('fills aanmelding and client from one file, and contacts from a sheet', async () => {
    const contacten = await workbook('contacten.xlsx', {
      Uitleg: [['Dit blad wordt niet gelezen']],
      Contacten: [
        ['Nr', 'Team', 'Datum', 'Soort', 'Uren'],
        [17, 'Wijkteam Zuid', new Date('2022-01-10T00:00:00Z'), 'Huisbezoek', 1.5],
        [18, 'Wijkteam Zuid', new Date('2022-01-11T00:00:00Z'), 'Bellen', 0.25],
      ],
    });
    const offered = await offerExport([MELDINGEN, contacten], null, {profiel: 'voorbeeld'});
    expect(offered.outcome.reden).toBe('');
    expect(
      offered.outcome.bestanden.map(({naam, tabel, gelezen, geladen, dubbel}) => [
        naam,
        tabel,
        gelezen,
        geladen,
        dubbel,
      ]),
    ).toEqual([
      ['meldingen-2022-01.csv', 'aanmelding', 3, 3, 0],
      ['meldingen-2022-01.csv', 'client', 2, 1, 1],
      ['contacten.xlsx#Contacten', 'contactmoment', 2, 2, 0],
    ]);
    expect(
      await offered.rows(
        'aanmelding',
        'aanmelding_id, team_id, vraagtype, wet, crisis, toegangspoort',
      ),
    ).toEqual([
      {
        aanmelding_id: 'M1',
        team_id: 'T2',
        vraagtype: 'huisvesting',
        wet: 'wmo',
        crisis: false,
        toegangspoort: 'huisarts',
      },
      {
        aanmelding_id: 'M2',
        team_id: 'T1',
        vraagtype: 'anders',
        wet: null,
        crisis: true,
        toegangspoort: 'anders',
      },
      {
        aanmelding_id: 'M3',
        team_id: 'T2',
        vraagtype: 'financien',
        wet: 'participatiewet',
        crisis: false,
        toegangspoort: 'kcc',
      },
    ]);
    expect(await offered.rows('contactmoment', 'contact_id, datum, soort, minuten')).toEqual([
      {contact_id: '000017', datum: '2022-01-10', soort: 'huisbezoek', minuten: 90},
      {contact_id: '000018', datum: '2022-01-11', soort: 'overleg', minuten: 15},
    ]);
  });
});

describe('the profile of the Gemeentelijk Gegevensmodel 2.5', () => {
  it('loads sociale teams and jeugd/wmo', async () => {
    const offered = await offerExport(
      [
        csv(
          'team.csv',
          'team_id,gemeente_code,naam,omschrijving,datumstart,datumeinde',
          'T1,GM0400,Centrum,,2020-11-01,',
        ),
        csv(
          'client.csv',
          'client_id,code,geboortejaar,geslachtsaanduiding,huishouden_id',
          'persoon-aaaa,,1980,V,',
          'persoon-bbbb,,2010,1,',
        ),
        csv(
          'caseaanmelding.csv',
          'caseaanmelding_id,client_id,team_id,datum,leefgebied,datumeersteafspraak,datumeinde',
          'C1,persoon-aaaa,T1,2022-01-03,Financiën,2022-01-10,',
        ),
        csv(
          'sociaalteamdossier.csv',
          'sociaalteamdossier_id,client_id,team_id,caseaanmelding_id,datumstart,datumeinde,status,datumvaststelling',
          'D1,persoon-aaaa,T1,C1,2022-01-12,,Actief,',
        ),
        csv(
          'toewijzing.csv',
          'wet,toewijzingnummer,client_id,leverancier_id,productcategoriecode,productcode,datumtoewijzing,datumstarttoewijzing,datumeindetoewijzing,omvang,eenheid,frequentie,redenwijziging,datumaanschaf',
          'Jeugdwet,123,persoon-bbbb,A1,46,,2022-01-20,2022-02-01,2022-12-31,120,01,2,,',
          'Wmo,124,persoon-aaaa,A1,2,,2022-01-20,2022-02-01,,1,04,2,,',
        ),
        csv(
          'levering.csv',
          'wet,toewijzingnummer,code,omvang,eenheid,frequentie,datumstart,datumstop,stopreden',
          'Wmo,124,,,,,2022-02-01,2022-02-03,Verhuizing',
        ),
        csv(
          'declaratieregel.csv',
          'wet,leverancier_id,code,client_id,toewijzingnummer,productcategoriecode,productcode,datumstart,datumeinde,omvang,eenheid,bedrag,datumdeclaratie,declaratiestatus',
          'Wmo,A1,R1,persoon-aaaa,124,2,,2022-02-01,2022-02-03,3,04,151.50,2022-02-03,Toegekend',
        ),
      ],
      null,
      {profiel: 'ggm-2.5'},
    );
    expect(offered.outcome.reden).toBe('');
    for (const {naam, geladen, gelezen} of offered.outcome.bestanden) {
      expect([naam, geladen]).toEqual([naam, gelezen]);
    }
    expect(await offered.rows('aanmelding', 'vraagtype')).toEqual([{vraagtype: 'financien'}]);
    expect(await offered.rows('toewijzing', 'wet, productcategorie, eenheid, frequentie')).toEqual([
      {wet: 'jeugdwet', productcategorie: '46', eenheid: 'minuut', frequentie: 'week'},
      {wet: 'wmo', productcategorie: '02', eenheid: 'uur', frequentie: 'week'},
    ]);
    expect(await offered.rows('levering', 'reden_einde')).toEqual([{reden_einde: 'verhuizing'}]);
    expect(await offered.rows('prestatie', 'bedrag_cent, status')).toEqual([
      {bedrag_cent: 15_150, status: 'toegekend'},
    ]);
  });
});

describe('a workbook', () => {
  it('is read by the row numbers of the sheet, with empty rows and line breaks in cells', async () => {
    const file = await workbook('meldingen.xlsx', {
      Blad1: [
        HEADER.split(';'),
        ['M1', 'Team Noord', new Date('2022-01-05T00:00:00Z'), 'Geld', 'Ja'],
        [null, null, null, null, null],
        ['M2', 'Team\nNoord', 44_566, 'Geld', true],
        ['M3', 'Team Noord', 'gisteren', 'Geld', 'Ja'],
      ],
    });
    const offered = await offerExport([file]);
    expect(await offered.rows('aanmelding', 'aanmelding_id, datum_aanmelding, crisis')).toEqual([
      {aanmelding_id: 'M1', datum_aanmelding: '2022-01-05', crisis: true},
      {aanmelding_id: 'M2', datum_aanmelding: '2022-01-05', crisis: true},
    ]);
    expect(findings(offered)).toEqual([
      [5, 'DATUM'],
      [3, 'LEGE_REGEL'],
    ]);
  });

  it.each([
    ['that is no workbook', {}, /is niet als XLSX te lezen/],
    ['without the sheet of the profile', {Blad1: [['Nummer']]}, /blad "Meldingen" ontbreekt/],
  ])('%s is refused', async (_what, sheets, reden) => {
    const file =
      Object.keys(sheets).length === 0
        ? {naam: 'meldingen.xlsx', tekst: 'geen werkmap'}
        : await workbook('meldingen.xlsx', sheets);
    const {outcome} = await offerExport([file], [{...MAPPING, blad: 'Meldingen'}]);
    expect(outcome.reden).toMatch(reden);
  });
});

describe('a delivery by a profile', () => {
  const GOOD = meldingen(`${HEADER}\nM1;Team Noord;5-1-2022;Geld;Ja\n`);

  it.each([
    [
      'an unknown field in csv-profiel.json',
      {gemeente_code: 'Den Helder'},
      /^csv-profiel.json: deze velden kloppen niet: gemeente_code: schrijf GM en vier cijfers/,
    ],
    [
      'a period the wrong way round',
      {periode_tot: '2021-01-01'},
      /periode_tot ligt voor periode_van/,
    ],
    [
      'a profile that is nowhere',
      {profiel: 'anders.json'},
      /^anders.json: dit profiel is niet gevonden/,
    ],
  ])('with %s is refused', async (_what, side, reden) => {
    const {outcome} = await offerExport([GOOD], [MAPPING], side);
    expect(outcome.reden).toMatch(reden);
  });

  const [table] = MAPPING.tabellen;
  it.each([
    [
      'a table that does not exist',
      {tabel: 'melding', kolommen: {}},
      /tabel "melding" bestaat niet/,
    ],
    [
      'a column that does not exist',
      {...table, kolommen: {...table?.kolommen, x: 'Team'}},
      /tabel "aanmelding" heeft geen kolom "x"/,
    ],
    [
      'a required column left out',
      {tabel: 'aanmelding', kolommen: {aanmelding_id: 'Nummer'}},
      /mist de verplichte kolom "team_id"/,
    ],
    [
      'a field that no profile has',
      {...table, kolom: {}},
      /^profiel.json: deze velden kloppen niet: bestanden.0.tabellen.0: /,
    ],
    [
      'a column that is neither',
      {...table, kolommen: {...table?.kolommen, wet: {}}},
      /kolommen.wet: geef de naam van een kolom, /,
    ],
  ])('with a profile with %s is refused', async (_what, wrong, reden) => {
    const {outcome} = await offerExport([GOOD], [{...MAPPING, tabellen: [wrong]}]);
    expect(outcome.status).toBe('geweigerd');
    expect(outcome.reden).toMatch(reden);
    expect(outcome.reden).not.toMatch(/Invalid|expected|Unrecognized/);
  });

  it('with a file too many or too few is refused, unless it is optional', async () => {
    const extra = await offerExport([GOOD, {naam: 'notities.csv', tekst: 'a\n'}]);
    expect(extra.outcome.reden).toMatch(/^notities.csv: dit bestand staat niet in het profiel/);
    const other = {...MAPPING, bestand: 'contacten*.csv'};
    const missing = await offerExport([GOOD], [MAPPING, other]);
    expect(missing.outcome.reden).toMatch(
      /^contacten\*.csv: dit bestand staat in het profiel, maar/,
    );
    const optional = await offerExport([GOOD], [MAPPING, {...other, optioneel: true}]);
    expect(optional.outcome.status).toBe('geladen');
  });

  const bsns = Array.from(
    {length: 12},
    (_, index) => ['999900006', '999900018', '999990019'][index % 3],
  );
  it.each([
    ['that it reads', 'Nummer', 'kolom "Nummer" bevat 12 keer een BSN'],
    ['that it ignores', 'Kenmerk', 'kolom "Kenmerk" bevat 12 keer een BSN'],
  ])('with BSNs in a column %s is refused, and never tells one', async (_what, kolom, reden) => {
    const lines = bsns.map((bsn, index) =>
      kolom === 'Nummer'
        ? `${bsn};Team Noord;5-1-2022;Geld;Ja;k`
        : `M${index};Team Noord;5-1-2022;Geld;Ja;${bsn}`,
    );
    const {outcome, inbox} = await offerExport(
      [meldingen(`${HEADER};Kenmerk\n${lines.join('\n')}\n`)],
      [{...MAPPING, negeer: ['Kenmerk']}],
    );
    expect(outcome.reden).toContain(reden);
    for (const bsn of bsns) expect(JSON.stringify(outcome)).not.toContain(bsn);
    expect(await inbox.count('stg.aanmelding')).toBe(0);
  });

  it('keeps records that the profile chooses for no table out, and says how many', async () => {
    const offered = await offerExport(
      [meldingen(`${HEADER}\nM1;Team Noord;5-1-2022;Geld;Ja\nM2;Team Oost;5-1-2022;Geld;Ja\n`)],
      [{...MAPPING, tabellen: [{...table, alleen: {kolom: 'Team', waarden: ['team noord']}}]}],
    );
    expect(offered.outcome.bestanden).toMatchObject([{gelezen: 1, geladen: 1}]);
    expect(findings(offered)).toEqual([[null, 'NIET_GEKOZEN']]);
  });

  it('is refused when more than 5% of 100 rows is wrong, as in the exchange profile', async () => {
    const lines = Array.from(
      {length: 100},
      (_, index) => `M${index};Team ${index < 6 ? 'Oost' : 'Noord'};5-1-2022;Geld;Ja`,
    );
    const {outcome} = await offerExport([meldingen(`${HEADER}\n${lines.join('\n')}\n`)]);
    expect(outcome.reden).toMatch(/^meldingen.csv: 6 van de 100 rijen zijn fout/);
  });

  it('that is full replaces what its bron delivered before', async () => {
    const offered = await offerExport([GOOD], [MAPPING], {soort: 'volledig'});
    const aanmelding = {
      naam: 'aanmelding.csv',
      tekst: 'aanmelding_id;team_id;datum_aanmelding;vraagtype\nA9;T1;2022-01-09;adl\n',
    };
    await writeZip(offered.inbox.path('later.zip'), [
      manifestOf([aanmelding], {
        bron: 'zaaksysteem',
        soort: 'volledig',
        aangemaakt_op: '2022-02-05T03:00:00Z',
      }),
      aanmelding,
    ]);
    await offered.inbox.load();
    expect(await offered.rows('aanmelding', 'aanmelding_id')).toEqual([{aanmelding_id: 'A9'}]);
  });
});
