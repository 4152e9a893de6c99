import {pixelLines, words, type Part} from './frame.ts';
import type {LinearScale} from './scale.ts';
import {COLORS} from './theme.ts';

/** Horizontal lines at the ticks of a vertical scale, a strong one at zero, and their words at the left. */
export function valueAxis(
  scale: LinearScale,
  {width, height, text}: {width: number; height: number; text: (tick: number) => string},
): Part[] {
  const line = (tick: number) => {
    const y = scale.y(tick, height);
    return {x: 0, x2: width, y, y2: y};
  };
  return [
    pixelLines(scale.ticks.filter((tick) => tick !== 0).map(line), {color: COLORS.grid, width: 1}),
    pixelLines([line(0)], {color: COLORS.ink, width: 1.5}),
    ...scale.ticks.map((tick) =>
      words(text(tick), {
        x: -8,
        y: scale.y(tick, height),
        align: 'right',
        fontSize: 11,
        color: COLORS.muted,
      }),
    ),
  ];
}
