import type {Noise} from './noise.ts';
import {BASE, coarse, MAX_HIDDEN, roundCount, thresholdOf} from './protect.ts';

const MIN_SHARE_DENOMINATOR = 30;
const LOWEST_SHARE = 5;
const HIGHEST_SHARE = 95;
/** How far a rounded count can be from the true one. */
const MOST_AWAY = BASE - 1;

/** One side of a share: those in its numerator, or those outside it. */
export interface ShareSide {
  clienten: number;
  aantal: number;
}

/**
 * A protected share of two protected counts: whole percents from 100, steps of 5 below; null under
 * 30 in the denominator. A side too small to be seen says no more than "0–14" does: the share is at
 * most (at least) what 14 would give. `label` is that of the numerator.
 */
export function protectShare(
  noise: Noise,
  label: string,
  {teller, rest, noemer}: {teller: ShareSide; rest: ShareSide; noemer: number},
): {waarde: number; methode: string; teller: number | null} | null {
  if (noemer < MIN_SHARE_DENOMINATOR) return null;
  const threshold = thresholdOf(noise, label);
  const isHidden = ({clienten, aantal}: ShareSide): boolean =>
    clienten < threshold || aantal < threshold;
  if (isHidden(teller) || isHidden(rest))
    return edgeShare(isHidden(teller), {teller, rest, noemer});
  const count = Math.min(noemer, roundCount(noise, label, teller.aantal));
  const percent = (100 * count) / noemer;
  // The true count can be four more (or fewer): the bound has to hold for that too.
  if (percent <= LOWEST_SHARE) return atMost(boundOver(count + MOST_AWAY, noemer));
  if (percent >= HIGHEST_SHARE) return atLeast(100 - boundOver(noemer - count + MOST_AWAY, noemer));
  return {waarde: coarse(percent, noemer), methode: 'wilson', teller: count};
}

type EdgeShare = {waarde: number; methode: string; teller: null};

function edgeShare(
  isLow: boolean,
  {teller, rest, noemer}: {teller: ShareSide; rest: ShareSide; noemer: number},
): EdgeShare | null {
  // Few clients with many events: no bound on the count follows from the bound on the clients.
  if ((isLow ? teller : rest).aantal > MAX_HIDDEN) return null;
  const most = boundOver(MAX_HIDDEN, noemer);
  return isLow ? atMost(most) : atLeast(100 - most);
}

/** The lowest multiple of five, from 5% on, that `most` of this rounded denominator can't exceed. */
function boundOver(most: number, noemer: number): number {
  const fewest = noemer - MOST_AWAY;
  return Math.max(LOWEST_SHARE, BASE * Math.ceil((100 * most) / fewest / BASE));
}

function atMost(waarde: number): EdgeShare {
  return {waarde, methode: 'wilson, hooguit', teller: null};
}

function atLeast(waarde: number): EdgeShare {
  return {waarde, methode: 'wilson, minstens', teller: null};
}
