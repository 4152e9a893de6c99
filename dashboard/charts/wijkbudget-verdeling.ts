import type {Chart} from './chart.ts';
import type {Budgetdeel, FinanceChartData, FinanceChartOptions} from './finance-chart.ts';
import {euroShort, euroTick} from './finance-words.ts';
import {
  fitText,
  framed,
  headingHeight,
  pixelLines,
  textWidth,
  words,
  type Frame,
  type Layer,
  type Part,
} from './frame.ts';
import {scaleFromZero} from './scale.ts';
import {CATEGORY_COLORS, COLORS} from './theme.ts';

/** The ways to divide a budget: field, words, and a shape and colour of its own. */
export const VERDELINGEN = [
  {veld: 'functie', titel: 'Naar fte', vorm: 'square', kleur: CATEGORY_COLORS[2]},
  {veld: 'populatie', titel: 'Naar inwoners', vorm: 'circle', kleur: CATEGORY_COLORS[0]},
  {veld: 'productie', titel: 'Naar geleverde hulp', vorm: 'diamond', kleur: CATEGORY_COLORS[3]},
  {veld: 'behoefte', titel: 'Naar leeftijd', vorm: 'triangle-up', kleur: CATEGORY_COLORS[4]},
] as const;

const STEP = 40;
const KEY_STEP = 20;

/** What each team or wijk would get under each way of dividing, on one scale from zero. */
export function wijkbudgetVerdeling(
  data: FinanceChartData,
  {breedte, kop}: FinanceChartOptions,
): Chart {
  const {gemeente, boekjaar, bedrag_cent, verdeling} = data;
  const titel = 'Wat krijgt elk gebied bij een andere verdeling?';
  const heading = {
    titel,
    onder: `${euroShort(bedrag_cent)} verdeeld over ${gemeente}, ${boekjaar} · euro`,
  };
  const isNarrow = breedte < 640;
  const left = isNarrow ? 8 : 16 + Math.max(60, ...verdeling.map(({naam}) => textWidth(naam, 12)));
  const used = VERDELINGEN.filter(({veld}) => verdeling.some((one) => one[veld] !== null));
  const frame: Frame = {
    width: breedte - left - 40,
    height: Math.max(1, verdeling.length) * STEP,
    margin: {
      left,
      right: 40,
      top: headingHeight(kop ? heading : null, breedte) + 26,
      bottom: 16 + used.length * KEY_STEP,
    },
  };
  const omschrijving = describe(data);
  return {
    titel,
    omschrijving,
    spec: framed(frame, picture(verdeling, {frame, used, isNarrow}), {
      heading: kop ? heading : null,
      omschrijving,
    }),
  };
}

type Way = (typeof VERDELINGEN)[number];

function picture(
  verdeling: readonly Budgetdeel[],
  {frame, used, isNarrow}: {frame: Frame; used: readonly Way[]; isNarrow: boolean},
): Part[] {
  const {width, height, margin} = frame;
  const values = verdeling.flatMap((one) => used.map(({veld}) => one[veld] ?? 0));
  const scale = scaleFromZero(values, Math.max(2, Math.floor(width / 150)));
  const x = (cent: number): number => (cent / scale.domain[1]) * width;
  const y = (index: number): number => index * STEP + (isNarrow ? 28 : STEP / 2);
  const spans = verdeling.map((one, index) => {
    const known = used.flatMap(({veld}) => one[veld] ?? []).map(x);
    return {x: Math.min(...known), x2: Math.max(...known), y: y(index), y2: y(index)};
  });
  return [
    pixelLines(
      scale.ticks.map((tick) => ({x: x(tick), x2: x(tick), y: 0, y2: height})),
      {color: COLORS.grid, width: 1},
    ),
    ...scale.ticks.map((tick) =>
      words(euroTick(tick, scale.ticks), {
        x: x(tick),
        y: -12,
        align: tick === 0 ? 'left' : 'center',
        fontSize: 11,
        color: COLORS.muted,
      }),
    ),
    pixelLines(
      spans.filter((span) => Number.isFinite(span.x)),
      {color: COLORS.gemeente, width: 3},
    ),
    ...used.map((way) =>
      marks(
        way,
        verdeling.flatMap((one, index) => {
          const cent = one[way.veld];
          return cent === null ? [] : [{x: x(cent), y: y(index)}];
        }),
      ),
    ),
    ...verdeling.map(({naam}, index) =>
      isNarrow
        ? words(fitText(naam, width, 12), {x: 0, y: y(index) - 17})
        : words(naam, {x: -margin.left, y: y(index)}),
    ),
    ...used.flatMap((way, index): Part[] => {
      const at = {x: -margin.left + 8, y: height + 22 + index * KEY_STEP};
      return [
        marks(way, [at]),
        words(way.titel, {x: at.x + 14, y: at.y, fontSize: 11, color: COLORS.muted}),
      ];
    }),
  ];
}

function marks({vorm, kleur}: Way, places: readonly {x: number; y: number}[]): Layer {
  return {
    data: {values: [...places]},
    mark: {
      type: 'point',
      shape: vorm,
      filled: true,
      color: kleur,
      size: 110,
      opacity: 1,
      stroke: COLORS.paper,
      strokeWidth: 1,
    },
    encoding: {
      x: {field: 'x', type: 'quantitative', scale: null, axis: null},
      y: {field: 'y', type: 'quantitative', scale: null, axis: null},
    },
  };
}

function describe({verdeling, bedrag_cent}: FinanceChartData): string {
  const about = `Een budget van ${euroShort(bedrag_cent)}, op verschillende manieren verdeeld.`;
  const widest = verdeling
    .flatMap((one) => {
      const known = VERDELINGEN.flatMap(({veld}) => one[veld] ?? []);
      return known.length < 2
        ? []
        : [{naam: one.naam, low: Math.min(...known), high: Math.max(...known)}];
    })
    .toSorted((a, b) => b.high - b.low - (a.high - a.low))[0];
  if (widest === undefined) return `${about} Er is niets te verdelen.`;
  const {naam, low, high} = widest;
  return `${about} Het meeste scheelt het voor ${naam}: ${euroShort(low)} tot ${euroShort(high)}.`;
}
