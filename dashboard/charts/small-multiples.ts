import type {Gebied} from '../../queries/contract/area.ts';
import {baselineWords} from './baseline-words.ts';
import {figuresOf, periodsOf, type Chart, type ChartData, type ChartOptions} from './chart.ts';
import {describeTrend, trendHeading} from './describe.ts';
import {figureText, formatNumber} from './figure-text.ts';
import {
  framed,
  headingHeight,
  pixelLines,
  textWidth,
  words,
  wrapText,
  type Layer,
  type Part,
} from './frame.ts';
import {PROVISIONAL_KEY, provisionalMarkers} from './provisional.ts';
import {scaleFromZero, type LinearScale} from './scale.ts';
import {COLORS} from './theme.ts';
import {
  bandLayer,
  BASELINE_STYLE,
  baselineLine,
  GAP_STYLE,
  gapLines,
  lineRows,
  phaseBands,
  pixelChannels,
  startLine,
  timePlot,
  xPixel,
  yPixel,
  type TimePlot,
} from './time-plot.ts';
import type {Line} from './hatch.ts';

const PANEL_HEIGHT = 96;
/** Years under a panel, and the room to the next row. */
const BELOW = 38;
const LINE = 16;
const GAP = 20;

/** A small trend per area, all on one scale, so that heights can be compared. */
export function smallMultiples(data: ChartData, options: ChartOptions): Chart {
  const {breedte, kop} = options;
  const heading = trendHeading(data, {...options, gebied: null});
  const omschrijving = describeTrend(data, {...options, gebied: null});
  const scale = commonScale(data);
  const axisWidth = 10 + textWidth(formatNumber(scale.domain[1], 0), 11);
  const columns = Math.min(data.gebieden.length, breedte < 500 ? 2 : breedte < 900 ? 3 : 5);
  const width = Math.floor((breedte - axisWidth - GAP * (columns - 1)) / columns);
  const periods = periodsOf([...data.cijfers, ...data.gemeenteCijfers]);
  const lines = Math.max(1, ...data.gebieden.map(({naam}) => nameLines(naam, width).length));
  const above = (lines + 1) * LINE + 6;
  const rowHeight = above + PANEL_HEIGHT + BELOW;
  const panels = data.gebieden.map((gebied, index): Panel => {
    const x0 = (index % columns) * (width + GAP);
    const y0 = Math.floor(index / columns) * rowHeight + above;
    const plot = timePlot(periods, {x0, y0, width, height: PANEL_HEIGHT, scale, format: ',.0f'});
    return {gebied, plot, isFirst: index % columns === 0};
  });
  const layers = panelParts(panels, data);
  const rows = Math.ceil(data.gebieden.length / columns);
  const key = wrapText(keyText(data), breedte, 11.5);
  const frame = {
    width: breedte - axisWidth,
    height: rows * rowHeight,
    margin: {
      left: axisWidth,
      right: 0,
      top: headingHeight(kop ? heading : null, breedte),
      bottom: 2 + key.length * LINE,
    },
  };
  const keyWords = key.map((line, index) => {
    const y = frame.height + 4 + index * LINE;
    return words(line, {x: -axisWidth, y, fontSize: 11, color: COLORS.muted});
  });
  return {
    titel: heading.titel,
    omschrijving,
    spec: framed(frame, [...layers, ...keyWords], {
      heading: kop ? heading : null,
      omschrijving,
    }),
  };
}

function nameLines(naam: string, width: number): string[] {
  return wrapText(naam, width, 12.5);
}

function keyText({indicator, gemeente, cijfers, gemeenteCijfers}: ChartData): string {
  const isProvisional = lineRows([...cijfers, ...gemeenteCijfers]).some(({voorlopig}) => voorlopig);
  const baseline = baselineWords('Stippellijn: 0-meting.', indicator);
  const key = `Grijze lijn: ${gemeente.naam}. ${baseline} Arcering: geen cijfer.`;
  return isProvisional ? `${key} ${PROVISIONAL_KEY}` : key;
}

function commonScale({cijfers, gemeenteCijfers, nulmetingen, niveau}: ChartData): LinearScale {
  const baselines = nulmetingen.filter((one) => one.niveau === niveau);
  const all = [...cijfers, ...gemeenteCijfers, ...baselines].map(({waarde}) => waarde);
  return scaleFromZero(
    all.filter((waarde) => waarde !== null),
    2,
  );
}

interface Panel {
  gebied: Gebied;
  plot: TimePlot;
  /** In the first column, which has the values of the axis. */
  isFirst: boolean;
}

