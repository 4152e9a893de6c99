import type {Effecthalfjaar} from '../../queries/contract/effect.ts';
import type {Chart} from './chart.ts';
import {
  effectRange,
  signedPercent,
  type EffectChartData,
  type EffectChartOptions,
} from './effect-chart.ts';
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
import {scaleFromZero, type LinearScale} from './scale.ts';
import {COLORS} from './theme.ts';
import {bandLayer} from './time-plot.ts';
import {valueAxis} from './value-axis.ts';

const HEIGHT = 240;
const CLEAR = 11;
const LINE = 16;
const KEY =
  'Stip: het verschil met wat te verwachten was. Lijn: de onzekerheid (95%). ' +
  'Boven de nul: meer dan verwacht.';
/** Places for four half-years at least, so that one point does not fill the picture. */
const FEWEST = 4;

/** The effect per half-year since the start, with its interval and how many wijken are behind it. */
export function effectPerHalfjaar(data: EffectChartData, options: EffectChartOptions): Chart {
  const {breedte, kop} = options;
  const {halfjaren} = data.effect;
  const heading = {
    titel: 'Hoe groot is het verschil, per halfjaar na de start?',
    onder: `${data.indicator.titel}, ${data.gemeente} · procent meer of minder dan verwacht`,
  };
  const omschrijving = describe(data);
  const percents = halfjaren.flatMap(({ondergrens, bovengrens}) => [ondergrens, bovengrens]);
  const scale = scaleFromZero(percents.length === 0 ? [-0.5, 0.5] : percents, 5);
  const left = 18 + Math.max(...scale.ticks.map((tick) => textWidth(signedPercent(tick), 11)));
  const key = wrapText(KEY, breedte, 11.5);
  const frame: Frame = {
    width: breedte - left - 12,
    height: HEIGHT,
    margin: {
      left,
      right: 12,
      top: headingHeight(kop ? heading : null, breedte) + 26,
      bottom: 66 + key.length * LINE,
    },
  };
  const parts: Part[] = [
    ...phases(halfjaren, frame),
    ...valueAxis(scale, {width: frame.width, height: HEIGHT, text: signedPercent}),
    ...points(halfjaren, {scale, frame}),
    ...key.map((line, index) =>
      words(line, {x: -left, y: HEIGHT + 66 + index * LINE, fontSize: 11, color: COLORS.muted}),
    ),
  ];
  return {
    titel: heading.titel,
    omschrijving,
    spec: framed(frame, parts, {heading: kop ? heading : null, omschrijving}),
  };
}

function describe({indicator, effect}: EffectChartData): string {
  const [first, last] = [effect.halfjaren[0], effect.halfjaren.at(-1)];
  const about = `${indicator.titel}: het verschil met wat te verwachten was, per halfjaar na de start.`;
  if (first === undefined || last === undefined) return `${about} Er is niets te tonen.`;
  const say = (half: Effecthalfjaar): string =>
    `${half.halfjaar}e halfjaar ${signedPercent(half.effect)} (${effectRange(half)})`;
  return first === last ? `${about} ${say(first)}.` : `${about} ${say(first)}, ${say(last)}.`;
}

function slot(index: number, count: number, {width}: Frame): {x: number; x2: number} {
  const step = width / Math.max(FEWEST, count);
  return {x: index * step, x2: (index + 1) * step};
}

/** Half-years in one phase stand on one ground; each next phase is darker. */
function phases(halfjaren: readonly Effecthalfjaar[], frame: Frame): Part[] {
  const names = [...new Set(halfjaren.flatMap(({fase}) => (fase === null ? [] : [fase])))].sort();
  const bands = halfjaren.flatMap(({fase}, index) => {
    if (fase === null) return [];
    const tone = Math.min(names.indexOf(fase), COLORS.phase.length - 1);
    const place = slot(index, halfjaren.length, frame);
    return [{fase, ...place, y: 0, y2: HEIGHT, kleur: COLORS.phase[tone] ?? ''}];
  });
  const firsts = bands.filter(({fase}, index) => bands[index - 1]?.fase !== fase);
  return [
    bandLayer(bands),
    ...firsts.map(({fase, x}, index) =>
      words(index === 0 ? `vooral fase ${fase}` : `fase ${fase}`, {
        x: x + 5,
        y: -10,
        fontSize: 11,
        color: COLORS.muted,
      }),
    ),
  ];
}

function points(
  halfjaren: readonly Effecthalfjaar[],
  {scale, frame}: {scale: LinearScale; frame: Frame},
): Part[] {
  const places = halfjaren.map((half, index) => {
    const {x, x2} = slot(index, halfjaren.length, frame);
    return {half, x: (x + x2) / 2, room: x2 - x};
  });
  const bars = places.map(({half, x}) => ({
    x,
    x2: x,
    y: scale.y(half.ondergrens, HEIGHT),
    y2: scale.y(half.bovengrens, HEIGHT),
  }));
  return [
    pixelLines(bars, {color: COLORS.accent, width: 2}),
    {
      data: {values: places.map(({half, x}) => ({x, y: scale.y(half.effect, HEIGHT)}))},
      mark: {type: 'circle', color: COLORS.accent, size: 90, opacity: 1},
      encoding: {
        x: {field: 'x', type: 'quantitative', scale: null, axis: null},
        y: {field: 'y', type: 'quantitative', scale: null, axis: null},
      },
    },
    ...places.flatMap(({half, x, room}) =>
      labels(half, {x, room, y: scale.y(half.effect, HEIGHT), zero: scale.y(0, HEIGHT)}),
    ),
  ];
}

function labels(
  {effect, halfjaar, wijken}: Effecthalfjaar,
  {x, room, y, zero}: {x: number; room: number; y: number; zero: number},
): Part[] {
  const isWide = room > 90;
  // a label on the line of zero would be struck through
  const beside = Math.abs(y - zero) < CLEAR ? zero + (effect < 0 ? CLEAR : -CLEAR) : y;
  const below = {align: 'center', x, color: COLORS.muted} as const;
  return [
    words(signedPercent(effect), {x: x + 9, y: beside, fontWeight: 600}),
    words(isWide ? `${halfjaar}e halfjaar` : `${halfjaar}e`, {...below, y: HEIGHT + 18}),
    words(room > 52 ? `${wijken} ${wijken === 1 ? 'wijk' : 'wijken'}` : String(wijken), {
      ...below,
      y: HEIGHT + 36,
      fontSize: 11,
    }),
  ];
}
