import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openDataDirectory} from '../../commands/data-directory.ts';
import {runNight} from '../../commands/night.ts';
import type {NightOutcome} from '../../commands/night-outcome.ts';
import {ProgressDisplay} from '../../commands/progress.ts';
import {writeZip} from '../../fixtures/zip.ts';
import {Database, type Row} from '../../warehouse/open.ts';
import {Publications} from '../../warehouse/publications.ts';
import {manifestOf, type TestFile} from '../support/delivery.ts';

/** Aanmeldingen that wait for a first contact, per gemeente. */
const WAITING = {GM0453: 60, GM0375: 40} as const;
const PEOPLE = 60;

const csv = (naam: string, kop: string, lines: readonly string[]): TestFile => ({
  naam,
  tekst: `${[kop, ...lines].join('\n')}\n`,
});

/** A small registration of one gemeente with one wijk; the same keys in every gemeente. */
function registration(gemeente: keyof typeof WAITING): TestFile[] {
  const wijk = `WK${gemeente.slice(2)}01`;
  const people = Array.from({length: PEOPLE}, (_, index) => `persoon-${index + 1000}`);
  const ages = ['0-17', '18-26', '27-64', '65-79', '80+'];
  const aanmeldingen = people
    .slice(0, WAITING[gemeente])
    .map((client, index) => `A${index};${client};T1;2021-12-05;adl`);
  return [
    csv('gebied.csv', 'gebied_code;jaar;niveau;naam;ouder_code', [
      `${gemeente};2022;gemeente;${gemeente};`,
      `${wijk};2022;wijk;Centrum;${gemeente}`,
    ]),
    csv(
      'bevolking.csv',
      'gebied_code;jaar;leeftijdsgroep;aantal',
      ages.map((age) => `${wijk};2022;${age};4000`),
    ),
    csv('team.csv', 'team_id;gemeente_code;naam;startdatum', [`T1;${gemeente};Centrum;2020-11-01`]),
    csv('team_gebied.csv', 'team_id;gebied_code;geldig_van', [`T1;${wijk};2018-11-01`]),
    csv(
      'client.csv',
      'client_id;geboortejaar',
      people.map((one) => `${one};1980`),
    ),
    csv(
      'client_gebied.csv',
      'client_id;gebied_code;geldig_van',
      people.map((one) => `${one};${wijk};2018-01-01`),
    ),
    csv(
      'aanmelding.csv',
      'aanmelding_id;client_id;team_id;datum_aanmelding;vraagtype',
      aanmeldingen,
    ),
  ];
}

const folder = mkdtempSync(join(tmpdir(), 'regio-'));
let outcome: NightOutcome;
let figures: Row[];
beforeAll(async () => {
  const data = openDataDirectory(folder);
  for (const gemeente of ['GM0453', 'GM0375'] as const) {
    const files = registration(gemeente);
    const path = join(data.inbox, `${gemeente}.zip`);
    await writeZip(path, [manifestOf(files, {gemeente_code: gemeente}), ...files]);
  }
  const extern = csv(
    'extern_cijfer.csv',
    'bron;indicator;gebied_code;periode_van;periode_tot;waarde;eenheid',
    ['CBS;jongeren_met_jeugdhulp;GM0396;2021-01-01;2021-12-31;10.1;procent'],
  );
  const head = {gemeente_code: 'GM0396', bron: 'cbs'};
  await writeZip(join(data.inbox, 'GM0396.zip'), [manifestOf([extern], head), extern]);
  outcome = await runNight({
    data,
    now: new Date('2022-03-01T02:00:00Z'),
    bevestig: [],
    display: new ProgressDisplay([1, 1, 1]),
    makeKeys: true,
  });
  const publication = await Database.open(new Publications(data.publicaties).current()!.path, {
    access_mode: 'READ_ONLY',
  });
  figures = await publication.rows(
    `select gemeente_code, niveau, gebied_code, max(aantal)::integer as aantal
     from cijfer_wachtlijst where periode = '2022-01'
     group by all order by all`,
  );
  publication.close();
});
afterAll(() => {
  rmSync(folder, {recursive: true, force: true});
});

describe('a night of a region', () => {
  it('loads two registrations and a gemeente with public figures only', () => {
    expect(outcome).toMatchObject({geladen: 3, geweigerd: 0, afgewezen: 0});
    expect(outcome.publicatie).not.toBeNull();
  });

  it('publishes each gemeente apart, under its own areas and with its own count', () => {
    expect(figures).toEqual(
      (['GM0375', 'GM0453'] as const).flatMap((gemeente_code) =>
        [
          ['gemeente', gemeente_code],
          ['team', 'T1'],
          ['wijk', `WK${gemeente_code.slice(2)}01`],
        ].map(([niveau, gebied_code]) => ({
          gemeente_code,
          niveau,
          gebied_code,
          aantal: WAITING[gemeente_code],
        })),
      ),
    );
  });
});
