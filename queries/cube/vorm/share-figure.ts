import type {Interval} from '../../statistics/interval.ts';
import {wilsonInterval} from '../../statistics/wilson-interval.ts';
import type {Noise} from '../noise.ts';
import {protectShare, type ShareSide} from '../protect-share.ts';
import {coarse, roundCount, shown, type Figure} from '../protect.ts';

/** The exact facts of a share, with the labels under which its two counts are rounded. */
export interface ShareFacts {
  label: string;
  teller: ShareSide;
  rest: ShareSide;
  noemer: {label: string; aantal: number};
}

/**
 * The protected share of two exact counts, each rounded under its own label, with Wilson's interval.
 * Null when the rounded denominator is too small to show a share of.
 */
export function shareFigure(
  noise: Noise,
  {label, teller, rest, noemer}: ShareFacts,
  more: {voorlopig: boolean; dekking?: number | null},
): Figure | null {
  const below = roundCount(noise, noemer.label, noemer.aantal);
  const share = protectShare(noise, label, {teller, rest, noemer: below});
  if (share === null) return null;
  return shown(share.methode, {
    waarde: share.waarde,
    ...bounds(share, below),
    teller: share.teller,
    noemer: below,
    aantal: below,
    ...more,
  });
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
  {waarde, teller, methode}: {waarde: number; teller: number | null; methode: string},
  noemer: number,
): Interval {
  if (teller === null) {
    return methode.endsWith('hooguit')
      ? {ondergrens: 0, bovengrens: waarde}
      : {ondergrens: waarde, bovengrens: 100};
  }
  const {ondergrens, bovengrens} = wilsonInterval(teller, noemer);
  return {
    ondergrens: coarse(100 * ondergrens, noemer),
    bovengrens: coarse(100 * bovengrens, noemer),
  };
}
