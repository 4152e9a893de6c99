import type {Gebied, Nulmeting} from '../../queries/contract.ts';
import {figuresOf, periodsOf, type Chart, type ChartData, type ChartOptions} from './chart.ts';
import {describeTrend, trendHeading} from './describe.ts';
import {formatNumber} from './figure-text.ts';
import {
  fitText,
  framed,
  headingHeight,
  pixelLines,
  textWidth,
  words,
  wrapText,
  type Frame,
  type Layer,
} from './frame.ts';
import {periodMiddle} from './period.ts';
import {scaleFromZero} from './scale.ts';
import {spread} from './spread.ts';
import {CATEGORY_COLORS, COLORS} from './theme.ts';
import {
  baselineLayers,
  gapLayers,
  lineRows,
  phaseLayers,
  timeChannels,
  timePlot,
  xPixel,
  yPixel,
  type TimePlot,
} from './time-plot.ts';

const LABEL_GAP = 16;

/** A line per area over time, with the gemeente as a wide grey line behind them. */
export function trendPerWijk(data: ChartData, options: ChartOptions): Chart {
  const {gemeenteCijfers} = data;
  const heading = trendHeading(data, options);
  const omschrijving = describeTrend(data, options);
  const {frame, plot} = layOut(data, options);
  const own = data.gebieden.find(({code}) => code === options.gebied);
  const ownFigures = own ? figuresOf(data.cijfers, own.code) : [];
  const [baseline] = baselinesShown(data, options);
  const channels = timeChannels(plot, {years: 'all'});
  const layers: Layer[] = [
    ...(own ? phaseLayers(plot, own, true) : []),
    ...gapLayers(plot, own ? ownFigures : gemeenteCijfers, true),
    {
      data: {values: lineRows(gemeenteCijfers)},
      mark: {type: 'line', color: COLORS.gemeente, strokeWidth: 7},
      encoding: channels,
    },
    ...baselineLayers(plot, baseline),
    ...(own ? [intervalBand(ownFigures, channels)] : []),
    ...data.gebieden
      .toSorted((a, b) => Number(a.code === own?.code) - Number(b.code === own?.code))
      .flatMap((gebied) => areaLayers(gebied, data, {options, channels})),
    ...endLabels(data, {options, plot, frame, baseline}),
    ...footnote(data, frame),
  ];
  return {
    titel: heading.titel,
    omschrijving,
    spec: framed(frame, layers, {heading: options.kop ? heading : null, omschrijving}),
  };
}

/** The 0-meting of the area that stands out, else of the gemeente; none when there is none. */
function baselinesShown({nulmetingen, gemeente}: ChartData, {gebied}: ChartOptions): Nulmeting[] {
  return nulmetingen.filter((one) => one.gebied === (gebied ?? gemeente.code)).slice(0, 1);
}

function layOut(data: ChartData, options: ChartOptions): {frame: Frame; plot: TimePlot} {
  const {breedte, kop} = options;
  const {cijfers, gemeenteCijfers, indicator} = data;
  const heading = kop ? trendHeading(data, options) : null;
  const bounds = figuresOf(cijfers, options.gebied ?? '').map(({bovengrens}) => bovengrens);
  const drawn = [...cijfers, ...gemeenteCijfers, ...baselinesShown(data, options)].map(
    ({waarde}) => waarde,
  );
  const scale = scaleFromZero([...drawn, ...bounds].filter((value) => value !== null));
  const decimals = scale.ticks.every(Number.isInteger) ? 0 : Math.max(1, indicator.decimalen);
  const longest = Math.max(...data.gebieden.map(({naam}) => textWidth(`${naam} 000,0`, 12.5)));
  const right = Math.min(longest + 26, breedte * 0.4);
  const left = 12 + textWidth(formatNumber(scale.domain[1], decimals));
  const notes = footnoteLines(data, breedte).length;
  const margin = {
    left,
    right,
    top: headingHeight(heading, breedte) + 18,
    bottom: 28 + notes * 16,
  };
  const width = breedte - left - right;
  const height = Math.round(Math.max(230, Math.min(380, breedte * 0.42)));
  const periods = periodsOf([...cijfers, ...gemeenteCijfers]);
  const plot = timePlot(periods, {x0: 0, y0: 0, width, height, scale, format: `,.${decimals}f`});
  return {frame: {width, height, margin}, plot};
}

