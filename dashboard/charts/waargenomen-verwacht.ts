import type {Teameffect} from '../../queries/contract/effect.ts';
import type {Chart} from './chart.ts';
import {
  effectSpan,
  effectUnit,
  type EffectChartData,
  type EffectChartOptions,
} from './effect-chart.ts';
import {formatNumber} from './figure-text.ts';
import {framed, headingHeight, pixelLines, textWidth, words, wrapText, type Part} from './frame.ts';
import {hatch} from './hatch.ts';
import {periodEnd, periodMiddle, periodStart} from './period.ts';
import {scaleFromZero} from './scale.ts';
import {COLORS} from './theme.ts';
import {
  bandLayer,
  GAP_STYLE,
  phaseBands,
  phaseNames,
  pixelChannels,
  startLine,
  timePlot,
  xPixel,
  yPixel,
  type TimePlot,
} from './time-plot.ts';

const PANEL_HEIGHT = 130;
const ABOVE = 46;
const BELOW = 42;
const GAP = 34;
const LINE = 16;
const KEY = 'Dichte lijn: waargenomen. Stippellijn: verwacht zonder team. Streep: de start.';
const GAP_KEY = 'Arcering: geen cijfer, of geen wijk meer om mee te vergelijken.';

/** What was seen and what was expected, a panel per team on one scale. */
export function waargenomenVerwacht(data: EffectChartData, options: EffectChartOptions): Chart {
  const {breedte, kop} = options;
  const {teams} = data.effect;
  const heading = {
    titel: 'Ging het anders dan te verwachten was?',
    onder: `${data.indicator.titel}, ${data.gemeente} · ${effectUnit(data)} · ${effectSpan(data.effect)}`,
  };
  const omschrijving = describe(data);
  const values = teams.flatMap(({perioden}) =>
    perioden.flatMap(({waargenomen, verwacht}) => [waargenomen ?? 0, verwacht ?? 0]),
  );
  const scale = scaleFromZero(values, 3);
  const left = 10 + Math.max(...scale.ticks.map((tick) => textWidth(formatNumber(tick, 0), 11)));
  const columns = breedte < 640 ? 1 : 2;
  const width = Math.floor((breedte - left - GAP * (columns - 1) - 4) / columns);
  const rowHeight = ABOVE + PANEL_HEIGHT + BELOW;
  const periods = [...new Set(teams.flatMap((team) => team.perioden.map(({periode}) => periode)))];
  const panels = teams.map((team, index): Panel => {
    const x0 = (index % columns) * (width + GAP);
    const y0 = Math.floor(index / columns) * rowHeight + ABOVE;
    const rest = {x0, y0, width, height: PANEL_HEIGHT, scale, format: ',.0f'};
    return {team, plot: timePlot(periods.toSorted(), rest)};
  });
  const hasGap = panels.some((panel) => withoutComparison(panel).length > 0);
  const key = wrapText(hasGap ? `${KEY} ${GAP_KEY}` : KEY, breedte, 11.5);
  const frame = {
    width: breedte - left - 4,
    height: Math.ceil(teams.length / columns) * rowHeight,
    margin: {
      left,
      right: 4,
      top: headingHeight(kop ? heading : null, breedte),
      bottom: 4 + key.length * LINE,
    },
  };
  const keyWords = key.map((line, index) =>
    words(line, {x: -left, y: frame.height + 2 + index * LINE, fontSize: 11, color: COLORS.muted}),
  );
  return {
    titel: heading.titel,
    omschrijving,
    spec: framed(frame, [...panelParts(panels), ...keyWords], {
      heading: kop ? heading : null,
      omschrijving,
    }),
  };
}

function describe({indicator, effect}: EffectChartData): string {
  const about = `${indicator.titel}: waargenomen tegenover verwacht, per team.`;
  const known = effect.teams.flatMap(({naam, schatting}) =>
    schatting === null
      ? []
      : [
          `${naam}: ${schatting.waargenomen} waargenomen, ${formatNumber(schatting.verwacht, 0)} verwacht.`,
        ],
  );
  return [about, ...(known.length === 0 ? ['Er is niets te vergelijken.'] : known)].join(' ');
}

interface Panel {
  team: Teameffect;
  plot: TimePlot;
}

type Kind = 'waargenomen' | 'verwacht';

