import type {Signaalkaart, Signaalpunt} from '../../queries/contract/signal.ts';
import type {Chart, ChartData, ChartOptions} from './chart.ts';
import {unitAndCell} from './cell-text.ts';
import {formatNumber} from './figure-text.ts';
import {
  framed,
  headingHeight,
  pixelLines,
  textWidth,
  words,
  wrapText,
  type Frame,
  type Heading,
  type Part,
} from './frame.ts';
import type {Line} from './hatch.ts';
import {periodEnd, periodMiddle, periodStart, periodTitle} from './period.ts';
import {provisionalMarkers} from './provisional.ts';
import {scaleFromZero} from './scale.ts';
import {COLORS} from './theme.ts';
import {
  bandLayer,
  eventLayers,
  phaseBands,
  phaseNames,
  startLine,
  timeChannels,
  timePlot,
  xPixel,
  yPixel,
  type TimePlot,
} from './time-plot.ts';

/**
 * A series with its limits: what stands out is a dark diamond. Blue and orange stay away: a signal is
 * a question, no judgement.
 */
export function signalen(data: ChartData, options: ChartOptions): Chart {
  const {signaalkaart: kaart, gemeente, gebieden, gebeurtenissen} = data;
  const heading = headingOf(data, options);
  if (!kaart) return withoutLimits(heading, options);
  const own = gebieden.find(({code}) => code === kaart.gebied) ?? gemeente;
  const {frame, plot} = layOut(data, {options, kaart, heading});
  const channels = timeChannels(plot, {years: 'all'});
  const bands = phaseBands(plot, own.fasen);
  const places = [null, gemeente.code, own.code];
  const parts: Part[] = [
    bandLayer(bands),
    ...phaseNames(bands),
    pixelLines(startLine(plot, own.startdatum), {color: COLORS.muted, width: 1}),
    pixelLines(
      [...steps(plot, kaart.punten, 'ondergrens'), ...steps(plot, kaart.punten, 'bovengrens')],
      {color: COLORS.context, width: 1.2, dash: [5, 3]},
    ),
    pixelLines(steps(plot, kaart.punten, 'gemiddelde'), {color: COLORS.context, width: 1}),
    {
      data: {values: rows(kaart.punten)},
      mark: {type: 'line', color: COLORS.accent, strokeWidth: 1.8},
      encoding: channels,
    },
    {
      data: {
        values: rows(kaart.punten).filter(
          ({waarde, signaal, voorlopig}) => waarde !== null && !signaal && !voorlopig,
        ),
      },
      mark: {type: 'circle', color: COLORS.accent, size: 16, opacity: 1},
      encoding: channels,
    },
    {
      data: {values: rows(kaart.punten).filter(({signaal}) => signaal)},
      mark: {
        type: 'point',
        shape: 'diamond',
        color: COLORS.ink,
        filled: true,
        size: 80,
        opacity: 1,
      },
      encoding: channels,
    },
    ...provisionalMarkers(rows(kaart.punten), {color: COLORS.accent, size: 24, encoding: channels}),
    ...basisMark(plot, kaart),
    ...eventLayers(
      plot,
      gebeurtenissen.filter((event) => places.includes(event.gebied)),
    ),
    ...limitNames(plot, kaart),
    ...wrapText(KEY, options.breedte, 11.5).map((line, index) =>
      words(line, {
        x: -frame.margin.left,
        y: frame.height + 40 + index * 16,
        fontSize: 11,
        color: COLORS.muted,
      }),
    ),
  ];
  const omschrijving = `${heading.onder}. ${kaart.zin}`;
  return {
    titel: heading.titel,
    omschrijving,
    spec: framed(frame, parts, {heading: options.kop ? heading : null, omschrijving}),
  };
}

const KEY =
  'Ruit: een signaal, zoek uit wat er gebeurde. Streepjes: de grenzen van toeval, berekend over de tijd voor de start. Open rondje: voorlopig, geeft nog geen signaal.';

const NO_LIMITS =
  'Er zijn geen 12 maanden met cijfers van voor de start. Daarom zijn er geen grenzen te berekenen.';

function headingOf(
  {indicator, gemeente, gebieden, cel, signaalkaart}: ChartData,
  options: ChartOptions,
): Heading {
  const own = gebieden.find(({code}) => code === options.gebied) ?? gemeente;
  const [first, last] = [signaalkaart?.punten[0], signaalkaart?.punten.at(-1)];
  const when =
    first && last ? `, ${periodTitle(first.periode)} tot en met ${periodTitle(last.periode)}` : '';
  return {
    titel: indicator.vraag || indicator.titel,
    onder: `Springt er iets uit in ${own.naam}? ${unitAndCell(indicator, cel)}${when}`,
  };
}

