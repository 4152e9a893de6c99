import type {Effectschatting} from '../../contract/effect.ts';
import type {Schatting} from './together.ts';

/** An estimate as it is published: counts as whole events. */
export function published({waargenomen, verwacht, effect, band}: Schatting): Effectschatting {
  return {
    waargenomen: Math.round(waargenomen),
    verwacht: Math.round(verwacht),
    ...share({effect, band}),
  };
}

/** The effect with its interval. */
export function share({
  effect,
  band,
}: Pick<Schatting, 'effect' | 'band'>): Pick<
  Effectschatting,
  'effect' | 'ondergrens' | 'bovengrens'
> {
  return {effect, ondergrens: band.ondergrens, bovengrens: band.bovengrens};
}
