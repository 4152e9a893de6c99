import {at} from '../../statistics/at.ts';
import {stepEffect, type SeriesPoint} from '../../statistics/interrupted-series.ts';
import {firstStart, isAfter, isBefore, type Panel} from './panel.ts';
import {firstWholeMonth, MONTHS_IN} from './period.ts';
import type {Plan} from './plan.ts';

/** The step at the start by another method, as a share (-0.1 = 10% lower), with its interval. */
export interface Controle {
  effect: number;
  ondergrens: number;
  bovengrens: number;
}

/**
 * Controlled interrupted time series over the same cells: levels per unit, a shared trend, season and
 * step at the first start (what happened to all), an own trend and step of the teams. Another road to
 * the same question: it models time where the headline compares. Null when it can't be told apart.
 */
export function controlledSeries(panel: Panel, plan: Plan, tot: number): Controle | null {
  const first = firstStart(panel.eenheden);
  if (first === null) return null;
  const treated = new Set(plan.vergelijkingen.map(({eenheid}) => eenheid));
  const used = new Set([...treated, ...plan.vergelijkingen.flatMap(({anderen}) => anderen)]);
  const compared = new Set(
    plan.vergelijkingen.map(({eenheid, periode}) => `${eenheid} ${periode}`),
  );
  const points = [...used].flatMap((u) =>
    panel.perioden.flatMap((span, t): SeriesPoint[] => {
      const {aantallen, noemers, start, code} = at(panel.eenheden, u);
      const [aantal, tijd] = [at(aantallen, t), at(noemers, t)];
      const before = isBefore(span, start);
      const counts = span.laatste <= tot && (before || compared.has(`${u} ${t}`));
      if (!counts || aantal === null || tijd === null || !(tijd > 0)) return [];
      return [
        {
          maand: span.eerste,
          aantal,
          tijd,
          na: isAfter(span, start),
          behandeld: treated.has(u),
          reeks: code,
          gedeeld: [span.laatste >= firstWholeMonth(first) ? 1 : 0],
        },
      ];
    }),
  );
  const step = stepEffect(points, {pointsPerYear: 12 / MONTHS_IN[panel.stap]});
  if (step === null) return null;
  const {waarde, ondergrens, bovengrens} = step;
  return {effect: waarde - 1, ondergrens: ondergrens - 1, bovengrens: bovengrens - 1};
}
