import type {Overlevingspunt} from '../../queries/contract/figure.ts';
import {unitAndCell} from './cell-text.ts';
import {lastComplete, type Chart, type ChartData, type ChartOptions} from './chart.ts';
import {momentHeading} from './describe.ts';
import {
  fitText,
  framed,
  headingHeight,
  pixelLines,
  textWidth,
  words,
  wrapText,
  type Frame,
  type Part,
} from './frame.ts';
import {periodTitle} from './period.ts';
import {spread} from './spread.ts';
import {COLORS} from './theme.ts';

const DAYS_PER_MONTH = 365.25 / 12;
const ALL_OPEN = 100;
const LABEL_GAP = 16;
const NOTE = 'Na de laatste stap tonen we niets: de groep is dan te klein.';
const NONE = 'Voor deze keuze is de groep te klein om een verloop te tonen.';

/** One line: which part is still open after so many days. */
interface Line {
  naam: string;
  punten: readonly Overlevingspunt[];
  color: string;
  width: number;
  dash: number[];
}

/** How a duration runs off: the share still open, with the gemeente and the 0-meting beside it. */
export function overleving(data: ChartData, options: ChartOptions): Chart {
  const heading = momentHeading(data, options);
  const lines = linesOf(data, options);
  const omschrijving = describe(data, options, lines);
  const frame = layOut(lines, options, options.kop ? headingHeight(heading, options.breedte) : 0);
  const months = Math.max(
    3,
    ...lines.map(({punten}) => (punten.at(-1)?.dag ?? 0) / DAYS_PER_MONTH),
  );
  const plot = {...frame, months: 3 * Math.ceil(months / 3)};
  const parts: Part[] = [
    ...axes(plot),
    ...normLine(plot, data.indicator.norm),
    ...lines.map((line) => stepped(line, plot)),
    ...names(lines, plot),
    ...notes(lines.length === 0 ? NONE : NOTE, frame, options),
  ];
  return {
    titel: heading.titel,
    omschrijving,
    spec: framed(frame, parts, {heading: options.kop ? heading : null, omschrijving}),
  };
}

interface Plot extends Frame {
  /** Length of the time axis. */
  months: number;
}

function linesOf(data: ChartData, options: ChartOptions): Line[] {
  const {gebieden, gemeente, curven} = data;
  const periode = options.periode ?? lastComplete(data.gemeenteCijfers);
  const own = gebieden.find(({code}) => code === options.gebied) ?? gemeente;
  const find = (code: string, niveau: string, when: string) =>
    curven.find(
      (curve) => curve.gebied === code && curve.niveau === niveau && curve.periode === when,
    )?.punten ?? [];
  const wide = {naam: gemeente.naam, color: COLORS.gemeente, width: 7, dash: []};
  const before = {naam: '0-meting', color: COLORS.ink, width: 1, dash: [2, 3]};
  const ownLine = {naam: own.naam, color: COLORS.accent, width: 3, dash: []};
  return [
    ...(own === gemeente ? [] : [{...wide, punten: find(gemeente.code, 'gemeente', periode)}]),
    {...before, punten: find(own.code, own.niveau, 'nulmeting')},
    {...ownLine, punten: find(own.code, own.niveau, periode)},
  ].filter(({punten}) => punten.length > 0);
}

function layOut(lines: readonly Line[], {breedte}: ChartOptions, top: number): Frame {
  const longest = Math.max(60, ...lines.map(({naam}) => textWidth(`${naam} 00%`)));
  const margin = {
    left: 14 + textWidth('100%'),
    right: Math.min(longest + 24, breedte * 0.36),
    top: top + 14,
    bottom: 62 + 16 * (wrapText(NOTE, breedte, 11.5).length - 1),
  };
  const height = Math.round(Math.max(200, Math.min(300, breedte * 0.36)));
  return {width: breedte - margin.left - margin.right, height, margin};
}

const xOf = ({width, months}: Plot, day: number): number =>
  (width * day) / (months * DAYS_PER_MONTH);
const yOf = ({height}: Plot, open: number): number => height * (1 - open / ALL_OPEN);

function axes(plot: Plot): Part[] {
  const {width, height, months} = plot;
  const percents = [0, 25, 50, 75, ALL_OPEN];
  const step = 3 * Math.ceil(months / 3 / Math.max(2, Math.floor(width / 70)));
  const marks = Array.from({length: Math.floor(months / step) + 1}, (_, index) => index * step);
  return [
    pixelLines(
      percents.map((percent) => ({x: 0, x2: width, y: yOf(plot, percent), y2: yOf(plot, percent)})),
      {color: COLORS.grid, width: 1},
    ),
    ...percents.map((percent) =>
      words(`${percent}%`, {x: -8, y: yOf(plot, percent), align: 'right', color: COLORS.muted}),
    ),
    ...marks.map((month) =>
      words(month === 0 ? 'start' : `${month} mnd`, {
        x: xOf(plot, month * DAYS_PER_MONTH),
        y: height + 16,
        align: month === 0 ? 'left' : 'center',
        color: COLORS.muted,
      }),
    ),
  ];
}

