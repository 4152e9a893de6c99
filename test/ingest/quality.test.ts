import {beforeEach, describe, expect, it} from 'vitest';
import {qualityHtml} from '../../ingest/quality-html.ts';
import {qualityReport, type QualityReport} from '../../ingest/quality-report.ts';
import {buildModels} from '../../warehouse/build.ts';
import {CLIENT, TEAM, TestInbox, type TestFile} from '../support/delivery.ts';

let inbox: TestInbox;
beforeEach(async () => {
  inbox = await TestInbox.open();
});

async function reportAfter(
  files: readonly TestFile[],
  override: Record<string, unknown> = {},
): Promise<QualityReport> {
  await inbox.offer(files, override);
  await buildModels(inbox.warehouse);
  const report = await qualityReport(inbox.warehouse, 'levering.zip');
  if (report === null) throw new Error('no report');
  return report;
}

const CASUS: TestFile = {
  naam: 'casus.csv',
  tekst: [
    'casus_id;client_id;team_id;datum_start;datum_einde;voorziening',
    'C1;client-aaaa;T1;2022-01-03;;algemeen',
    'C2;client-bbbb;T1;2022-01-04;;',
    'C3;client-weg1;T1;2022-01-05;;',
    'C4;client-weg2;T9;2022-01-06;;',
    'C5;client-cccc;T1;2022-13-06;;GEHEIM',
    'C6;client-cccc;T1;2022-14-06;;GEHEIM',
    '',
  ].join('\n'),
};
const CONTACT: TestFile = {
  naam: 'contactmoment.csv',
  tekst: `contact_id;team_id;datum;soort;minuten\n${[
    '2021-12-01',
    '2022-01-04',
    '2022-01-05',
    '2022-01-25',
  ]
    .map((day, at) => `K${at};T1;${day};individueel;60\n`)
    .join('')}`,
};

describe('the report on a delivery', () => {
  it('says what came in, what was refused with its lines, what waits and what to do', async () => {
    const report = await reportAfter([TEAM, CLIENT, CASUS, CONTACT]);
    expect(report).toMatchObject({
      status: 'geladen',
      gemeente: 'GM0400',
      bron: 'wijkteam',
      afgewezen: [
        {
          bestand: 'casus.csv',
          reden: 'datum_start: dit is geen bestaande datum. Schrijf jjjj-mm-dd.',
          aantal: 2,
          regels: [6, 7],
        },
      ],
      wachtend: [{tabel: 'casus', ouder: 'client, team of aanmelding', aantal: 2}],
      vertraging: [{tabel: 'contactmoment', rijen: 4, mediaan_dagen: 30, p90_dagen: 65}],
    });
    expect(report.bestanden.find(({bestand}) => bestand === 'casus.csv')).toMatchObject({
      gelezen: 6,
      geladen: 4,
      afgewezen: 2,
    });
    const voorziening = report.volledigheid.find(({kolom}) => kolom === 'voorziening');
    expect(voorziening).toEqual({tabel: 'casus', kolom: 'voorziening', rijen: 4, gevuld: 1});
    expect(report.acties).toEqual([
      'Herstel de afgewezen rijen in uw eigen systeem. Lever ze met de volgende levering.',
      'In casus wachten 2 rijen. Lever ook wat daarbij hoort: client, team of aanmelding.',
      expect.stringMatching(/^Vul deze kolommen vaker in: .*voorziening \(casus\)/),
      'Registreer contactmoment sneller. Een deel komt na meer dan een maand.',
    ]);
    // A casus that runs has no end yet: nobody is asked to fill that in.
    expect(report.acties.join()).not.toContain('datum_einde');
  });

  it('never holds a value of a row, as JSON and as a page', async () => {
    const report = await reportAfter([TEAM, CLIENT, CASUS]);
    for (const output of [JSON.stringify(report), qualityHtml(report)]) {
      for (const value of ['client-aaaa', 'GEHEIM', '2022-13-06', 'C5']) {
        expect(output).not.toContain(value);
      }
    }
  });

  it('of a refused delivery gives the reason and nothing else', async () => {
    const report = await reportAfter([TEAM], {versie: '0.1'});
    expect(report).toMatchObject({status: 'geweigerd', bestanden: [], afgewezen: []});
    expect(report.reden).toContain('profiel of versie is onbekend');
    const page = qualityHtml(report);
    expect(page).toContain('Waarom is dit geweigerd?');
    expect(page).not.toContain('Hoe volledig');
  });

  it('is that of the newest delivery when none is named, and null for an unknown one', async () => {
    await inbox.offer([TEAM]);
    await buildModels(inbox.warehouse);
    expect((await qualityReport(inbox.warehouse, null))?.bestandsnaam).toBe('levering.zip');
    expect(await qualityReport(inbox.warehouse, 'bestaat-niet.zip')).toBeNull();
  });

  it('thanks a team that has nothing to do', async () => {
    const {acties} = await reportAfter([TEAM]);
    expect(acties).toEqual(['U hoeft niets te doen. Dank voor deze levering.']);
  });

  it('writes names of files as text, never as markup', async () => {
    const report = await reportAfter([TEAM]);
    expect(qualityHtml({...report, bestandsnaam: '<script>x</script>.zip'})).not.toContain(
      '<script>',
    );
  });
});