/** Panels never overlap, so what they share is drawn in one layer for all. */
function panelParts(panels: readonly Panel[]): Part[] {
  const bands = panels.map(({team, plot}) => phaseBands(plot, team.fasen));
  const [seen, expected] = [rows(panels, 'waargenomen'), rows(panels, 'verwacht')];
  return [
    bandLayer(bands.flat()),
    pixelLines(panels.flatMap(grid), {color: COLORS.grid, width: 1}),
    pixelLines(panels.flatMap(withoutComparison), GAP_STYLE),
    pixelLines(
      panels.flatMap(({team, plot}) => startLine(plot, team.startdatum)),
      {color: COLORS.muted, width: 1},
    ),
    {
      data: {values: seen},
      mark: {type: 'line', color: COLORS.accent, strokeWidth: 2},
      encoding: {...pixelChannels, detail: {field: 'deel', type: 'nominal'}},
    },
    {
      data: {values: expected},
      mark: {type: 'line', color: COLORS.ink, strokeWidth: 1.5, strokeDash: [3, 3]},
      encoding: {...pixelChannels, detail: {field: 'deel', type: 'nominal'}},
    },
    {
      data: {values: seen},
      mark: {type: 'circle', color: COLORS.accent, size: 26, opacity: 1},
      encoding: pixelChannels,
    },
    // open, so that what was seen shows through where both fall together
    {
      data: {values: expected},
      mark: {
        type: 'point',
        shape: 'circle',
        filled: false,
        stroke: COLORS.ink,
        size: 60,
        opacity: 1,
      },
      encoding: pixelChannels,
    },
    pixelLines(
      panels.map(({plot}) => floor(plot)),
      {color: COLORS.context, width: 1},
    ),
    ...bands.flatMap(phaseNames),
    ...panels.flatMap(panelWords),
  ];
}

/** Places of one kind; a cell without a figure ends a part of the line. */
function rows(panels: readonly Panel[], kind: Kind) {
  return panels.flatMap(({team, plot}) => {
    let part = 0;
    return team.perioden.flatMap((row) => {
      const value = row[kind];
      if (value === null) {
        part += 1;
        return [];
      }
      const place = {x: xPixel(plot, periodMiddle(row.periode)), y: yPixel(plot, value)};
      return [{...place, deel: `${team.team} ${part}`}];
    });
  });
}

function withoutComparison({team, plot}: Panel) {
  return team.perioden
    .filter(({na, waargenomen, verwacht}) => waargenomen === null || (na && verwacht === null))
    .flatMap(({periode}) => {
      const x = xPixel(plot, periodStart(periode));
      const width = xPixel(plot, periodEnd(periode)) - x;
      return hatch({x, y: plot.y0, width, height: plot.height}, 7);
    });
}

function grid({plot}: Panel) {
  const {x0, width, scale} = plot;
  return scale.ticks.map((tick) => {
    const y = yPixel(plot, tick);
    return {x: x0, x2: x0 + width, y, y2: y};
  });
}

function floor({x0, y0, width, height}: TimePlot) {
  return {x: x0, x2: x0 + width, y: y0 + height, y2: y0 + height};
}

function panelWords({team, plot}: Panel): Part[] {
  const {x0, y0, width, scale} = plot;
  const {schatting} = team;
  const text =
    schatting === null
      ? 'niet te vergelijken'
      : `${formatNumber(schatting.waargenomen, 0)} waargenomen, ${formatNumber(schatting.verwacht, 0)} verwacht`;
  return [
    words(team.naam, {x: x0, y: y0 - 34, fontWeight: 600}),
    words(text, {x: x0, y: y0 - 16, fontSize: 11, color: COLORS.muted}),
    ...yearWords(plot, width),
    ...(x0 === 0
      ? scale.ticks.map((tick) =>
          words(formatNumber(tick, 0), {
            x: -6,
            y: yPixel(plot, tick),
            align: 'right',
            fontSize: 11,
            color: COLORS.muted,
          }),
        )
      : []),
  ];
}

function yearWords(plot: TimePlot, width: number): Part[] {
  const first = new Date(plot.van).getUTCFullYear();
  const last = new Date(plot.tot - 1).getUTCFullYear();
  const y = plot.y0 + plot.height + 14;
  return Array.from({length: last - first + 1}, (_, index) => first + index).flatMap((year) => {
    const x = Math.max(plot.x0, xPixel(plot, Date.UTC(year, 0, 1)));
    const fits = x + 30 <= plot.x0 + width;
    return fits ? [words(String(year), {x, y, fontSize: 11, color: COLORS.muted})] : [];
  });
}
