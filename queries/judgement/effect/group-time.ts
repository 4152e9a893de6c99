import {at} from '../../statistics/at.ts';
import {groupTimeEffects} from '../../statistics/group-time.ts';
import {known, type Panel} from './panel.ts';
import {firstWholeMonth} from './period.ts';
import {cellsOf, type Plan} from './plan.ts';
import {totalOf} from './expected.ts';

/**
 * The mean of Callaway & Sant'Anna's ATT(g,t) on log rates, as a ratio minus 1. Each period is held
 * against the twelve months before the first start; units weigh by their denominator. Where the
 * headline is a ratio of sums, this is a mean of ratios: they must point the same way.
 */
export function groupTimeMean(panel: Panel, plan: Plan): number | null {
  const cells = cellsOf(plan);
  const periods = [...new Set(plan.vergelijkingen.map(({periode}) => periode))];
  const effects = periods.flatMap((t) => {
    const moment = at(panel.perioden, t).eerste;
    const eenheden = [...cells].flatMap(([index, own]) => {
      if (!own.has(t)) return [];
      const {aantallen, noemers, start} = at(panel.eenheden, index);
      const base = totalOf(aantallen, plan.basis) / totalOf(noemers, plan.basis);
      const gewicht = totalOf(noemers, plan.basis);
      const first = start === null ? null : firstWholeMonth(start);
      const rate = known(aantallen, t) / known(noemers, t);
      return rate > 0 ? [{start: first, waarden: [Math.log(base), Math.log(rate)], gewicht}] : [];
    });
    const found = groupTimeEffects({perioden: [-1, moment], eenheden}, {comparison: 'not-yet'});
    return found
      .filter(({groep, tijd}) => tijd === moment && groep <= moment)
      .map(({groep, att}) => ({
        att,
        gewicht: eenheden
          .filter(({start}) => start === groep)
          .reduce((total, {gewicht}) => total + gewicht, 0),
      }));
  });
  const total = effects.reduce((sum, {gewicht}) => sum + gewicht, 0);
  if (!(total > 0)) return null;
  const mean = effects.reduce((sum, {att, gewicht}) => sum + (att * gewicht) / total, 0);
  return Math.expm1(mean);
}
