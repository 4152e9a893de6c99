import type {UnitLayer} from './frame.ts';
import {COLORS} from './theme.ts';

/** What the legend says where a figure is provisional. */
export const PROVISIONAL_KEY = 'Open rondje: voorlopig cijfer.';

interface Marker {
  color: string;
  size: number;
  encoding: NonNullable<UnitLayer['encoding']>;
}

/** Open markers at the figures that still change; nothing when all are final. */
export function provisionalMarkers(
  rows: readonly {voorlopig: boolean}[],
  {color, size, encoding}: Marker,
): UnitLayer[] {
  const open = rows.filter(({voorlopig}) => voorlopig);
  if (open.length === 0) return [];
  const mark = {type: 'circle', fill: COLORS.paper, stroke: color, strokeWidth: 1.5} as const;
  return [{data: {values: open}, mark: {...mark, size, opacity: 1}, encoding}];
}
