import {iso, LAST, type EdgeLines, type Line} from './lines.ts';

/** A question, of somebody or of nobody who is known; answers its key. */
export function putQuestion(lines: EdgeLines, client_id: string | null): string {
  const aanmelding_id = lines.next('a');
  const start = lines.day();
  const lengths = [0, 1, 28, 29, 56, 57];
  lines.put('aanmelding', {
    aanmelding_id,
    client_id,
    team_id: lines.pick(['T1', 'T2', 'T3']),
    datum_aanmelding: iso(start),
    toegangspoort: lines.pick(['kcc', 'huisarts', null]),
    vraagtype: lines.pick(['financien', 'adl', 'anders']),
    meervoudig: lines.pick(['true', 'false', null]),
    wet: lines.pick(['wmo', 'jeugdwet', null]),
    crisis: lines.pick(['true', 'false', 'false', null]),
    datum_eerste_contact: lines.after(start, lengths, 0.3),
    datum_afgesloten: lines.after(start, lengths, 0.5),
    uitkomst: null,
  });
  return aanmelding_id;
}

/** A casus with its contacts and scores. */
export function putCase(lines: EdgeLines, client_id: string, aanmelding_id: string | null): void {
  const casus_id = lines.next('c');
  const start = lines.day();
  lines.put('casus', {
    casus_id,
    client_id,
    team_id: lines.pick(['T1', 'T2', 'T3']),
    // One question that never came.
    aanmelding_id: lines.chance(0.03) ? 'weg' : aanmelding_id,
    datum_start: iso(start),
    datum_einde: lines.after(start, [0, 30, 90, 91, 92, 183, 400], 0.25),
    reden_einde: lines.pick(['doelen_bereikt', 'verhuisd', 'overleden', null]),
    uitkomst_lijn: null,
    voorziening: lines.pick([
      'eigen_kracht',
      'netwerk',
      'algemeen',
      'collectief',
      'maatwerk',
      null,
    ]),
  });
  for (let at = lines.pick([0, 1, 3, 5]); at > 0; at -= 1)
    lines.put('contactmoment', {
      contact_id: lines.next('m'),
      casus_id,
      team_id: 'T1',
      datum: iso(lines.day()),
      soort: lines.pick(['individueel', 'huisbezoek', 'groep', 'overleg']),
      discipline: lines.pick(['consulent', 'coach', null]),
      minuten: 5 * Math.floor(lines.random() * 30),
      deelnemers: null,
    });
  for (const [instrument, domein] of [
    ['zrm', 'financien'],
    ['zrm', 'justitie'],
    ['participatieladder', 'trede'],
  ] as const)
    putScores(
      lines,
      {client_id, casus_id: lines.chance(0.9) ? casus_id : null, instrument, domein},
      start,
    );
}

function putScores(lines: EdgeLines, line: Line, start: number): void {
  for (const moment of ['start', 'start', 'tussen', 'eind', 'eind']) {
    if (lines.chance(0.4)) continue;
    const datum = iso(lines.day(iso(start), LAST));
    const key = [line['client_id'], line['instrument'], moment, datum, line['domein']].join(' ');
    if (lines.isKnown(key)) continue;
    const score = 1 + Math.floor(lines.random() * 5);
    lines.put('meting', {
      ...line,
      versie: lines.pick(['2013', '2017', '2017']),
      moment,
      datum,
      score,
    });
  }
}

/** A referral, at times of a casus that never came. */
export function putReferral(lines: EdgeLines, client_id: string): void {
  lines.put('verwijzing', {
    verwijzing_id: lines.next('v'),
    client_id,
    casus_id: lines.chance(0.05) ? 'weg' : null,
    datum: iso(lines.day()),
    verwijzer: lines.pick(['wijkteam', 'huisarts']),
    naar_lijn: lines.pick(['eerste', 'tweede', 'tweede']),
    wet: lines.pick(['wmo', 'jeugdwet']),
    bestemming: lines.pick(['jeugdhulp', 'schuldhulp', 'ggz']),
    productcategorie: null,
    crisis: lines.pick(['true', 'false', null]),
  });
}
