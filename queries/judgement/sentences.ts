import type {Gebied} from '../contract/area.ts';
import type {Cijfer} from '../contract/figure.ts';
import type {Indicator} from '../contract/indicator.ts';
import type {Ijkpunt, Oordeelwoord, Vergelijking} from '../contract/verdict.ts';
import {baselineWords} from './baseline-words.ts';
import {isMoney, numberInDutch, percentInDutch, periodInDutch, valueInDutch} from './dutch.ts';
import {POORTEN, type Poort} from './gates.ts';
import type {RelativeDifference} from './relative-difference.ts';

/** What the fixed sentences are filled with. */
export interface Finding {
  indicator: Indicator;
  gebied: Gebied;
  cijfer: Cijfer;
  vergelijking: Vergelijking;
  woord: Oordeelwoord;
  poort: Poort | null;
  ijkpunt: Ijkpunt | null;
  verschil: RelativeDifference | null;
  /** The claim fell to the number of comparisons: alone it would have stood. */
  byChance: boolean;
}

const THAN: Readonly<Record<Vergelijking, string>> = {
  nulmeting: 'bij de 0-meting',
  gemeente: 'in de rest van de gemeente',
  regio: 'in andere gemeenten',
  streefwaarde: 'de streefwaarde',
};

const EQUAL: Readonly<Record<Vergelijking, string>> = {
  nulmeting: 'de 0-meting',
  gemeente: 'de rest van de gemeente',
  regio: 'andere gemeenten',
  streefwaarde: 'de streefwaarde',
};

/** The finding in one sentence: `Wachtlijst in Julianadorp: hoger dan bij de 0-meting, dus slechter.` */
export function answerOf(finding: Finding): string {
  const {indicator, gebied, poort, woord} = finding;
  const subject = `${indicator.titel} in ${gebied.naam}`;
  if (poort !== null && woord === 'geen oordeel') return `${subject}: geen oordeel.`;
  if (poort !== null) return `${subject}: nog niet te beoordelen.`;
  return `${subject}: ${baselineWords(ANSWERS[woord](finding), indicator)}.`;
}

const ANSWERS: Readonly<Record<Oordeelwoord, (finding: Finding) => string>> = {
  beter: (finding) => `${side(finding)} dan ${THAN[finding.vergelijking]}, dus beter`,
  slechter: (finding) => `${side(finding)} dan ${THAN[finding.vergelijking]}, dus slechter`,
  'geen relevant verschil': ({vergelijking}) => `vrijwel gelijk aan ${EQUAL[vergelijking]}`,
  'niet te zeggen': ({vergelijking}) => `niet te zeggen of dit anders is dan ${THAN[vergelijking]}`,
  'zoals verwacht': (finding) =>
    `${side(finding)} dan ${THAN[finding.vergelijking]}, zoals verwacht`,
  'geen oordeel': () => 'hoger of lager is hier niet beter of slechter',
  'nog niet te beoordelen': () => 'nog niet te beoordelen',
};

function side({verschil}: Finding): string {
  return (verschil?.verschil ?? 0) < 0 ? 'lager' : 'hoger';
}

/** The answer, its figures and its uncertainty, each in a short sentence. */
export function sentenceOf(finding: Finding): string {
  const {indicator, poort, verschil, ijkpunt} = finding;
  const parts = [answerOf(finding)];
  if (poort !== null) parts.push(baselineWords(POORTEN[poort], indicator));
  parts.push(figures(finding));
  if (verschil !== null) parts.push(uncertainty(finding, verschil));
  if (finding.woord === 'zoals verwacht') {
    parts.push('Meer vragen horen bij de eerste tijd van een team.');
  }
  if (ijkpunt?.voor_leeftijd === true) parts.push('Verschil in leeftijd telt hierin niet mee.');
  if (ijkpunt?.voor_leeftijd === false) parts.push('We konden niet corrigeren voor leeftijd.');
  return parts.filter((part) => part !== '').join(' ');
}

/** `Was 1,3, werd 2,0 per 1.000 inwoners in 2021.` */
function figures({indicator, cijfer, ijkpunt, vergelijking}: Finding): string {
  const {waarde, periode} = cijfer;
  const when = periodInDutch(periode);
  if (waarde === null) return '';
  const now = valueInDutch(waarde, indicator);
  if (ijkpunt === null) return `Het cijfer ${when} is ${now}.`;
  const then = bareValue(ijkpunt.waarde, indicator);
  if (ijkpunt.hooguit) return `Was hooguit ${then} (0–14 personen), werd ${now} ${when}.`;
  if (vergelijking === 'nulmeting') return `Was ${then}, werd ${now} ${when}.`;
  const [first = '', ...rest] = ijkpunt.naam;
  return `Hier ${now} ${when}. ${first.toUpperCase()}${rest.join('')}: ${then}.`;
}

function bareValue(value: number, {decimalen, eenheid}: Indicator): string {
  const number = numberInDutch(value, decimalen);
  if (isMoney(eenheid)) return `€\u00a0${number}`;
  return eenheid.startsWith('procent') ? `${number}%` : number;
}

function uncertainty(
  finding: Finding,
  {verschil, ondergrens, bovengrens}: RelativeDifference,
): string {
  const unit = isShare(finding) ? ' procentpunt' : '';
  const words = (share: number): string => signed(share, finding);
  const range = `tussen ${words(ondergrens)} en ${words(bovengrens)}${unit}`;
  if (finding.byChance) {
    return `Het verschil is ${words(verschil)}${unit}. Bij zoveel vergelijkingen kan dat toeval zijn.`;
  }
  if (finding.ijkpunt?.hooguit === true) return `Het verschil is minstens ${words(ondergrens)}.`;
  if (finding.woord === 'niet te zeggen') return `De onzekerheid is te groot: ${range}.`;
  return `Het verschil is ${words(verschil)}${unit}, ${range}.`;
}

function isShare({indicator}: Finding): boolean {
  return indicator.eenheid.startsWith('procent');
}

/** +12%, or +4 (procentpunt) where the figure itself is a percentage. */
function signed(share: number, finding: Finding): string {
  if (!Number.isFinite(share)) return 'onbekend';
  const size = isShare(finding)
    ? numberInDutch(Math.abs(share * (finding.ijkpunt?.waarde ?? 0)), 0)
    : percentInDutch(share);
  const sign = /[1-9]/.test(size) ? (share < 0 ? '−' : '+') : '';
  return `${sign}${size}`;
}
