import type {Status} from '../contract/figure.ts';
import type {Herkomst, Maandlast, Onderdeel} from '../contract/finance.ts';
import {significant} from '../cube/protect.ts';
import {amountNoise, estimate, withheldAmount, type Amount} from '../cube/protect-amount.ts';
import type {CostFacts} from './cost-facts.ts';
import {onderdeelOf} from './begroting.ts';
import {protectCosts, type Protection} from './protect-costs.ts';
import type {Sealed} from './sealed.ts';
import type {ExactPost, Look} from './standings.ts';

/** What months need beside their look. */
export interface MonthRules {
  protection: Protection;
  facts: readonly CostFacts[];
  /** Whether the look shows the total of a law, and if not why. */
  statusOf: (onderdeel: Onderdeel) => Status;
}

/**
 * Costs per month of service at a look: claimed by then, and expected in the end. A month is finer than
 * what may be told exactly, so the noise of that month is added to both; hidden where the month is. Months
 * to come are hidden where the look is (`statusOf`).
 */
export function monthsOf(
  {gemeente, budget: {boekjaar}, peilmaand}: Look,
  posts: readonly ExactPost[],
  {protection, facts, statusOf}: MonthRules,
): Sealed<Maandlast>[] {
  const own = facts.filter(
    (one) => one.gemeente === gemeente && one.niveau === 'gemeente' && one.periodesoort === 'maand',
  );
  const byPlace = new Map(own.map((one) => [`${one.wet} ${one.periode}`, one]));
  const wetten = [...new Set(posts.flatMap(({replays}) => replays.map(({wet}) => wet)))];
  return ['alle', ...wetten].flatMap((wet) =>
    Array.from({length: 12}, (_, index): Sealed<Maandlast> => {
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
        const ahead = statusOf(onderdeel);
        return ahead === 'ok'
          ? {
              ...place,
              bekend_cent: coarse(0),
              verwacht_cent: coarse(verwacht, 'schatting'),
              status: ahead,
            }
          : {...place, ...hidden(ahead)};
      }
      const month = byPlace.get(`${wet} ${maand}`);
      const status = month === undefined ? 'te_klein' : protectCosts(protection, month).status;
      if (month === undefined || status !== 'ok') {
        return {...place, ...hidden(status)};
      }
      const label = `financien|maand|${gemeente}|${wet}`;
      const noise = amountNoise(protection.noise, label, bekend, [month]);
      return {
        ...place,
        bekend_cent: coarse(bekend + noise),
        verwacht_cent: coarse(verwacht + noise),
        status,
      };
    }),
  );
}

function hidden(
  status: Status,
): Pick<Sealed<Maandlast>, 'bekend_cent' | 'verwacht_cent' | 'status'> {
  const none = withheldAmount(status, 'beschermd');
  return {bekend_cent: none, verwacht_cent: none, status};
}

/** Three significant digits, in cents; never below nothing. */
function coarse(cents: number, herkomst: Herkomst = 'beschermd'): Amount {
  return estimate(Math.max(0, significant(cents, 3)), herkomst, 1);
}
