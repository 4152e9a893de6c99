import type {Niveau} from '../contract/figure.ts';
import type {Gebiedskosten, GemeenteFinancien, Onderdeel} from '../contract/finance.ts';
import {divideCents} from './divide.ts';

/** What an area was budgeted and is expected to cost, in cents; null where its costs are withheld. */
export interface AreaDeviation {
  /** Null: clients of withheld areas, or of no known area. */
  gebied: string | null;
  begroot_cent: number | null;
  verwacht_cent: number | null;
  verschil_cent: number | null;
}

/** Which care of which look is divided over which areas. */
export interface DeviationQuestion {
  boekjaar: number;
  peilmaand: number;
  onderdeel: Onderdeel;
  niveau: Exclude<Niveau, 'gemeente'>;
}

/**
 * In which area the costs of care stray from the begroting. A begroting knows no wijken: it is divided as
 * last year's costs were, the forecast as this year's costs so far are. Both shares are protected
 * figures, so areas are good to some percents; what is withheld stands together in the last row.
 */
export function areaDeviations(
  {gebieden, standen}: GemeenteFinancien,
  {boekjaar, peilmaand, onderdeel, niveau}: DeviationQuestion,
): AreaDeviation[] {
  const totals = standen.filter(
    (one) =>
      one.boekjaar === boekjaar &&
      one.peilmaand === peilmaand &&
      one.regel === null &&
      (onderdeel === 'alle'
        ? !['alle', 'geen'].includes(one.onderdeel)
        : one.onderdeel === onderdeel),
  );
  if (totals.length === 0 || totals.some(({prognose}) => prognose === null)) return [];
  const begroot = totals.reduce((sum, {begroot_cent}) => sum + begroot_cent, 0);
  const verwacht = totals.reduce((sum, {prognose}) => sum + (prognose?.verwacht_cent ?? 0), 0);
  const own = gebieden.filter(
    (one) => one.onderdeel === onderdeel && one.productcategorie === null,
  );
  const codes = [...new Set(own.filter((one) => one.niveau === niveau).map(({gebied}) => gebied))];
  const last = costsOf(own, [String(boekjaar - 1)]);
  const periods =
    peilmaand === 12
      ? [String(boekjaar)]
      : [1, 2, 3].slice(0, peilmaand / 3).map((kwartaal) => `${boekjaar}-K${kwartaal}`);
  const now = costsOf(own, periods);
  const budgeted = divideCents(begroot, withRest(last, niveau, codes));
  const expected = divideCents(verwacht, withRest(now, niveau, codes));
  return [...codes, null].map((gebied, index): AreaDeviation => {
    const [before, after] = [budgeted[index] ?? null, expected[index] ?? null];
    const known = before !== null && after !== null;
    return {
      gebied,
      begroot_cent: known ? before : null,
      verwacht_cent: known ? after : null,
      verschil_cent: known ? after - before : null,
    };
  });
}

type CostsOf = (niveau: Niveau, gebied: string | null) => number | null;

/** Costs of an area over these periods together; null when one of them is withheld. */
function costsOf(own: readonly Gebiedskosten[], periods: readonly string[]): CostsOf {
  return (niveau, gebied) => {
    const found = own.filter(
      (one) =>
        one.niveau === niveau &&
        (gebied === null || one.gebied === gebied) &&
        periods.includes(one.periode),
    );
    if (found.length < periods.length) return null;
    return found.reduce<number | null>(
      (sum, {kosten_cent}) => (sum === null || kosten_cent === null ? null : sum + kosten_cent),
      0,
    );
  };
}

/** Weights of the areas, and of the rest of the gemeente as the last one. */
function withRest(costs: CostsOf, niveau: Niveau, codes: readonly string[]): (number | null)[] {
  const areas = codes.map((code) => costs(niveau, code));
  const whole = costs('gemeente', null) ?? 0;
  const shown = areas.reduce<number>((sum, cent) => sum + (cent ?? 0), 0);
  return [...areas, Math.max(0, whole - shown)];
}
