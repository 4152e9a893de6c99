import type {TopLevelSpec} from 'vega-lite';
import {COLORS, CONFIG} from './theme.ts';

/** One mark with its data: every layer carries its own. */
export type Layer = Extract<TopLevelSpec, {layer: unknown}>['layer'][number];
/** A layer of one mark. */
export type UnitLayer = Extract<Layer, {mark: unknown}>;

/** The plot: the area between the margins, in pixels. */
export interface Frame {
  width: number;
  height: number;
  margin: {left: number; right: number; top: number; bottom: number};
}

/** Text above the plot, in lines that fit. */
export interface Heading {
  titel: string;
  onder: string;
}

/** About the width of a character of Noto Sans, as share of the font size. */
const CHARACTER = 0.54;

/** Width of a text in pixels, near enough to reserve room for it. */
export function textWidth(text: string, fontSize = 12): number {
  // a word joiner takes no room
  return text.replaceAll('\u2060', '').length * fontSize * CHARACTER;
}

/** Breaks a text at its spaces so that each line fits. */
export function wrapText(text: string, width: number, fontSize = 12): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, fontSize) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

/** Cuts a text that is too long, with an ellipsis. */
export function fitText(text: string, width: number, fontSize = 12): string {
  const most = Math.max(3, Math.floor(width / (fontSize * CHARACTER)));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

const TITLE_LINE = 21;
const SUBTITLE_LINE = 17;

/** Height that the heading takes above the plot. */
export function headingHeight(heading: Heading | null, breedte: number): number {
  if (!heading) return 0;
  const {title, below} = headingLines(heading, breedte);
  return title.length * TITLE_LINE + below.length * SUBTITLE_LINE + 14;
}

function headingLines({titel, onder}: Heading, breedte: number) {
  return {title: wrapText(titel, breedte, 16.5), below: wrapText(onder, breedte, 12.5)};
}

function headingWords(heading: Heading | null, {width, margin}: Frame): Word[] {
  if (!heading) return [];
  const {title, below} = headingLines(heading, width + margin.left + margin.right);
  const top = -margin.top;
  return [
    ...title.map((line, index) =>
      words(line, {
        x: -margin.left,
        y: top + 12 + index * TITLE_LINE,
        fontSize: 16,
        fontWeight: 600,
      }),
    ),
    ...below.map((line, index) =>
      words(line, {
        x: -margin.left,
        y: top + 8 + title.length * TITLE_LINE + index * SUBTITLE_LINE,
        color: COLORS.muted,
      }),
    ),
  ];
}

interface WordStyle {
  x: number;
  y: number;
  color?: string;
  fontSize?: number;
  fontWeight?: 400 | 600;
  align?: 'left' | 'center' | 'right';
}

/** A text at a fixed place in the plot (pixels; negative is in the margin). */
export function words(text: string, style: WordStyle): Word {
  return {text, color: COLORS.ink, fontSize: 12, fontWeight: 400, align: 'left', ...style};
}

/** A text at its place. All texts of a chart with one look become one layer, on top. */
export type Word = Required<WordStyle> & {text: string};

/** What a chart is put together from. */
export type Part = Layer | Word;

function isWord(part: Part): part is Word {
  return 'text' in part;
}

function isLayer(part: Part): part is Layer {
  return !isWord(part);
}

function wordLayers(all: readonly Word[]): Layer[] {
  const look = ({color, fontSize, fontWeight, align}: Word) =>
    [color, fontSize, fontWeight, align].join();
  return [...new Set(all.map(look))].flatMap((name) => {
    const group = all.filter((word) => look(word) === name);
    const [first] = group;
    if (!first) return [];
    const {color, fontSize, fontWeight, align} = first;
    return [
      {
        data: {values: group.map(({text, x, y}) => ({text, x, y}))},
        mark: {type: 'text', color, fontSize, fontWeight, align},
        encoding: {
          text: {field: 'text', type: 'nominal'},
          x: {field: 'x', type: 'quantitative', scale: null, axis: null},
          y: {field: 'y', type: 'quantitative', scale: null, axis: null},
        },
      },
    ];
  });
}

interface LineStyle {
  color: string;
  width: number;
  opacity?: number;
  dash?: number[];
}

/** Lines between places in pixels, drawn as one path. */
export function pixelLines(
  lines: readonly {x: number; y: number; x2: number; y2: number}[],
  {color, width, opacity = 1, dash = []}: LineStyle,
): Layer {
  const tenth = (value: number) => String(Math.round(value * 10) / 10);
  const shape = lines
    .map(({x, y, x2, y2}) => `M${tenth(x)},${tenth(y)}L${tenth(x2)},${tenth(y2)}`)
    .join('');
  return {
    data: {values: shape === '' ? [] : [{}]},
    // Vega scales a shape by √size / 2, so at size 4 its numbers are pixels
    mark: {
      type: 'point',
      shape,
      size: 4,
      filled: false,
      stroke: color,
      strokeWidth: width,
      opacity,
      ...(dash.length > 0 ? {strokeDash: dash} : {}),
    },
    encoding: {x: {value: 0}, y: {value: 0}},
  };
}

/** Layers in a frame as a whole chart. Sizes are fixed, so server and browser draw the same. */
export function framed(
  frame: Frame,
  parts: readonly Part[],
  {heading, omschrijving}: {heading: Heading | null; omschrijving: string},
): TopLevelSpec {
  return {
    description: omschrijving,
    width: frame.width,
    height: frame.height,
    padding: frame.margin,
    autosize: {type: 'none'},
    config: CONFIG,
    layer: [
      ...parts.filter(isLayer),
      ...wordLayers([...headingWords(heading, frame), ...parts.filter(isWord)]),
    ],
  };
}
