import type {CareSeries} from './care-series.ts';

/** What two simple sums would say of a boekjaar at the end of a month; null where they can't. */
export interface Rivals {
  /** What was claimed so far this year, as if it went on like this. */
  kastempo_cent: number | null;
  /** Last year, times what came in this year over what had come in by then last year. */
  seizoen_cent: number | null;
}

/** Cash run-rate and seasonal naive: rivals that need no model. Only what was known counts. */
export function rivalsOf({claims}: CareSeries, boekjaar: number, month: number): Rivals {
  const until = month - 12 * boekjaar + 1;
  const cash = (year: number): number =>
    claims.reduce(
      (sum, {ingediend, cent}) =>
        ingediend >= 12 * year && ingediend < 12 * year + until ? sum + cent : sum,
      0,
    );
  const before = claims.reduce(
    (sum, {dienst, ingediend, cent}) =>
      Math.floor(dienst / 12) === boekjaar - 1 && ingediend <= month ? sum + cent : sum,
    0,
  );
  const [now, then] = [cash(boekjaar), cash(boekjaar - 1)];
  return {
    kastempo_cent: until > 0 ? (now * 12) / until : null,
    seizoen_cent: then > 0 && before > 0 ? (before * now) / then : null,
  };
}
