import type {Maten} from '../../contract/figure.ts';

/** The part of a figure that a duration fills. */
export type DurationFigure = Pick<
  Maten,
  'ondergrens' | 'bovengrens' | 'methode' | 'p80' | 'boven_norm'
> & {waarde: number};
