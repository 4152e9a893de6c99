import type {Database} from '../../warehouse/open.ts';

const DAY_MS = 86_400_000;

/** The inhabitants of an area from day to day within a year: a team may get or lose a wijk. */
interface Stretch {
  van: string;
  tot: string;
  voorlopig: boolean;
  perAge: Map<string, number>;
}

/** Public population counts: inhabitants on 1 January by area and age group. */
export class People {
  /** By area and year. A day outside the stretches of a known year has no inhabitants. */
  readonly #stretches = new Map<string, Map<string, Stretch>>();

  private constructor() {}

  /** Reads ref.inwoners. */
  static async read(database: Database): Promise<People> {
    const people = new People();
    const rows = await database.rows(
      'select * replace (van::varchar as van, tot::varchar as tot) from ref.inwoners',
    );
    for (const row of rows) {
      const {gemeente_code, niveau, gebied_code, jaar, leeftijdsgroep, aantal, voorlopig} = row;
      const key = `${String(gemeente_code)} ${String(niveau)} ${String(gebied_code)} ${String(jaar)}`;
      const year = people.#stretches.get(key) ?? new Map<string, Stretch>();
      const van = String(row['van']);
      const stretch = year.get(van) ?? {
        van,
        tot: String(row['tot']),
        voorlopig: false,
        perAge: new Map<string, number>(),
      };
      stretch.perAge.set(String(leeftijdsgroep), Number(aantal));
      if (voorlopig === true) stretch.voorlopig = true;
      people.#stretches.set(key, year.set(van, stretch));
    }
    return people;
  }

  /**
   * Inhabitants of these ages (empty = all) on 1 January of the year of `date`, of what the area is
   * on that day: 0 if it is nowhere then, null if unknown.
   */
  inhabitants(area: AreaKey, date: string, ages: readonly string[]): number | null {
    const year = this.#yearOf(area, date);
    if (year === null) return null;
    const stretch = year.find(({van, tot}) => van <= date && date <= tot);
    return stretch === undefined ? 0 : countOf(stretch, ages);
  }

  /** The most inhabitants of these ages that the area had on a day of the period; null if unknown. */
  most(area: AreaKey, van: string, tot: string, ages: readonly string[]): number | null {
    const counts = this.#within(area, van, tot).map(({stretch}) =>
      stretch === null ? null : countOf(stretch, ages),
    );
    return counts.reduce<number | null>(
      (most, count) => (most === null || count === null ? null : Math.max(most, count)),
      0,
    );
  }

  /** Whether the count of that year is carried forward from an older one. */
  isProvisional(area: AreaKey, date: string): boolean {
    return this.#yearOf(area, date)?.some(({voorlopig}) => voorlopig) ?? false;
  }

  /** Inhabitants on 1 January × days in the period / days in the year, summed over its years. */
  personYears(area: AreaKey, van: string, tot: string, ages: readonly string[]): number | null {
    return this.#within(area, van, tot).reduce<number | null>((sum, {stretch, share}) => {
      const count = stretch === null ? null : countOf(stretch, ages);
      return sum === null || count === null ? null : sum + count * share;
    }, 0);
  }

  #yearOf(area: AreaKey, date: string): Stretch[] | null {
    const key = `${area.gemeente} ${area.niveau} ${area.code} ${date.slice(0, 4)}`;
    const year = this.#stretches.get(key);
    return year === undefined ? null : [...year.values()];
  }

  /** The stretches of a period, with the share of their year that lies in it; null = unknown. */
  #within(area: AreaKey, van: string, tot: string): {stretch: Stretch | null; share: number}[] {
    const found: {stretch: Stretch | null; share: number}[] = [];
    for (let year = Number(van.slice(0, 4)); year <= Number(tot.slice(0, 4)); year += 1) {
      const inYear = days(`${year}-01-01`, `${year}-12-31`);
      const known = this.#yearOf(area, `${year}-01-01`);
      if (known === null) found.push({stretch: null, share: 0});
      for (const stretch of known ?? []) {
        const first = van > stretch.van ? van : stretch.van;
        const last = tot < stretch.tot ? tot : stretch.tot;
        if (first <= last) found.push({stretch, share: days(first, last) / inYear});
      }
    }
    return found;
  }
}

/** Null where an age is not known: a part is no total. */
function countOf({perAge}: Stretch, ages: readonly string[]): number | null {
  const asked = ages.length === 0 ? [...perAge.keys()] : ages;
  return asked.reduce<number | null>((sum, age) => {
    const count = perAge.get(age);
    return sum === null || count === undefined ? null : sum + count;
  }, 0);
}

/** An area as the population tables name it. */
export interface AreaKey {
  gemeente: string;
  niveau: string;
  code: string;
}

function days(van: string, tot: string): number {
  return (Date.parse(tot) - Date.parse(van)) / DAY_MS + 1;
}

const AGE_GROUPS: Readonly<Record<string, readonly string[]>> = {
  '0-17': ['0-17'],
  '18-64': ['18-26', '27-64'],
  '65+': ['65-79', '80+'],
};

/** The age groups of the denominator of a cell: those of its own age node, else of the indicator. */
export function denominatorAges(
  dimensies: Readonly<Record<string, string>>,
  indicatorAges: readonly string[],
): readonly string[] {
  const {leeftijd, leeftijdsgroep} = dimensies;
  if (leeftijdsgroep !== undefined) return [leeftijdsgroep];
  if (leeftijd !== undefined) return AGE_GROUPS[leeftijd] ?? [leeftijd];
  return indicatorAges;
}
