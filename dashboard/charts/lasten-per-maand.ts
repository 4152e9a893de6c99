import type {Maandlast} from '../../queries/contract/finance.ts';
import type {Chart} from './chart.ts';
import type {FinanceChartData, FinanceChartOptions} from './finance-chart.ts';
import {euroTick, lookTitle, ONDERDEEL_TITELS} from './finance-words.ts';
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
import {reason} from './figure-text.ts';
import {hatch} from './hatch.ts';
import {periodTitle} from './period.ts';
import {scaleFromZero, type LinearScale} from './scale.ts';
import {COLORS, SHORT_MONTHS, VALUE_CLASSES} from './theme.ts';
import {bandLayer} from './time-plot.ts';
import {valueAxis} from './value-axis.ts';

const HEIGHT = 240;
const LINE = 16;
const KEY =
  'Donker: al gedeclareerd. Arcering: nog niet volledig gedeclareerd. Licht: maanden die nog komen.';

/** Costs per month of service: claimed, still to be claimed, and of the months to come. */
export function lastenPerMaand(data: FinanceChartData, {breedte, kop}: FinanceChartOptions): Chart {
  const {gemeente, boekjaar, peilmaand, onderdeel, maanden} = data;
  const titel = 'Wat kost elke maand, en wat is al gedeclareerd?';
  const heading = {
    titel,
    onder: `${ONDERDEEL_TITELS[onderdeel]}, ${gemeente}, zoals bekend in ${lookTitle(boekjaar, peilmaand)} · euro per maand van de hulp`,
  };
  const omschrijving = describe(data);
  const scale = scaleFromZero(
    maanden.length === 0
      ? [1]
      : maanden.flatMap(({bekend_cent, verwacht_cent}) => [bekend_cent ?? 0, verwacht_cent ?? 0]),
    4,
  );
  const left =
    14 + Math.max(...scale.ticks.map((tick) => textWidth(euroTick(tick, scale.ticks), 11)));
  const key = wrapText(KEY, breedte, 11.5);
  const frame: Frame = {
    width: breedte - left - 8,
    height: HEIGHT,
    margin: {
      left,
      right: 8,
      top: headingHeight(kop ? heading : null, breedte) + 14,
      bottom: 44 + key.length * LINE,
    },
  };
  const parts: Part[] = [
    ...valueAxis(scale, {
      width: frame.width,
      height: HEIGHT,
      text: (tick) => euroTick(tick, scale.ticks),
    }),
    ...bars(data, {scale, frame}),
    ...maanden.map(({maand}, index) =>
      words(monthName(maand, frame), {
        x: slot(index, frame).middle,
        y: HEIGHT + 16,
        align: 'center',
        fontSize: 11,
        color: COLORS.muted,
      }),
    ),
    ...key.map((line, index) =>
      words(line, {x: -left, y: HEIGHT + 46 + index * LINE, fontSize: 11, color: COLORS.muted}),
    ),
  ];
  return {
    titel,
    omschrijving,
    spec: framed(frame, parts, {heading: kop ? heading : null, omschrijving}),
  };
}

function monthName(maand: string, {width}: Frame): string {
  const name = SHORT_MONTHS[Number(maand.slice(5)) - 1] ?? '';
  return width / 12 < 30 ? name.slice(0, 1) : name;
}

function slot(index: number, {width}: Frame): {x: number; x2: number; middle: number} {
  const step = width / 12;
  const gap = Math.max(2, step * 0.14);
  return {x: index * step + gap, x2: (index + 1) * step - gap, middle: (index + 0.5) * step};
}

function bars(
  {maanden, peilmaand}: FinanceChartData,
  {scale, frame}: {scale: LinearScale; frame: Frame},
): Part[] {
  const places = maanden.map((one, index) => {
    const {x, x2} = slot(index, frame);
    const known = scale.y(one.bekend_cent ?? 0, HEIGHT);
    const whole = Math.min(known, scale.y(one.verwacht_cent ?? 0, HEIGHT));
    return {one, x, x2, known, whole, isAhead: index + 1 > peilmaand};
  });
  const shown = places.filter(({one}) => one.verwacht_cent !== null);
  const withheld = places.filter(({one}) => one.verwacht_cent === null);
  const open = shown.filter(({isAhead}) => !isAhead);
  const ahead = shown.filter(({isAhead}) => isAhead);
  return [
    bandLayer([
      ...ahead.map(({x, x2, whole, known}) => ({
        ...{x, x2, y: whole, y2: known},
        kleur: VALUE_CLASSES[1].fill,
      })),
      ...shown.map(({x, x2, known}) => ({x, x2, y: known, y2: HEIGHT, kleur: COLORS.accent})),
    ]),
    pixelLines(
      open.flatMap(({x, x2, whole, known}) =>
        hatch({x, y: whole, width: x2 - x, height: known - whole}, 5),
      ),
      {color: COLORS.accent, width: 1.2},
    ),
    ...withheld.map(({one, x, x2}) =>
      words(reason(one.status), {
        x: (x + x2) / 2,
        y: HEIGHT - 10,
        align: 'center',
        fontSize: 10,
        color: COLORS.muted,
      }),
    ),
  ];
}

function describe({maanden, peilmaand, boekjaar}: FinanceChartData): string {
  if (maanden.length === 0) return `Voor ${boekjaar} zijn er geen maanden te tonen.`;
  const open = maanden.slice(0, peilmaand).filter(isOpen);
  const [first, last] = [open[0], open.at(-1)];
  const about = `De kosten per maand van de hulp in ${boekjaar}.`;
  if (first === undefined || last === undefined) return `${about} Alles is gedeclareerd.`;
  const span =
    first === last
      ? periodTitle(first.maand)
      : `${periodTitle(first.maand)} tot en met ${periodTitle(last.maand)}`;
  return `${about} Nog niet volledig gedeclareerd: ${span}.`;
}

/** Less than 98% of what is expected has come in. */
function isOpen({bekend_cent, verwacht_cent}: Maandlast): boolean {
  return bekend_cent !== null && verwacht_cent !== null && bekend_cent < 0.98 * verwacht_cent;
}
