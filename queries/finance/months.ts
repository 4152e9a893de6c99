import type {Maandlast, Onderdeel} from '../contract/finance.ts';
import {noisySum, shown, significant} from '../cube/protect.ts';
import type {CostFacts} from './cost-facts.ts';
import {onderdeelOf} from './begroting.ts';
import {protectCosts, type Protection} from './protect-costs.ts';
import type {ExactPost, Look} from './standings.ts';

/**
 * Costs per month of service at a look: claimed by then, and expected in the end. A month is finer than
 * what may be told exactly, so the noise of that month is added to both; hidden where the month is.
 */
export function monthsOf(
  {gemeente, budget: {boekjaar}, peilmaand}: Look,
  posts: readonly ExactPost[],
  {protection, facts}: {protection: Protection; facts: readonly CostFacts[]},
): Maandlast[] {
  const own = facts.filter((one) => one.gemeente === gemeente && one.periodesoort === 'maand');
  const byPlace = new Map(own.map((one) => [`${one.wet} ${one.periode}`, one]));
  const wetten = [...new Set(posts.flatMap(({replays}) => replays.map(({wet}) => wet)))];
  return ['alle', ...wetten].flatMap((wet) =>
    Array.from({length: 12}, (_, index): Maandlast => {
      const maand = `${boekjaar}-${String(index + 1).padStart(2, '0')}`;
      const onderdeel: Onderdeel = wet === 'alle' ? 'alle' : onderdeelOf(wet);
      const months = posts
        .flatMap(({replays}) => replays)
        .filter((one) => wet === 'alle' || one.wet === wet)
        .flatMap(({forecast}) => forecast.maanden[index] ?? []);
      const place = {boekjaar, peilmaand, onderdeel, maand};
      const bekend = months.reduce((sum, {bekend_cent}) => sum + bekend_cent, 0);
      const verwacht = months.reduce((sum, {verwacht_cent}) => sum + verwacht_cent, 0);
      if (index + 1 > peilmaand) {
        // Nothing happened yet: an expectation of all clients together tells of nobody.
        const expected = coarse(verwacht);
        const {status} = shown('', {waarde: expected});
        return {...place, bekend_cent: 0, verwacht_cent: expected, status};
      }
      const month = byPlace.get(`${wet} ${maand}`);
      const status = month === undefined ? 'te_klein' : protectCosts(protection, month).status;
      if (month === undefined || status !== 'ok') {
        return {...place, bekend_cent: null, verwacht_cent: null, status};
      }
      const label = `financien|maand|${gemeente}|${wet}`;
      const noise = noisySum(protection.noise, label, month) - month.som;
      return {
        ...place,
        bekend_cent: Math.max(0, coarse(bekend + noise)),
        verwacht_cent: Math.max(0, coarse(verwacht + noise)),
        status,
      };
    }),
  );
}

/** Three significant digits, in cents. */
function coarse(cents: number): number {
  return Math.round(significant(cents, 3));
}
