import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {buildModels} from '../../warehouse/build.ts';
import {Database, type Row} from '../../warehouse/open.ts';
import {applySchema} from '../../warehouse/schema.ts';

let database: Database;

beforeEach(async () => {
  database = await Database.open(':memory:');
  await applySchema(database);
});
afterEach(() => {
  database.close();
});

const put = (table: string, columns: string, bron = 'wijkteam'): Promise<void> =>
  database.run(
    `insert into stg.${table} by name select 'GM0400' as gemeente_code, '${bron}' as bron,
       'L1' as levering_id, timestamp '2022-02-04' as aangemaakt_op, 'x.csv' as bestand,
       2 as bronregel, ${columns}`,
  );

function delivery(
  id: string,
  soort: string,
  [van, tot, made]: readonly string[],
  bron = 'wijkteam',
): Promise<void> {
  return database.run(
    `insert into meta.levering by name select '${id}' as levering_id, '${id}' as sha256,
       'GM0400' as gemeente_code, '${bron}' as bron, '${soort}' as soort, 'x' as bestandsnaam,
       'geladen' as status, true as synthetisch, date '${van}' as periode_van,
       date '${tot}' as periode_tot, timestamp '${made}' as aangemaakt_op,
       timestamp '${made}' as geladen_op, 1 as gelezen, 1 as geladen, 0 as afgewezen`,
  );
}

async function build(sql: string): Promise<Row[]> {
  await buildModels(database);
  return database.rows(sql);
}

describe('the end of the data', () => {
  const RANGE = `select data_van::varchar as van, data_tot::varchar as tot from kern.dataeinde
    where tabel = 'aanmelding'`;

  const question = (id: string, bron?: string): Promise<void> =>
    put(
      'aanmelding',
      `'${id}' as aanmelding_id, 'T1' as team_id, date '2021-01-01' as datum_aanmelding,
       'adl' as vraagtype`,
      bron,
    );

  beforeEach(async () => {
    await put('team', `'T1' as team_id, 'x' as naam, date '2021-01-01' as startdatum`);
    await question('A1');
  });

  it('is that of the delivery that reaches furthest, not of the one that was made last', async () => {
    await delivery('L1', 'volledig', ['2018-01-01', '2021-01-31', '2021-02-04']);
    await delivery('L2', 'aanvulling', ['2021-02-01', '2021-02-28', '2021-03-04']);
    await delivery('L3', 'aanvulling', ['2020-11-01', '2020-11-30', '2021-03-05']);
    expect(await build(RANGE)).toEqual([{van: '2018-01-01', tot: '2021-02-28'}]);
  });

  it('is the day of the delivery when it says to go on after that', async () => {
    // Past midnight in the Netherlands, the day before in UTC.
    await delivery('L1', 'volledig', ['2018-01-01', '2031-12-31', '2021-02-03 23:30:00']);
    expect(await build(RANGE)).toEqual([{van: '2018-01-01', tot: '2021-02-04'}]);
  });

  it('counts from the last full delivery on, which replaced all that came before', async () => {
    await delivery('L1', 'volledig', ['2018-01-01', '2021-12-31', '2022-01-04']);
    await delivery('L2', 'aanvulling', ['2022-01-01', '2022-01-31', '2022-02-04']);
    await delivery('L3', 'volledig', ['2020-01-01', '2021-12-31', '2022-02-05']);
    expect(await build(RANGE)).toEqual([{van: '2020-01-01', tot: '2021-12-31'}]);
    await delivery('L4', 'aanvulling', ['2022-01-01', '2022-02-28', '2022-03-04']);
    expect(await build(RANGE)).toEqual([{van: '2020-01-01', tot: '2022-02-28'}]);
  });

  const ENDS = `select bron, data_tot::varchar as tot from kern.dataeinde
    where tabel = $tabel order by bron`;
  const ends = async (tabel: string): Promise<string[]> => {
    await buildModels(database);
    const rows = await database.rows(ENDS, {tabel});
    return rows.map(({bron, tot}) => `${String(bron)} ${String(tot)}`);
  };

  it('is its own for each source, also in one table', async () => {
    await question('A2', 'noord');
    await delivery('L1', 'volledig', ['2018-01-01', '2021-12-31', '2022-01-04']);
    await delivery('L2', 'volledig', ['2018-01-01', '2021-11-30', '2021-12-04'], 'noord');
    expect(await ends('aanmelding')).toEqual(['noord 2021-11-30', 'wijkteam 2021-12-31']);
  });

  it('is no longer asked of a source whose rows were all delivered again by another', async () => {
    await database.run("update stg.aanmelding set bron = 'oud', aangemaakt_op = '2020-01-04'");
    await question('A1', 'nieuw');
    await delivery('L1', 'volledig', ['2018-01-01', '2019-12-31', '2020-01-04'], 'oud');
    await delivery('L2', 'volledig', ['2018-01-01', '2021-12-31', '2022-01-04'], 'nieuw');
    expect(await ends('aanmelding')).toEqual(['nieuw 2021-12-31']);
  });

  describe('of messages, which do not say how far they go,', () => {
    const allocation = (number: string, bron: string): Promise<void> =>
      put(
        'toewijzing',
        `'wmo' as wet, '${number}' as toewijzingnummer, 'c' as client_id, 'A' as aanbieder_id,
         '01' as productcategorie, date '2021-01-01' as ingangsdatum`,
        bron,
      );
    beforeEach(async () => {
      await put('client', `'c' as client_id`);
      await allocation('1', 'zorg');
      await allocation('2', 'berichten');
    });

    it.each([
      ['2021-12-29', '2021-12-31', '2021-12-31', 'goes along with the other source'],
      ['2021-12-29', '2021-12-30', '2021-12-30', 'goes no further than the other source'],
      ['2021-11-29', '2021-12-31', '2021-11-30', 'stays within the month of the last message'],
      ['2021-12-31', '2021-12-15', '2021-12-31', 'is not cut to that of the other source'],
    ])('last on %s beside a source to %s, is %s: it %s', async (last, other, expected) => {
      await delivery('L1', 'volledig', ['2018-01-01', other, '2022-01-04'], 'zorg');
      await delivery('L2', 'aanvulling', ['2018-01-01', last, last], 'berichten');
      await delivery('L3', 'volledig', ['2018-01-01', '2022-06-30', '2022-07-04']);
      expect(await ends('toewijzing')).toEqual([`berichten ${expected}`, `zorg ${other}`]);
    });
  });
});

