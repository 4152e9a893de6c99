import type {Cijfer, Fase, Gebeurtenis, Nulmeting} from '../../queries/contract.ts';
import {pixelLines, textWidth, words, type Layer, type UnitLayer} from './frame.ts';
import {hatch} from './hatch.ts';
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
  return cijfers.map(({gebied, periode, waarde, ondergrens, bovengrens}, index) => ({
    gebied,
    periode,
    moment: periodMiddle(periode),
    waarde,
    ondergrens,
    bovengrens,
    // a figure between two gaps has no line: it needs a dot
    los: isAlone(cijfers, index),
  }));
}

function isAlone(cijfers: readonly Cijfer[], index: number): boolean {
  const shown = (at: number) => typeof cijfers[at]?.waarde === 'number';
  return shown(index) && !shown(index - 1) && !shown(index + 1);
}

/** The phases of a team as bands that grow darker, each with its letter; the start as a line. */
export function phaseLayers(
  plot: TimePlot,
  {fasen, startdatum}: {fasen: readonly Fase[]; startdatum: string | null},
  labels: boolean,
): Layer[] {
  const {x0, y0, height} = plot;
  const right = x0 + plot.width;
  const bands = fasen.map(({fase, van}, index) => ({
    fase,
    van: Math.max(x0, xPixel(plot, dayStart(van))),
    tot: Math.min(right, xPixel(plot, dayStart(fasen[index + 1]?.van ?? '9999-01-01'))),
    kleur: COLORS.phase[Math.min(index, COLORS.phase.length - 1)] ?? '',
  }));
  const visible = bands.filter(({van, tot}) => tot > van);
  const layers: Layer[] = [
    {
      data: {values: visible},
      mark: {type: 'rect'},
      encoding: {
        x: {field: 'van', type: 'quantitative', scale: null, axis: null},
        x2: {field: 'tot'},
        y: {value: y0},
        y2: {value: y0 + height},
        color: {field: 'kleur', type: 'nominal', scale: null},
      },
    },
    ...visible
      .filter(({van, tot}) => labels && tot - van > 14)
      .map(({fase, van}) =>
        words(visible[0]?.fase === fase ? `fase ${fase}` : fase, {
          x: van + 5,
          y: y0 + 10,
          fontSize: 11,
          color: COLORS.muted,
        }),
      ),
  ];
  if (startdatum === null) return layers;
  const start = xPixel(plot, dayStart(startdatum));
  if (start < x0 || start > right) return layers;
  const line = [{x: start, x2: start, y: y0, y2: y0 + height}];
  return [...layers, pixelLines(line, {color: COLORS.muted, width: 1})];
}

/** Hatch over each period without a figure, and the words "nog niet compleet" at the last. */
export function gapLayers(plot: TimePlot, cijfers: readonly Cijfer[], labels: boolean): Layer[] {
  const gaps = cijfers.filter(({status}) => status !== 'ok' && status !== 'nvt');
  const lines = gaps.flatMap(({periode}) => {
    const x = xPixel(plot, periodStart(periode));
    const width = xPixel(plot, periodEnd(periode)) - x;
    return hatch({x, y: plot.y0, width, height: plot.height}, 7);
  });
  const layers: Layer[] =
    lines.length === 0 ? [] : [pixelLines(lines, {color: COLORS.hatch, width: 0.7, opacity: 0.6})];
  if (labels && gaps.some(({status}) => status === 'onvolledig')) {
    const place = {
      x: plot.width,
      y: -8,
      align: 'right',
      fontSize: 11,
      color: COLORS.muted,
    } as const;
    layers.push(words('nog niet compleet', place));
  }
  return layers;
}

/** The 0-meting as a thin dashed line over the whole width. */
export function baselineLayers(plot: TimePlot, nulmeting: Nulmeting | undefined): Layer[] {
  if (typeof nulmeting?.waarde !== 'number') return [];
  const y = yPixel(plot, nulmeting.waarde);
  return [
    {
      data: {values: [{x: plot.x0, x2: plot.x0 + plot.width, y}]},
      mark: {type: 'rule', color: COLORS.ink, strokeWidth: 1, strokeDash: [2, 3]},
      encoding: {
        x: {field: 'x', type: 'quantitative', scale: null, axis: null},
        x2: {field: 'x2'},
        y: {field: 'y', type: 'quantitative', scale: null, axis: null},
      },
    },
  ];
}

/**
 * What happened, as short bars just above the time axis. A name is left out where it would run into
 * the one before it or out of the plot.
 */
export function eventLayers(plot: TimePlot, events: readonly Gebeurtenis[]): Layer[] {
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
