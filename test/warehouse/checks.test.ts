import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {buildModels} from '../../warehouse/build.ts';
import {Database} from '../../warehouse/open.ts';
import {readChecks, runChecks} from '../../warehouse/run-checks.ts';
import {applySchema} from '../../warehouse/schema.ts';

const NOW = new Date('2022-03-01T02:00:00Z');
const FOREVER = "date '9999-12-31'";

/** Per check: rows that are right, and the rows that break it with how often. */
const EXAMPLES: Record<string, {goed: string[]; fout: string[]; bevindingen: number}> = {
  begroting_sluit: {
    goed: [
      stand('a', 'lasten', 63_000_000),
      stand('b', 'baten', 36_000_000),
      stand('c', 'baten', 27_000_000),
    ],
    fout: [stand('d', 'baten', 1)],
    bevindingen: 1,
  },
  boeking_op_bekende_post: {
    goed: [begroting('a', {}), boeking('1', 'a', 'lasten'), boeking('2', 'iv3-6.2-L1.1', 'lasten')],
    fout: [boeking('3', 'b', 'lasten'), boeking('4', 'a', 'baten')],
    bevindingen: 2,
  },
  taakveld_hoort_bij_boekjaar: {
    goed: [
      begroting('a', {boekjaar: 2022, taakveld: '6.71'}),
      begroting('b', {boekjaar: 2023, taakveld: '6.71a'}),
      begroting('c', {boekjaar: 2025, taakveld: '6.711'}),
      begroting('d', {boekjaar: 2025, taakveld: '7.1'}),
      begroting('e', {boekjaar: 2014}),
    ],
    fout: [
      begroting('f', {boekjaar: 2022, taakveld: '6.71a'}),
      begroting('g', {boekjaar: 2023, taakveld: '6.711'}),
      begroting('h', {boekjaar: 2016, taakveld: '6.2'}),
    ],
    bevindingen: 3,
  },
  wijziging_volgt_op_vorige: {
    goed: [stand('a', 'lasten', 1), stand('a', 'lasten', 1, {versie: 1, datum: '2022-06-24'})],
    fout: [stand('a', 'lasten', 1, {versie: 2, datum: '2022-06-23'})],
    bevindingen: 1,
  },
  grootboek_sluit_aan: {
    goed: [
      // The first year has no year before it, so it may differ.
      aansluiting(2021, 1, [0, 150_00]),
      aansluiting(2022, 1, [100_00, 150_00]),
      aansluiting(2022, 2, [100_00, 50_00]),
    ],
    fout: [aansluiting(2022, 3, [0, 11_00])],
    bevindingen: 1,
  },
  casus_eindigt_niet_voor_start: {
    goed: [casus('C1', '2022-01-05', '2022-01-05'), casus('C2', '2022-01-05', null)],
    fout: [casus('C3', '2022-01-05', '2022-01-04')],
    bevindingen: 1,
  },
  aanmelding_loopt_vooruit: {
    goed: [aanmelding('A1', '2022-01-05', '2022-01-05', null), aanmelding('A2', '2022-01-05')],
    fout: [
      aanmelding('A3', '2022-01-05', '2022-01-04', null),
      aanmelding('A4', '2022-01-05', null, '2022-01-04'),
    ],
    bevindingen: 2,
  },
  bron_loopt_achter: {
    goed: [
      dataeinde('aanmelding', 'wijkteam', '2022-02-28'),
      dataeinde('casus', 'wijkteam', '2022-02-28'),
      // Another table may be delivered otherwise.
      dataeinde('toewijzing', 'zorg', '2022-01-31'),
    ],
    fout: [dataeinde('casus', 'noord', '2022-01-31')],
    bevindingen: 1,
  },
  wachtlijst_loopt_rond: {
    goed: [
      dataeinde('aanmelding', 'wijkteam', '2022-02-28'),
      maand('2021-12-01'),
      maand('2022-01-01'),
      maand('2022-02-01'),
      aanmelding('A1', '2021-12-05', '2022-01-31', null),
      aanmelding('A2', '2022-01-05', '2022-01-05', '2022-02-01'),
      aanmelding('A3', '2022-01-31'),
      aanmelding('A4', '2021-11-05', null, '2022-01-01'),
    ],
    // It leaves in December and comes in January: both months don't add up.
    fout: [aanmelding('A5', '2022-01-05', '2021-12-20', null)],
    bevindingen: 2,
  },
  client_woont_niet_dubbel: {
    goed: [
      verblijf('a', "date '0001-01-01'", "date '2021-12-31'"),
      verblijf('a', "date '2022-01-01'", FOREVER),
    ],
    fout: [
      verblijf('b', "date '0001-01-01'", "date '2022-01-01'"),
      verblijf('b', "date '2022-01-01'", FOREVER),
    ],
    bevindingen: 1,
  },
  gemeente_heeft_gebied: {
    goed: [
      client('a'),
      `insert into ref.gebied_boom by name select 'GM0400' as gemeente_code,
        'gemeente' as niveau, 'GM0400' as gebied_code`,
    ],
    fout: ["insert into kern.client by name select 'GM0361' as gemeente_code, 'b' as client_id"],
    bevindingen: 1,
  },
  verblijf_sluit_aan: {
    goed: [verblijf('a', "date '0001-01-01'", FOREVER)],
    fout: [
      verblijf('b', "date '0001-01-01'", "date '2021-12-30'"),
      verblijf('b', "date '2022-01-01'", FOREVER),
    ],
    bevindingen: 1,
  },
  wijk_heeft_een_team: {
    goed: [
      teamWijk('WK040001', "date '0001-01-01'", "date '2021-12-31'"),
      teamWijk('WK040001', "date '2022-01-01'", FOREVER),
    ],
    fout: [teamWijk('WK040001', "date '2022-06-01'", FOREVER)],
    bevindingen: 1,
  },
  sleutel_is_uniek: {
    goed: [casus('C1', '2022-01-05', null), client('a')],
    fout: [casus('C1', '2022-01-06', null), client('a'), client('a')],
    bevindingen: 2,
  },
  telling_klopt: {
    goed: [bestand('a.csv', [10, 6, 2, 1, 1])],
    fout: [bestand('b.csv', [10, 6, 2, 1, 0])],
    bevindingen: 1,
  },
  indeling_gaat_ver_terug: {
    goed: [team('T1', '2020-04-01'), teamGebied('T1', 'WK040001', '2018-04-01')],
    fout: [teamGebied('T1', 'WK040002', '2018-04-02')],
    bevindingen: 1,
  },
  wijk_ligt_in_een_teamgebied: {
    goed: [teamWijk('WK040001', "date '0001-01-01'", FOREVER)],
    fout: ['BU04000101', 'BU04000102'].map(
      (buurt) => `insert into kern.team_deel by name select 'GM0400' as gemeente_code,
        '${buurt}' as gebied_code, 'WK040001' as wijk_code, 'T1' as team_id`,
    ),
    bevindingen: 1,
  },
  client_onder_een_code: {
    goed: [
      // Someone who moved within the gemeente is one; so are two of one household.
      ...persoon('a', {}),
      verblijf('a', "date '2022-01-01'", FOREVER),
      ...persoon('b', {geslacht: 'm'}),
      ...persoon('c', {geboortejaar: 1981}),
      ...persoon('d', {huishouden: 'H2'}),
      ...persoon('e', {wijk: 'WK040002'}),
      ...persoon('f', {van: '2010-01-01', tot: '2019-12-31'}),
      // Without a household code nobody is suspected.
      ...persoon('g', {huishouden: null}),
      ...persoon('h', {huishouden: null}),
    ],
    fout: [...persoon('z', {van: '2021-12-31', tot: '2022-06-30'})],
    bevindingen: 1,
  },
  wacht_op_ouder: {
    goed: [],
    fout: [
      `insert into stg.casus by name select ${HERKOMST()}, 'C9' as casus_id, 'a' as client_id,
         'T1' as team_id, date '2022-01-05' as datum_start`,
      `insert into stg.levering by name select ${HERKOMST()}, 'wmo' as wet, '7' as toewijzingnummer,
         date '2022-01-05' as begindatum`,
      `insert into stg.verwijzing by name select ${HERKOMST()}, 'V9' as verwijzing_id,
         'a' as client_id, 'C9' as casus_id, date '2022-01-05' as datum, 'zelf' as verwijzer,
         'tweede' as naar_lijn, 'wmo' as wet, 'wmo' as bestemming`,
      `insert into stg.meting by name select ${HERKOMST()}, 'a' as client_id, 'C9' as casus_id,
         'zrm' as instrument, '2017' as versie, 'start' as moment, date '2022-01-05' as datum,
         'justitie' as domein, 3 as score`,
    ],
    bevindingen: 4,
  },
};

