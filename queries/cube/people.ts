import type {Database} from '../../warehouse/open.ts';

const DAY_MS = 86_400_000;

/** Public population counts: inhabitants on 1 January by area and age group. */
export class People {
  readonly #counts = new Map<string, number>();
  readonly #provisional = new Set<string>();

  private constructor() {}

  /** Reads ref.inwoners. */
  static async read(database: Database): Promise<People> {
    const people = new People();
    const rows = await database.rows('select * from ref.inwoners');
    for (const {
      gemeente_code,
      niveau,
      gebied_code,
      jaar,
      leeftijdsgroep,
      aantal,
      voorlopig,
    } of rows) {
      const area = `${String(gemeente_code)} ${String(niveau)} ${String(gebied_code)} ${String(jaar)}`;
      people.#counts.set(`${area} ${String(leeftijdsgroep)}`, Number(aantal));
      people.#counts.set(area, (people.#counts.get(area) ?? 0) + Number(aantal));
      if (voorlopig === true) people.#provisional.add(area);
    }
    return people;
  }

  /** Inhabitants of these ages (empty = all) on 1 January of the year of `date`; null if unknown. */
  inhabitants(area: AreaKey, date: string, ages: readonly string[]): number | null {
    const key = `${area.gemeente} ${area.niveau} ${area.code} ${date.slice(0, 4)}`;
    if (ages.length === 0) return this.#counts.get(key) ?? null;
    const counts = ages.map((age) => this.#counts.get(`${key} ${age}`));
    return counts.reduce<number | null>(
      (sum, count) => (sum === null || count === undefined ? null : sum + count),
      0,
    );
  }

  /** Whether the count of that year is carried forward from an older one. */
  isProvisional(area: AreaKey, date: string): boolean {
    return this.#provisional.has(
      `${area.gemeente} ${area.niveau} ${area.code} ${date.slice(0, 4)}`,
    );
  }

  /** Inhabitants on 1 January × days in the period / days in the year, summed over its years. */
  personYears(area: AreaKey, van: string, tot: string, ages: readonly string[]): number | null {
    let sum = 0;
    for (let year = Number(van.slice(0, 4)); year <= Number(tot.slice(0, 4)); year += 1) {
      const first = van > `${year}-01-01` ? van : `${year}-01-01`;
      const last = tot < `${year}-12-31` ? tot : `${year}-12-31`;
      const count = this.inhabitants(area, first, ages);
      if (count === null) return null;
      sum += (count * days(first, last)) / days(`${year}-01-01`, `${year}-12-31`);
    }
    return sum;
  }
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
