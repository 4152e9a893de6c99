import type {Terugtoets} from '../contract/finance.ts';
import {
  bias,
  coverage,
  meanAbsoluteShare,
  weightedIntervalScore,
  type ForecastPair,
} from '../statistics/forecast-scores.ts';
import {mean} from '../statistics/sum.ts';
import {bandsFromErrors, bandsOf, MIN_ERRORS, type Bands, type PastError} from './bands.ts';
import {PEILMAANDEN, type Origin} from './replay.ts';

/** The model is judged on at least so many forecasts; on fewer it is not shown. */
const MIN_ORIGINS = 12;

/**
 * How forecasts at each month did, beside the two rivals. The model is chosen only when it beats both
 * on mean absolute error over at least 12 forecasts; otherwise the better rival is.
 */
export function backtest(origins: readonly Origin[]): Terugtoets[] {
  return PEILMAANDEN.flatMap((peilmaand) => {
    const own = origins.filter((origin) => origin.peilmaand === peilmaand);
    const rows = [
      scores(peilmaand, 'model', own, ({forecast}) => forecast.verwacht_cent),
      scores(peilmaand, 'kastempo', own, ({rivals}) => rivals.kastempo_cent),
      scores(peilmaand, 'seizoen', own, ({rivals}) => rivals.seizoen_cent),
    ];
    const chosen = choose(rows);
    return rows.map((row) => ({...row, gekozen: row.methode === chosen}));
  });
}

function choose(rows: readonly Omit<Terugtoets, 'gekozen'>[]): Terugtoets['methode'] {
  const error = (methode: string): number =>
    rows.find((row) => row.methode === methode)?.mape ?? Infinity;
  const count = rows.find(({methode}) => methode === 'model')?.aantal ?? 0;
  const best = error('seizoen') < error('kastempo') ? 'seizoen' : 'kastempo';
  return count >= MIN_ORIGINS && error('model') < error(best) ? 'model' : best;
}

function scores(
  peilmaand: number,
  methode: Terugtoets['methode'],
  origins: readonly Origin[],
  forecast: (origin: Origin) => number | null,
): Omit<Terugtoets, 'gekozen'> {
  const known = origins.flatMap((origin) => {
    const voorspeld = forecast(origin);
    return voorspeld === null ? [] : [{origin, voorspeld, werkelijk: origin.uitkomst_cent}];
  });
  const relative = known.map(({voorspeld, werkelijk}): ForecastPair => ({
    voorspeld: voorspeld / werkelijk,
    werkelijk: 1,
  }));
  const isModel = methode === 'model';
  const then = isModel ? known.flatMap((one) => withBands(one, bandsAt(one.origin, origins))) : [];
  const apart =
    isModel && known.length >= MIN_ERRORS
      ? known.flatMap((one) => withBands(one, bandsWithoutYear(one.origin, origins)))
      : [];
  return {
    peilmaand,
    methode,
    aantal: known.length,
    bias: bias(relative),
    mape: meanAbsoluteShare(known),
    dekking80: within(then, 'band80'),
    dekking95: within(then, 'band95'),
    dekking80_fouten: within(apart, 'band80'),
    dekking95_fouten: within(apart, 'band95'),
    wis_cent: isModel
      ? mean((apart.length > 0 ? apart : then).map(intervalScoreOf))
      : mean(known.map(({voorspeld, werkelijk}) => Math.abs(voorspeld - werkelijk))),
  };
}

function withBands<One>(one: One, bands: Bands | null): (One & Bands)[] {
  return bands === null ? [] : [{...one, ...bands}];
}

type Banded = Bands & {voorspeld: number; werkelijk: number};

/** Share of outcomes within a band around their forecast; null of none. */
function within(all: readonly Banded[], band: 'band80' | 'band95'): number | null {
  return coverage(
    all.map(({werkelijk}) => werkelijk),
    all.map((one) => ({
      ondergrens: one.voorspeld + one[band][0],
      bovengrens: one.voorspeld + one[band][1],
    })),
  );
}

/** The bands that a forecast had at its time: from the errors of the years before it only. */
export function bandsAt(
  origin: Pick<Origin, 'boekjaar' | 'peilmaand' | 'forecast' | 'per_client_cent'>,
  origins: readonly Origin[],
): Bands | null {
  const {forecast, per_client_cent, boekjaar} = origin;
  const before = errorsAt(origin, origins, (year) => year < boekjaar);
  return bandsOf({...forecast, per_client_cent}, before);
}

/** Bands from the errors of all other years: its own year had no say in them. Null without others. */
function bandsWithoutYear(origin: Origin, origins: readonly Origin[]): Bands | null {
  const {forecast, per_client_cent, boekjaar} = origin;
  const others = errorsAt(origin, origins, (year) => year !== boekjaar);
  return others.length === 0 ? null : bandsFromErrors({...forecast, per_client_cent}, others);
}

function errorsAt(
  {peilmaand}: Pick<Origin, 'peilmaand'>,
  origins: readonly Origin[],
  counts: (boekjaar: number) => boolean,
): PastError[] {
  return origins
    .filter((one) => one.peilmaand === peilmaand && counts(one.boekjaar))
    .map(({forecast, uitkomst_cent, per_client_cent}) => ({
      verwacht_cent: forecast.verwacht_cent,
      uitkomst_cent,
      per_client_cent,
    }));
}

function intervalScoreOf({voorspeld, werkelijk, band80, band95}: Banded): number {
  const score = weightedIntervalScore(werkelijk, [
    {niveau: 0.025, waarde: voorspeld + band95[0]},
    {niveau: 0.1, waarde: voorspeld + band80[0]},
    {niveau: 0.5, waarde: voorspeld},
    {niveau: 0.9, waarde: voorspeld + band80[1]},
    {niveau: 0.975, waarde: voorspeld + band95[1]},
  ]);
  return score?.wis ?? 0;
}
