import type {CareSeries} from './care-series.ts';
import {forecastYear, type CareForecast} from './forecast.ts';
import {rivalsOf, type Rivals} from './rivals.ts';

/** One kind of care in one boekjaar, as it looked at the end of a month. */
export interface Replay {
  wet: string;
  productcategorie: string;
  boekjaar: number;
  peilmaand: number;
  forecast: CareForecast;
  rivals: Rivals;
  /** Costs of the year as known now; null while too much of it is still to be claimed. */
  uitkomst_cent: number | null;
  /** Costs of a client in a year. */
  per_client_cent: number;
}

/** Months at the end of which a boekjaar is looked at: when a gemeente reports. */
export const PEILMAANDEN = [3, 6, 9, 12] as const;
/** A year has an outcome when so many months after it are known. */
const SETTLED_MONTHS = 3;

/** Every look at every boekjaar of a series up to the last known month. */
export function replay(series: CareSeries, laatste: number): Replay[] {
  const years = Array.from(
    {length: Math.floor(laatste / 12) - Math.floor(series.vanaf / 12) + 1},
    (_, index) => Math.floor(series.vanaf / 12) + index,
  );
  return years.flatMap((boekjaar) => {
    const settled = laatste >= 12 * (boekjaar + 1) - 1 + SETTLED_MONTHS;
    const uitkomst = settled ? forecastYear(series, boekjaar, laatste).verwacht_cent : null;
    return PEILMAANDEN.filter((peilmaand) => 12 * boekjaar + peilmaand - 1 <= laatste).map(
      (peilmaand): Replay => {
        const month = 12 * boekjaar + peilmaand - 1;
        const forecast = forecastYear(series, boekjaar, month);
        const {verwacht_cent, clientmaanden} = forecast;
        return {
          wet: series.wet,
          productcategorie: series.productcategorie,
          boekjaar,
          peilmaand,
          forecast,
          rivals: rivalsOf(series, boekjaar, month),
          uitkomst_cent: uitkomst,
          per_client_cent: clientmaanden > 0 ? (12 * verwacht_cent) / clientmaanden : 0,
        };
      },
    );
  });
}

/** A replay that says how good a forecast was: its year is over and had a year before it. */
export type Origin = Replay & {uitkomst_cent: number};

/** Replays with an outcome, and with a whole year before them to learn from. */
export function originsOf(replays: readonly Replay[], eersteJaar: number): Origin[] {
  return replays.filter(
    (one): one is Origin => one.uitkomst_cent !== null && one.boekjaar > eersteJaar,
  );
}