describe('the workers of a team in a month', () => {
  const WORKERS = `select strftime(maand, '%Y-%m') as maand, medewerkers
    from kern.medewerkers_maand where discipline is not distinct from $discipline order by maand`;

  beforeEach(async () => {
    await put('team', `'T1' as team_id, 'x' as naam, date '2021-01-01' as startdatum`);
    await put(
      'aanmelding',
      `'A1' as aanmelding_id, 'T1' as team_id, date '2021-01-01' as datum_aanmelding,
       'adl' as vraagtype`,
    );
    await delivery('L1', 'volledig', ['2021-01-01', '2021-04-30', '2021-05-04']);
  });

  const staff = (discipline: string, [van, tot]: readonly string[], medewerkers: string) =>
    put(
      'formatie',
      `'T1' as team_id, 'o' as organisatie, '${discipline}' as discipline, 2 as fte,
       ${medewerkers} as medewerkers, date '${van ?? ''}' as geldig_van,
       ${tot === undefined ? 'null::date' : `date '${tot}'`} as geldig_tot`,
    );

  async function workers(discipline: string | null): Promise<unknown[]> {
    await buildModels(database);
    return (await database.rows(WORKERS, {discipline})).map(
      ({maand, medewerkers}) => `${String(maand)}: ${String(medewerkers)}`,
    );
  }

  it('are not doubled when the staff changes halfway the month', async () => {
    await staff('coach', ['2021-01-01', '2021-02-15'], '4');
    await staff('coach', ['2021-02-16'], '4');
    expect(await workers('coach')).toEqual([
      '2021-01: 4',
      '2021-02: 4',
      '2021-03: 4',
      '2021-04: 4',
    ]);
  });

  it('are the fewest of any day on which somebody works', async () => {
    await staff('coach', ['2021-01-16', '2021-01-31'], '6');
    await staff('coach', ['2021-03-01', '2021-03-31'], '6');
    await staff('consulent', ['2021-03-31', '2021-04-30'], 'null::integer');
    expect(await workers('coach')).toEqual(['2021-01: 6', '2021-03: 6']);
    // Six until the 30th, seven on the 31st, one in April.
    expect(await workers(null)).toEqual(['2021-01: 6', '2021-03: 6', '2021-04: 1']);
  });
});

