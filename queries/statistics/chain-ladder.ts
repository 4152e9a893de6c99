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

/** Outcome of Mack's chain ladder. */
export interface ChainLadder {
  ontwikkeling: Development[];
  herkomst: OriginReserve[];
  reserve: number;
  standaardfout: number;
}

/**
 * Chain ladder with Mack's distribution-free standard error (1993, 1999): volume-weighted factors
 * over at most the last `window` origins, and his rule for the last variance. Null when some age has
 * no factor (nothing to divide by), or a row is empty.
 */
export function chainLadder(triangle: Triangle, window = Infinity): ChainLadder | null {
  const ages = Math.max(0, ...triangle.map((row) => row.length));
  const ontwikkeling: Development[] = [];
  for (let age = 0; age + 1 < ages; age += 1) {
    const development = developmentAt(triangle, age, window, ontwikkeling);
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
  earlier: readonly Development[],
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
  const sigma2 = counted.length > 1 ? spread / (counted.length - 1) : lastVariance(earlier);
  return {f, f_se: Math.sqrt(sigma2 / volume), sigma2, volume};
}

/** One link has no spread: Mack takes the trend of the two variances before it, never above them. */
function lastVariance(earlier: readonly Development[]): number {
  const [before, last] = [earlier.at(-2)?.sigma2, earlier.at(-1)?.sigma2];
  if (last === undefined) return 0;
  if (before === undefined || before === 0) return last;
  return Math.min(last ** 2 / before, before, last);
}

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