/** Panels never overlap, so what they share is drawn in one layer for all. */
function panelParts(panels: readonly Panel[], data: ChartData): Part[] {
  const {gemeenteCijfers} = data;
  const figures = ({gebied}: Panel) => figuresOf(data.cijfers, gebied.code);
  const baseline = ({gebied}: Panel) => data.nulmetingen.find((one) => one.gebied === gebied.code);
  const own = panels.flatMap((panel) => placed(panel, figures(panel)));
  const alone = own.filter(({los, voorlopig}) => los && !voorlopig);
  return [
    bandLayer(panels.flatMap(({plot, gebied}) => phaseBands(plot, gebied.fasen))),
    pixelLines(
      panels.flatMap(({plot, gebied}) => startLine(plot, gebied.startdatum)),
      {color: COLORS.muted, width: 1},
    ),
    pixelLines(
      panels.flatMap(({plot}) => grid(plot)),
      {color: COLORS.grid, width: 1},
    ),
    pixelLines(
      panels.flatMap((panel) => gapLines(panel.plot, figures(panel))),
      GAP_STYLE,
    ),
    line(
      panels.flatMap((panel) => placed(panel, gemeenteCijfers)),
      {color: COLORS.gemeente, width: 4},
    ),
    pixelLines(
      panels.flatMap((panel) => baselineLine(panel.plot, baseline(panel))),
      BASELINE_STYLE,
    ),
    line(own, {color: COLORS.accent, width: 2}),
    ...(alone.length === 0 ? [] : [dots(alone)]),
    ...provisionalMarkers(own, {color: COLORS.accent, size: 18, encoding: pixelChannels}),
    pixelLines(
      panels.map(({plot}) => floor(plot)),
      {color: COLORS.context, width: 1},
    ),
    ...panels.flatMap((panel) => panelWords(panel, figures(panel), data)),
  ];
}

/** Above a panel: the name, and under it the last figure or why there is none. */
function panelWords({gebied, plot, isFirst}: Panel, figures: Figures, data: ChartData): Part[] {
  const {x0, y0, width} = plot;
  const last = figures.findLast(({status}) => status !== 'onvolledig');
  const text = last ? figureText(last, data.indicator) : '';
  const isShown = typeof last?.waarde === 'number';
  const name = nameLines(gebied.naam, width).toReversed();
  const below = {x: x0, y: y0 - 12};
  return [
    ...name.map((line, index) =>
      words(line, {x: x0, y: y0 - 12 - (index + 1) * LINE, fontWeight: 600}),
    ),
    ...(isShown
      ? [words(text, {...below, color: COLORS.accent, fontWeight: 600})]
      : [words(text, {...below, fontSize: 11, color: COLORS.muted})]),
    ...years(plot),
    ...(isFirst ? valueLabels(plot) : []),
  ];
}

type Figures = Parameters<typeof lineRows>[0];

/**
 * Rows with their place in pixels beside their figure. A withheld figure ends a part of the line and
 * the next begins a new one.
 */
function placed({gebied, plot}: Panel, figures: Figures) {
  let deel = 0;
  return lineRows(figures).flatMap(({waarde, moment, los, voorlopig}) => {
    if (waarde === null) {
      deel += 1;
      return [];
    }
    const place = {x: xPixel(plot, moment), y: yPixel(plot, waarde)};
    return [{...place, los, voorlopig, deel: `${gebied.code} ${deel}`}];
  });
}

type Rows = ReturnType<typeof placed>;

function line(values: Rows, style: {color: string; width: number}): Layer {
  return {
    data: {values},
    mark: {type: 'line', color: style.color, strokeWidth: style.width},
    encoding: {...pixelChannels, detail: {field: 'deel', type: 'nominal'}},
  };
}

function dots(values: Rows): Layer {
  const mark = {type: 'circle', color: COLORS.accent, size: 22, opacity: 1} as const;
  return {data: {values}, mark, encoding: pixelChannels};
}

function grid(plot: TimePlot): Line[] {
  const {x0, width, scale} = plot;
  return scale.ticks.map((tick) => {
    const y = yPixel(plot, tick);
    return {x: x0, x2: x0 + width, y, y2: y};
  });
}

function floor({x0, y0, width, height}: TimePlot): Line {
  return {x: x0, x2: x0 + width, y: y0 + height, y2: y0 + height};
}

function valueLabels(plot: TimePlot): Part[] {
  const {scale, x0} = plot;
  const decimals = scale.ticks.every(Number.isInteger) ? 0 : 1;
  return scale.ticks.map((tick) =>
    words(formatNumber(tick, decimals), {
      x: x0 - 6,
      y: yPixel(plot, tick),
      align: 'right',
      fontSize: 11,
      color: COLORS.muted,
    }),
  );
}

function years({van, tot, x0, y0, width, height}: TimePlot): Part[] {
  const y = y0 + height + 13;
  const first = String(new Date(van).getUTCFullYear());
  const last = String(new Date(tot - 1).getUTCFullYear());
  const style = {y, fontSize: 11, color: COLORS.muted};
  return [words(first, {x: x0, ...style}), words(last, {x: x0 + width, align: 'right', ...style})];
}
