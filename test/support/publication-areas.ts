import type {Fase, Gebied} from '../../queries/contract/area.ts';

const DEN_HELDER: [string, string, string, number, number][] = [
  ['WK040001', "'t Zand", 'DH-1', 0, 0],
  ['WK040002', 'Binnenstad', 'DH-1', 1, 0],
  ['WK040003', 'Nieuw Den Helder-West', 'DH-2', 0, 1],
  ['WK040004', 'Nieuw Den Helder-Oost', 'DH-2', 1, 1],
  ['WK040005', 'De Schooten', 'DH-3', 2, 1],
  ['WK040006', 'Julianadorp', 'DH-4', 0, 3],
  ['WK040007', 'Huisduinen', 'DH-1', 0, 2],
  ['WK040008', 'Stad binnen de Linie', 'DH-3', 2, 2],
];

const TEAMS: [string, string, string, Fase[]][] = [
  [
    'DH-1',
    'Team Centrum',
    '2019-04-01',
    [
      {fase: 'A', van: '2019-04-01'},
      {fase: 'B', van: '2020-07-01'},
      {fase: 'C', van: '2021-10-01'},
    ],
  ],
  [
    'DH-2',
    'Team Nieuw Den Helder',
    '2019-10-01',
    [
      {fase: 'A', van: '2019-10-01'},
      {fase: 'B', van: '2021-01-01'},
    ],
  ],
  ['DH-3', 'Team De Schooten', '2020-04-01', [{fase: 'A', van: '2020-04-01'}]],
  ['DH-4', 'Team Julianadorp', '2021-01-01', [{fase: 'A', van: '2021-01-01'}]],
];

/** Den Helder with teams and wijken, and a Velsen of one team and two wijken. */
export const GEBIEDEN: readonly Gebied[] = [
  area('0400', 'Den Helder', 'gemeente', {ouder: null, inwoners: 56_000, startdatum: '2019-04-01'}),
  ...TEAMS.map(([code, naam, startdatum, fasen]) =>
    area(code, naam, 'team', {ouder: '0400', inwoners: 14_000, startdatum, fasen}),
  ),
  ...DEN_HELDER.map(([code, naam, ouder, kolom, rij]) => {
    const team = TEAMS.find(([id]) => id === ouder)!;
    const rest = {ouder, inwoners: 7000, startdatum: team[2], fasen: team[3], tegel: {kolom, rij}};
    return area(code, naam, 'wijk', rest);
  }),
  area('0453', 'Velsen', 'gemeente', {gemeente: '0453', ouder: null, inwoners: 68_000}),
  area('VE-1', 'Team IJmuiden', 'team', {gemeente: '0453', ouder: '0453', inwoners: 30_000}),
  area('WK045301', 'IJmuiden-Noord', 'wijk', {
    gemeente: '0453',
    ouder: 'VE-1',
    inwoners: 15_000,
    tegel: {kolom: 0, rij: 0},
  }),
  area('WK045302', 'IJmuiden-Zuid', 'wijk', {
    gemeente: '0453',
    ouder: 'VE-1',
    inwoners: 15_000,
    tegel: {kolom: 0, rij: 1},
  }),
];

function area(code: string, naam: string, niveau: Gebied['niveau'], rest: Partial<Gebied>): Gebied {
  return {
    code,
    naam,
    niveau,
    gemeente: '0400',
    ouder: null,
    sorteersleutel: naam.replace(/^'t /, '').toLowerCase(),
    inwoners: null,
    startdatum: null,
    fasen: [],
    tegel: null,
    ...rest,
  };
}
