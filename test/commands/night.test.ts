import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeAll, describe, expect, it} from 'vitest';
import type {DataDirectory} from '../../commands/data-directory.ts';
import {NachtBezig, NachtMislukt} from '../../commands/errors.ts';
import {lockWarehouse} from '../../commands/night.ts';
import {errorPlace, withoutNumbers} from '../../commands/night-log.ts';
import {publish} from '../../commands/night-publish.ts';
import {startNight} from '../../commands/night-process.ts';
import {ProgressDisplay} from '../../commands/progress.ts';
import {mayDelete} from '../../commands/retention.ts';
import {Database} from '../../warehouse/open.ts';
import {Publications} from '../../warehouse/publications.ts';
import {manifestOf} from '../support/delivery.ts';
import {dataWith, quietNight} from '../support/small-night.ts';
import {smallWorld, type SmallWorld} from '../support/small-world.ts';

let world: SmallWorld;
const made: string[] = [];
beforeAll(async () => {
  world = await smallWorld(2);
});
afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, {recursive: true, force: true});
});

function fresh(names: readonly string[] = world.names): DataDirectory {
  const data = dataWith(world, names);
  made.push(data.root);
  return data;
}
interface Status {
  gelukt: boolean;
  melding: string | null;
  laatste_nacht: string;
  bronnen: unknown[];
}
const statusOf = ({publicaties}: DataDirectory): Status =>
  JSON.parse(readFileSync(join(publicaties, 'status.json'), 'utf8')) as Status;
const logOf = ({beheer}: DataDirectory): string =>
  readFileSync(join(beheer, 'nacht.jsonl'), 'utf8');

/** Puts a delivery of one CSV file in the inbox. */
function deliver(data: DataDirectory, naam: string, tekst: string, aangemaakt_op: string): void {
  const folder = join(data.inbox, `z-${naam.replace('.csv', '')}-${aangemaakt_op.slice(0, 10)}`);
  mkdirSync(folder);
  const file = {naam, tekst};
  const manifest = manifestOf([file], {aangemaakt_op, bron: 'extra'});
  for (const one of [manifest, file]) writeFileSync(join(folder, one.naam), one.tekst);
}
const budget = (baten: number): string =>
  [
    'gemeente_code;boekjaar;versie;datum_vaststelling;regel;omschrijving;kant;bedrag',
    'GM0400;2022;0;2021-11-10;a;kosten;lasten;630000.00',
    `GM0400;2022;0;2021-11-10;b;dekking;baten;${baten}.00`,
    '',
  ].join('\n');

describe('a night that can not be trusted publishes nothing', () => {
  it('when budget totals do not tie out; the last publication stays until they do', async () => {
    const data = fresh();
    const first = await quietNight(data, '2026-01-10T03:00:00Z');
    expect(first).toMatchObject({gelukt: true, geweigerd: 0});
    expect(first.publicatie).not.toBeNull();

    deliver(data, 'begroting.csv', budget(610_000), '2026-01-20T03:00:00Z');
    const broken = await quietNight(data, '2026-02-10T03:00:00Z');
    expect(broken).toMatchObject({gelukt: false, geladen: 1, publicatie: null});
    expect(broken.reden).toMatch(/De lasten en de baten van een begroting zijn even hoog\. Vraag/);
    expect(statusOf(data)).toMatchObject({gelukt: false, melding: broken.reden});
    expect(new Publications(data.publicaties).current()?.id).toBe(first.publicatie);
    expect(logOf(data)).toContain('"check":"begroting_sluit"');

    deliver(data, 'begroting.csv', budget(630_000), '2026-02-20T03:00:00Z');
    const repaired = await quietNight(data, '2026-02-21T03:00:00Z');
    expect(repaired).toMatchObject({gelukt: true});
    expect(new Publications(data.publicaties).current()?.id).toBe(repaired.publicatie);
    expect(repaired.publicatie).not.toBe(first.publicatie);
    expect(statusOf(data)).toMatchObject({gelukt: true, melding: null});
  });

  it('when an invariant of the model is broken, whoever asks for a release', async () => {
    const data = fresh();
    const first = await quietNight(data, '2026-01-10T03:00:00Z');
    const warehouse = await Database.open(data.warehouse);
    await warehouse.run(
      `insert into stg.casus by name
       select client.gemeente_code, client.bron, client.levering_id, client.aangemaakt_op,
         client.bestand, client.bronregel, client.client_id, team.team_id, 'FOUT' as casus_id,
         date '2020-01-05' as datum_start, date '2020-01-04' as datum_einde
       from stg.client, stg.team limit 1`,
    );
    warehouse.close();
    const broken = await quietNight(data, '2026-01-11T03:00:00Z', {releaseNow: true});
    expect(broken).toMatchObject({gelukt: false, publicatie: null});
    expect(broken.reden).toContain('Een casus eindigt niet voor hij begint.');
    expect(new Publications(data.publicaties).current()?.id).toBe(first.publicatie);
  });
});

