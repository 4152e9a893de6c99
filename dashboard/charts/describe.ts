import type {Cijfer} from '../../queries/contract/figure.ts';
import {cellText, unitAndCell} from './cell-text.ts';
import {figuresOf, lastComplete, periodsOf, type ChartData, type ChartOptions} from './chart.ts';
import {intervalText, withUnit} from './figure-text.ts';
import type {Heading} from './frame.ts';
import {periodTitle} from './period.ts';

const PER_PERIOD = {
  maand: 'per maand',
  kwartaal: 'per kwartaal',
  halfjaar: 'per halfjaar',
  jaar: 'per jaar',
} as const;

const PER_AREA = {gemeente: 'voor de gemeente', team: 'per team', wijk: 'per wijk'} as const;

/** Title and second line of a chart over time: question, unit and period. */
export function trendHeading(data: ChartData, options: ChartOptions): Heading {
  const {indicator, gebieden, gemeente, niveau, periodesoort} = data;
  const own = gebieden.find(({code}) => code === options.gebied);
  const periods = periodsOf(data.gemeenteCijfers);
  const span = `${periodTitle(periods[0] ?? '')} tot en met ${periodTitle(periods.at(-1) ?? '')}`;
  const place = own ? own.naam : `${gemeente.naam}, ${PER_AREA[niveau]}`;
  return {
    titel: indicator.vraag || indicator.titel,
    onder: `${place} · ${unitAndCell(indicator, data.cel)} · ${PER_PERIOD[periodesoort]}, ${span}`,
  };
}

/** What the figures are about: `Type vragen: meervoudig (…), van alle aanmeldingen`. */
function subject({indicator, cel}: ChartData): string {
  const part = cellText(indicator, cel);
  return part === '' ? indicator.titel : `${indicator.titel}: ${part},`;
}

/** Title and second line of a chart of one period. */
export function momentHeading(data: ChartData, options: ChartOptions): Heading {
  const {indicator, gemeente, niveau} = data;
  const periode = periodTitle(options.periode ?? lastComplete(data.gemeenteCijfers));
  return {
    titel: indicator.vraag || indicator.titel,
    onder: `${gemeente.naam}, ${PER_AREA[niveau]} · ${unitAndCell(indicator, data.cel)} · ${periode}`,
  };
}

/** What a trend shows, in short sentences. */
export function describeTrend(data: ChartData, options: ChartOptions): string {
  const {gebieden, gemeente, gemeenteCijfers} = data;
  const own = gebieden.find(({code}) => code === options.gebied);
  const figures = own ? figuresOf(data.cijfers, own.code) : gemeenteCijfers;
  const sentence = fromTo(figures, data);
  const name = (own ?? gemeente).naam;
  const about = `${subject(data)} ${PER_AREA[data.niveau]}.`;
  return sentence === null
    ? `${about} Voor ${name} is niets te tonen.`
    : `${about} ${name}: ${sentence}.`;
}

function fromTo(figures: readonly Cijfer[], {indicator}: ChartData): string | null {
  const shown = figures.filter(({waarde}) => waarde !== null);
  const [first, last] = [shown[0], shown.at(-1)];
  if (typeof first?.waarde !== 'number' || typeof last?.waarde !== 'number') return null;
  const was = `${withUnit(first.waarde, indicator)} in ${periodTitle(first.periode)}`;
  return `${was}, ${withUnit(last.waarde, indicator)} in ${periodTitle(last.periode)}`;
}

/** What a chart of one period shows: the highest, the lowest and what is withheld. */
export function describeMoment(data: ChartData, options: ChartOptions): string {
  const {indicator, gebieden, cijfers, gemeente} = data;
  const periode = options.periode ?? lastComplete(data.gemeenteCijfers);
  const now = cijfers.filter((cijfer) => cijfer.periode === periode);
  const ranked = now
    .filter(({waarde}) => waarde !== null)
    .toSorted((a, b) => (b.waarde ?? 0) - (a.waarde ?? 0));
  const nameOf = (cijfer: Cijfer) => gebieden.find(({code}) => code === cijfer.gebied)?.naam ?? '';
  const [highest, lowest] = [ranked[0], ranked.at(-1)];
  const about = `${subject(data)} in ${gemeente.naam}, ${periodTitle(periode)}.`;
  if (typeof highest?.waarde !== 'number' || typeof lowest?.waarde !== 'number') {
    return `${about} Er is geen cijfer dat we kunnen tonen.`;
  }
  const hidden = now.length - ranked.length;
  const without =
    hidden === 0
      ? ''
      : ` ${hidden} ${hidden === 1 ? 'gebied heeft' : 'gebieden hebben'} geen cijfer.`;
  return (
    `${about} Hoogst: ${nameOf(highest)} met ${withUnit(highest.waarde, indicator)}. ` +
    `Laagst: ${nameOf(lowest)} met ${withUnit(lowest.waarde, indicator)}.${without}`
  );
}

/** A figure with its interval, for behind a row. */
export function valueWithInterval(cijfer: Cijfer, data: ChartData, value: string): string {
  const interval = intervalText(cijfer, data.indicator);
  return interval === '' ? value : `${value} (${interval})`;
}
