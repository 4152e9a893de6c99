import type {Gebied} from '../../queries/contract/area.ts';
import type {Nulmeting} from '../../queries/contract/verdict.ts';
import {baselineWords} from './baseline-words.ts';
import {figuresOf, type ChartData, type ChartOptions} from './chart.ts';
import {valueText} from './figure-text.ts';
import {fitText, pixelLines, textWidth, words, type Frame, type Part} from './frame.ts';
import {periodMiddle} from './period.ts';
import {spread} from './spread.ts';
import {CATEGORY_COLORS, COLORS} from './theme.ts';
import {xPixel, yPixel, type TimePlot} from './time-plot.ts';

const LABEL_GAP = 16;

/** Up to five areas have a colour each; more are grey, and their labels tell them apart. */
export function areaColor({code}: Gebied, gebieden: readonly Gebied[], own: string | null): string {
  if (code === own) return COLORS.accent;
  if (own !== null || gebieden.length > CATEGORY_COLORS.length) return COLORS.context;
  return CATEGORY_COLORS[gebieden.findIndex((gebied) => gebied.code === code)] ?? COLORS.context;
}

/** Where the labels go, and the 0-meting that gets one too. */
interface Place {
  options: ChartOptions;
  plot: TimePlot;
  frame: Frame;
  baseline: Nulmeting | undefined;
}

interface EndLabel {
  naam: string;
  waarde: number;
  /** Where its line ends, in pixels. */
  x: number;
  color: string;
  strong: boolean;
}

/** Names at the end of the lines instead of a legend, moved apart where they would touch. */
export function endLabels(data: ChartData, {options, plot, frame, baseline}: Place): Part[] {
  const parts = data.gebieden.filter(({code}) => code !== data.gemeente.code);
  const areas = [...parts, data.gemeente].flatMap((gebied): EndLabel[] => {
    const isGemeente = gebied.code === data.gemeente.code;
    const figures = isGemeente ? data.gemeenteCijfers : figuresOf(data.cijfers, gebied.code);
    const last = figures.findLast(({waarde}) => waarde !== null);
    if (typeof last?.waarde !== 'number') return [];
    const color = isGemeente ? COLORS.muted : areaColor(gebied, data.gebieden, options.gebied);
    const strong = isGemeente || gebied.code === options.gebied;
    const x = xPixel(plot, periodMiddle(last.periode)) + 3;
    return [{naam: gebied.naam, waarde: last.waarde, x, color, strong}];
  });
  if (typeof baseline?.waarde === 'number') {
    const ofGemeente = baseline.niveau === 'gemeente' && options.breedte >= 600;
    const naam = baselineWords(ofGemeente ? '0-meting gemeente' : '0-meting', data.indicator);
    const style = {color: COLORS.ink, strong: false};
    areas.push({naam, waarde: baseline.waarde, x: frame.width, ...style});
  }
  const wanted = areas.map(({waarde}) => yPixel(plot, waarde));
  const placed = spread(wanted, LABEL_GAP, frame.height);
  const leaders = areas.map(({x, color}, index) => {
    const line = {x, y: wanted[index] ?? 0, x2: frame.width + 14, y2: placed[index] ?? 0};
    const isSeries = color !== COLORS.context && color !== COLORS.muted && color !== COLORS.ink;
    return pixelLines([line], {
      color: isSeries ? color : COLORS.context,
      width: isSeries ? 1.4 : 0.6,
      // dotted, so that nobody takes it for the line itself
      dash: isSeries ? [1, 3] : [],
    });
  });
  const labels = areas.map(({naam, waarde, strong}, index) => {
    const value = valueText(waarde, data.indicator);
    const room = frame.margin.right - 22 - textWidth(value) - 4;
    return words(`${fitText(naam, room)} ${value}`, {
      x: frame.width + 18,
      y: placed[index] ?? 0,
      fontWeight: strong ? 600 : 400,
      // colours of lines are too light for text: the leader carries the colour
      color: strong ? COLORS.ink : COLORS.muted,
    });
  });
  return [...leaders, ...labels];
}
