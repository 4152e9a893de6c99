import type {Maten, Status} from '../../queries/contract/figure.ts';
import type {Indicator} from '../../queries/contract/indicator.ts';

/** How an indicator prints its numbers. */
export type Unit = Pick<Indicator, 'decimalen' | 'eenheid'>;

/** A number as Dutch people write it: 1.234,5. The minus is a real one. */
export function formatNumber(value: number, decimals: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '.');
  const text = fraction === undefined ? grouped : `${grouped},${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

const REASONS: Readonly<Record<Status, string>> = {
  ok: '',
  te_klein: 'niet getoond (0–14)',
  dominantie: 'niet getoond',
  groep: 'niet getoond',
  wacht: 'wacht op meer wijzigingen',
  ontbreekt: 'onbekend',
  onvolledig: 'nog niet compleet',
  niet_vergelijkbaar: 'niet te vergelijken',
  nvt: 'n.v.t.',
};

/** Why a figure has no value, in words. */
export function reason(status: Status): string {
  return REASONS[status];
}

/** What a figure needs to be put in words. A share at the edge says so in its method. */
type Sayable = Pick<Maten, 'waarde' | 'status'> & {methode?: string};

/** The value in words: the number, or why there is none. Without unit, but for a percent sign. */
export function figureText({waarde, status, methode = ''}: Sayable, unit: Unit): string {
  if (waarde === null) return reason(status);
  // a share near 0 or 100 is known by its bound only: the group behind it is small
  const bound = /, (hooguit|minstens)$/.exec(methode)?.[1];
  const text = valueText(waarde, unit);
  return bound === undefined ? text : `${bound} ${text}`;
}

/** A number of the indicator where the unit stands elsewhere; a share keeps its %, an amount its €. */
export function valueText(value: number, {decimalen, eenheid}: Unit): string {
  if (isMoney(eenheid)) return amountText(formatNumber(value, decimalen));
  return `${formatNumber(value, decimalen)}${isShare(eenheid) ? '%' : ''}`;
}

/** The 95% interval, `18,2 tot 24,6`; empty when there is none. */
export function intervalText(
  {ondergrens, bovengrens}: Pick<Maten, 'ondergrens' | 'bovengrens'>,
  {decimalen}: Unit,
): string {
  if (ondergrens === null || bovengrens === null) return '';
  return `${formatNumber(ondergrens, decimalen)} tot ${formatNumber(bovengrens, decimalen)}`;
}

/** Value and unit for in a sentence; a percent sign or euro sign stands against its number. */
export function withUnit(value: number, unit: Unit): string {
  const {eenheid} = unit;
  const said = isShare(eenheid) ? /^(%|procent) ?/ : isMoney(eenheid) ? /^euro ?/ : '';
  const rest = eenheid.replace(said, '');
  return `${valueText(value, unit)} ${rest}`.trimEnd();
}

/** A number as an amount; the minus stands before the sign: `−€ 5`. No line breaks within it. */
export function amountText(number: string): string {
  return number.startsWith('−') ? `−${WORD_JOINER}€\u00a0${number.slice(1)}` : `€\u00a0${number}`;
}

/** Between a sign and a euro sign, where a line may break otherwise. */
export const WORD_JOINER = '\u2060';

/** Whether the unit is an amount of money. */
export function isMoney(eenheid: string): boolean {
  return /^euro\b/.test(eenheid);
}

/** Whether the unit is a percentage. */
export function isShare(eenheid: string): boolean {
  return /^(%|procent\b)/.test(eenheid);
}
