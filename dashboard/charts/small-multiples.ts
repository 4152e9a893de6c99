import type {Gebied} from '../../queries/contract.ts';
import {figuresOf, periodsOf, type Chart, type ChartData, type ChartOptions} from './chart.ts';
import {describeTrend, trendHeading} from './describe.ts';
import {figureText, formatNumber} from './figure-text.ts';
import {fitText, framed, headingHeight, pixelLines, textWidth, words, type Layer} from './frame.ts';
import {scaleFromZero, type LinearScale} from './scale.ts';
import {COLORS} from './theme.ts';
import {
  baselineLayers,
  gapLayers,
  lineRows,
  phaseLayers,
  timePlot,
  xPixel,
  yPixel,
  type TimePlot,
} from './time-plot.ts';

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
  const layers = data.gebieden.flatMap((gebied, index) => {
    const x0 = (index % columns) * (width + GAP);
    const y0 = Math.floor(index / columns) * ROW_HEIGHT + 24;
    const plot = timePlot(periods, {x0, y0, width, height: PANEL_HEIGHT, scale, format: ',.0f'});
    return panel(gebied, data, {plot, isFirst: index % columns === 0});
  });
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

function panel(
  gebied: Gebied,
  data: ChartData,
  {plot, isFirst}: {plot: TimePlot; isFirst: boolean},
): Layer[] {
  const figures = figuresOf(data.cijfers, gebied.code);
  const baseline = data.nulmetingen.find((one) => one.gebied === gebied.code);
  const last = figures.findLast(({status}) => status !== 'onvolledig');
  const text = last ? figureText(last, data.indicator) : '';
  const isShown = typeof last?.waarde === 'number';
  const value = isShown ? text : '';
  const {x0, y0, width, height} = plot;
  const name = fitText(gebied.naam, width - textWidth(value, 12.5) - 6, 12.5);
  return [
    words(name, {x: x0, y: y0 - 12, fontWeight: 600}),
    words(value, {
      x: x0 + width,
      y: y0 - 12,
      align: 'right',
      color: COLORS.accent,
      fontWeight: 600,
    }),
    ...phaseLayers(plot, gebied, false),
    grid(plot),
    ...gapLayers(plot, figures, false),
    line(plot, data.gemeenteCijfers, {color: COLORS.gemeente, width: 4}),
    ...baselineLayers(plot, baseline),
    line(plot, figures, {color: COLORS.accent, width: 2}),
    ...dots(plot, figures),
    ...years(plot),
    ...(isShown ? [] : [whyEmpty(plot, text)]),
    ...(isFirst ? valueLabels(plot) : []),
    pixelLines([{x: x0, x2: x0 + width, y: y0 + height, y2: y0 + height}], {
      color: COLORS.context,
      width: 1,
    }),
  ];
}

type Figures = Parameters<typeof lineRows>[0];

/**
 * Rows with their place in pixels beside their figure, so that a tooltip can still say it.
 * A withheld figure ends a part of the line and the next begins a new one.
 */
function placed(plot: TimePlot, figures: Figures) {
  let deel = 0;
  return lineRows(figures).flatMap(({waarde, ...row}) => {
    if (waarde === null) {
      deel += 1;
      return [];
    }
    return [{...row, waarde, deel, x: xPixel(plot, row.moment), y: yPixel(plot, waarde)}];
  });
}

function line(plot: TimePlot, figures: Figures, style: {color: string; width: number}): Layer {
  return {
    data: {values: placed(plot, figures)},
    mark: {type: 'line', color: style.color, strokeWidth: style.width},
    encoding: {...pixelChannels, detail: {field: 'deel', type: 'nominal'}},
  };
}

function dots(plot: TimePlot, figures: Figures): Layer[] {
  const alone = placed(plot, figures).filter(({los}) => los);
  if (alone.length === 0) return [];
  const mark = {type: 'circle', color: COLORS.accent, size: 22, opacity: 1} as const;
  return [{data: {values: alone}, mark, encoding: pixelChannels}];
}

const pixelChannels = {
  x: {field: 'x', type: 'quantitative', scale: null, axis: null},
  y: {field: 'y', type: 'quantitative', scale: null, axis: null},
} as const;

function grid(plot: TimePlot): Layer {
  const {x0, width, scale} = plot;
  const lines = scale.ticks.map((tick) => {
    const y = yPixel(plot, tick);
    return {x: x0, x2: x0 + width, y, y2: y};
  });
  return pixelLines(lines, {color: COLORS.grid, width: 1});
}

function valueLabels(plot: TimePlot): Layer[] {
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
function whyEmpty({x0, y0, width, height}: TimePlot, text: string): Layer {
  const style = {align: 'center', fontSize: 11, color: COLORS.muted} as const;
  return words(text, {x: x0 + width / 2, y: y0 + height + 13, ...style});
}

function years({van, tot, x0, y0, width, height}: TimePlot): Layer[] {
  const y = y0 + height + 13;
  const first = String(new Date(van).getUTCFullYear());
  const last = String(new Date(tot - 1).getUTCFullYear());
  const style = {y, fontSize: 11, color: COLORS.muted};
  return [words(first, {x: x0, ...style}), words(last, {x: x0 + width, align: 'right', ...style})];
}
