import {bornhuetterFerguson, capeCod} from '../statistics/bornhuetter-ferguson.ts';
import {asKnownAt, daysIn, type CareSeries} from './care-series.ts';
import {claimDevelopment} from './development.ts';
import {careDays, type CareDays} from './open-care.ts';

/** What one kind of care costs in a boekjaar, as expected at the end of a month. */
export interface CareForecast {
  /** Costs of all months of service of the year, in cents. */
  verwacht_cent: number;
  /** Of which already claimed, and of which for months that are still to come. */
  bekend_cent: number;
  toegekend_cent: number;
  toekomst_cent: number;
  /**
   * Standard error in cents: Mack's of what is to be claimed, with chance in the months to come; null
   * where too little was claimed to tell.
   */
  fout_cent: number | null;
  /** Client-months of the year, and cents per unit so far. */
  clientmaanden: number;
  prijs: number | null;
  /** Used share of what the open help would cost at its price: cents per client-day over the price. */
  benutting: number | null;
  maanden: ForecastMonth[];
}

/** One month of service: claimed, and expected in the end. */
export interface ForecastMonth {
  maand: number;
  bekend_cent: number;
  verwacht_cent: number;
}

const DAYS_PER_MONTH = 365.25 / 12;
/** Months over which the use of allocated help is measured. */
const USE_MONTHS = 12;
/** A month of service says something about use from this share on. */
const MIN_DEVELOPED = 0.2;
const MOSTLY = 0.8;

/**
 * Bornhuetter-Ferguson: claimed + a priori × the share still to come. A priori = client-days of open
 * help × price × use (Cape Cod over the last year, the verzilveringsgraad). Months to come are the
 * a priori of the run-off and of new help. Pure: only what was known at the end of `month` counts.
 */
export function forecastYear(series: CareSeries, boekjaar: number, month: number): CareForecast {
  const known = asKnownAt(series, month);
  const {claims, vanaf} = known;
  const {shareAt, standaardfout} = claimDevelopment(claims, vanaf, month);
  const days = careDays(known.spells, vanaf, month);
  const price = priceOf(claims, month);
  const claimed = new Map<number, number>();
  for (const {dienst, cent} of claims) claimed.set(dienst, (claimed.get(dienst) ?? 0) + cent);
  const worth = (at: number): number => days.inMonth(at) * price(Math.floor(at / 12));
  const recent = Array.from({length: USE_MONTHS}, (_, index) => month - index)
    .filter((at) => at >= vanaf && shareAt(month - at) >= MIN_DEVELOPED)
    .map((at) => ({
      known: claimed.get(at) ?? 0,
      developed: shareAt(month - at),
      exposure: worth(at),
    }));
  const use = capeCod(recent);
  const maanden = Array.from({length: 12}, (_, index) => 12 * boekjaar + index).map(
    (at): ForecastMonth => {
      const bekend_cent = claimed.get(at) ?? 0;
      const apriori = worth(at) * (use ?? 0);
      // What was claimed before its month is part of what that month is expected to cost.
      const verwacht_cent =
        at > month
          ? Math.max(bekend_cent, apriori)
          : bornhuetterFerguson(bekend_cent, shareAt(month - at), apriori);
      return {maand: at, bekend_cent, verwacht_cent};
    },
  );
  const sum = (of: (one: ForecastMonth) => number): number =>
    maanden.reduce((total, one) => total + of(one), 0);
  const own = price(boekjaar);
  const toekomst_cent = sum(({maand, verwacht_cent}) => (maand > month ? verwacht_cent : 0));
  const ahead = maanden.filter(({maand}) => maand > month).map(({maand}) => maand);
  return {
    verwacht_cent: sum(({verwacht_cent}) => verwacht_cent),
    bekend_cent: sum(({bekend_cent}) => bekend_cent),
    toegekend_cent: claims.reduce(
      (total, {dienst, toegekend}) =>
        Math.floor(dienst / 12) === boekjaar ? total + toegekend : total,
      0,
    ),
    toekomst_cent,
    fout_cent:
      standaardfout === null
        ? null
        : Math.hypot(
            standaardfout,
            chanceAhead(days, ahead, toekomst_cent) * Math.sqrt(known.spreiding),
            sum(({bekend_cent, verwacht_cent}) => verwacht_cent - bekend_cent) *
              useError(recent, use ?? 0),
          ),
    clientmaanden: sum(({maand}) => days.inMonth(maand)) / DAYS_PER_MONTH,
    prijs: own > 0 ? own : null,
    benutting: use,
    maanden,
  };
}

/**
 * Standard error of the months to come, of clients who cost the same: each time help begins or ends
 * moves what a client costs in them by a uniform share, of which the mean square is a third.
 */
function chanceAhead(days: CareDays, ahead: readonly number[], cents: number): number {
  const last = ahead.at(-1);
  if (last === undefined) return 0;
  const clients =
    ahead.reduce((sum, month) => sum + days.inMonth(month), 0) /
    ahead.reduce((sum, month) => sum + daysIn(month), 0);
  if (!(clients > 0)) return 0;
  return Math.sqrt(days.changesUntil(last) / 3) * (cents / clients);
}

/**
 * Relative standard error of the use, from how much it differs between months of which most is in.
 * Clients keep their size, so months resemble each other: it is not divided by their number.
 */
function useError(
  months: readonly {known: number; developed: number; exposure: number}[],
  use: number,
): number {
  const ratios = months
    .filter(({developed, exposure}) => developed >= MOSTLY && exposure > 0)
    .map(({known, developed, exposure}) => known / (developed * exposure) / use - 1);
  if (ratios.length < 2 || use <= 0) return 0;
  const spread = ratios.reduce((sum, ratio) => sum + ratio ** 2, 0) / (ratios.length - 1);
  return Math.sqrt(spread);
}

/** Cents per unit in a year; a year without claims yet has the price of the one before. */
function priceOf(claims: CareSeries['claims'], month: number): (year: number) => number {
  const sums = new Map<number, {cent: number; volume: number}>();
  for (const {dienst, cent, volume} of claims) {
    const year = Math.floor(dienst / 12);
    const sum = sums.get(year) ?? {cent: 0, volume: 0};
    sums.set(year, {cent: sum.cent + cent, volume: sum.volume + volume});
  }
  return (year) => {
    for (let at = Math.min(year, Math.floor(month / 12)); at >= year - 2; at -= 1) {
      const sum = sums.get(at);
      if (sum !== undefined && sum.volume > 0 && sum.cent > 0) return sum.cent / sum.volume;
    }
    return 0;
  };
}
