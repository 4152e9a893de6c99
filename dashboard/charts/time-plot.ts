import type {Fase, Gebeurtenis} from '../../queries/contract/area.ts';
import type {Cijfer} from '../../queries/contract/figure.ts';
import type {Nulmeting} from '../../queries/contract/verdict.ts';
import {pixelLines, textWidth, words, type Layer, type Part, type UnitLayer} from './frame.ts';
import {hatch, type Line} from './hatch.ts';
import {dayStart, periodEnd, periodMiddle, periodStart} from './period.ts';
import type {LinearScale} from './scale.ts';
import {COLORS} from './theme.ts';

/** A plot with time from left to right and values from zero up. */
export interface TimePlot {
  /** Left top corner and size, in pixels. */
  x0: number;
  y0: number;
  width: number;
  height: number;
  /** First and last moment, UTC milliseconds. */
  van: number;
  tot: number;
  scale: LinearScale;
  /** Format of the value axis, d3 notation. */
  format: string;
}

/** A plot that holds all these periods and values. */
export function timePlot(
  periods: readonly string[],
  rest: Omit<TimePlot, 'van' | 'tot'>,
): TimePlot {
  return {...rest, van: periodStart(periods[0] ?? ''), tot: periodEnd(periods.at(-1) ?? '')};
}

/** Pixel of a moment. */
export function xPixel({x0, van, tot, width}: TimePlot, moment: number): number {
  return x0 + ((moment - van) / (tot - van)) * width;
}

/** Pixel of a value. */
export function yPixel({y0, scale, height}: TimePlot, value: number): number {
  return y0 + scale.y(value, height);
}

/** The channels that all layers with real scales share. */
export function timeChannels(plot: TimePlot, {years}: {years: 'all' | 'ends'}) {
  const {van, tot, scale} = plot;
  const moments: [number, number] = [van, tot];
  return {
    x: {
      // a plain number: vega-interpreter 2.3 can't make a date of milliseconds, so `temporal`
      // draws no labels in the browser
      field: 'moment',
      type: 'quantitative',
      scale: {domain: moments, nice: false, zero: false},
      axis: {
        values: yearStarts(plot, years),
        labelExpr: 'utcyear(datum.value)',
        labelAlign: 'left',
      },
    },
    y: {
      field: 'waarde',
      type: 'quantitative',
      scale: {domain: scale.domain, nice: false},
      axis: {values: scale.ticks, format: plot.format},
    },
  } satisfies NonNullable<UnitLayer['encoding']>;
}

function yearStarts({van, tot, width}: TimePlot, years: 'all' | 'ends'): number[] {
  const first = new Date(van).getUTCFullYear();
  const last = new Date(tot - 1).getUTCFullYear();
  const all = Array.from({length: last - first + 1}, (_, index) => Date.UTC(first + index, 0, 1));
  if (years === 'ends') return all.filter((_, index) => index === 0 || index === all.length - 1);
  const step = Math.ceil((all.length * 36) / width);
  return all.filter((_, index) => index % step === 0);
}

/** Rows for lines: a withheld figure is a row without value, so the line breaks there. */
export function lineRows(cijfers: readonly Cijfer[]) {
  return cijfers.map(({gebied, periode, waarde, ondergrens, bovengrens, voorlopig}, index) => ({
    gebied,
    periode,
    moment: periodMiddle(periode),
    waarde,
    ondergrens,
    bovengrens,
    // still without value is no point, provisional or not
    voorlopig: voorlopig && waarde !== null,
    // a figure between two gaps has no line: it needs a dot
    los: isAlone(cijfers, index),
  }));
}

function isAlone(cijfers: readonly Cijfer[], index: number): boolean {
  const shown = (at: number) => typeof cijfers[at]?.waarde === 'number';
  return shown(index) && !shown(index - 1) && !shown(index + 1);
}

/** The phases of a team as bands, in pixels; each next one is darker. */
export function phaseBands(plot: TimePlot, fasen: readonly Fase[]) {
  const {x0, y0, width, height} = plot;
  const bands = fasen.map(({fase, van}, index) => ({
    fase,
    x: Math.max(x0, xPixel(plot, dayStart(van))),
    x2: Math.min(x0 + width, xPixel(plot, dayStart(fasen[index + 1]?.van ?? '9999-01-01'))),
    y: y0,
    y2: y0 + height,
    kleur: COLORS.phase[Math.min(index, COLORS.phase.length - 1)] ?? '',
  }));
  return bands.filter(({x, x2}) => x2 > x);
}

