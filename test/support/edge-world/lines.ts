import {randomSource, type RandomSource} from '../../../queries/statistics/random.ts';

export type Line = Record<string, string | number | boolean | null>;

/** The registration of an edge world runs from the first to the last day. */
export const FIRST = '2018-01-01';
export const LAST = '2021-12-31';

/** Who delivers, and until when: two fill the tables of the teams, two those of the care. */
export const SOURCES = {
  wijkteam: LAST,
  noord: '2021-08-31',
  zorg: LAST,
  laat: '2021-10-15',
  ouder: '2021-05-31',
} as const;

/** The last day of each source. */
export type Ends = Record<keyof typeof SOURCES, string>;

/** Who delivers the tables of the teams, and those of the care. */
export interface Suppliers {
  teams: keyof typeof SOURCES;
  care: keyof typeof SOURCES;
}

const CARE = new Set(['toewijzing', 'levering', 'prestatie']);
const DAY = 86_400_000;

export const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY;
export const iso = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

/** The rows of every delivered table, and the chances by which they are drawn. */
export class EdgeLines {
  readonly tables: Record<string, Line[]> = {};
  readonly #random: RandomSource;
  readonly #known = new Set<string>();
  #number = 0;
  #suppliers: Suppliers = {teams: 'wijkteam', care: 'zorg'};

  constructor(seed: number) {
    this.#random = randomSource(seed);
  }

  /** From now on rows come from these suppliers. */
  from(suppliers: Suppliers): void {
    this.#suppliers = suppliers;
  }

  put(table: string, line: Line): void {
    const rows = (this.tables[table] ??= []);
    const {teams, care} = this.#suppliers;
    rows.push({...line, bron: CARE.has(table) ? care : teams, gemaakt: null});
    // Another source, older and wrong: it has nothing to say.
    if (this.chance(0.03) && table in CONTRADICTED)
      rows.push({...line, ...CONTRADICTED[table], bron: 'ouder', gemaakt: '2021-06-01'});
  }

  /** From nought to one. */
  random(): number {
    return this.#random();
  }

  chance(share: number): boolean {
    return this.#random() < share;
  }

  pick<T>(values: readonly T[]): T {
    const found = values[Math.floor(this.#random() * values.length)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  }

  /** Mostly the first or last day of a month, or one beside it. */
  day(from = FIRST, to = LAST): number {
    const [first, last] = [day(from), day(to)];
    const any = first + Math.floor(this.#random() * (last - first + 1));
    if (this.chance(0.4)) return any;
    const [year = 0, month = 1] = iso(any).split('-').map(Number);
    const months = this.chance(0.5) ? month - 1 : Math.floor((month - 1) / 3) * 3;
    const edge = Date.UTC(year, months, 1) / DAY + this.pick([-2, -1, -1, 0, 0, 1]);
    return Math.min(last, Math.max(first, edge));
  }

  /** A last day: at one of these lengths after the start, at any time, or not yet. */
  after(start: number, lengths: readonly number[], open: number): string | null {
    if (this.chance(open)) return null;
    const end = this.chance(0.5) ? start + this.pick(lengths) : this.day(iso(start), LAST);
    return iso(Math.min(end, day(LAST)));
  }

  /** Whether a key was asked about before. */
  isKnown(key: string): boolean {
    const isKnown = this.#known.has(key);
    this.#known.add(key);
    return isKnown;
  }

  /** A key that nobody had. */
  next(prefix: string): string {
    this.#number += 1;
    return `${prefix}${this.#number}`;
  }
}

/** What an older source says instead. */
const CONTRADICTED: Readonly<Record<string, Line>> = {
  client: {geboortejaar: 2000},
  aanmelding: {datum_aanmelding: '2018-02-01', crisis: 'true'},
  casus: {datum_start: '2018-02-01', datum_einde: null},
  verwijzing: {naar_lijn: 'tweede', datum: '2019-01-01'},
  toewijzing: {ingangsdatum: '2018-01-01', einddatum: null},
  prestatie: {volume: 90_000, status: 'toegekend'},
};
