import type {Maten} from '../../contract.ts';
import type {Interval} from '../../statistics/interval.ts';
import {wilsonInterval} from '../../statistics/wilson-interval.ts';
import type {Noise} from '../noise.ts';
import {
  boundShare,
  coarse,
  protectShare,
  roundCount,
  smallSide,
  withheld,
  type ProtectedShare,
} from '../protect.ts';

/** An exact count with the label under which it is rounded. */
export interface LabelledCount {
  label: string;
  aantal: number;
}

/**
 * The protected share of two exact counts, each rounded under its own label, with Wilson's interval.
 * A side that is too small to be seen is told as a bound. Null when the rounded denominator is too small to show a share of.
 */
export function shareFigure(
  noise: Noise,
  teller: LabelledCount,
  noemer: LabelledCount,
): Maten | null {
  const below = roundCount(noise, noemer.label, noemer.aantal);
  const above = Math.min(below, roundCount(noise, teller.label, teller.aantal));
  const ordinary = protectShare(above, below);
  const hidden = smallSide(noise, teller.label, teller.aantal, noemer.aantal);
  const isOpen = ordinary?.tellerZichtbaar === true;
  const share = isOpen && hidden !== null ? boundShare(hidden, below) : ordinary;
  if (share === null) return null;
  return {
    ...withheld('ok', share.methode),
    waarde: share.waarde,
    ...bounds(share, below, wilsonInterval(above, below)),
    teller: share.tellerZichtbaar ? above : null,
    noemer: below,
    aantal: below,
  };
}

/**
 * The label of a numerator that no dimension names: it is another set than its denominator, so it
 * has a rounding of its own.
 */
export function numeratorLabel(label: string, indicator: string): string {
  return `${label}|teller=${indicator}`;
}

/** At the ends of the scale the interval is the end itself: it may not tell the hidden numerator. */
function bounds(
  {waarde, methode, tellerZichtbaar}: ProtectedShare,
  noemer: number,
  {ondergrens, bovengrens}: Interval,
): Interval {
  if (!tellerZichtbaar) {
    return methode.endsWith('hooguit')
      ? {ondergrens: 0, bovengrens: waarde}
      : {ondergrens: waarde, bovengrens: 100};
  }
  return {
    ondergrens: coarse(100 * ondergrens, noemer),
    bovengrens: coarse(100 * bovengrens, noemer),
  };
}
