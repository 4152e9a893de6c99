import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {buildModels} from '../../warehouse/build.ts';
import {Database} from '../../warehouse/open.ts';
import {deleteExpired, isSynthetic, keptFrom} from '../../warehouse/retention.ts';
import {applySchema} from '../../warehouse/schema.ts';

const GRENS = '2020-01-01';
let database: Database;

beforeEach(async () => {
  database = await Database.open(':memory:');
  await applySchema(database);
});
afterEach(() => {
  database.close();
});

const origin = (made = '2016-02-04'): string =>
  `'GM0400' as gemeente_code, 'wijkteam' as bron, 'L1' as levering_id,
   timestamp '${made}' as aangemaakt_op, 'x.csv' as bestand, 2 as bronregel`;
const put = (table: string, columns: string, made?: string): Promise<void> =>
  database.run(`insert into stg.${table} by name select ${origin(made)}, ${columns}`);
const ids = async (table: string, column: string): Promise<unknown[]> =>
  (await database.rows(`select ${column} as id from stg.${table} order by id`)).map(({id}) => id);

async function expire(): Promise<number> {
  await buildModels(database);
  const deleted = await deleteExpired(database, GRENS);
  await buildModels(database);
  return deleted;
}

describe('when the term of personal data has passed', () => {
  it('what ended goes, what ended on the day of the limit or still runs stays', async () => {
    const end = {oud: "date '2019-12-31'", grens: "date '2020-01-01'", loopt: 'null::date'};
    for (const [id, day] of Object.entries(end)) {
      await put(
        'casus',
        `'${id}' as casus_id, 'c-${id}' as client_id, 'T1' as team_id,
         date '2015-01-01' as datum_start, ${day} as datum_einde`,
      );
      await put('client', `'c-${id}' as client_id`);
      await put(
        'client_gebied',
        `'c-${id}' as client_id, 'WK040001' as gebied_code, date '2015-01-01' as geldig_van`,
      );
    }
    expect(await expire()).toBe(3);
    expect(await ids('casus', 'casus_id')).toEqual(['grens', 'loopt']);
    expect(await ids('client', 'client_id')).toEqual(['c-grens', 'c-loopt']);
    expect(await ids('client_gebied', 'client_id')).toEqual(['c-grens', 'c-loopt']);
  });

  it('a client who was just delivered stays, also before anything else of him is', async () => {
    await put('client', "'nieuw' as client_id", '2020-02-04');
    await expire();
    expect(await ids('client', 'client_id')).toEqual(['nieuw']);
  });

  it('the score at the start of a casus that runs stays', async () => {
    await put(
      'casus',
      `'C1' as casus_id, 'a' as client_id, 'T1' as team_id, date '2015-01-01' as datum_start`,
    );
    for (const [casus, domein] of [
      ['C1', 'wonen'],
      ['C0', 'werk'],
    ]) {
      await put(
        'meting',
        `'a' as client_id, '${casus}' as casus_id, 'zrm' as instrument, '2017' as versie,
         'start' as moment, date '2015-01-02' as datum, '${domein}' as domein, 3 as score`,
      );
    }
    await expire();
    expect(await ids('meting', 'domein')).toEqual(['wonen']);
  });

  it('the question of a casus that runs stays, and no referral waits for a casus that went', async () => {
    for (const [id, end] of [
      ['loopt', 'null::date'],
      ['oud', "date '2019-12-31'"],
    ] as const) {
      await put(
        'aanmelding',
        `'${id}' as aanmelding_id, 'T1' as team_id, date '2015-01-01' as datum_aanmelding,
         'adl' as vraagtype, date '2015-02-01' as datum_afgesloten`,
      );
      await put(
        'casus',
        `'${id}' as casus_id, 'a' as client_id, 'T1' as team_id, '${id}' as aanmelding_id,
         date '2015-02-01' as datum_start, ${end} as datum_einde`,
      );
      await put(
        'verwijzing',
        `'${id}' as verwijzing_id, 'a' as client_id, '${id}' as casus_id,
         date '2020-03-01' as datum, 'zelf' as verwijzer, 'tweede' as naar_lijn, 'wmo' as wet,
         'wmo' as bestemming`,
      );
    }
    await expire();
    expect(await ids('aanmelding', 'aanmelding_id')).toEqual(['loopt']);
    expect(await ids('casus', 'casus_id')).toEqual(['loopt']);
    expect(
      await database.rows('select verwijzing_id, casus_id from stg.verwijzing order by 1'),
    ).toEqual([
      {verwijzing_id: 'loopt', casus_id: 'loopt'},
      {verwijzing_id: 'oud', casus_id: null},
    ]);
  });

  it('a start never stays without the stop that ended it', async () => {
    const message = (soort: string, einde: string): Promise<void> =>
      database.run(
        `insert into stg.bericht_levering by name select 'GM0400' as gemeente_code,
           'berichten' as bron, 'L1' as levering_id, '2016-01-01' as aangemaakt_op,
           'x.xml' as bestand, 4 as bronregel, '${soort === 'start' ? 1 : 2}' as identificatie,
           'wmo' as wet, '8' as aanbieder_id, '${soort}' as soort, '7' as toewijzingnummer,
           'a' as client_id, '2015-01-01' as begindatum, ${einde} as einddatum,
           case '${soort}' when 'stop' then 'volgens_plan' end as reden_einde,
           '1' as status_aanlevering`,
      );
    await message('start', 'null');
    await message('stop', "'2016-01-01'");
    await expire();
    expect(await ids('bericht_levering', 'soort')).toEqual([]);
  });

  it('earlier periods are unknown, not zero: the registration begins at the limit', async () => {
    await put('team', `'T1' as team_id, 'x' as naam, date '2015-01-01' as startdatum`);
    await put(
      'aanmelding',
      `'A1' as aanmelding_id, 'T1' as team_id, date '2021-01-01' as datum_aanmelding, 'adl' as vraagtype`,
    );
    await database.run(
      `insert into meta.levering by name select 'L1' as levering_id, 'x' as sha256,
         'GM0400' as gemeente_code, 'wijkteam' as bron, 'volledig' as soort, 'x' as bestandsnaam,
         'geladen' as status, false as synthetisch, date '2015-01-01' as periode_van,
         date '2021-12-31' as periode_tot, timestamp '2022-01-04' as geladen_op, 1 as gelezen,
         1 as geladen, 0 as afgewezen`,
    );
    await buildModels(database);
    const start = 'select data_van::varchar as van from kern.dataeinde';
    expect(await database.rows(start)).toEqual([{van: '2015-01-01'}]);
    expect(await keptFrom(database)).toBeNull();
    await expire();
    expect(await database.rows(start)).toEqual([{van: GRENS}]);
    expect(await keptFrom(database)).toBe(GRENS);
    const [first] = await database.rows('select min(van)::varchar as van from ref.periode');
    expect(first).toEqual({van: GRENS});
    expect(await isSynthetic(database)).toBe(false);
  });
});
