import {fitLine} from './ols.ts';
import {sum} from './sum.ts';

/** Cumulative amounts: a row per origin, oldest first; a column per age; null where not yet known. */
export type Triangle = readonly (readonly (number | null)[])[];

/** How an origin grows from one age to the next. */
export interface Development {
  f: number;
  f_se: number;
  sigma2: number;
  /** Sum of the amounts the factor rests on. */
  volume: number;
}

/** Ultimate of one origin, in the unit of the triangle. */
export interface OriginReserve {
  nu: number;
  eind: number;
  reserve: number;
  standaardfout: number;
}

/** Which origins the factors rest on, and how the variance of a single link is found. */
export interface ChainLadderOptions {
  window?: number;
  lastVariance?: 'mack' | 'log-linear';
}

/** Outcome of Mack's chain ladder. */
export interface ChainLadder {
  ontwikkeling: Development[];
  herkomst: OriginReserve[];
  reserve: number;
  standaardfout: number;
}

/**
 * Chain ladder with Mack's distribution-free standard error (1993, 1999): volume-weighted factors
 * over at most the last `window` origins. Null when some age has
 * no factor (nothing to divide by), or a row is empty.
 */
export function chainLadder(
  triangle: Triangle,
  {window = Infinity, lastVariance = 'mack'}: ChainLadderOptions = {},
): ChainLadder | null {
  const ages = Math.max(0, ...triangle.map((row) => row.length));
  const ontwikkeling: Development[] = [];
  for (let age = 0; age + 1 < ages; age += 1) {
    const development = developmentAt(triangle, age, window, () =>
      LAST_VARIANCE[lastVariance](ontwikkeling.map(({sigma2}) => sigma2)),
    );
    if (development === null) return null;
    ontwikkeling.push(development);
  }
  const rows = triangle.map((row) => {
    const age = row.findLastIndex((value) => value !== null);
    const nu = row[age];
    return nu === undefined || nu === null ? null : project(nu, age, ontwikkeling);
  });
  const herkomst = rows.filter((row) => row !== null);
  if (herkomst.length < triangle.length || ages < 2) return null;
  const variance = sum(
    herkomst.map(({age, eind, standaardfout}, i) => {
      const later = sum(herkomst.slice(i + 1).map((other) => other.eind));
      const shared = sum(
        ontwikkeling.slice(age).map(({f, sigma2, volume}) => (2 * sigma2) / (f * f) / volume),
      );
      return standaardfout ** 2 + eind * later * shared;
    }),
  );
  return {
    ontwikkeling,
    herkomst: herkomst.map(({nu, eind, reserve, standaardfout}) => ({
      nu,
      eind,
      reserve,
      standaardfout,
    })),
    reserve: sum(herkomst.map(({reserve}) => reserve)),
    standaardfout: Math.sqrt(variance),
  };
}

function developmentAt(
  triangle: Triangle,
  age: number,
  window: number,
  lastVariance: () => number,
): Development | null {
  const links = triangle
    .flatMap((row) => {
      const [from, to] = [row[age] ?? null, row[age + 1] ?? null];
      return from === null || to === null ? [] : [{from, to}];
    })
    .slice(-Math.min(window, triangle.length));
  const volume = sum(links.map(({from}) => from));
  if (!(volume > 0)) return null;
  const f = sum(links.map(({to}) => to)) / volume;
  const counted = links.filter(({from}) => from > 0);
  const spread = sum(counted.map(({from, to}) => from * (to / from - f) ** 2));
  const sigma2 = counted.length > 1 ? spread / (counted.length - 1) : lastVariance();
  return {f, f_se: Math.sqrt(sigma2 / volume), sigma2, volume};
}

/** One link has no spread of its own: its variance follows from those before it. */
const LAST_VARIANCE = {
  // Mack 1993: the trend of the last two, never above them.
  mack: (earlier: readonly number[]): number => {
    const [before, last] = [earlier.at(-2), earlier.at(-1)];
    if (last === undefined) return 0;
    if (before === undefined || before === 0) return last;
    return Math.min(last ** 2 / before, before, last);
  },
  // The line through log σ by age, carried one age on (R's ChainLadder).
  'log-linear': (earlier: readonly number[]): number => {
    const known = earlier.flatMap((sigma2, age) =>
      sigma2 > 0 ? [{age, log: Math.log(sigma2)}] : [],
    );
    const line = fitLine(
      known.map(({age}) => age),
      known.map(({log}) => log),
    );
    if (line === null) return LAST_VARIANCE.mack(earlier);
    return Math.exp(line.intercept + line.slope * earlier.length);
  },
};

function project(
  nu: number,
  age: number,
  ontwikkeling: readonly Development[],
): OriginReserve & {age: number} {
  let eind = nu;
  let relative = 0;
  for (const {f, sigma2, volume} of ontwikkeling.slice(age)) {
    if (eind > 0) relative += (sigma2 / (f * f)) * (1 / eind + 1 / volume);
    eind *= f;
  }
  return {age, nu, eind, reserve: eind - nu, standaardfout: eind * Math.sqrt(relative)};
}
