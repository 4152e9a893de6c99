import type {Noise} from '../cube/noise.ts';
import {isVisible, roundCount, type Group} from '../cube/protect.ts';
import {sizeOf, type PublishedCell, type Table} from './table.ts';

/** A way to publish a count: the number that is shown, or null where the group is hidden. */
export type Protection = (label: string, group: Group, members: string) => number | null;

/** The protection of the product itself, by the same functions that make a publication. */
export function ownProtection(noise: Noise): Protection {
  return (label, group) =>
    isVisible(noise, label, group) ? roundCount(noise, label, group.clienten) : null;
}

/** Negative control: exact values of every group of ten or more. */
export const thresholdOnly: Protection = (_, {clienten}) => (clienten >= 10 ? clienten : null);

/**
 * Negative control: rounding that is drawn anew for other members, seen in `redraws` publications
 * between which the members changed beside the point; the adversary takes the mean.
 */
export function membershipRounding(noise: Noise, redraws: number): Protection {
  return (label, {clienten}, members) => {
    if (clienten < 10) return null;
    let sum = 0;
    for (let draw = 0; draw < redraws; draw += 1) {
      sum += roundCount(noise, `${label}|${members}|${String(draw)}`, clienten);
    }
    return sum / redraws;
  };
}

/** Publishes every cell with at most `depth` crossed dimensions. */
export function publishTable(
  table: Table,
  counts: Float64Array,
  protection: Protection,
  depth: number,
): PublishedCell[] {
  return table.cells
    .filter(({crossed}) => crossed <= depth)
    .map((cell) => {
      const clienten = sizeOf(counts, cell);
      const group = {clienten, huishoudens: clienten, inwoners: null};
      return {cell, value: protection(cell.label, group, String(clienten))};
    });
}
