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

const put = (table: string, columns: string): Promise<void> =>
  database.run(
    `insert into stg.${table} by name select 'GM0400' as gemeente_code, 'wijkteam' as bron,
       'L1' as levering_id, timestamp '2022-02-04' as aangemaakt_op, 'x.csv' as bestand,
       2 as bronregel, ${columns}`,
  );

function delivery(id: string, soort: string, [van, tot, made]: readonly string[]): Promise<void> {
  return database.run(
    `insert into meta.levering by name select '${id}' as levering_id, '${id}' as sha256,
       'GM0400' as gemeente_code, 'wijkteam' as bron, '${soort}' as soort, 'x' as bestandsnaam,
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

  beforeEach(() =>
    put(
      'aanmelding',
      `'A1' as aanmelding_id, 'T1' as team_id, date '2021-01-01' as datum_aanmelding,
       'adl' as vraagtype`,
    ),
  );

  it('is that of the delivery that reaches furthest, not of the one that was made last', async () => {
    await delivery('L1', 'volledig', ['2018-01-01', '2021-01-31', '2021-02-04']);
    await delivery('L2', 'aanvulling', ['2021-02-01', '2021-02-28', '2021-03-04']);
    await delivery('L3', 'aanvulling', ['2020-11-01', '2020-11-30', '2021-03-05']);
    expect(await build(RANGE)).toEqual([{van: '2018-01-01', tot: '2021-02-28'}]);
  });

  it('counts from the last full delivery on, which replaced all that came before', async () => {
    await delivery('L1', 'volledig', ['2018-01-01', '2021-12-31', '2022-01-04']);
    await delivery('L2', 'aanvulling', ['2022-01-01', '2022-01-31', '2022-02-04']);
    await delivery('L3', 'volledig', ['2020-01-01', '2021-12-31', '2022-02-05']);
    expect(await build(RANGE)).toEqual([{van: '2020-01-01', tot: '2021-12-31'}]);
    await delivery('L4', 'aanvulling', ['2022-01-01', '2022-02-28', '2022-03-04']);
    expect(await build(RANGE)).toEqual([{van: '2020-01-01', tot: '2022-02-28'}]);
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
