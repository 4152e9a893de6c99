import {rmSync} from 'node:fs';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {writeZip} from '../../../fixtures/zip.ts';
import {buildModels} from '../../../warehouse/build.ts';
import type {Row} from '../../../warehouse/open.ts';
import {TEAM, TestInbox, type TestFile} from '../../support/delivery.ts';
import {
  answer,
  BSN,
  claim,
  client,
  envelope,
  message,
  product,
  request,
  retour,
} from './message-text.ts';

const verzoek = message(
  `<Client><Bsn>${BSN.a}</Bsn><Verzoek><ReferentieAanbieder>R9</ReferentieAanbieder><RedenVerzoek>1</RedenVerzoek>` +
    '<TeWijzigenProducten><TeWijzigenProduct><ToewijzingNummer>7001</ToewijzingNummer></TeWijzigenProduct></TeWijzigenProducten></Verzoek></Client>',
  {soort: 'wmo317', identificatie: '317'},
);
const antwoord = message(
  '<Antwoord><ReferentieAanbieder>R9</ReferentieAanbieder><VerzoekAntwoord>2</VerzoekAntwoord></Antwoord>',
  {soort: 'wmo319', identificatie: '319'},
);

/** Every kind of message once, each in its own file and folder; one in an envelope. */
const MESSAGES: Readonly<Record<string, string>> = {
  '301': product({}, {identificatie: '301'}),
  '302': retour('wmo302', {code: '0200', van: '301'}),
  '305': product({}, {soort: 'wmo305', identificatie: '305'}),
  '306': retour('wmo306', {code: '0200', van: '305'}),
  '307': product(
    {RedenBeeindiging: '19'},
    {soort: 'wmo307', identificatie: '307', dagtekening: '2024-06-01'},
  ),
  '308': retour('wmo308', {code: '0200', van: '307', op: '2024-06-02'}),
  '315': request({}, {identificatie: '315'}),
  '316': retour('wmo316', {code: '0200', van: '315'}),
  '317': verzoek,
  '318': retour('wmo318', {code: '0200', van: '317'}),
  '319': antwoord,
  '320': retour('wmo320', {code: '0200', van: '319'}),
  '323': claim([{referentie: 'D-1'}], {identificatie: '323', dagtekening: '2024-05-10'}),
  '325': answer([], {identificatie: '325', toegekend: 5000, over: '323'}),
  envelop: envelope(
    `<GGK:xmlBestand>${Buffer.from(product({ToewijzingNummer: '7009'}, {identificatie: '9'})).toString('base64')}</GGK:xmlBestand>`,
  ),
};

let inbox: TestInbox;
beforeAll(async () => {
  inbox = await TestInbox.open(new Date('2024-12-01T02:00:00Z'));
});
afterAll(() => {
  inbox.warehouse.close();
  rmSync(inbox.data, {recursive: true, force: true});
});

async function zip(naam: string, files: readonly TestFile[]) {
  await writeZip(inbox.path(naam), files);
  const [outcome] = await inbox.load();
  return outcome;
}

describe('a night with every kind of message', () => {
  it('loads all of them from one zip with folders, and builds from them', async () => {
    const files = Object.entries(MESSAGES).map(([soort, tekst]) => ({
      naam: `post/${soort}/bericht.xml`,
      tekst,
    }));
    const outcome = await zip('berichten.zip', files);
    expect(outcome).toMatchObject({status: 'geladen', reden: ''});
    expect(outcome?.bestanden).toHaveLength(files.length);
    for (const {naam, gelezen, geladen, waarschuwingen} of outcome!.bestanden) {
      expect([naam, geladen, waarschuwingen]).toEqual([naam, gelezen, []]);
      // A 325 lists what it refuses: this one refuses nothing.
      expect(gelezen).toBeGreaterThan(naam.includes('/325/') ? -1 : 0);
    }
    await buildModels(inbox.warehouse);
    expect(await inbox.count('kern.toewijzing')).toBe(2);
    expect(
      await inbox.warehouse.rows('select begindatum, einddatum, reden_einde from kern.levering'),
    ).toEqual([{begindatum: '2024-03-04', einddatum: '2024-05-31', reden_einde: 'volgens_plan'}]);
    expect(await inbox.warehouse.rows('select referentie, status from kern.prestatie')).toEqual([
      {referentie: 'D-1', status: 'toegekend'},
    ]);
  });

  it('recognises messages by what is in them, whatever the file is called', async () => {
    const text = product({ToewijzingNummer: '7010'}, {identificatie: '10'});
    expect(await zip('post.zip', [{naam: 'bericht.ebf', tekst: text}])).toMatchObject({
      status: 'geladen',
      bestanden: [{geladen: 1}],
    });
  });

  it('loads hundreds of small messages from one zip, each counted', async () => {
    const many = Array.from({length: 500}, (_, index) => ({
      naam: `map-${index % 7}/${index}.xml`,
      tekst: message(client('301', [{ToewijzingNummer: String(100_000 + index)}]), {
        identificatie: String(index),
      }),
    }));
    const outcome = await zip('veel.zip', many);
    expect(outcome?.bestanden).toHaveLength(500);
    expect(await inbox.count("stg.bericht_toewijzing where toewijzingnummer like '10%'")).toBe(500);
  });
});

describe('R11: work of the wijkteam itself has no claim lines', () => {
  const contact = {
    naam: 'contactmoment.csv',
    tekst:
      'contact_id;team_id;datum;soort;minuten\nC1;T1;2022-01-05;huisbezoek;90\nC2;T1;2022-01-06;individueel;30\n',
  };

  it('its hours come from contactmoment, and never count as claimed care', async () => {
    const before = await prestatieMinutes();
    await inbox.offer([TEAM, contact]);
    await buildModels(inbox.warehouse);
    expect(
      await inbox.warehouse.rows(
        'select team_id, sum(minuten)::integer as minuten from kern.contactmoment group by team_id',
      ),
    ).toEqual([{team_id: 'T1', minuten: 120}]);
    expect(await prestatieMinutes()).toEqual(before);
  });

  const prestatieMinutes = (): Promise<Row[]> =>
    inbox.warehouse.rows('select sum(minuten)::integer as minuten from kern.prestatie');
});
