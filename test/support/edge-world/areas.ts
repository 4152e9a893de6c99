import {type EdgeLines, type Line} from './lines.ts';

/** The gemeente of an edge world, and the years of its registration. */
export const EDGE = {
  gemeente: 'GM9999',
  jaren: [2018, 2019, 2020, 2021],
  discipline: 'consulent',
} as const;

/** Until halfway 2020 one team worked in it; since then the border of two teams runs through it. */
const DIVIDED = {wijk: 'WK999906', buurten: ['BU99990601', 'BU99990602']} as const;

export const WIJKEN = [
  'WK999900',
  'WK999901',
  'WK999902',
  'WK999903',
  'WK999904',
  'WK999905',
  DIVIDED.wijk,
];

/** Wijken and who lives there, and teams whose wijken change, stop and come back. */
export function putAreas(lines: EdgeLines): void {
  for (const code of ['GM9999', ...WIJKEN]) {
    const niveau = code === 'GM9999' ? 'gemeente' : 'wijk';
    lines.put('gebied', {gebied_code: code, jaar: 2018, niveau, naam: code, ouder_code: null});
  }
  for (const code of ['GM9999', ...WIJKEN, ...DIVIDED.buurten]) {
    const inhabitants = code.startsWith('GM') ? 6000 : code.startsWith('BU') ? 300 : 900;
    for (const jaar of [2017, 2018, 2019, 2021]) {
      for (const leeftijdsgroep of ['0-17', '18-26', '27-64', '65-79', '80+'])
        lines.put('bevolking', {
          gebied_code: code,
          jaar,
          leeftijdsgroep,
          aantal: inhabitants === 900 ? 900 + jaar - 2000 : inhabitants,
        });
    }
  }
  for (const [team_id, startdatum] of [
    ['T1', '2020-04-01'],
    ['T2', '2020-06-15'],
    ['T3', '2021-01-01'],
    ['T4', '2021-10-01'],
  ] as const)
    lines.put('team', {team_id, naam: team_id, locatie: null, startdatum, einddatum: null});
  const map = (team_id: string, gebied_code: string, van: string, tot: string | null): void => {
    lines.put('team_gebied', {team_id, gebied_code, geldig_van: van, geldig_tot: tot});
  };
  map('T1', 'WK999900', '2016-01-01', null);
  map('T1', 'WK999901', '2019-07-01', '2020-12-31');
  map('T3', 'WK999901', '2021-01-01', null);
  map('T2', 'WK999902', '2016-01-01', '2021-03-31');
  map('T3', 'WK999903', '2016-01-01', null);
  map('T3', 'WK999904', '2016-01-01', '2019-12-31');
  map('T2', 'WK999904', '2020-02-01', null);
  map('T4', 'WK999905', '2016-01-01', null);
  map('T1', DIVIDED.wijk, '2016-01-01', '2020-05-31');
  map('T1', DIVIDED.buurten[0], '2020-06-01', null);
  map('T3', DIVIDED.buurten[1], '2020-06-01', null);
}

/** Staff that changes halfway a month; one team has none. */
export function putStaff(lines: EdgeLines): void {
  const staff = (line: Line): void => {
    lines.put('formatie', {organisatie: 'o', geldig_tot: null, medewerkers: null, ...line});
  };
  for (const team_id of ['T1', 'T2', 'T3']) {
    for (const discipline of ['consulent', 'coach']) {
      staff({team_id, discipline, fte: 2.4, geldig_van: '2018-06-16', geldig_tot: '2020-03-15'});
      staff({team_id, discipline, fte: 3.1, geldig_van: '2020-03-16', medewerkers: 6});
    }
  }
}

/** Answers of the gemeente and of its wijken. */
export function putSurvey(lines: EdgeLines): void {
  for (const jaar of EDGE.jaren) {
    // A buurt is no area of the survey.
    for (const gebied_code of ['GM9999', ...WIJKEN, 'BU99990001']) {
      for (const antwoord of ['helemaal_eens', 'eens', 'oneens', 'nvt'])
        lines.put('tevredenheid', {
          jaar,
          wet: 'wmo',
          gebied_code,
          vraag: 'snel_geholpen',
          antwoord,
          aantal: 10 + Math.floor(lines.random() * 40),
        });
    }
  }
}

/**
 * A team that starts to register halfway a month, by a source that stops: what it counted by hand ends,
 * and begins again.
 */
export function putBareCounts(lines: EdgeLines): void {
  for (const jaar of EDGE.jaren) {
    for (const month of ['03-31', '06-30', '12-15', '12-31'])
      lines.put('wachtlijst_stand', {
        peildatum: `${jaar}-${month}`,
        team_id: 'T4',
        soort: 'eerste_contact',
        aantal: 30 + Math.floor(lines.random() * 20),
      });
  }
  lines.put('wachtlijst_stand', {
    peildatum: '2020-09-01',
    team_id: 'T4',
    soort: 'eerste_contact',
    aantal: 99,
  });
  lines.from({teams: 'noord', care: 'zorg'});
  lines.put('aanmelding', {
    aanmelding_id: 'T4-1',
    client_id: null,
    team_id: 'T4',
    datum_aanmelding: '2020-09-15',
    vraagtype: 'adl',
    datum_eerste_contact: '2020-10-20',
  });
  lines.from({teams: 'wijkteam', care: 'zorg'});
}