type Channels = ReturnType<typeof timeChannels>;

function intervalBand(ownFigures: Parameters<typeof lineRows>[0], channels: Channels): Layer {
  return {
    data: {values: lineRows(ownFigures)},
    mark: {type: 'area', color: COLORS.accent, opacity: 0.14},
    encoding: {
      x: channels.x,
      y: {...channels.y, field: 'ondergrens'},
      y2: {field: 'bovengrens'},
    },
  };
}

function areaLayers(
  gebied: Gebied,
  {cijfers, gebieden}: ChartData,
  {options, channels}: {options: ChartOptions; channels: Channels},
): Layer[] {
  const rows = lineRows(figuresOf(cijfers, gebied.code));
  const color = areaColor(gebied, gebieden, options.gebied);
  const strokeWidth = gebied.code === options.gebied ? 3 : options.gebied === null ? 1.8 : 1.2;
  const line: Layer = {
    data: {values: rows},
    mark: {type: 'line', color, strokeWidth},
    encoding: channels,
  };
  const alone = rows.filter(({los}) => los);
  if (alone.length === 0) return [line];
  const dots: Layer = {
    data: {values: alone},
    mark: {type: 'circle', color, size: strokeWidth * 14, opacity: 1},
    encoding: channels,
  };
  return [line, dots];
}

/** Up to five areas have a colour each; more are grey, and their labels tell them apart. */
function areaColor({code}: Gebied, gebieden: readonly Gebied[], own: string | null): string {
  if (code === own) return COLORS.accent;
  if (own !== null || gebieden.length > CATEGORY_COLORS.length) return COLORS.context;
  return CATEGORY_COLORS[gebieden.findIndex((gebied) => gebied.code === code)] ?? COLORS.context;
}

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
function endLabels(data: ChartData, {options, plot, frame, baseline}: Place): Layer[] {
  const areas = [...data.gebieden, data.gemeente].flatMap((gebied): EndLabel[] => {
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
    const naam = ofGemeente ? '0-meting gemeente' : '0-meting';
    const style = {color: COLORS.ink, strong: false};
    areas.push({naam, waarde: baseline.waarde, x: frame.width, ...style});
  }
  const wanted = areas.map(({waarde}) => yPixel(plot, waarde));
  const placed = spread(wanted, LABEL_GAP, frame.height);
  const leaders = areas.map(({x}, index) => {
    return {x, y: wanted[index] ?? 0, x2: frame.width + 14, y2: placed[index] ?? 0};
  });
  const labels = areas.map(({naam, waarde, color, strong}, index) => {
    const value = formatNumber(waarde, data.indicator.decimalen);
    const room = frame.margin.right - 22 - textWidth(value) - 4;
    return words(`${fitText(naam, room)} ${value}`, {
      x: frame.width + 18,
      y: placed[index] ?? 0,
      fontWeight: strong ? 600 : 400,
      color: color === COLORS.context ? COLORS.muted : color,
    });
  });
  return [pixelLines(leaders, {color: COLORS.context, width: 0.6}), ...labels];
}

/** Areas that have no line at all are named: absent is not the same as zero. */
function footnoteLines({gebieden, cijfers}: ChartData, breedte: number): string[] {
  const hidden = gebieden.filter(({code}) =>
    figuresOf(cijfers, code).every(({waarde}) => waarde === null),
  );
  if (hidden.length === 0) return [];
  return wrapText(`Niet getoond: ${hidden.map(({naam}) => naam).join(', ')}.`, breedte, 11.5);
}

function footnote(data: ChartData, {width, height, margin}: Frame): Layer[] {
  return footnoteLines(data, width + margin.left + margin.right).map((line, index) =>
    words(line, {x: -margin.left, y: height + 38 + index * 16, fontSize: 11, color: COLORS.muted}),
  );
}
