import type {Gebied} from '../../queries/contract/area.ts';
import type {Cijfer} from '../../queries/contract/figure.ts';
import {lastComplete, type Chart, type ChartData, type ChartOptions} from './chart.ts';
import {describeMoment, momentHeading} from './describe.ts';
import {figureText, formatNumber} from './figure-text.ts';
import {
  framed,
  headingHeight,
  pixelLines,
  words,
  wrapText,
  type Frame,
  type Layer,
  type Part,
} from './frame.ts';
import {hatch} from './hatch.ts';
import {COLORS, VALUE_CLASSES} from './theme.ts';

const TILE_HEIGHT = 92;
const GAP = 6;
const WIDEST = 170;

/** Areas as tiles in about their own place, coloured by value class, with the value printed. */
export function tegelkaart(data: ChartData, options: ChartOptions): Chart {
  const {breedte, kop} = options;
  const periode = options.periode ?? lastComplete(data.gemeenteCijfers);
  const heading = momentHeading(data, options);
  const omschrijving = describeMoment(data, options);
  const places = placeTiles(data.gebieden, breedte);
  const columns = Math.max(...places.map(({kolom}) => kolom)) + 1;
  const rows = Math.max(...places.map(({rij}) => rij)) + 1;
  const width = Math.min(WIDEST, Math.floor((breedte - GAP * (columns - 1)) / columns));
  const frame: Frame = {
    width: Math.min(breedte, Math.max(columns * (width + GAP) - GAP, 480)),
    height: rows * (TILE_HEIGHT + GAP) + 34,
    margin: {left: 0, right: 0, top: headingHeight(kop ? heading : null, breedte), bottom: 0},
  };
  const now = data.cijfers.filter((cijfer) => cijfer.periode === periode);
  const classes = valueClasses(now, data);
  const layers = places.flatMap(({gebied, kolom, rij}) => {
    const box = {
      x: kolom * (width + GAP),
      y: rij * (TILE_HEIGHT + GAP),
      width,
      height: TILE_HEIGHT,
    };
    const cijfer = now.find((one) => one.gebied === gebied.code);
    return tile(gebied, cijfer, {box, classes, data});
  });
  const legend = legendLayers(classes, data, {y: frame.height - 18, breedte});
  return {
    titel: heading.titel,
    omschrijving,
    spec: framed(frame, [...layers, ...legend], {heading: kop ? heading : null, omschrijving}),
  };
}

interface Place {
  gebied: Gebied;
  kolom: number;
  rij: number;
}

/** Areas without a place of their own (teams, or a new wijk) fill rows below the others. */
function placeTiles(gebieden: readonly Gebied[], breedte: number): Place[] {
  const own = gebieden.flatMap((gebied) => (gebied.tegel ? [{gebied, ...gebied.tegel}] : []));
  const below = own.length === 0 ? 0 : Math.max(...own.map(({rij}) => rij)) + 1;
  const perRow = breedte < 500 ? 2 : 4;
  const rest = gebieden.filter(({tegel}) => tegel === null);
  return [
    ...own,
    ...rest.map((gebied, index) => ({
      gebied,
      kolom: index % perRow,
      rij: below + Math.floor(index / perRow),
    })),
  ];
}

interface ValueClass {
  van: number;
  tot: number;
  fill: string;
  text: string;
}

/** A value as it is printed: what reads the same has one colour, and one place in the legend. */
function asPrinted(waarde: number, {indicator}: ChartData): number {
  return Number(waarde.toFixed(indicator.decimalen));
}

/** At most four classes with about as many areas each; equal values stay together. */
function valueClasses(cijfers: readonly Cijfer[], data: ChartData): ValueClass[] {
  const values = cijfers
    .flatMap(({waarde}) => (waarde === null ? [] : [asPrinted(waarde, data)]))
    .toSorted((a, b) => a - b);
  const count = Math.min(VALUE_CLASSES.length, new Set(values).size);
  const classOf = (value: number) => Math.floor((values.indexOf(value) * count) / values.length);
  return VALUE_CLASSES.flatMap((colors, index) => {
    const members = values.filter((value) => classOf(value) === index);
    const [van, tot] = [members[0], members.at(-1)];
    return van !== undefined && tot !== undefined ? [{van, tot, ...colors}] : [];
  });
}

interface TileStyle {
  box: {x: number; y: number; width: number; height: number};
  classes: readonly ValueClass[];
  data: ChartData;
}

function tile(gebied: Gebied, cijfer: Cijfer | undefined, {box, classes, data}: TileStyle): Part[] {
  const waarde = typeof cijfer?.waarde === 'number' ? asPrinted(cijfer.waarde, data) : null;
  const found = classes.find(({van, tot}) => waarde !== null && waarde >= van && waarde <= tot);
  const color = found?.text ?? COLORS.ink;
  const nameSize = box.width < 100 ? 11 : 12;
  const name = wrapText(gebied.naam, box.width - 14, nameSize);
  const value = cijfer ? figureText(cijfer, data.indicator) : '';
  const valueLines = found ? [value] : wrapText(value, box.width - 16, 12);
  const bottom = box.y + box.height - 18 - (valueLines.length - 1) * 15;
  return [
    rectangle(box, found?.fill ?? '#f6f7f8'),
    ...(found ? [] : [pixelLines(hatch(box, 8), {color: COLORS.hatch, width: 0.8, opacity: 0.55})]),
    ...name.map((line, index) =>
      words(line, {
        x: box.x + 8,
        y: box.y + 15 + index * 15,
        color,
        fontSize: nameSize,
        fontWeight: found ? 400 : 600,
      }),
    ),
    ...valueLines.map((line, index) =>
      words(line, {
        x: box.x + 8,
        y: bottom + index * 15,
        color,
        fontSize: found ? 21 : 11.5,
        fontWeight: found ? 600 : 400,
      }),
    ),
  ];
}

function rectangle({x, y, width, height}: TileStyle['box'], fill: string): Layer {
  return {
    data: {values: [{}]},
    mark: {type: 'rect', color: fill, cornerRadius: 3},
    encoding: {
      x: {value: x},
      x2: {value: x + width},
      y: {value: y},
      y2: {value: y + height},
    },
  };
}

function legendLayers(
  classes: readonly ValueClass[],
  {indicator}: ChartData,
  {y, breedte}: {y: number; breedte: number},
): Part[] {
  const step = Math.min(150, breedte / Math.max(1, classes.length));
  return classes.flatMap(({van, tot, fill}, index) => {
    const low = formatNumber(van, indicator.decimalen);
    const high = formatNumber(tot, indicator.decimalen);
    const text = low === high ? low : `${low} – ${high}`;
    return [
      rectangle({x: index * step, y: y - 7, width: 14, height: 14}, fill),
      words(text, {x: index * step + 20, y, fontSize: 11, color: COLORS.muted}),
    ];
  });
}
