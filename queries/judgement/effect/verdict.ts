import type {Indicator} from '../../contract/indicator.ts';
import type {Oordeelwoord} from '../../contract/verdict.ts';
import type {Uitkomst} from './estimate.ts';
import type {Schatting} from './together.ts';

/** A verdict, and what took it away when the interval alone would have given one. */
export interface Effectoordeel {
  woord: Oordeelwoord;
  twijfel: 'controle' | 'placebo' | null;
}

type Oordeelbaar = Pick<Indicator, 'richting' | 'delta' | 'verwacht_maanden'>;

const LEVEL = 0.05;
const HALF_YEAR = 6;

/**
 * The word for all teams together. An effect is only said when the interval lies on one side, the
 * controlled series and the mean ATT(g,t) point to that side, and the placebo found nothing.
 */
export function judgeTogether(
  indicator: Oordeelbaar,
  {samen, placebo, controle, att, halfjaren}: Uitkomst,
): Effectoordeel {
  const woord = wordOf(indicator, samen, lastMonth([...halfjaren.keys()]));
  if (woord === 'niet te zeggen' || woord === 'geen oordeel') return {woord, twijfel: null};
  if (placebo !== null && placebo.band.p < LEVEL)
    return {woord: 'niet te zeggen', twijfel: 'placebo'};
  if (woord === 'geen relevant verschil') return {woord, twijfel: null};
  const side = Math.sign(samen.effect);
  const agrees = [controle?.effect, att].every(
    (effect) => typeof effect === 'number' && Math.sign(effect) === side,
  );
  return agrees ? {woord, twijfel: null} : {woord: 'niet te zeggen', twijfel: 'controle'};
}

/** The word for one team: p is adjusted for the number of teams; the doubts of the whole hold too. */
export function judgeTeam(
  indicator: Oordeelbaar,
  schatting: Schatting,
  {halfjaren, twijfel}: {halfjaren: readonly number[]; twijfel: Effectoordeel['twijfel']},
): Oordeelwoord {
  const woord = wordOf(indicator, schatting, lastMonth(halfjaren));
  return twijfel === null || woord === 'geen oordeel' ? woord : 'niet te zeggen';
}

function wordOf(
  {richting, delta, verwacht_maanden}: Oordeelbaar,
  {effect, band}: Schatting,
  months: number,
): Oordeelwoord {
  if (richting === 'neutraal' || richting === 'band') return 'geen oordeel';
  const {ondergrens, bovengrens, p} = band;
  if (ondergrens >= -delta && bovengrens <= delta) return 'geen relevant verschil';
  const isSure = p < LEVEL && (ondergrens > 0 || bovengrens < 0);
  if (!isSure) return 'niet te zeggen';
  const side = effect > 0 ? 'hoger' : 'lager';
  if (side === richting) return 'beter';
  return side === 'hoger' && months <= verwacht_maanden ? 'zoals verwacht' : 'slechter';
}

/** How far after the starts the comparison reaches, in months. */
function lastMonth(halfjaren: readonly number[]): number {
  return HALF_YEAR * Math.max(0, ...halfjaren);
}
