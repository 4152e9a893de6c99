import type {Gebied} from '../../queries/contract.ts';
import {figuresOf, periodsOf, type Chart, type ChartData, type ChartOptions} from './chart.ts';
import {describeTrend, trendHeading} from './describe.ts';
import {figureText, formatNumber} from './figure-text.ts';
import {
  fitText,
  framed,
  headingHeight,
  pixelLines,
  textWidth,
  words,
  type Layer,
  type Part,
} from './frame.ts';
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
const ROW_HEIGHT = PANEL_HEIGHT + 62;
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
  const panels = data.gebieden.map((gebied, index): Panel => {
    const x0 = (index % columns) * (width + GAP);
    const y0 = Math.floor(index / columns) * ROW_HEIGHT + 24;
    const plot = timePlot(periods, {x0, y0, width, height: PANEL_HEIGHT, scale, format: ',.0f'});
    return {gebied, plot, isFirst: index % columns === 0};
  });
  const layers = panelParts(panels, data);
  const rows = Math.ceil(data.gebieden.length / columns);
  const frame = {
    width: breedte - axisWidth,
    height: rows * ROW_HEIGHT,
    margin: {
      left: axisWidth,
      right: 0,
      top: headingHeight(kop ? heading : null, breedte),
      bottom: 18,
    },
  };
  const key = `Grijze lijn: ${data.gemeente.naam}. Stippellijn: 0-meting. Arcering: geen cijfer.`;
  const place = {x: -axisWidth, y: frame.height + 4, fontSize: 11, color: COLORS.muted};
  return {
    titel: heading.titel,
    omschrijving,
    spec: framed(frame, [...layers, words(key, place)], {
      heading: kop ? heading : null,
      omschrijving,
    }),
  };
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
  const alone = own.filter(({los}) => los);
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
    pixelLines(
      panels.map(({plot}) => floor(plot)),
      {color: COLORS.context, width: 1},
    ),
    ...panels.flatMap((panel) => panelWords(panel, figures(panel), data)),
  ];
}

function panelWords({gebied, plot, isFirst}: Panel, figures: Figures, data: ChartData): Part[] {
  const {x0, y0, width} = plot;
  const last = figures.findLast(({status}) => status !== 'onvolledig');
  const text = last ? figureText(last, data.indicator) : '';
  const isShown = typeof last?.waarde === 'number';
  const value = isShown ? text : '';
  const name = fitText(gebied.naam, width - textWidth(value, 12.5) - 6, 12.5);
  const right = {x: x0 + width, align: 'right', color: COLORS.accent} as const;
  return [
    words(name, {x: x0, y: y0 - 12, fontWeight: 600}),
    words(value, {...right, y: y0 - 12, fontWeight: 600}),
    ...years(plot),
    ...(isShown ? [] : [whyEmpty(plot, text)]),
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
  return lineRows(figures).flatMap(({waarde, moment, los}) => {
    if (waarde === null) {
      deel += 1;
      return [];
    }
    const place = {x: xPixel(plot, moment), y: yPixel(plot, waarde)};
    return [{...place, los, deel: `${gebied.code} ${deel}`}];
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

/** Why the last period has no figure, between the years under the panel. */
function whyEmpty({x0, y0, width, height}: TimePlot, text: string): Part {
  const style = {align: 'center', fontSize: 11, color: COLORS.muted} as const;
  return words(text, {x: x0 + width / 2, y: y0 + height + 13, ...style});
}

function years({van, tot, x0, y0, width, height}: TimePlot): Part[] {
  const y = y0 + height + 13;
  const first = String(new Date(van).getUTCFullYear());
  const last = String(new Date(tot - 1).getUTCFullYear());
  const style = {y, fontSize: 11, color: COLORS.muted};
  return [words(first, {x: x0, ...style}), words(last, {x: x0 + width, align: 'right', ...style})];
}
