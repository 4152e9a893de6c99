import type {Cijfer} from '../../queries/contract/figure.ts';
import {COLORS} from './theme.ts';

/** Size of the picture in pixels, and the 0-meting to draw as a thin line (null: none). */
export interface SparklineOptions {
  breedte: number;
  hoogte: number;
  nulmeting: number | null;
}

/**
 * A trend the size of a word, as SVG text without Vega. It is decoration beside a printed value, so
 * it is hidden for screen readers. Withheld figures are gaps; the scale starts at zero.
 */
export function sparkline(cijfers: readonly Cijfer[], options: SparklineOptions): string {
  const {breedte, hoogte, nulmeting} = options;
  const values = cijfers.map(({waarde}) => waarde);
  const top = Math.max(nulmeting ?? 0, ...values.map((value) => value ?? 0)) || 1;
  const x = (index: number) => tenth(3 + (index / Math.max(1, values.length - 1)) * (breedte - 6));
  const y = (value: number) => tenth(hoogte - 2 - (value / top) * (hoogte - 5));
  const path = linePath(values, x, y);
  const last = values.findLastIndex((value) => value !== null);
  const end = values[last];
  const dot =
    typeof end === 'number'
      ? `<circle cx="${x(last)}" cy="${y(end)}" r="2.5" fill="${COLORS.accent}"/>`
      : '';
  const baseline =
    nulmeting === null
      ? ''
      : `<path d="M0 ${y(nulmeting)}H${breedte}" stroke="${COLORS.context}" stroke-dasharray="2 2"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${breedte} ${hoogte}" ` +
    `width="${breedte}" height="${hoogte}" aria-hidden="true" fill="none">${baseline}` +
    `<path d="${path}" stroke="${COLORS.accent}" stroke-width="1.5"/>${dot}</svg>`
  );
}

/** `M` after each gap, `L` within a part. A figure alone becomes a dot by a line of no length. */
function linePath(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  return values
    .map((value, index) => {
      if (value === null) return '';
      const isFirst = typeof values[index - 1] !== 'number';
      const isAlone = isFirst && typeof values[index + 1] !== 'number';
      return `${isFirst ? 'M' : 'L'}${x(index)} ${y(value)}${isAlone ? 'h.1' : ''}`;
    })
    .join('');
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
