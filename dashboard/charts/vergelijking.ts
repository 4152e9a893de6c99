import type {Gebied} from '../../queries/contract/area.ts';
import type {Cijfer} from '../../queries/contract/figure.ts';
import {baselineWords} from './baseline-words.ts';
import {lastComplete, type Chart, type ChartData, type ChartOptions} from './chart.ts';
import {describeMoment, momentHeading, valueWithInterval} from './describe.ts';
import {figureText, formatNumber} from './figure-text.ts';
import {
  framed,
  headingHeight,
  pixelLines,
  textWidth,
  words,
  wrapText,
  type Frame,
  type Part,
} from './frame.ts';
import {hatch} from './hatch.ts';
import {PROVISIONAL_KEY} from './provisional.ts';
import {scaleFromZero, type LinearScale} from './scale.ts';
import {COLORS} from './theme.ts';

const ROW = 30;
const NAME_LINE = 13;
const KEY = 'Stip: het cijfer. Lijn: de onzekerheid (95%). Streepje: de 0-meting van het gebied.';

/** A dot with its interval per area in one period, from high to low; the gemeente as a line. */
export function vergelijking(data: ChartData, options: ChartOptions): Chart {
  const {breedte, kop} = options;
  const periode = options.periode ?? lastComplete(data.gemeenteCijfers);
  const heading = momentHeading(data, options);
  const omschrijving = describeMoment(data, options);
  const rows = rank(data, periode);
  const gemeente = data.gemeenteCijfers.find((cijfer) => cijfer.periode === periode);
  const scale = rowScale(rows, gemeente);
  const wide = breedte >= 600;
  const label = (row: Row) => valueLabel(row, data, wide);
  const right =
    16 + Math.max(...rows.map((row) => (row.cijfer?.waarde == null ? 0 : textWidth(label(row)))));
  const longest = Math.max(...data.gebieden.map(({naam}) => textWidth(naam, 12.5)));
  const isOpen = rows.some(({cijfer}) => isProvisional(cijfer));
  const own = baselineWords(KEY, data.indicator);
  const key = wrapText(isOpen ? `${own} ${PROVISIONAL_KEY}` : own, breedte, 11.5);
  const left = Math.min(longest + 10, breedte * 0.4);
  const frame: Frame = {
    width: breedte - left - right,
    height: rows.length * ROW,
    margin: {
      left,
      right,
      top: headingHeight(kop ? heading : null, breedte) + 22,
      bottom: 30 + key.length * 16,
    },
  };
  const x = (value: number) => pixel(scale, value, frame.width);
  const layers: Part[] = [
    ...axis(scale, frame),
    ...gemeenteLine(gemeente, data, {x, frame}),
    ...rows.flatMap((row, index) =>
      rowLayers(row, {index, x, frame, gemeente: gemeente?.waarde ?? null, label: label(row)}),
    ),
    ...rows.flatMap(({gebied}, index) =>
      nameWords(gebied, {x: -10, y: index * ROW + ROW / 2, room: left - 10, options}),
    ),
    ...key.map((line, index) =>
      words(line, {x: -left, y: frame.height + 40 + index * 16, fontSize: 11, color: COLORS.muted}),
    ),
  ];
  return {
    titel: heading.titel,
    omschrijving,
    spec: framed(frame, layers, {heading: kop ? heading : null, omschrijving}),
  };
}

/** A name in one line or two, against the plot. */
function nameWords(
  {code, naam}: Gebied,
  {x, y, room, options}: {x: number; y: number; room: number; options: ChartOptions},
): Part[] {
  const lines = wrapText(naam, room, 12);
  const top = y - ((lines.length - 1) * NAME_LINE) / 2;
  const fontWeight = code === options.gebied ? 600 : 400;
  return lines.map((line, index) =>
    words(line, {x, y: top + index * NAME_LINE, align: 'right', fontWeight}),
  );
}

interface Row {
  gebied: Gebied;
  cijfer: Cijfer | undefined;
  baseline: number | null;
}

function rank({gebieden, cijfers, nulmetingen}: ChartData, periode: string): Row[] {
  const rows = gebieden.map((gebied) => ({
    gebied,
    cijfer: cijfers.find((one) => one.gebied === gebied.code && one.periode === periode),
    baseline: nulmetingen.find((one) => one.gebied === gebied.code)?.waarde ?? null,
  }));
  return rows.toSorted((a, b) => (b.cijfer?.waarde ?? -1) - (a.cijfer?.waarde ?? -1));
}

