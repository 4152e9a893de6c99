import type {Status} from '../../queries/contract/figure.ts';
import type {Onderdeel, Prognosemethode} from '../../queries/contract/finance.ts';
import {amountText, formatNumber, reason, WORD_JOINER} from './figure-text.ts';

/** How a reader calls each part of the begroting. */
export const ONDERDEEL_TITELS: Readonly<Record<Onderdeel, string>> = {
  alle: 'Alles samen',
  wmo: 'Wmo',
  jeugdwet: 'Jeugdwet',
  participatiewet: 'Participatiewet',
  overig: 'Andere wetten',
  geen: 'Plan van de wijkteams',
};

const GROEP_TITELS = new Map([
  ['toegang', 'Toegang en wijkteams'],
  ['wmo_maatwerk', 'Maatwerk Wmo'],
  ['jeugdhulp', 'Jeugdhulp'],
]);

/** How a reader calls a group of taakvelden. */
export function groupTitle(groep: string): string {
  return GROEP_TITELS.get(groep) ?? groep;
}

/** How a reader calls the ways of foreseeing a year-end. */
export const METHODE_TITELS: Readonly<Record<Prognosemethode, string>> = {
  model: 'Model',
  kastempo: 'Tempo van dit jaar',
  seizoen: 'Verloop van vorig jaar',
  begroting: 'Begroting',
};

/** Why an exact amount is not told: fewer than 50 clients are behind it, or a few of them dominate. */
export function exactReason(status: Status): string {
  return status === 'te_klein' ? 'niet getoond' : reason(status);
}

const MILLION = 100_000_000;
const THOUSAND = 100_000;

/** An exact amount: `€ 630.000`, with the cents where they matter. */
export function euro(cent: number, decimals: 0 | 2 = 0): string {
  return amountText(formatNumber(cent / 100, decimals));
}

/** An estimate or a protected amount: whole thousands, so that it promises no more than it knows. */
export function euroThousands(cent: number): string {
  return euro(THOUSAND * Math.round(cent / THOUSAND));
}

/** A difference between protected amounts: whole thousands with their sign. */
export function signedThousands(cent: number): string {
  const text = euroThousands(cent);
  return cent >= THOUSAND / 2 ? `+${WORD_JOINER}${text}` : text;
}

/** An amount at a glance: `€ 2,4 mln`, `€ 944.000`; below a hundred thousand whole euros. */
export function euroShort(cent: number): string {
  const size = Math.abs(cent);
  if (size < MILLION / 10) return euro(cent);
  if (size < MILLION - THOUSAND / 2) return euroThousands(cent);
  const text = formatNumber(Math.abs(cent) / MILLION, 1);
  return `${amountText(`${cent < 0 ? '−' : ''}${text}`)}\u00a0mln`;
}

/** An amount at an axis, with as many decimals as all ticks together need. */
export function euroTick(tick: number, ticks: readonly number[]): string {
  const largest = Math.max(...ticks.map(Math.abs));
  if (largest < MILLION || tick === 0) return euro(tick);
  const decimals = [0, 1, 2].find((count) =>
    ticks.every((one) => Number.isInteger(Number(((one / MILLION) * 10 ** count).toFixed(6)))),
  );
  const text = formatNumber(Math.abs(tick) / MILLION, decimals ?? 2);
  return `${amountText(`${tick < 0 ? '−' : ''}${text}`)}\u00a0mln`;
}

/** A difference at a glance, with its sign: `+€ 2,4 mln`. */
export function signedEuro(cent: number): string {
  return `${cent > 0 ? `+${WORD_JOINER}` : ''}${euroShort(cent)}`;
}

const MAANDEN = new Map([
  [3, 'maart'],
  [6, 'juni'],
  [9, 'september'],
  [12, 'december'],
]);

/** The month up to which one looks: `september 2022`. */
export function lookTitle(boekjaar: number, peilmaand: number): string {
  return `${MAANDEN.get(peilmaand) ?? ''} ${boekjaar}`.trim();
}

/** A version of the begroting: `Primitief`, `1e wijziging`. */
export function versionTitle(versie: number): string {
  return versie === 0 ? 'Primitief' : `${versie}e wijziging`;
}

/** A name from the begroting as the start of a line. */
export function sentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