/** The question stays, with the reason why it can't be answered. */
function withoutLimits(heading: Heading, {breedte, kop}: ChartOptions): Chart {
  const lines = wrapText(NO_LIMITS, breedte);
  const top = headingHeight(kop ? heading : null, breedte);
  const margin = {left: 0, right: 0, top, bottom: 0};
  const frame = {width: breedte, height: lines.length * 18 + 8, margin};
  const parts = lines.map((line, index) => words(line, {x: 0, y: 10 + index * 18}));
  return {
    titel: heading.titel,
    omschrijving: NO_LIMITS,
    spec: framed(frame, parts, {heading: kop ? heading : null, omschrijving: NO_LIMITS}),
  };
}

function layOut(
  {indicator}: ChartData,
  {options, kaart, heading}: {options: ChartOptions; kaart: Signaalkaart; heading: Heading},
): {frame: Frame; plot: TimePlot} {
  const {breedte, kop} = options;
  const values = kaart.punten
    .flatMap(({waarde, bovengrens}) => [waarde, bovengrens])
    .filter((value) => value !== null);
  const scale = scaleFromZero(values);
  const decimals = scale.ticks.every(Number.isInteger) ? 0 : Math.max(1, indicator.decimalen);
  const left = 12 + textWidth(formatNumber(scale.domain[1], decimals));
  const right = textWidth('gemiddelde', 11) + 14;
  const bottom = 34 + wrapText(KEY, breedte, 11.5).length * 16;
  const top = headingHeight(kop ? heading : null, breedte) + 18;
  const width = breedte - left - right;
  const height = Math.round(Math.max(200, Math.min(300, breedte * 0.34)));
  const periods = kaart.punten.map(({periode}) => periode);
  const plot = timePlot(periods, {x0: 0, y0: 0, width, height, scale, format: `,.${decimals}f`});
  return {frame: {width, height, margin: {left, right, top, bottom}}, plot};
}

function rows(punten: readonly Signaalpunt[]) {
  return punten.map(({periode, waarde, signaal, voorlopig}) => ({
    moment: periodMiddle(periode),
    waarde,
    signaal: signaal !== null,
    voorlopig: voorlopig && waarde !== null,
  }));
}

type Limit = 'ondergrens' | 'gemiddelde' | 'bovengrens';

/** A limit per period as a step: of counts it moves with the population. */
function steps(plot: TimePlot, punten: readonly Signaalpunt[], limit: Limit): Line[] {
  return punten.flatMap((punt) => {
    const value = punt[limit];
    if (value === null) return [];
    const y = yPixel(plot, value);
    const x = xPixel(plot, periodStart(punt.periode));
    return [{x, x2: xPixel(plot, periodEnd(punt.periode)), y, y2: y}];
  });
}

/** Over which time the limits were frozen. */
function basisMark(plot: TimePlot, {basis_van, basis_tot}: Signaalkaart): Part[] {
  const x = Math.max(0, xPixel(plot, periodStart(basis_van)));
  const x2 = xPixel(plot, periodEnd(basis_tot));
  const text = `grenzen uit ${periodTitle(basis_van)} tot en met ${periodTitle(basis_tot)}`;
  const fits = textWidth(text, 11) < plot.width;
  return [
    pixelLines([{x, x2, y: 1, y2: 1}], {color: COLORS.muted, width: 2}),
    ...(fits ? [words(text, {x, y: -8, fontSize: 11, color: COLORS.muted})] : []),
  ];
}

/** Names at the right end, moved apart where the limits lie close. */
function limitNames(plot: TimePlot, {punten}: Signaalkaart): Part[] {
  const last = punten.findLast(({gemiddelde}) => gemiddelde !== null);
  if (!last) return [];
  const names: [Limit, string][] = [
    ['bovengrens', 'bovengrens'],
    ['gemiddelde', 'gemiddelde'],
    ['ondergrens', 'ondergrens'],
  ];
  let free = -Infinity;
  return names.map(([limit, text]) => {
    const y = Math.max(free, yPixel(plot, last[limit] ?? 0));
    free = y + 13;
    return words(text, {x: plot.width + 6, y, fontSize: 11, color: COLORS.muted});
  });
}