function rowScale(rows: readonly Row[], gemeente: Cijfer | undefined): LinearScale {
  const values = rows.flatMap(({cijfer, baseline}) => [
    cijfer?.waarde,
    cijfer?.bovengrens,
    baseline,
  ]);
  return scaleFromZero([...values, gemeente?.waarde].filter((value) => typeof value === 'number'));
}

function pixel(scale: LinearScale, value: number, width: number): number {
  return width - scale.y(value, width);
}

function valueLabel({cijfer}: Row, data: ChartData, wide: boolean): string {
  if (!cijfer) return '';
  const value = figureText(cijfer, data.indicator);
  return wide ? valueWithInterval(cijfer, data, value) : value;
}

function axis(scale: LinearScale, {width, height}: Frame): Part[] {
  const decimals = scale.ticks.every(Number.isInteger) ? 0 : 1;
  const lines = scale.ticks.map((tick) => {
    const x = pixel(scale, tick, width);
    return {x, x2: x, y: 0, y2: height};
  });
  return [
    pixelLines(lines, {color: COLORS.grid, width: 1}),
    ...scale.ticks.map((tick) =>
      words(formatNumber(tick, decimals), {
        x: pixel(scale, tick, width),
        y: height + 14,
        align: 'center',
        color: COLORS.muted,
      }),
    ),
  ];
}

function gemeenteLine(
  gemeente: Cijfer | undefined,
  data: ChartData,
  {x, frame}: {x: (value: number) => number; frame: Frame},
): Part[] {
  if (typeof gemeente?.waarde !== 'number') return [];
  const at = x(gemeente.waarde);
  const text = `${data.gemeente.naam} ${figureText(gemeente, data.indicator)}`;
  const half = textWidth(text) / 2;
  const centre = Math.min(frame.width - half, Math.max(half - frame.margin.left, at));
  return [
    pixelLines([{x: at, x2: at, y: 0, y2: frame.height}], {color: COLORS.gemeente, width: 5}),
    words(text, {x: centre, y: -10, align: 'center', color: COLORS.muted, fontWeight: 600}),
  ];
}

interface RowPlace {
  index: number;
  x: (value: number) => number;
  frame: Frame;
  gemeente: number | null;
  label: string;
}

function isProvisional(cijfer: Cijfer | undefined): boolean {
  return cijfer?.voorlopig === true && cijfer.waarde !== null;
}

/** The first place from `start` on where a text crosses none of the lines at `crossed`. */
function freePlace(start: number, width: number, crossed: readonly number[]): number {
  const inWay = crossed.find((at) => at > start - 5 && at < start + width + 3);
  if (inWay === undefined) return start;
  return freePlace(
    inWay + 8,
    width,
    crossed.filter((at) => at !== inWay),
  );
}

function rowLayers({cijfer, baseline}: Row, place: RowPlace): Part[] {
  const {index, x, frame, gemeente, label} = place;
  const y = index * ROW + ROW / 2;
  const tick = baseline === null ? [] : [{x: x(baseline), x2: x(baseline), y: y - 8, y2: y + 8}];
  const ticks = pixelLines(tick, {color: COLORS.ink, width: 1.5});
  if (typeof cijfer?.waarde !== 'number') {
    const box = {x: 0, y: y - 9, width: frame.width < 300 ? 24 : 60, height: 18};
    const lines = [baseline, gemeente].filter((value) => value !== null).map(x);
    const start = freePlace(
      box.width + 8,
      textWidth(label),
      lines.toSorted((a, b) => a - b),
    );
    return [
      ticks,
      pixelLines(hatch(box, 6), {color: COLORS.hatch, width: 0.8}),
      words(label, {x: start, y, color: COLORS.muted}),
    ];
  }
  const {waarde, ondergrens, bovengrens} = cijfer;
  const interval =
    ondergrens === null || bovengrens === null
      ? []
      : [{x: x(ondergrens), x2: x(bovengrens), y, y2: y}];
  return [
    ticks,
    pixelLines(interval, {color: COLORS.accent, width: 2}),
    {
      data: {values: [{x: x(waarde), y, waarde}]},
      mark: {
        type: 'circle',
        fill: isProvisional(cijfer) ? COLORS.paper : COLORS.accent,
        stroke: COLORS.accent,
        strokeWidth: 1.5,
        size: 84,
        opacity: 1,
      },
      encoding: {
        x: {field: 'x', type: 'quantitative', scale: null, axis: null},
        y: {field: 'y', type: 'quantitative', scale: null, axis: null},
      },
    },
    words(label, {x: frame.width + 14, y}),
  ];
}
