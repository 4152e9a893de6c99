import {formatNumber, reason} from '../../charts/figure-text.ts';
import {euro, euroThousands, exactReason, signedThousands} from '../../charts/finance-words.ts';
import type {Status} from '../../../queries/contract/figure.ts';
import type {TableCell} from '../plain-table.ts';

/** An exact amount in a table, in whole euros; without one, the reason in words. */
export function exactly(cent: number | null, status: Status = 'ok'): TableCell {
  return {getal: cent === null ? exactReason(status) : euro(cent)};
}

/** A protected amount in a table, in whole thousands; without one, the reason in words. */
export function about(cent: number | null, status: Status = 'te_klein'): TableCell {
  return {getal: cent === null ? reason(status) : euroThousands(cent)};
}

/** A difference between protected amounts, in whole thousands with its sign. */
export function difference(cent: number | null): TableCell {
  return {getal: cent === null ? 'niet getoond' : signedThousands(cent)};
}

/** A share as a percentage with one decimal; without one, that it does not apply. */
export function share(value: number | null): TableCell {
  return {getal: value === null ? 'n.v.t.' : `${formatNumber(100 * value, 1)}%`};
}