describe('a release in which an indicator fails', () => {
  it('does not come out, and the reason names the indicator and nothing else', async () => {
    const data = fresh();
    const first = await quietNight(data, '2026-01-10T03:00:00Z');
    const warehouse = await Database.open(data.warehouse);
    await warehouse.run('alter table kern.casus drop column datum_start');
    const outcome = await publish(
      warehouse,
      {
        data,
        now: new Date('2026-02-10T03:00:00Z'),
        bevestig: [],
        display: new ProgressDisplay([1]),
      },
      [],
    );
    warehouse.close();
    expect(outcome).toMatchObject({id: null, gelukt: false});
    expect(outcome.reden).toMatch(/^Indicator [a-z_]+ is niet te berekenen\. Meld dit bij/);
    expect(new Publications(data.publicaties).current()?.id).toBe(first.publicatie);
    expect(readdirSync(data.publicaties).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('a night that fails', () => {
  it('says why in status, log and error, without a value, and the next one succeeds', async () => {
    const data = fresh(world.names.slice(0, 3));
    const first = await quietNight(data, '2026-01-10T03:00:00Z');
    // The folder in which deliveries are unpacked can't be made.
    writeFileSync(join(data.root, 'warehouse', 'uitgepakt'), '');
    rmSync(data.sleutels, {recursive: true});
    writeFileSync(data.sleutels, '');
    await expect(quietNight(data, '2026-02-10T03:00:00Z')).rejects.toThrow(NachtMislukt);
    expect(statusOf(data)).toMatchObject({
      gelukt: false,
      laatste_nacht: '2026-02-10T03:00:00.000Z',
      melding: 'Er ging iets mis in het programma zelf. Kijk in beheer/nacht.jsonl.',
    });
    expect(statusOf(data).bronnen.length).toBeGreaterThan(0);
    expect(logOf(data)).toContain('"gebeurtenis":"mislukt"');
    expect(new Publications(data.publicaties).current()?.id).toBe(first.publicatie);
    expect(existsSync(`${data.warehouse}.lock`)).toBe(false);
  });

  it('in a process of its own ends with a code for its scheduler: no key is wrong use', async () => {
    const data = fresh(world.names.slice(0, 1));
    expect(await startNight(data.root).done).toBe(2);
    expect(statusOf(data).melding).toContain('De sleutel "pseudoniem" ontbreekt.');
    expect(readdirSync(data.inbox)).toHaveLength(1);
  });

  it('never logs the message of an error that is not ours: the engine quotes values', () => {
    const cause = new Error("Could not convert string 'Jansen 999900006' to INT32");
    const text = JSON.stringify(errorPlace(new Error('Jansen', {cause})));
    expect(text).not.toContain('Jansen');
    expect(text).not.toContain('999900006');
    expect(text).toContain('"soort":"Error"');
  });

  it('logs no long number in the name of a delivery, but its date', () => {
    expect(withoutNumbers('20220131_999900006_wijkteam.zip')).toBe('20220131_#_wijkteam.zip');
  });
});

describe('one night at a time', () => {
  it('a second one says so, who and since when, and changes nothing', async () => {
    const data = fresh(world.names.slice(0, 3));
    const lock = lockWarehouse(data, new Date('2026-01-10T03:00:00Z'));
    const second = quietNight(data, '2026-01-10T03:05:00Z');
    await expect(second).rejects.toThrow(NachtBezig);
    await expect(second).rejects.toThrow(/sinds 2026-01-10T03:00:00.000Z \(proces \d+ op .+\)/);
    expect(readdirSync(data.inbox)).toHaveLength(3);
    expect(existsSync(join(data.publicaties, 'status.json'))).toBe(false);
    lock.release();
    expect(await quietNight(data, '2026-01-10T03:10:00Z')).toMatchObject({geladen: 3});
  });
});

describe('what is kept', () => {
  const DAY = 24 * 3600 * 1000;

  it('raw deliveries go after their term, counted from the night that loaded them', async () => {
    const data = fresh(world.names.slice(0, 3));
    writeFileSync(join(data.inbox, 'kapot.zip'), 'geen zip');
    // Made by the supplier long before: that is not when the term begins.
    for (const name of readdirSync(data.inbox)) utimesSync(join(data.inbox, name), 0, 0);
    const night = (day: number): Promise<unknown> =>
      quietNight(data, new Date(Date.parse('2026-01-01T03:00:00Z') + day * DAY).toISOString());
    await night(0);
    await night(30);
    expect(readdirSync(data.verwerkt)).toHaveLength(3);
    await night(31);
    expect(readdirSync(data.verwerkt)).toEqual([]);
    expect(readdirSync(data.quarantaine)).toEqual([]);
  });

  it.each([
    ['no night before', null, false],
    ['a night later', '2026-01-09T03:00:00Z', true],
    ['a month later, of a gemeente that runs it by hand', '2025-12-10T03:00:00Z', true],
    ['a clock that is a year ahead', '2025-01-09T03:00:00Z', false],
    ['a clock that was put back', '2026-01-11T03:00:00Z', false],
  ])('nothing is deleted by a clock that may be wrong: %s', (_what, last, expected) => {
    expect(mayDelete(last, new Date('2026-01-10T03:00:00Z'))).toBe(expected);
  });

  it('figures go on after a night with a clock that was years ahead', async () => {
    const data = fresh(world.names.slice(0, 4));
    await quietNight(data, '2026-01-10T03:00:00Z');
    await quietNight(data, '2036-01-10T03:00:00Z');
    const back = await quietNight(data, '2026-02-10T03:00:00Z');
    expect(back).toMatchObject({gelukt: true});
    expect(new Publications(data.publicaties).current()?.id).toBe(back.publicatie);
    expect(readdirSync(data.verwerkt)).toHaveLength(4);
  });
});
