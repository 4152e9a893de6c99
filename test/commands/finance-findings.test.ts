// What a financial administration can do wrong, from its delivery to what the night says of it: a
// clear sentence, and nothing lost.
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {DataDirectory} from '../../commands/data-directory.ts';
import type {NightOutcome} from '../../commands/night-outcome.ts';
import {Database} from '../../warehouse/open.ts';
import {runCli} from '../support/cli.ts';
import {manifestOf} from '../support/delivery.ts';
import {dataWith, quietNight} from '../support/small-night.ts';
import {smallWorld} from '../support/small-world.ts';

const BUDGET =
  'gemeente_code;boekjaar;versie;datum_vaststelling;regel;omschrijving;kant;taakveld;bedrag';
const BOOKING = 'gemeente_code;boeking_id;boekjaar;maand;regel;kant;bedrag';

let data: DataDirectory;
let folder: string;
let night: NightOutcome;

function files(
  rows: readonly string[],
  bookings: readonly string[],
): {naam: string; tekst: string}[] {
  return [
    {naam: 'begroting.csv', tekst: `${[BUDGET, ...rows].join('\n')}\n`},
    {naam: 'realisatie.csv', tekst: `${[BOOKING, ...bookings].join('\n')}\n`},
  ];
}

beforeAll(async () => {
  const world = await smallWorld(1);
  data = dataWith(
    world,
    world.names.filter((name) => name.includes('referentie')),
  );
  folder = join(data.inbox, 'z-fouten');
  mkdirSync(folder);
  const delivered = files(
    [
      'GM0400;2021;0;2020-11-10;huur;huur;lasten;6.2;20000.00',
      'GM0400;2021;0;2020-11-10;opleiding;opleiding;lasten;6.21;5000.00',
      'GM0400;2021;0;2020-11-10;dekking;dekking;baten;;25000.00',
      'GM0400;2021;1;;huur;huur;lasten;6.2;21000.00',
    ],
    ['GM0400;B1;2021;3;huur;lasten;1500.50', 'GM0400;B2;2021;3;bestaat-niet;lasten;123.45'],
  );
  const manifest = manifestOf(delivered, {
    aangemaakt_op: '2021-04-04T03:00:00Z',
    bron: 'financien',
  });
  for (const {naam, tekst} of [manifest, ...delivered]) writeFileSync(join(folder, naam), tekst);
});
afterAll(() => {
  rmSync(data.root, {recursive: true, force: true});
});

describe('a delivery of money with faults', () => {
  it('is told line, column and cure before it is loaded: a wijziging without a date', () => {
    const {stdout, status} = runCli(['--data', data.root, 'controleer', folder]);
    expect(status).toBe(0);
    expect(stdout).toContain('6 rijen gelezen, 1 afgewezen.');
    expect(stdout).toContain(
      'begroting.csv, regel 5: datum_vaststelling: dit veld is verplicht. Vul het in.',
    );
  });

  it('is loaded, with a sentence for each fault and what to do', async () => {
    night = await quietNight(data, '2026-01-10T03:00:00Z');
    expect(night).toMatchObject({geladen: 2, geweigerd: 0, afgewezen: 1});
    const money = night.meldingen.filter((one) => /begroting|boekjaar/.test(one));
    expect(money).toEqual([
      'Elke boeking hoort bij een post van de begroting. Niet zo: 1 keer. Vraag de financiële administratie op welke post dit hoort. De boeking telt apart mee.',
      'Elk taakveld bestaat in het boekjaar van de post. Iv3 wisselde in 2017, 2023 en 2025. Niet zo: 1 keer. Vraag de financiële administratie om het taakveld van het boekjaar zelf te gebruiken.',
    ]);
    expect(night.samenvatting).toContain('Let op: Elke boeking hoort bij een post');
    const status = readFileSync(join(data.publicaties, 'status.json'), 'utf8');
    expect(status).toContain('taakveld_hoort_bij_boekjaar');
  });

  it('loses nothing: what is right counts, what is wrong is kept until it is mended', async () => {
    const warehouse = await Database.open(data.warehouse, {access_mode: 'READ_ONLY'});
    const posts = await warehouse.rows(
      `select regel, versie, bedrag_cent::double as cent from kern.begroting_stand
       where boekjaar = 2021 order by regel, versie`,
    );
    expect(posts).toEqual([
      {regel: 'dekking', versie: 0, cent: 2_500_000},
      {regel: 'huur', versie: 0, cent: 2_000_000},
      {regel: 'opleiding', versie: 0, cent: 500_000},
    ]);
    const bookings = await warehouse.rows(
      'select regel, bedrag_cent::double as cent from kern.realisatie order by regel',
    );
    expect(bookings).toEqual([
      {regel: 'bestaat-niet', cent: 12_345},
      {regel: 'huur', cent: 150_050},
    ]);
    warehouse.close();
    const {stdout} = runCli(['--data', data.root, 'quarantaine']);
    expect(stdout).toMatch(/z-fouten: 1 rij afgewezen/);
  });
});
