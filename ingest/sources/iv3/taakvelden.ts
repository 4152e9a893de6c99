/** Sums of taakvelden that mean the same in every generation; nothing smaller does. */
export type Groep = 'toegang' | 'wmo_maatwerk' | 'jeugdhulp';

/** A taakveld of the social domain (hoofdtaakveld 6) in one generation of Iv3. */
export interface Taakveld {
  code: string;
  naam: string;
  /** Null: outside the three groups, so not comparable across a break. */
  groep: Groep | null;
  wet: 'wmo' | 'jeugdwet' | 'participatiewet' | null;
}

interface Generatie {
  van: number;
  tot: number;
  taakvelden: readonly Taakveld[];
}

const other = (code: string, naam: string, wet: Taakveld['wet'] = null): Taakveld => ({
  code,
  naam,
  groep: null,
  wet,
});
const toegang = (code: string, naam: string, wet: Taakveld['wet'] = null): Taakveld => ({
  code,
  naam,
  groep: 'toegang',
  wet,
});
const wmo = (code: string, naam: string): Taakveld => ({
  code,
  naam,
  groep: 'wmo_maatwerk',
  wet: 'wmo',
});
const jeugd = (code: string, naam: string): Taakveld => ({
  code,
  naam,
  groep: 'jeugdhulp',
  wet: 'jeugdwet',
});

/**
 * The three generations. Codes and names are facts from the CBS Iv3 definitions
 * (statistiekcbs/iv3_definities); the groups are ours. PGB stands apart from 2025 (6.791, 6.792), so
 * a group holds all care of its law, beschermd wonen and jeugdbescherming too. 6.91 and 6.92 are new
 * in 2025 and were booked all over: they are in no group.
 */
