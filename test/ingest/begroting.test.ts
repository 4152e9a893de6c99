import {beforeEach, describe, expect, it} from 'vitest';
import {buildModels} from '../../warehouse/build.ts';
import {TestInbox} from '../support/delivery.ts';

let inbox: TestInbox;
beforeEach(async () => {
  inbox = await TestInbox.open();
});

const HEADER = 'gemeente_code;boekjaar;versie;datum_vaststelling;regel;omschrijving;kant;bedrag';

const budget = (rows: readonly string[]) => ({
  naam: 'begroting.csv',
  tekst: `${[HEADER, ...rows].join('\n')}\n`,
});

describe('a begrotingswijziging without a date', () => {
  it('is a finding that names line, column and cure; the version before it holds', async () => {
    await inbox.put('levering.zip', [
      budget([
        'GM0400;2022;0;2021-11-10;huur;huur;lasten;20000.00',
        'GM0400;2022;0;2021-11-10;reserve;algemene reserve;baten;20000.00',
        'GM0400;2022;1;;huur;huur;lasten;25000.00',
        'GM0400;2022;1;;reserve;algemene reserve;baten;25000.00',
      ]),
    ]);
    const [outcome] = await inbox.load();
    expect(outcome).toMatchObject({
      status: 'geladen',
      bestanden: [
        {
          gelezen: 4,
          geladen: 2,
          afgewezen: [4, 5].map((regel) => ({
            regel,
            kolom: 'datum_vaststelling',
            reden: 'datum_vaststelling: dit veld is verplicht. Vul het in.',
          })),
        },
      ],
    });
    await buildModels(inbox.warehouse);
    expect(
      await inbox.warehouse.rows(
        'select regel, versie, bedrag_cent::integer as cent from kern.begroting_stand order by regel',
      ),
    ).toEqual([
      {regel: 'huur', versie: 0, cent: 2_000_000},
      {regel: 'reserve', versie: 0, cent: 2_000_000},
    ]);
  });
});
