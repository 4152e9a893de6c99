import type {Config} from 'vega-lite';

/** Category colours: at least 3.5:1 on white and distinct under colour-blindness. Never more than five. */
export const CATEGORY_COLORS = ['#2f7367', '#9271f9', '#281a94', '#741c0e', '#a5802b'] as const;

/** Colours with one meaning each. Blue and orange are kept for judgement and never used here. */
export const COLORS = {
  accent: '#2f7367',
  ink: '#1d2126',
  /** Text beside the figures: 4.5:1 on white. */
  muted: '#5b636b',
  /** Lines of the other areas. */
  context: '#8d959c',
  /** The gemeente, as a wide line behind the areas. */
  gemeente: '#d3d8dc',
  grid: '#e9ecee',
  hatch: '#9aa1a7',
  phase: ['#f4f7f6', '#e9f0ee', '#dde8e5'],
  paper: '#ffffff',
} as const;

/** From low to high, one hue; white text on the last two. */
export const VALUE_CLASSES = [
  {fill: '#e6f0ed', text: '#1d2126'},
  {fill: '#b5d3cb', text: '#1d2126'},
  {fill: '#5f9a8c', text: '#1d2126'},
  {fill: '#1f5a4f', text: '#ffffff'},
] as const;

export const FONT = 'Noto Sans, sans-serif';

/** Dutch numbers and dates for Vega's own formatting, on both sides. */
const LOCALE = {
  number: {decimal: ',', thousands: '.', grouping: [3], currency: ['€ ', '']},
  time: {
    dateTime: '%A %e %B %Y %X',
    date: '%e-%-m-%Y',
    time: '%H:%M:%S',
    periods: ['', ''],
    days: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
    shortDays: ['zo', 'ma', 'di', 'wo', 'do', 'vr', 'za'],
    months: [
      'januari',
      'februari',
      'maart',
      'april',
      'mei',
      'juni',
      'juli',
      'augustus',
      'september',
      'oktober',
      'november',
      'december',
    ],
    shortMonths: [
      'jan',
      'feb',
      'mrt',
      'apr',
      'mei',
      'jun',
      'jul',
      'aug',
      'sep',
      'okt',
      'nov',
      'dec',
    ],
  },
} satisfies NonNullable<Config['locale']>;

/** Months where there is little room. */
export const SHORT_MONTHS = LOCALE.time.shortMonths;

/**
 * One look for every chart. Layout never depends on measured text (the server has no canvas), and
 * Vega's own English labels for screen readers are off: each chart has a Dutch sentence and a table.
 */
export const CONFIG: Config = {
  locale: LOCALE,
  font: FONT,
  aria: false,
  background: COLORS.paper,
  view: {stroke: null},
  axis: {
    domain: false,
    ticks: false,
    grid: true,
    gridColor: COLORS.grid,
    labelColor: COLORS.muted,
    labelFontSize: 12,
    labelPadding: 6,
    labelLimit: 0,
    title: null,
  },
  axisX: {
    grid: false,
    ticks: true,
    tickColor: COLORS.context,
    domain: true,
    domainColor: COLORS.context,
  },
  text: {color: COLORS.ink, fontSize: 12, align: 'left', baseline: 'middle'},
  line: {strokeCap: 'round', strokeJoin: 'round'},
};