function normLine(plot: Plot, norm: number | null): Part[] {
  if (norm === null || xOf(plot, norm) > plot.width) return [];
  const x = xOf(plot, norm);
  return [
    pixelLines([{x, x2: x, y: 0, y2: plot.height}], {color: COLORS.muted, width: 1}),
    words(`norm: ${norm} dagen`, {x: x + 5, y: 8, fontSize: 11, color: COLORS.muted}),
  ];
}

/** Down at the end of each step: within a step nobody may be seen to end. */
function stepped({punten, color, width, dash}: Line, plot: Plot): Part {
  let from = {dag: 0, open: ALL_OPEN};
  const path = punten.flatMap((punt) => {
    const [x, x2] = [xOf(plot, from.dag), xOf(plot, punt.dag)];
    const [y, y2] = [yOf(plot, from.open), yOf(plot, punt.open)];
    from = punt;
    return [
      {x, x2, y, y2: y},
      {x: x2, x2, y, y2},
    ];
  });
  return pixelLines(path, {color, width, dash});
}

function names(lines: readonly Line[], plot: Plot): Part[] {
  const wanted = lines.map(({punten}) => yOf(plot, punten.at(-1)?.open ?? ALL_OPEN));
  const placed = spread(wanted, LABEL_GAP, plot.height);
  // a dotted leader in the colour of the line tells which line a name belongs to
  const leaders = lines.map(({punten, color}, index) => {
    const x = xOf(plot, punten.at(-1)?.dag ?? 0) + 4;
    const line = {x, y: wanted[index] ?? 0, x2: plot.width + 6, y2: placed[index] ?? 0};
    const drawn = color === COLORS.gemeente ? COLORS.context : color;
    return pixelLines([line], {color: drawn, width: 1, dash: [1, 3]});
  });
  const texts = lines.map(({naam, punten, color}, index) => {
    const strong = color === COLORS.accent;
    const value = percentText(punten.at(-1)?.open ?? ALL_OPEN);
    const room = plot.margin.right - 16 - textWidth(value);
    return words(`${fitText(naam, room)} ${value}`, {
      x: plot.width + 10,
      y: placed[index] ?? 0,
      fontWeight: strong ? 600 : 400,
      color: strong ? COLORS.ink : COLORS.muted,
    });
  });
  return [...leaders, ...texts];
}

function notes(text: string, {height, margin}: Frame, {breedte}: ChartOptions): Part[] {
  return wrapText(text, breedte, 11.5).map((line, index) =>
    words(line, {
      x: -margin.left,
      y: height + 46 + index * 16,
      fontSize: 11,
      color: COLORS.muted,
    }),
  );
}

/** The share still open after a number of days, in whole percents; all are open before a step. */
export function openAt(punten: readonly Overlevingspunt[], day: number): number | null {
  const last = punten.at(-1);
  if (last === undefined || day > last.dag) return null;
  return punten.findLast(({dag}) => dag <= day)?.open ?? ALL_OPEN;
}

/** A share of a curve; at the ends only a bound may be told. */
export function percentText(open: number): string {
  // Fewer than five had ended: that is nearly all, not all.
  if (open === ALL_OPEN) return 'bijna alles';
  return open <= 5 ? '≤5%' : open >= 95 && open < ALL_OPEN ? '≥95%' : `${open}%`;
}

function describe(data: ChartData, options: ChartOptions, lines: readonly Line[]): string {
  const {indicator, gemeente, gebieden} = data;
  const periode = periodTitle(options.periode ?? lastComplete(data.gemeenteCijfers));
  const own = gebieden.find(({code}) => code === options.gebied) ?? gemeente;
  const about = `${indicator.titel} (${unitAndCell(indicator, data.cel)}) in ${own.naam}, ${periode}.`;
  const line = lines.find(({naam, color}) => naam === own.naam && color === COLORS.accent);
  if (line === undefined) return `${about} ${NONE}`;
  const moments = [1, 3, 6, 12].flatMap((months) => {
    const open = openAt(line.punten, Math.round(months * DAYS_PER_MONTH));
    if (open === null) return [];
    return [`na ${months} ${months === 1 ? 'maand' : 'maanden'} ${percentText(open)}`];
  });
  return `${about} Nog open: ${moments.join(', ')}.`;
}