/** A filled rectangle in pixels. */
export interface Band {
  x: number;
  x2: number;
  y: number;
  y2: number;
  kleur: string;
}

/** Draws filled rectangles: bands of phases, of one plot or of many, and bars. */
export function bandLayer(bands: readonly Band[]): Layer {
  return {
    data: {values: [...bands]},
    mark: {type: 'rect'},
    encoding: {
      ...pixelChannels,
      x2: {field: 'x2'},
      y2: {field: 'y2'},
      color: {field: 'kleur', type: 'nominal', scale: null},
    },
  };
}

/** Channels of rows that hold their place in pixels. */
export const pixelChannels = {
  x: {field: 'x', type: 'quantitative', scale: null, axis: null},
  y: {field: 'y', type: 'quantitative', scale: null, axis: null},
} as const;

/** The letter of each phase at the top of its band; the first with the word. */
export function phaseNames(bands: ReturnType<typeof phaseBands>): Part[] {
  return bands
    .filter(({x, x2}) => x2 - x > 14)
    .map(({fase, x, y}) => {
      const text = bands[0]?.fase === fase ? `fase ${fase}` : fase;
      return words(text, {x: x + 5, y: y + 10, fontSize: 11, color: COLORS.muted});
    });
}

/** The start of the team as a line from top to bottom; none when it lies outside the plot. */
export function startLine(plot: TimePlot, startdatum: string | null): Line[] {
  if (startdatum === null) return [];
  const x = xPixel(plot, dayStart(startdatum));
  if (x < plot.x0 || x > plot.x0 + plot.width) return [];
  return [{x, x2: x, y: plot.y0, y2: plot.y0 + plot.height}];
}

/** Hatch over each period without a figure. */
export function gapLines(plot: TimePlot, cijfers: readonly Cijfer[]): Line[] {
  return cijfers
    .filter(({status}) => status !== 'ok' && status !== 'nvt')
    .flatMap(({periode}) => {
      const x = xPixel(plot, periodStart(periode));
      const width = xPixel(plot, periodEnd(periode)) - x;
      return hatch({x, y: plot.y0, width, height: plot.height}, 7);
    });
}

/** How a hatch over a period looks. */
export const GAP_STYLE = {color: COLORS.hatch, width: 0.7, opacity: 0.6};

/** The words at the end of the axis when the last period is not complete. */
export function incompleteWords({width}: TimePlot, cijfers: readonly Cijfer[]): Part[] {
  if (!cijfers.some(({status}) => status === 'onvolledig')) return [];
  const style = {align: 'right', fontSize: 11, color: COLORS.muted} as const;
  return [words('nog niet compleet', {x: width, y: -8, ...style})];
}

/** The 0-meting as a line over the whole width. */
export function baselineLine(plot: TimePlot, nulmeting: Nulmeting | undefined): Line[] {
  if (typeof nulmeting?.waarde !== 'number') return [];
  const y = yPixel(plot, nulmeting.waarde);
  return [{x: plot.x0, x2: plot.x0 + plot.width, y, y2: y}];
}

/** How a 0-meting looks: thin and dashed. */
export const BASELINE_STYLE = {color: COLORS.ink, width: 1, dash: [2, 3]};

/**
 * What happened, as short bars just above the time axis. A name is left out where it would run into
 * the one before it or out of the plot.
 */
export function eventLayers(plot: TimePlot, events: readonly Gebeurtenis[]): Part[] {
  const bottom = plot.y0 + plot.height;
  const right = plot.x0 + plot.width;
  const bars = events
    .map(({datum, datum_tot, omschrijving}) => {
      const from = xPixel(plot, dayStart(datum));
      const to = Math.min(right, xPixel(plot, dayStart(datum_tot ?? datum)));
      return {omschrijving, x: Math.max(plot.x0, from), x2: Math.max(to, from + 3)};
    })
    .filter(({x, x2}) => x2 > plot.x0 && x < right)
    .toSorted((a, b) => a.x - b.x);
  let free = plot.x0;
  const names = bars.flatMap(({x, omschrijving}) => {
    const end = x + textWidth(omschrijving, 11) + 8;
    if (x < free || end > right) return [];
    free = end;
    return [words(omschrijving, {x, y: bottom - 17, fontSize: 11, color: COLORS.muted})];
  });
  const lines = bars.map(({x, x2}) => ({x, x2, y: bottom - 6, y2: bottom - 6}));
  return [pixelLines(lines, {color: COLORS.muted, width: 4}), ...names];
}