function HERKOMST(): string {
  return `'GM0400' as gemeente_code, 'wijkteam' as bron, 'L1' as levering_id,
    timestamp '2022-02-04' as aangemaakt_op, 'x.csv' as bestand, 2 as bronregel`;
}
function begroting(regel: string, {boekjaar = 2022, taakveld = ''}): string {
  return `insert into kern.begroting by name select 'GM0400' as gemeente_code,
    ${boekjaar} as boekjaar, 0 as versie, date '2021-11-10' as datum_vaststelling,
    '${regel}' as regel, 'x' as omschrijving, 'lasten' as kant,
    nullif('${taakveld}', '') as taakveld, 100 as bedrag_cent`;
}
function stand(
  regel: string,
  kant: string,
  cent: number,
  {versie = 0, datum = '2021-11-10'} = {},
): string {
  return `insert into kern.begroting_stand by name select 'GM0400' as gemeente_code,
    2022 as boekjaar, ${versie} as versie, date '${datum}' as datum_vaststelling,
    '${regel}' as regel, 'x' as omschrijving, '${kant}' as kant, ${cent} as bedrag_cent`;
}
function boeking(id: string, regel: string, kant: string): string {
  return `insert into kern.realisatie by name select 'GM0400' as gemeente_code,
    '${id}' as boeking_id, 2022 as boekjaar, 1 as maand, '${regel}' as regel, '${kant}' as kant,
    100 as bedrag_cent`;
}
function aansluiting(jaar: number, kwartaal: number, [toegekend = 0, geboekt = 0]): string {
  return `insert into kern.aansluiting by name select 'GM0400' as gemeente_code,
    ${jaar} as boekjaar, ${kwartaal} as kwartaal, 'wmo' as wet, 'a' as regel, ${toegekend} as toegekend_cent,
    ${geboekt} as geboekt_cent, ${geboekt - toegekend} as verschil_cent`;
}
function casus(id: string, start: string, end: string | null): string {
  return `insert into kern.casus by name select 'GM0400' as gemeente_code, '${id}' as casus_id,
    'a' as client_id, 'T1' as team_id, date '${start}' as datum_start, ${day(end)} as datum_einde`;
}
function aanmelding(id: string, day1: string, contact: string | null = null, af?: string | null) {
  return `insert into kern.aanmelding by name select 'GM0400' as gemeente_code,
    '${id}' as aanmelding_id, 'T1' as team_id, date '${day1}' as datum_aanmelding,
    ${day(contact)} as datum_eerste_contact, ${day(af ?? null)} as datum_afgesloten`;
}
function dataeinde(tabel: string, bron: string, tot: string): string {
  return `insert into kern.dataeinde by name select 'GM0400' as gemeente_code, '${tabel}' as tabel,
    '${bron}' as bron, date '2021-12-01' as data_van, date '${tot}' as data_tot`;
}
function maand(first: string): string {
  return `insert into ref.maand by name select date '${first}' as maand, date '${first}' as van,
    last_day(date '${first}') as tot`;
}
function client(id: string): string {
  return `insert into kern.client by name select 'GM0400' as gemeente_code, '${id}' as client_id`;
}
/** Somebody like all others but for what is named: born in 1980, in one household and wijk from 2020. */
function persoon(
  id: string,
  over: {
    geboortejaar?: number;
    geslacht?: string;
    huishouden?: string | null;
    wijk?: string;
    van?: string;
    tot?: string;
  },
): string[] {
  const {geboortejaar = 1980, geslacht = 'v', huishouden = 'H1', wijk = 'WK040001'} = over;
  const {van = '2020-01-01', tot = '2021-12-31'} = over;
  return [
    `${client(id)}, ${String(geboortejaar)} as geboortejaar, '${geslacht}' as geslacht,
      ${huishouden === null ? 'null' : `'${huishouden}'`} as huishouden_id`,
    `${verblijf(id, `date '${van}'`, `date '${tot}'`)}, '${wijk}' as wijk_code`,
  ];
}
function verblijf(id: string, van: string, tot: string): string {
  return `insert into kern.verblijf by name select 'GM0400' as gemeente_code, '${id}' as client_id,
    ${van} as geldig_van, ${tot} as geldig_tot`;
}
function teamWijk(wijk: string, van: string, tot: string): string {
  return `insert into kern.team_wijk by name select 'GM0400' as gemeente_code,
    '${wijk}' as wijk_code, 'T1' as team_id, ${van} as geldig_van, ${tot} as geldig_tot`;
}
function team(id: string, start: string): string {
  return `insert into kern.team by name select 'GM0400' as gemeente_code, '${id}' as team_id,
    'x' as naam, date '${start}' as startdatum`;
}
function teamGebied(id: string, gebied: string, van: string): string {
  return `insert into stg.team_gebied by name select ${HERKOMST()}, '${id}' as team_id,
    '${gebied}' as gebied_code, date '${van}' as geldig_van`;
}
function bestand(naam: string, counts: readonly number[]): string {
  const [gelezen, geladen, afgewezen, dubbel, verouderd] = counts;
  return `insert into meta.bestand by name select 'L1' as levering_id, '${naam}' as naam,
    'x' as sha256, ${gelezen} as gelezen, ${geladen} as geladen, ${afgewezen} as afgewezen,
    ${dubbel} as dubbel, ${verouderd} as verouderd`;
}
function day(text: string | null): string {
  return text === null ? 'null::date' : `date '${text}'`;
}

