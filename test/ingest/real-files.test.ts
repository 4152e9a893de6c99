import {cpSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {parse} from 'csv-parse/sync';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {writeZip} from '../../fixtures/zip.ts';
import {buildModels} from '../../warehouse/build.ts';
import type {DeliveryOutcome} from '../../ingest/outcome.ts';
import {TestInbox} from '../support/delivery.ts';
import {line, report} from './iv3/report.ts';
import {hasReal, realPath} from '../support/real-files.ts';

// What a gemeente really has goes through the inbox as it would in a night.
let inbox: TestInbox;
beforeEach(async () => {
  inbox = await TestInbox.open(new Date('2026-11-24T02:00:00Z'));
});
afterEach(() => {
  inbox.warehouse.close();
  rmSync(inbox.data, {recursive: true, force: true});
});

async function offer(name: string, has: (text: string) => boolean): Promise<DeliveryOutcome> {
  const files = readdirSync(realPath('istandaarden'))
    .filter((naam) => naam.endsWith('.xml'))
    .map((naam) => ({naam, tekst: readFileSync(realPath('istandaarden', naam))}))
    .filter(({tekst}) => has(tekst.toString('utf8')));
  await writeZip(inbox.path(name), files);
  const [outcome] = await inbox.load();
  return outcome!;
}

/** File, rows loaded, and the lines that were not. */
const short = ({bestanden}: DeliveryOutcome): unknown[] =>
  bestanden.map(({naam, geladen, afgewezen}) => [naam, geladen, afgewezen.map(({regel}) => regel)]);

describe.skipIf(!hasReal('istandaarden'))('the messages of iWmo and iJw', () => {
  const isAmsterdam = (text: string): boolean => text.includes('>0363<');

  it('load in a zip per gemeente; the dirty ones lose their double lines only', async () => {
    const amsterdam = await offer('0363.zip', isAmsterdam);
    expect(short(amsterdam)).toEqual([
      ['JW305.xml', 2, []],
      ['WMO305.xml', 2, []],
      ['WMO307.xml', 2, []],
    ]);
    const other = await offer('0384.zip', (text) => !isAmsterdam(text));
    expect(short(other)).toEqual([
      ['JW301.xml', 2, []],
      ['JW323.xml', 3, [95, 114]],
      ['JW325.xml', 3, []],
      ['WMO301.xml', 1, []],
      ['WMO315.xml', 2, []],
      ['WMO317.xml', 3, []],
      ['WMO319.xml', 1, []],
      ['WMO323.xml', 4, []],
      // It holds a sentence where a message should be.
      ['envelopHeenbericht-ggk_Di01_v21-xml.xml', 0, [1]],
    ]);
    const rows = await inbox.warehouse.rows(
      'select gemeente_code, geladen from meta.levering order by gemeente_code',
    );
    expect(rows).toEqual([
      {gemeente_code: 'GM0363', geladen: 6},
      {gemeente_code: 'GM0384', geladen: 19},
    ]);
  });

  it('build into the kern without a check that fails', async () => {
    await offer('0384.zip', (text) => !isAmsterdam(text));
    await buildModels(inbox.warehouse);
    expect(await inbox.count('kern.toewijzing')).toBeGreaterThan(0);
  });
});

describe.skipIf(!hasReal('iv3'))('the taakvelden of CBS', () => {
  const list: {boekjaar: string; code: string; soort: string}[] = hasReal('iv3')
    ? parse(readFileSync(realPath('iv3', 'iv3_taakvelden_gemeente_2017-2026.csv')), {columns: true})
    : [];

  it.each([2017, 2022, 2023, 2024, 2025, 2026])(
    'of %i each have a line that loads, or is outside taakveld 6',
    async (boekjaar) => {
      const codes = list
        .filter((one) => Number(one.boekjaar) === boekjaar && one.soort === 'taakveld')
        .map(({code}) => code.trim());
      const lasten = codes.map((code) => line(code, 12));
      const metadata = {boekjaar, datum: `${boekjaar - 1}-11-10T09:30:00+01:00`};
      writeFileSync(inbox.path('iv3.json'), JSON.stringify(report({lasten}, metadata)));
      const [outcome] = await inbox.load();
      expect(outcome).toMatchObject({status: 'geladen', reden: ''});
      const [file] = outcome!.bestanden;
      expect(file).toMatchObject({tabel: 'begroting', afgewezen: []});
      expect(file?.geladen).toBe(codes.filter((code) => code.startsWith('6.')).length);
    },
  );
});

describe.skipIf(!hasReal('geo'))('the wijken of Den Helder and Velsen', () => {
  it.each(['GM0400', 'GM0453'])('%s loads as a bare GeoJSON file', async (gemeente) => {
    const name = `wijk_2024_${gemeente}_wgs84.geojson`;
    cpSync(realPath('geo', name), inbox.path(name));
    const [outcome] = await inbox.load();
    expect(outcome).toMatchObject({
      status: 'geladen',
      bestanden: [{tabel: 'gebied', afgewezen: []}],
    });
    const rows = await inbox.warehouse.rows(
      `select count(*) as aantal from stg.gebied where gemeente_code = '${gemeente}' and bron = 'cbs'`,
    );
    expect(rows).toEqual([{aantal: outcome?.bestanden[0]?.geladen}]);
  });
});

describe.skipIf(!hasReal('zorgned'))('36 aanvragen of Zorgned', () => {
  it('load with a zorgned.json, in which each gets a pseudonym', async () => {
    const side = {
      gemeente_code: 'GM0363',
      bron: 'zorgned',
      aangemaakt_op: '2026-07-01T02:00:00Z',
      periode_van: '2015-01-01',
      periode_tot: '2026-06-30',
      bestanden: [{naam: 'zorgned-aanvragen.json', client_id: 'q8Jx-20Lw'}],
    };
    await writeZip(inbox.path('zorgned.zip'), [
      {naam: 'zorgned.json', tekst: JSON.stringify(side)},
      {
        naam: 'zorgned-aanvragen.json',
        tekst: readFileSync(realPath('zorgned', 'zorgned-aanvragen.json')),
      },
    ]);
    const [outcome] = await inbox.load();
    expect(outcome).toMatchObject({status: 'geladen', reden: ''});
    // One PGB has no first day.
    expect(short(outcome!)).toEqual([
      ['zorgned-aanvragen.json', 33, [33]],
      ['zorgned-aanvragen.json', 28, []],
    ]);
  });
});
