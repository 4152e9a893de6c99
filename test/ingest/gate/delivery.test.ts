import {mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {beforeEach, describe, expect, it} from 'vitest';
import {writeZip} from '../../../fixtures/zip.ts';
import type {DeliveryOutcome} from '../../../ingest/outcome.ts';
import {runCli} from '../../support/cli.ts';
import {
  CLIENT,
  manifestOf,
  TEAM,
  TestInbox,
  type TestFile,
  type TestManifest,
} from '../../support/delivery.ts';

let inbox: TestInbox;
beforeEach(async () => {
  inbox = await TestInbox.open();
});

const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({length: count}, (_, at) => make(at));
const BSNS = ['999900006', '999900018', '999990019', '999990020', '999990032'];

/** A client table with these pseudonyms. */
function clients(ids: readonly string[]): TestFile {
  const rows = ids.map((id, at) => `${id};${1950 + (at % 60)};v`);
  return {naam: 'client.csv', tekst: `client_id;geboortejaar;geslacht\n${rows.join('\n')}\n`};
}

const pseudonyms = (count: number, key = 'a'): string[] =>
  many(count, (at) => `${key}pseudoniem${String(at).padStart(6, '0')}`);

async function offer(
  name: string,
  files: readonly TestFile[],
  override: TestManifest = {},
  bevestig: readonly string[] = [],
): Promise<DeliveryOutcome> {
  await inbox.put(name, files, override);
  const [outcome] = await inbox.load(bevestig);
  return outcome!;
}

const on = (month: number): TestManifest => ({
  aangemaakt_op: `2021-${String(month).padStart(2, '0')}-05T03:00:00Z`,
});

describe('a delivery with identifiers', () => {
  it('is refused with the findings of all its files, and leaves nothing in the warehouse', async () => {
    const event = {
      naam: 'gebeurtenis.csv',
      tekst: 'datum;omschrijving\n2021-01-01;bel 06-12345678\n',
    };
    const outcome = await offer('l.zip', [TEAM, clients(BSNS), event]);
    expect(outcome.status).toBe('geweigerd');
    expect(outcome.bevindingen.map(({bestand, kolom, soort}) => [bestand, kolom, soort])).toEqual([
      ['client.csv', 'client_id', 'BSN'],
      ['gebeurtenis.csv', 'omschrijving', 'telefoonnummer'],
    ]);
    expect(outcome.reden).toMatch(/Er zijn nog 1 bevindingen\.$/);
    for (const table of ['stg.team', 'stg.client', 'stg.gebeurtenis', 'meta.pseudoniem']) {
      expect(await inbox.count(table)).toBe(0);
    }
    expect(await inbox.count('meta.poortbevinding')).toBe(2);
  });

  it.each([
    [
      'a number column',
      {
        naam: 'contactmoment.csv',
        tekst: `contact_id;team_id;datum;soort;minuten;deelnemers\n${BSNS.map((bsn, at) => `C${at};T1;2021-01-01;groep;30;${bsn}\n`).join('')}`,
      },
    ],
    [
      'a column with a code list',
      {
        naam: 'client.csv',
        tekst: `client_id;geslacht\n${BSNS.map((bsn, at) => `client-${1000 + at};${bsn}\n`).join('')}`,
      },
    ],
    [
      'a date column',
      {
        naam: 'casus.csv',
        tekst: `casus_id;client_id;team_id;datum_start\n${BSNS.map((bsn, at) => `C${at};client-1000;T1;${bsn}\n`).join('')}`,
      },
    ],
    [
      'the name of a team',
      {
        naam: 'team.csv',
        tekst: `team_id;gemeente_code;naam;startdatum\nT1;GM0400;${BSNS[0] ?? ''};2020-11-01\n`,
      },
    ],
  ])('is refused when %s holds them', async (_what, file) => {
    const outcome = await offer(
      'l.zip',
      [TEAM, file].filter(
        ({naam}, at, all) => all.findLastIndex((one) => one.naam === naam) === at,
      ),
    );
    expect(outcome.bevindingen).toMatchObject([{bestand: file.naam, soort: 'BSN'}]);
  });

  it('that is only likely goes in once somebody confirms it; a certain one never does', async () => {
    const likely = {
      naam: 'gebeurtenis.csv',
      tekst: 'datum;omschrijving\n2021-01-01;besluit 999900006 van de raad\n',
    };
    const certain = {
      naam: 'gebeurtenis.csv',
      tekst: 'datum;omschrijving\n2021-01-01;mail a@voorbeeld.nl\n',
    };
    expect(await offer('a.zip', [likely])).toMatchObject({
      status: 'geweigerd',
      bevindingen: [{oordeel: 'nakijken'}],
    });
    expect(await offer('b.zip', [likely], {}, ['b.zip'])).toMatchObject({status: 'geladen'});
    expect(await offer('c.zip', [certain], {}, ['c.zip'])).toMatchObject({
      status: 'geweigerd',
      bevindingen: [{oordeel: 'geweigerd'}],
    });
  });

  it.each([
    ['a number', 'dossier_999900006.zip', /^gemaskeerd-[0-9a-f]{6}-x_#{9}\.zip$/],
    ['a person', 'Jan_Jansen.zip', /^gemaskeerd-[0-9a-f]{6}-x_x\.zip$/],
  ])(
    'in the name of the delivery (%s) is refused under a masked name',
    async (_what, name, masked) => {
      const outcome = await offer(name, [TEAM]);
      expect(outcome.status).toBe('geweigerd');
      expect(outcome.bestandsnaam).toMatch(masked);
      const {bestandsnaam} = outcome;
      expect(inbox.names('quarantaine')).toEqual([bestandsnaam, `${bestandsnaam}.reden.json`]);
    },
  );

  it('in the name of a file inside, of the source, or of an unknown field is refused, never shown', async () => {
    const file = {naam: '999900006.csv', tekst: TEAM.tekst};
    const outcomes = [
      await offer('a.zip', [file]),
      await offer('b.zip', [TEAM], {bron: '999900006'}),
      await offer('c.zip', [TEAM], {'999900006': true}),
    ];
    for (const outcome of outcomes) {
      expect(outcome.status).toBe('geweigerd');
      expect(JSON.stringify(outcome)).not.toContain('99990');
    }
  });

  it('keeps two refused deliveries whose names look the same when masked', async () => {
    await offer('dossier_999900006.zip', [TEAM]);
    await offer('dossier_999900018.zip', [TEAM]);
    await offer('dossier_999990019.zip', [TEAM]);
    expect(inbox.names('quarantaine').filter((name) => name.endsWith('.zip'))).toHaveLength(3);
  });
});

describe('pseudonyms', () => {
  it('that are all new in a full delivery are refused: is the key changed?', async () => {
    await offer('a.zip', [clients(pseudonyms(40))], {soort: 'volledig', ...on(1)});
    const changed = [clients(pseudonyms(40, 'b'))];
    const refused = await offer('b.zip', changed, {soort: 'volledig', ...on(2)});
    expect(refused).toMatchObject({status: 'geweigerd'});
    expect(refused.reden).toMatch(/is 0% bekend\. Is de sleutel veranderd\?.*--bevestig/);
    expect(await inbox.count('stg.client')).toBe(40);
    const confirmed = await offer('b.zip', changed, {soort: 'volledig', ...on(2)}, ['b.zip']);
    expect(confirmed.status).toBe('geladen');
  });

  it.each([
    [36, 'geladen'],
    [35, 'geweigerd'],
  ])('of which %i of 40 are the same as before: %s', async (same, status) => {
    await offer('a.zip', [clients(pseudonyms(40))], {soort: 'volledig', ...on(1)});
    const ids = [...pseudonyms(same), ...pseudonyms(40 - same, 'b')];
    const outcome = await offer('b.zip', [clients(ids)], {soort: 'volledig', ...on(2)});
    expect(outcome.status).toBe(status);
  });

  it('of a register that grew are judged by those that could be there before', async () => {
    await offer('a.zip', [clients(pseudonyms(20))], {soort: 'volledig', ...on(1)});
    const outcome = await offer('b.zip', [clients(pseudonyms(90))], {soort: 'volledig', ...on(2)}, [
      'b.zip',
    ]);
    expect(outcome.status).toBe('geladen');
    expect(
      await inbox.warehouse.rows(
        'select clienten, bekend, vorige from meta.pseudoniem order by clienten',
      ),
    ).toEqual([
      {clienten: 20, bekend: 0, vorige: 0},
      {clienten: 90, bekend: 20, vorige: 20},
    ]);
  });

  it('of an addition may be new, but not all of them', async () => {
    await offer('a.zip', [clients(pseudonyms(80))], {soort: 'volledig', ...on(1)});
    const mixed = [...pseudonyms(12), ...pseudonyms(60, 'c')];
    expect(await offer('b.zip', [clients(mixed)], on(2))).toMatchObject({status: 'geladen'});
    expect(await offer('c.zip', [clients(pseudonyms(60, 'd'))], on(3))).toMatchObject({
      status: 'geweigerd',
    });
  });

  it('of several lengths are refused', async () => {
    const ids = [...pseudonyms(20), ...pseudonyms(5).map((id) => `${id}x`)];
    const outcome = await offer('a.zip', [clients(ids)]);
    expect(outcome.reden).toContain('de pseudoniemen zijn niet even lang (17, 18 tekens)');
  });

  it('of another length than the last time are refused, also in an addition', async () => {
    await offer('a.zip', [clients(pseudonyms(40))], on(1));
    const outcome = await offer('b.zip', [clients(pseudonyms(12).map((id) => `v1-${id}`))], on(2));
    expect(outcome.reden).toContain('de pseudoniemen hebben 20 tekens, de vorige keer 17.');
  });
});

describe('the k-anonymity report', () => {
  const aanmelding = (rows: readonly string[]): TestFile => ({
    naam: 'aanmelding.csv',
    tekst: `aanmelding_id;client_id;team_id;datum_aanmelding;vraagtype;wet\n${rows.map((row, at) => `A${at};${row}\n`).join('')}`,
  });

  it('counts groups that share wijk, year of birth, sex, wet, type and month', async () => {
    const ids = pseudonyms(13);
    const people = {
      naam: 'client.csv',
      tekst: `client_id;geboortejaar;geslacht\n${ids.map((id, at) => `${id};${at < 12 ? 1980 : 1981};v\n`).join('')}`,
    };
    const areas = {
      naam: 'client_gebied.csv',
      tekst: `client_id;gebied_code;geldig_van\n${ids.map((id) => `${id};BU04000101;2000-01-01\n`).join('')}`,
    };
    const rows = ids.map((id, at) => `${id};T1;2021-01-${at < 6 ? '05' : '25'};adl;wmo`);
    // Somebody who comes back in the same month with the same question is one client.
    const outcome = await offer('a.zip', [
      TEAM,
      people,
      areas,
      aanmelding([...rows, rows[0] ?? '']),
    ]);
    const report = await inbox.warehouse.rows(
      'select levering_id, klasse, groepen, clienten from meta.k_anonimiteit order by klasse',
    );
    expect(report).toEqual([
      {levering_id: outcome.levering_id, klasse: '1', groepen: 1, clienten: 1},
      {levering_id: outcome.levering_id, klasse: '10+', groepen: 1, clienten: 12},
    ]);
  });

  it('tells apart another month, another wet and another wijk', async () => {
    const ids = pseudonyms(4);
    const places = ['BU04000101', 'BU04000101', 'BU04000201', 'BU04000101'];
    const areas = {
      naam: 'client_gebied.csv',
      tekst: `client_id;gebied_code;geldig_van\n${ids.map((id, at) => `${id};${places[at] ?? ''};2000-01-01\n`).join('')}`,
    };
    const starts = [
      '2021-01-05;adl;wmo',
      '2021-02-05;adl;wmo',
      '2021-01-05;adl;wmo',
      '2021-01-05;adl;jeugdwet',
    ];
    await offer('a.zip', [
      TEAM,
      areas,
      aanmelding(ids.map((id, at) => `${id};T1;${starts[at] ?? ''}`)),
    ]);
    const [row] = await inbox.warehouse.rows(
      "select groepen from meta.k_anonimiteit where klasse = '1'",
    );
    expect(row).toEqual({groepen: 4});
  });
});

describe('wijkmonitor controleer', () => {
  it('gives the supplier every finding and the k-anonymity, in Dutch and as JSON, and loads nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'controleer-test-'));
    const good = join(folder, 'goed.zip');
    const bad = join(folder, 'fout.zip');
    const start = {
      naam: 'aanmelding.csv',
      tekst:
        'aanmelding_id;client_id;team_id;datum_aanmelding;vraagtype\nA1;client-aaaa;T1;2022-01-05;adl\n',
    };
    const text = {
      naam: 'gebeurtenis.csv',
      tekst: 'datum;omschrijving\n2021-01-01;mail a@voorbeeld.nl\n',
    };
    const goodFiles = [TEAM, CLIENT, start];
    const badFiles = [clients(BSNS), text];
    await writeZip(good, [manifestOf(goodFiles), ...goodFiles]);
    await writeZip(bad, [manifestOf(badFiles), ...badFiles]);
    const before = readFileSync(good);

    const plain = runCli(['--data', join(folder, 'data'), 'controleer', good, bad]);
    expect(plain.status).toBe(1);
    expect(plain.stdout).toContain('goed.zip: goed. 5 rijen gelezen, 0 afgewezen.');
    expect(plain.stdout).toContain('1 keer valt een cliënt met niemand samen.');
    expect(plain.stdout).toContain(
      'client.csv: kolom "client_id" bevat 5 keer een BSN (patroon #########',
    );
    expect(plain.stdout).toContain(
      'gebeurtenis.csv: kolom "omschrijving" bevat 1 keer een e-mailadres',
    );
    expect(plain.stdout + plain.stderr).not.toMatch(/9999|voorbeeld/);

    const json = runCli(['controleer', '--json', good, bad]);
    expect(JSON.parse(json.stdout)).toMatchObject([
      {status: 'geladen', k_anonimiteit: [{klasse: '1', groepen: 1, clienten: 1}], bevindingen: []},
      {
        status: 'geweigerd',
        k_anonimiteit: [],
        bevindingen: [{soort: 'BSN', regels: [2, 3, 4, 5, 6]}, {soort: 'e-mailadres'}],
      },
    ]);
    expect(json.stdout).not.toMatch(/99990|voorbeeld/);
    expect(readFileSync(good).equals(before)).toBe(true);
  });

  it('says which file is not there', () => {
    const {status, stderr} = runCli(['controleer', 'weg.zip']);
    expect(status).toBe(2);
    expect(stderr).toContain('weg.zip: dit bestand is er niet.');
  });
});
