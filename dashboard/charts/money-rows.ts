import type {TopLevelSpec} from 'vega-lite';
import {euroTick} from './finance-words.ts';
import {
  fitText,
  framed,
  headingHeight,
  pixelLines,
  textWidth,
  words,
  wrapText,
  type Frame,
  type Heading,
  type Layer,
  type Part,
} from './frame.ts';
import {hatch} from './hatch.ts';
import {scaleFromZero} from './scale.ts';
import {COLORS, VALUE_CLASSES} from './theme.ts';
import {bandLayer} from './time-plot.ts';

/** A piece of a bar, in cents. */
export interface Piece {
  van: number;
  tot: number;
  soort: 'vol' | 'licht' | 'arcering';
}

/** A row: a name, a bar of pieces, a mark across it, a forecast with its band, and words. */
export interface MoneyRow {
  naam: string;
  delen: readonly Piece[];
  streep?: number | null;
  punt?: {cent: number; band: readonly [number, number] | null} | null;
  /** The amounts in words, or why there is none. */
  label: string;
}

const FILL = {vol: COLORS.accent, licht: VALUE_CLASSES[1].fill} as const;
const BAR = 16;
const AXIS = 26;
const LINE = 16;
const FONT = 12;

interface Places {
  /** Pixel of an amount. */
  x: (cent: number) => number;
  /** Middle of the bar of a row. */
  y: (index: number) => number;
  width: number;
  height: number;
  isNarrow: boolean;
}

/** Rows of amounts on one scale from zero. On a narrow screen name and words stand above the bar. */
export function moneyRows(
  rows: readonly MoneyRow[],
  {
    breedte,
    heading,
    omschrijving,
    sleutel,
  }: {breedte: number; heading: Heading | null; omschrijving: string; sleutel: string},
): TopLevelSpec {
  const isNarrow = breedte < 640;
  const longest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map((text) => textWidth(text, FONT)));
  const left = isNarrow ? 4 : Math.min(250, longest(rows.map(({naam}) => naam)) + 14);
  const right = isNarrow ? 18 : longest(rows.map(({label}) => label)) + 18;
  const step = isNarrow ? 48 : 32;
  const key = wrapText(sleutel, breedte, 11.5);
  const frame: Frame = {
    width: breedte - left - right,
    height: Math.max(1, rows.length) * step,
    margin: {
      left,
      right,
      top: headingHeight(heading, breedte) + AXIS,
      bottom: 14 + key.length * LINE,
    },
  };
  const scale = scaleFromZero(rows.flatMap(amounts), Math.max(2, Math.floor(frame.width / 130)));
  const [low, high] = scale.domain;
  const places: Places = {
    x: (cent) => ((cent - low) / (high - low)) * frame.width,
    y: (index) => index * step + (isNarrow ? 34 : step / 2),
    width: frame.width,
    height: frame.height,
    isNarrow,
  };
  return framed(
    frame,
    [
      ...axis(scale.ticks, places),
      ...bars(rows, places),
      ...marks(rows, places),
      ...rows.flatMap((row, index) => texts(row, {index, left, places})),
      ...key.map((line, index) =>
        words(line, {
          x: -left,
          y: frame.height + 16 + index * LINE,
          fontSize: 11,
          color: COLORS.muted,
        }),
      ),
    ],
    {heading, omschrijving},
  );
}

function amounts({delen, streep, punt}: MoneyRow): number[] {
  return [
    ...delen.flatMap(({van, tot}) => [van, tot]),
    streep ?? 0,
    punt?.cent ?? 0,
    ...(punt?.band ?? []),
  ];
}

function axis(ticks: readonly number[], {x, height, width}: Places): Part[] {
  const line = (tick: number) => ({x: x(tick), x2: x(tick), y: 0, y2: height});
  // the words of neighbours may not touch; zero always has its own
  const room = width / Math.max(1, ticks.length - 1);
  const widest = Math.max(...ticks.map((tick) => textWidth(euroTick(tick, ticks), 11)));
  const every = Math.max(1, Math.ceil((widest + 12) / room));
  const zero = ticks.indexOf(0);
  return [
    pixelLines(ticks.filter((tick) => tick !== 0).map(line), {color: COLORS.grid, width: 1}),
    pixelLines([line(0)], {color: COLORS.context, width: 1}),
    ...ticks
      .filter((_, index) => (index - zero) % every === 0)
      .map((tick) =>
        words(euroTick(tick, ticks), {
          x: x(tick),
          y: -12,
          align: tick === ticks[0] ? 'left' : tick === ticks.at(-1) ? 'right' : 'center',
          fontSize: 11,
          color: COLORS.muted,
        }),
      ),
  ];
}

function bars(rows: readonly MoneyRow[], {x, y}: Places): Part[] {
  const pieces = rows.flatMap(({delen}, index) =>
    delen.map(({van, tot, soort}) => ({
      soort,
      x: Math.min(x(van), x(tot)),
      x2: Math.max(x(van), x(tot)),
      y: y(index) - BAR / 2,
      y2: y(index) + BAR / 2,
    })),
  );
  const filled = pieces.flatMap(({soort, ...place}) =>
    soort === 'arcering' ? [] : [{...place, kleur: FILL[soort]}],
  );
  const open = pieces.filter(({soort}) => soort === 'arcering');
  return [
    bandLayer(filled),
    pixelLines(
      open.flatMap((one) => hatch({x: one.x, y: one.y, width: one.x2 - one.x, height: BAR}, 5)),
      {color: COLORS.hatch, width: 1},
    ),
  ];
}

function marks(rows: readonly MoneyRow[], {x, y}: Places): Layer[] {
  const stripes = rows.flatMap(({streep}, index) =>
    streep === null || streep === undefined
      ? []
      : [{x: x(streep), x2: x(streep), y: y(index) - 12, y2: y(index) + 12}],
  );
  const points = rows.flatMap(({punt}, index) =>
    punt === null || punt === undefined ? [] : [{...punt, at: y(index)}],
  );
  const bands = points.flatMap(({band, at}) =>
    band === null ? [] : [{x: x(band[0]), x2: x(band[1]), y: at, y2: at}],
  );
  return [
    pixelLines(stripes, {color: COLORS.ink, width: 2.5}),
    pixelLines(bands, {color: COLORS.paper, width: 5}),
    pixelLines(bands, {color: COLORS.ink, width: 2}),
    {
      data: {values: points.map(({cent, at}) => ({x: x(cent), y: at}))},
      mark: {type: 'circle', color: COLORS.ink, size: 70, opacity: 1, stroke: COLORS.paper},
      encoding: {
        x: {field: 'x', type: 'quantitative', scale: null, axis: null},
        y: {field: 'y', type: 'quantitative', scale: null, axis: null},
      },
    },
  ];
}

function texts(
  row: MoneyRow,
  {index, left, places}: {index: number; left: number; places: Places},
): Part[] {
  const {naam, label} = row;
  const {x, y, width, isNarrow} = places;
  if (isNarrow) {
    const above = y(index) - 18;
    const room = width - textWidth(label, FONT) - 8;
    return [
      words(fitText(naam, room, FONT), {x: 0, y: above}),
      words(label, {x: width, y: above, align: 'right', color: COLORS.muted}),
    ];
  }
  const end = x(Math.max(0, ...amounts(row)));
  return [
    words(fitText(naam, left - 10, FONT), {x: -left, y: y(index)}),
    words(label, {x: end + 10, y: y(index), color: COLORS.muted}),
  ];
}
