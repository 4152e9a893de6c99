import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {coarsePercent, publicQuality, rowClass} from '../../commands/public-quality.ts';
import {AANTALKLASSEN} from '../../queries/contract/quality.ts';
import {buildModels} from '../../warehouse/build.ts';
import {TEAM, TestInbox, type TestFile} from '../support/delivery.ts';

const clients = (count: number, filled: number): TestFile => ({
  naam: 'client.csv',
  tekst: [
    'client_id;geboortejaar;geslacht',
    ...Array.from({length: count}, (_, at) => `client-${1000 + at};${at < filled ? 1980 : ''};v`),
    'client-fout;jong;v',
    '',
  ].join('\n'),
});
const contacts: TestFile = {
  naam: 'contactmoment.csv',
  tekst: `contact_id;team_id;datum;soort;minuten\n${Array.from({length: 20}, (_, at) => `K${at};T1;2022-01-${String(at + 1).padStart(2, '0')};individueel;60\n`).join('')}`,
};

async function qualityOf(files: readonly TestFile[]): ReturnType<typeof publicQuality> {
  const inbox = await TestInbox.open();
  await inbox.offer(files);
  await buildModels(inbox.warehouse);
  return publicQuality(inbox.warehouse);
}

describe('what everybody may know of deliveries', () => {
  it('has classes and steps only: no name of a delivery, no exact count', async () => {
    const quality = await qualityOf([TEAM, clients(123, 61), contacts]);
    expect(quality.leveringen).toMatchObject([
      {bron: 'wijkteam', status: 'geladen', gelezen: '100 tot 1.000', afgewezen: 'minder dan 10'},
    ]);
    expect(quality.afgewezen).toEqual([
      {
        gemeente: 'GM0400',
        bron: 'wijkteam',
        tabel: 'client',
        reden: 'geboortejaar: schrijf een heel getal.',
        aantal: 'minder dan 10',
      },
    ]);
    expect(quality.vertraging).toMatchObject([
      {tabel: 'contactmoment', helft_weken: 4, negen_van_tien_weken: 5},
    ]);
    const birth = quality.volledigheid.find(({kolom}) => kolom === 'geboortejaar');
    expect(birth?.procent).toBe(50);
    const text = JSON.stringify(quality);
    for (const exact of ['123', '124', 'levering.zip', 'jong', 'client-']) {
      expect(text).not.toContain(exact);
    }
  });

  it('tells no share of fewer than a hundred rows, and no delay of fewer than twenty events', async () => {
    const few = {...contacts, tekst: contacts.tekst.toString().split('\n').slice(0, 20).join('\n')};
    const quality = await qualityOf([TEAM, clients(98, 98), few]);
    expect(quality.volledigheid).toEqual([]);
    expect(quality.vertraging).toEqual([]);
  });

  it('of a refused delivery tells that it was, not why', async () => {
    const inbox = await TestInbox.open();
    await inbox.offer([TEAM], {versie: '0.1'});
    await buildModels(inbox.warehouse);
    const {leveringen} = await publicQuality(inbox.warehouse);
    expect(leveringen).toMatchObject([{status: 'geweigerd', gemeente: null, bron: null}]);
    expect(JSON.stringify(leveringen)).not.toContain('profiel');
  });

  it('has no number of rows between two powers of ten', () => {
    fc.assert(
      fc.property(fc.nat({max: 100_000}), (rows) => {
        const at = AANTALKLASSEN.indexOf(rowClass(rows));
        expect(at).toBe(rows === 0 ? 0 : Math.min(4, 1 + Math.floor(Math.log10(rows) + 1e-9)));
      }),
    );
  });

  it('calls a share 0 or 100 only when it is none or all', () => {
    expect([
      coarsePercent(0, 200),
      coarsePercent(1, 200),
      coarsePercent(199, 200),
      coarsePercent(200, 200),
    ]).toEqual([0, 5, 95, 100]);
    fc.assert(
      fc.property(fc.integer({min: 100, max: 9999}), fc.nat(), (whole, any) => {
        const part = any % (whole + 1);
        const percent = coarsePercent(part, whole);
        expect(percent % 5).toBe(0);
        expect(percent === 100).toBe(part === whole);
        expect(percent === 0).toBe(part === 0);
      }),
    );
  });
});