const GENERATIES: readonly Generatie[] = [
  {
    van: 2017,
    tot: 2022,
    taakvelden: [
      other('6.1', 'Samenkracht en burgerparticipatie'),
      toegang('6.2', 'Wijkteams'),
      other('6.3', 'Inkomensregelingen', 'participatiewet'),
      other('6.4', 'Begeleide participatie', 'participatiewet'),
      other('6.5', 'Arbeidsparticipatie', 'participatiewet'),
      wmo('6.6', 'Maatwerkvoorziening (WMO)'),
      wmo('6.71', 'Maatwerkdienstverlening 18+'),
      jeugd('6.72', 'Maatwerkdienstverlening 18-'),
      wmo('6.81', 'Geëscaleerde zorg 18+'),
      jeugd('6.82', 'Geëscaleerde zorg 18-'),
    ],
  },
  {
    van: 2023,
    tot: 2024,
    taakvelden: [
      other('6.1', 'Samenkracht en burgerparticipatie'),
      toegang('6.2', 'Toegang en eerstelijnsvoorzieningen'),
      other('6.3', 'Inkomensregelingen', 'participatiewet'),
      other('6.4', 'WSW en beschut werk', 'participatiewet'),
      other('6.5', 'Arbeidsparticipatie', 'participatiewet'),
      wmo('6.6', 'Maatwerkvoorzieningen (WMO)'),
      wmo('6.71', 'Maatwerkdienstverlening 18+'),
      wmo('6.71a', 'Huishoudelijke hulp (WMO)'),
      wmo('6.71b', 'Begeleiding (WMO)'),
      wmo('6.71c', 'Dagbesteding (WMO)'),
      wmo('6.71d', 'Overige maatwerkarrangementen (WMO)'),
      jeugd('6.72', 'Maatwerkdienstverlening 18-'),
      jeugd('6.72a', 'Jeugdhulp begeleiding'),
      jeugd('6.72b', 'Jeugdhulp behandeling'),
      jeugd('6.72c', 'Jeugdhulp dagbesteding'),
      jeugd('6.72d', 'Jeugdhulp zonder verblijf overig'),
      jeugd('6.73a', 'Pleegzorg'),
      jeugd('6.73b', 'Gezinsgericht'),
      jeugd('6.73c', 'Jeugdhulp met verblijf overig'),
      jeugd('6.74a', 'Jeugd behandeling GGZ zonder verblijf'),
      jeugd('6.74b', 'Jeugdhulp crisis/LTA/GGZ-verblijf'),
      jeugd('6.74c', 'Gesloten plaatsing'),
      wmo('6.81', 'Geëscaleerde zorg 18+'),
      wmo('6.81a', 'Beschermd wonen (WMO)'),
      wmo('6.81b', 'Maatschappelijke- en vrouwenopvang (WMO)'),
      jeugd('6.82', 'Geëscaleerde zorg 18-'),
      jeugd('6.82a', 'Jeugdbescherming'),
      jeugd('6.82b', 'Jeugdreclassering'),
    ],
  },
  {
    van: 2025,
    tot: 2100,
    taakvelden: [
      other('6.1', 'Samenkracht en burgerparticipatie'),
      toegang('6.21', 'Toegang en eerstelijnsvoorzieningen WMO', 'wmo'),
      toegang('6.22', 'Toegang en eerstelijnsvoorzieningen Jeugd', 'jeugdwet'),
      toegang('6.23', 'Toegang en eerstelijnsvoorzieningen Integraal'),
      other('6.3', 'Inkomensregelingen', 'participatiewet'),
      other('6.4', 'WSW en beschut werk', 'participatiewet'),
      other('6.5', 'Arbeidsparticipatie', 'participatiewet'),
      wmo('6.60', 'Hulpmiddelen en diensten (WMO)'),
      wmo('6.711', 'Huishoudelijke hulp (WMO)'),
      wmo('6.712', 'Begeleiding (WMO)'),
      wmo('6.713', 'Dagbesteding (WMO)'),
      wmo('6.714', 'Overige maatwerkarrangementen (WMO)'),
      jeugd('6.751', 'Jeugdhulp ambulant lokaal'),
      jeugd('6.752', 'Jeugdhulp ambulant regionaal'),
      jeugd('6.753', 'Jeugdhulp ambulant landelijk'),
      jeugd('6.761', 'Jeugdhulp met verblijf lokaal'),
      jeugd('6.762', 'Jeugdhulp met verblijf regionaal'),
      jeugd('6.763', 'Jeugdhulp met verblijf landelijk'),
      wmo('6.791', 'PGB WMO'),
      jeugd('6.792', 'PGB Jeugd'),
      wmo('6.811', 'Beschermd wonen (WMO)'),
      wmo('6.812', 'Maatschappelijke- en vrouwenopvang (WMO)'),
      jeugd('6.821', 'Jeugdbescherming'),
      jeugd('6.822', 'Jeugdreclassering'),
      other('6.91', 'Coördinatie en beleid WMO', 'wmo'),
      other('6.92', 'Coördinatie en beleid Jeugd', 'jeugdwet'),
    ],
  },
];

/** The taakvelden of the social domain in a boekjaar; none before 2017 (functies, another model). */
export function taakveldenVan(boekjaar: number): readonly Taakveld[] {
  return GENERATIES.find(({van, tot}) => boekjaar >= van && boekjaar <= tot)?.taakvelden ?? [];
}

/** The taakveld with this code in this boekjaar, or the codes that the supplier can mean. */
export function findTaakveld(
  boekjaar: number,
  code: string,
): {taakveld: Taakveld} | {taakveld: null; bedoeld: string[]} {
  const now = taakveldenVan(boekjaar);
  const taakveld = now.find((candidate) => candidate.code === code);
  if (taakveld !== undefined) return {taakveld};
  const elsewhere = GENERATIES.flatMap(({taakvelden}) => taakvelden).find(
    (candidate) => candidate.code === code,
  );
  const groep = elsewhere?.groep ?? null;
  const meant = groep === null ? now : now.filter((candidate) => candidate.groep === groep);
  return {taakveld: null, bedoeld: meant.map((candidate) => candidate.code)};
}
