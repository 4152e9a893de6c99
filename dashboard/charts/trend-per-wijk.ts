import type {Gebeurtenis, Gebied} from '../../queries/contract/area.ts';
import type {Nulmeting} from '../../queries/contract/verdict.ts';
import {baselineWords} from './baseline-words.ts';
import {figuresOf, periodsOf, type Chart, type ChartData, type ChartOptions} from './chart.ts';
import {describeTrend, trendHeading} from './describe.ts';
import {areaColor, endLabels} from './end-labels.ts';
import {formatNumber} from './figure-text.ts';
import {
  framed,
  headingHeight,
  pixelLines,
  textWidth,
  words,
  wrapText,
  type Frame,
  type Layer,
  type Part,
} from './frame.ts';
import {hoverLayer} from './hover.ts';
import {PROVISIONAL_KEY, provisionalMarkers} from './provisional.ts';
import {scaleFromZero} from './scale.ts';
import {COLORS} from './theme.ts';
import {
  bandLayer,
  BASELINE_STYLE,
  baselineLine,
  eventLayers,
  GAP_STYLE,
  gapLines,
  incompleteWords,
  lineRows,
  phaseBands,
  phaseNames,
  startLine,
  timeChannels,
  timePlot,
  type TimePlot,
} from './time-plot.ts';

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
  const bands = phaseBands(plot, own?.fasen ?? []);
  const gapsOf = own ? ownFigures : gemeenteCijfers;
  const layers: Part[] = [
    bandLayer(bands),
    ...phaseNames(bands),
    pixelLines(startLine(plot, own?.startdatum ?? null), {color: COLORS.muted, width: 1}),
    pixelLines(gapLines(plot, gapsOf), GAP_STYLE),
    ...incompleteWords(plot, gapsOf),
    {
      data: {values: lineRows(gemeenteCijfers)},
      mark: {type: 'line', color: COLORS.gemeente, strokeWidth: 7},
      encoding: channels,
    },
    ...provisionalMarkers(lineRows(gemeenteCijfers), {
      color: COLORS.context,
      size: 46,
      encoding: channels,
    }),
    pixelLines(baselineLine(plot, baseline), BASELINE_STYLE),
    ...(own ? [intervalBand(ownFigures, channels)] : []),
    ...data.gebieden
      .toSorted((a, b) => Number(a.code === own?.code) - Number(b.code === own?.code))
      .flatMap((gebied) => areaLayers(gebied, data, {options, channels})),
    ...eventLayers(plot, eventsOf(data, options)),
    ...endLabels(data, {options, plot, frame, baseline}),
    ...footnote(data, options, frame),
    ...(options.interactief ? [hoverLayer(channels, hoverAreas(data), data.indicator)] : []),
  ];
  return {
    titel: heading.titel,
    omschrijving,
    spec: framed(frame, layers, {heading: options.kop ? heading : null, omschrijving}),
  };
}

function hoverAreas({gemeente, gebieden, cijfers, gemeenteCijfers}: ChartData) {
  const areas = gebieden.map((gebied) => ({gebied, cijfers: figuresOf(cijfers, gebied.code)}));
  return [{gebied: gemeente, cijfers: gemeenteCijfers}, ...areas];
}

/** Events of everywhere, of the gemeente, and of the area that stands out. */
function eventsOf({gebeurtenissen, gemeente}: ChartData, {gebied}: ChartOptions): Gebeurtenis[] {
  const places = [null, gemeente.code, gebied];
  return gebeurtenissen.filter((event) => places.includes(event.gebied));
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
  const names = [
    baselineWords('0-meting gemeente', indicator),
    ...data.gebieden.map(({naam}) => naam),
  ];
  const longest = Math.max(...names.map((naam) => textWidth(`${naam} 000,0`, 12.5)));
  const right = Math.min(longest + 26, breedte * 0.4);
  const left = 12 + textWidth(formatNumber(scale.domain[1], decimals));
  const notes = footnoteLines(data, options).length;
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
): Part[] {
  const rows = lineRows(figuresOf(cijfers, gebied.code));
  const color = areaColor(gebied, gebieden, options.gebied);
  const strokeWidth = gebied.code === options.gebied ? 3 : options.gebied === null ? 1.8 : 1.2;
  const line: Layer = {
    data: {values: rows},
    mark: {type: 'line', color, strokeWidth},
    encoding: channels,
  };
  const open = provisionalMarkers(rows, {color, size: 24, encoding: channels});
  const alone = rows.filter(({los, voorlopig}) => los && !voorlopig);
  if (alone.length === 0) return [line, ...open];
  const dots: Layer = {
    data: {values: alone},
    mark: {type: 'circle', color, size: strokeWidth * 14, opacity: 1},
    encoding: channels,
  };
  return [line, dots, ...open];
}

/** Areas that have no line at all are named: absent is not the same as zero. */
function footnoteLines(data: ChartData, {breedte, gebied}: ChartOptions): string[] {
  const hidden = data.gebieden.filter(({code}) =>
    figuresOf(data.cijfers, code).every(({waarde}) => waarde === null),
  );
  const names = hidden.map(({naam}) => naam).join(', ');
  const key =
    gebied === null ? '' : 'Vlak om de lijn: de onzekerheid (95%). Arcering: geen cijfer.';
  const drawn = lineRows([...data.cijfers, ...data.gemeenteCijfers]);
  const provisional = drawn.some(({voorlopig}) => voorlopig) ? PROVISIONAL_KEY : '';
  const absent = names === '' ? '' : `Niet getoond: ${names}.`;
  const text = [provisional, key, absent].filter((part) => part !== '');
  return text.length === 0 ? [] : wrapText(text.join(' '), breedte, 11.5);
}

function footnote(data: ChartData, options: ChartOptions, {height, margin}: Frame): Part[] {
  return footnoteLines(data, options).map((line, index) =>
    words(line, {x: -margin.left, y: height + 38 + index * 16, fontSize: 11, color: COLORS.muted}),
  );
}