describe('a wijk that a team border runs through', () => {
  const area = (team: string, gebied: string, [van, tot]: readonly string[]): Promise<void> =>
    put(
      'team_gebied',
      `'${team}' as team_id, '${gebied}' as gebied_code, date '${van ?? ''}' as geldig_van,
       ${tot === undefined ? 'null::date' : `date '${tot}'`} as geldig_tot`,
    );
  const people = (gebied: string, aantal: number): Promise<void> =>
    put(
      'bevolking',
      `'${gebied}' as gebied_code, 2021 as jaar, '0-17' as leeftijdsgroep, ${aantal} as aantal`,
    );

  beforeEach(async () => {
    for (const id of ['T1', 'T2'])
      await put('team', `'${id}' as team_id, 'x' as naam, date '2021-01-01' as startdatum`);
    await put(
      'aanmelding',
      `'A1' as aanmelding_id, 'T1' as team_id, date '2021-01-01' as datum_aanmelding,
       'adl' as vraagtype`,
    );
    await delivery('L1', 'volledig', ['2021-01-01', '2021-12-31', '2022-01-04']);
    for (const [code, niveau] of [
      ['GM0400', 'gemeente'],
      ['WK040001', 'wijk'],
      ['WK040002', 'wijk'],
    ])
      await put(
        'gebied',
        `'${code ?? ''}' as gebied_code, 2021 as jaar, '${niveau ?? ''}' as niveau, 'x' as naam`,
      );
    for (const gebied of ['BU04000101', 'BU04000102', 'BU04000103', 'WK040001', 'BU04000201']) {
      await put('client', `'${gebied}' as client_id`);
      await put(
        'client_gebied',
        `'${gebied}' as client_id, '${gebied}' as gebied_code, date '2020-01-01' as geldig_van`,
      );
    }
    await area('T1', 'BU04000101', ['2019-01-01']);
    await area('T2', 'BU04000102', ['2019-01-01', '2021-06-30']);
    await area('T1', 'BU04000102', ['2021-07-01']);
    await area('T2', 'BU04000201', ['2019-01-01']);
    for (const [gebied, aantal] of [
      ['WK040001', 100],
      ['BU04000101', 60],
      ['BU04000102', 30],
      ['WK040002', 500],
    ] as const)
      await people(gebied, aantal);
  });

  it('has the team of each buurt, on each day', async () => {
    const rows = await build(
      `select client_id, string_agg(coalesce(team_id, '-') || ' tot ' || geldig_tot, ', '
         order by geldig_van) as teams
       from kern.verblijf where geldig_tot >= date '2020-01-01' group by client_id order by client_id`,
    );
    expect(Object.fromEntries(rows.map(({client_id, teams}) => [client_id, teams]))).toEqual({
      BU04000101: 'T1 tot 9999-12-31',
      BU04000102: 'T2 tot 2021-06-30, T1 tot 9999-12-31',
      BU04000103: '- tot 9999-12-31',
      BU04000201: 'T2 tot 9999-12-31',
      WK040001: '- tot 9999-12-31',
    });
  });

  it('is no area of its own, and its teams count the inhabitants of their buurten', async () => {
    expect(await build('select gebied_code as code from ref.gebied_boom order by code')).toEqual([
      {code: 'GM0400'},
      {code: 'T1'},
      {code: 'T2'},
      {code: 'WK040002'},
    ]);
    expect(
      await database.rows(
        `select gebied_code as code, van::varchar as van, aantal from ref.inwoners
         where niveau <> 'wijk' order by code, van`,
      ),
    ).toEqual([
      {code: 'GM0400', van: '2021-01-01', aantal: 600},
      {code: 'T1', van: '2021-01-01', aantal: 60},
      {code: 'T1', van: '2021-07-01', aantal: 90},
      {code: 'T2', van: '2021-01-01', aantal: 530},
      {code: 'T2', van: '2021-07-01', aantal: 500},
    ]);
  });

  it('was whole before, with all its inhabitants: the teams of its buurten do not hold backwards', async () => {
    await area('T2', 'WK040003', ['2019-01-01', '2021-03-31']);
    await area('T1', 'BU04000301', ['2021-04-01']);
    await area('T2', 'BU04000302', ['2021-04-01']);
    await people('WK040003', 1000);
    await people('BU04000301', 400);
    await people('BU04000302', 200);
    expect(
      await build(
        `select gebied_code as code, string_agg(coalesce(team_id, '-') || ' tot ' || geldig_tot, ', '
           order by geldig_van) as teams
         from kern.team_deel where wijk_code = 'WK040003' group by code order by code`,
      ),
    ).toEqual([
      {code: 'BU04000301', teams: 'T2 tot 2021-03-31, T1 tot 9999-12-31'},
      {code: 'BU04000302', teams: 'T2 tot 2021-03-31, T2 tot 9999-12-31'},
      {code: 'WK040003', teams: 'T2 tot 2021-03-31, - tot 9999-12-31'},
    ]);
    expect(
      await database.rows(
        `select wijk_code as wijk, team_id as team, geldig_tot::varchar as tot
         from kern.team_hele_wijk where wijk_code <> 'WK040002'`,
      ),
    ).toEqual([{wijk: 'WK040003', team: 'T2', tot: '2021-03-31'}]);
    expect(
      await database.rows(
        `select gebied_code as code, van::varchar as van, aantal from ref.inwoners
         where niveau = 'team' order by code, van`,
      ),
    ).toEqual([
      {code: 'T1', van: '2021-01-01', aantal: 60},
      {code: 'T1', van: '2021-04-01', aantal: 460},
      {code: 'T1', van: '2021-07-01', aantal: 490},
      {code: 'T2', van: '2021-01-01', aantal: 1530},
      {code: 'T2', van: '2021-04-01', aantal: 730},
      {code: 'T2', van: '2021-07-01', aantal: 700},
    ]);
  });

  it('leaves the inhabitants of a team unknown when one of its buurten has none', async () => {
    await database.run("delete from stg.bevolking where gebied_code = 'BU04000101'");
    await buildModels(database);
    expect(
      await database.rows(
        "select distinct gebied_code as code from ref.inwoners where niveau = 'team'",
      ),
    ).toEqual([{code: 'T2'}]);
  });
});