let database: Database;
beforeEach(async () => {
  database = await Database.open(':memory:');
  await applySchema(database);
  await buildModels(database);
});
afterEach(() => {
  database.close();
});

async function findings(check: string): Promise<number | undefined> {
  const outcomes = await runChecks(database, NOW);
  return outcomes.find((outcome) => outcome.check === check)?.bevindingen;
}

describe('the check', () => {
  it.each(readChecks().map(({check}) => check))(
    '%s finds what is wrong and nothing else',
    async (check) => {
      const example = EXAMPLES[check];
      if (example === undefined) throw new Error(`${check} has no example in this test`);
      for (const sql of example.goed) await database.run(sql);
      expect(await findings(check)).toBe(0);
      for (const sql of example.fout) await database.run(sql);
      expect(await findings(check)).toBe(example.bevindingen);
    },
  );

  it('tells a reader what ought to be true and what to do, in short sentences', () => {
    for (const {check, uitleg, actie} of readChecks()) {
      for (const sentence of `${uitleg} ${actie}`.split(/[.:]\s/)) {
        expect({check, words: sentence.split(/\s+/).length}).toEqual({
          check,
          words: Math.min(15, sentence.split(/\s+/).length),
        });
      }
    }
  });
});

describe('the outcome of the checks', () => {
  it('is kept in meta.keuring, the last one only', async () => {
    await runChecks(database, NOW);
    await runChecks(database, NOW);
    const rows = await database.rows('select check_id from meta.keuring order by check_id');
    expect(rows.map(({check_id}) => check_id)).toEqual(readChecks().map(({check}) => check));
  });
});
