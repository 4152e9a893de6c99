import type {Maten} from '../contract/figure.ts';
import type {NettoVerandering} from '../contract/indicator.ts';
import {coarse} from '../cube/protect.ts';
import {tango} from '../statistics/paired-difference.ts';
import {numberInDutch} from './dutch.ts';

/** The part of a net change that its two shares decide. */
export type NetChange = Pick<
  NettoVerandering,
  'beter' | 'slechter' | 'aantal' | 'waarde' | 'ondergrens' | 'bovengrens' | 'zin'
>;

/**
 * How many more rose than fell (Tango 1998), from the published share that rose or stayed and the
 * published share that rose, of the same pairs. Post-processing: no count is rounded anew. Null where
 * one of the counts is withheld.
 */
export function netChange(stable: Maten, risen: Maten): NetChange | null {
  const {teller: kept, noemer: aantal} = stable;
  if (stable.status !== 'ok' || risen.status !== 'ok') return null;
  if (kept === null || aantal === null || risen.teller === null) return null;
  // Each count is rounded by itself: who rose can't be more than who rose or stayed.
  const beter = Math.min(risen.teller, kept);
  const slechter = aantal - kept;
  const found = tango({beter, slechter, n: aantal});
  if (found === null) return null;
  const points = (share: number): number => coarse(100 * share, aantal);
  const figures = {
    waarde: points(found.waarde),
    ondergrens: points(found.ondergrens),
    bovengrens: points(found.bovengrens),
  };
  return {beter, slechter, aantal, ...figures, zin: sentence(figures)};
}

function sentence({
  waarde,
  ondergrens,
  bovengrens,
}: Pick<NetChange, 'waarde' | 'ondergrens' | 'bovengrens'>): string {
  const way = waarde < 0 ? 'omlaag dan omhoog' : 'omhoog dan omlaag';
  const size = numberInDutch(Math.abs(waarde), 0);
  const finding = `Netto ging ${size} procentpunt meer ${way}.`;
  const range = `De marge is ${signed(ondergrens)} tot ${signed(bovengrens)}.`;
  const isCertain = ondergrens > 0 || bovengrens < 0;
  return isCertain ? `${finding} ${range}` : `${finding} ${range} Dat kan toeval zijn.`;
}

function signed(points: number): string {
  const sign = points > 0 ? '+' : points < 0 ? '−' : '';
  return `${sign}${numberInDutch(Math.abs(points), 0)}`;
}
