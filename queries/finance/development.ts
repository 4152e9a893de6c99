import {developedShares} from '../statistics/bornhuetter-ferguson.ts';
import {chainLadder, type Triangle} from '../statistics/chain-ladder.ts';
import type {ClaimCell} from './care-series.ts';

/** How much of a month of service is in after so many months, and how sure that is. */
export interface ClaimDevelopment {
  /** Share of the ultimate that is known `lag` months after the month of service. */
  shareAt: (lag: number) => number;
  /** Mack's standard error of all that is still to come, in cents; null where it can't be told. */
  standaardfout: number | null;
}

/** Lags up to a year apart, or as many as are known; what comes later counts with the last. */
const LAST_LAG = 12;
/** Months of service that the factors rest on. */
const WINDOW = 24;

/**
 * Chain ladder over the triangle month of service × payment lag, as known at the end of `month`. A
 * claim that came before its month counts with lag 0. Lags at which nothing ever comes are skipped:
 * there nothing is known.
 */
export function claimDevelopment(
  claims: readonly ClaimCell[],
  vanaf: number,
  month: number,
): ClaimDevelopment {
  const first = Math.max(vanaf, month - WINDOW - LAST_LAG + 1);
  const lastLag = Math.min(LAST_LAG, month - first);
  const rows = cumulative(claims, {first, month, lastLag});
  const start = firstWithMoney(rows, lastLag);
  const triangle: Triangle = rows
    .map((row) => row.slice(start))
    .filter((row) => row.some((value) => value !== null));
  const ladder = chainLadder(triangle, {window: WINDOW});
  if (ladder === null) return {shareAt: (lag) => (lag >= LAST_LAG ? 1 : 0), standaardfout: null};
  const shares = developedShares(ladder.ontwikkeling);
  return {
    shareAt: (lag) => (lag < start ? 0 : (shares[Math.min(lag - start, shares.length - 1)] ?? 1)),
    standaardfout: ladder.standaardfout,
  };
}

/** Cumulative cents by month of service and lag; null where the lag is still to come. */
function cumulative(
  claims: readonly ClaimCell[],
  {first, month, lastLag}: {first: number; month: number; lastLag: number},
): (number | null)[][] {
  const rows = Array.from({length: month - first + 1}, () =>
    new Array<number>(lastLag + 1).fill(0),
  );
  for (const {dienst, ingediend, cent} of claims) {
    const row = rows[dienst - first];
    const lag = Math.min(lastLag, Math.max(0, ingediend - dienst));
    if (row !== undefined && ingediend <= month) row[lag] = (row[lag] ?? 0) + cent;
  }
  return rows.map((row, index) => {
    let sum = 0;
    return row.map((cents, lag) => {
      sum += cents;
      return first + index + lag <= month ? sum : null;
    });
  });
}

/** The first lag by which at least one in a hundred of all money is in. */
function firstWithMoney(rows: readonly (readonly (number | null)[])[], lastLag: number): number {
  const whole = rows.filter((row) => row.every((value) => value !== null));
  const at = (lag: number): number => whole.reduce((sum, row) => sum + (row[lag] ?? 0), 0);
  const found = Array.from({length: lastLag}, (_, lag) => lag).find(
    (lag) => at(lag) > 0.01 * at(lastLag),
  );
  return found ?? 0;
}
