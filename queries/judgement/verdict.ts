import type {
  Cijfer,
  Gebied,
  Indicator,
  Manifest,
  Maten,
  Nulmeting,
  Oordeel,
  Oordeelwoord,
} from '../contract.ts';
import {differenceInterval, type Estimate} from '../statistics/difference.ts';
import {percentInDutch, periodInDutch, valueInDutch} from './dutch.ts';

/** What a verdict is passed on: a figure of an area, held against its 0-meting. */
export interface JudgeQuestion {
  indicator: Indicator;
  gebied: Gebied;
  cijfer: Cijfer;
  nulmeting: Nulmeting | null;
  manifest: Manifest;
}

/** The difference to the baseline as a share of it (-0.15 = 15% lower), with its 95% interval. */
interface Difference {
  verschil: number;
  ondergrens: number;
  bovengrens: number;
}

const MIN_EVENTS = 10;
const MIN_COVERAGE = 0.6;

/**
 * The verdict in words on the 95% interval of the difference (MOVER), against the smallest relevant
 * difference ±δ: wholly on the desired side, wholly on the other, wholly within ±δ, or none of these.
 */
export function judge(question: JudgeQuestion): Oordeel {
  const {indicator, gebied, cijfer, nulmeting} = question;
  const gate = gateOf(question);
  const difference = gate === null ? differenceOf(cijfer, nulmeting) : null;
  const woord = difference === null ? 'nog niet te beoordelen' : wordOf(question, difference);
  return {
    indicator: indicator.id,
    gebied: gebied.code,
    niveau: gebied.niveau,
    periode: cijfer.periode,
    woord,
    zin: difference === null ? refusal(question, gate) : sentence(question, difference, woord),
    cijfer,
    nulmeting,
    verschil: difference?.verschil ?? null,
    verschil_ondergrens: finiteOrNull(difference?.ondergrens),
    verschil_bovengrens: finiteOrNull(difference?.bovengrens),
  };
}

/** Why no verdict can be passed yet, or null. */
function gateOf({cijfer, nulmeting, gebied, indicator}: JudgeQuestion): string | null {
  if (indicator.vorm === 'per_fte' && gebied.niveau === 'wijk')
    return 'dit cijfer is er alleen per team';
  if (cijfer.status !== 'ok') return REASONS[cijfer.status] ?? 'het cijfer ontbreekt';
  if (firstDay(cijfer.periode) < (gebied.startdatum ?? '')) {
    return 'de periode begint voor de start van het team';
  }
  if (nulmeting?.waarde === undefined || nulmeting.waarde === null) return 'er is geen nulmeting';
  const events = Math.min(cijfer.teller ?? MIN_EVENTS, nulmeting.teller ?? MIN_EVENTS);
  if (events < MIN_EVENTS) return 'er zijn te weinig gebeurtenissen';
  if ((cijfer.dekking ?? 1) < MIN_COVERAGE) return 'het cijfer dekt te weinig van de zorg';
  return null;
}

const REASONS: Readonly<Partial<Record<Maten['status'], string>>> = {
  te_klein: 'de groep is te klein om te tonen',
  dominantie: 'één inwoner zou het cijfer bepalen',
  groep: 'het cijfer zou iets over een kleine groep verraden',
  wacht: 'er veranderde nog te weinig om deze wijk te splitsen',
  onvolledig: 'de periode is nog niet compleet',
  nvt: 'het cijfer is nog niet te bepalen',
};

function differenceOf(cijfer: Maten, nulmeting: Nulmeting | null): Difference | null {
  const now = estimate(cijfer);
  const then = nulmeting === null ? null : estimate(nulmeting);
  if (now === null || then === null || then.waarde === 0) return null;
  const {waarde, ondergrens, bovengrens} = differenceInterval(now, then);
  return {
    verschil: waarde / then.waarde,
    ondergrens: ondergrens / then.waarde,
    bovengrens: bovengrens / then.waarde,
  };
}

/**
 * A bound that could not be reached is unknown: then the difference can't be sure either. A figure
 * delivered from outside has no interval and is taken as it was published.
 */
function estimate(maten: Maten | Nulmeting): Estimate | null {
  const {waarde, ondergrens, bovengrens} = maten;
  if (waarde === null) return null;
  if ('herkomst' in maten && maten.herkomst === 'geleverd') {
    return {waarde, ondergrens: ondergrens ?? waarde, bovengrens: bovengrens ?? waarde};
  }
  return {waarde, ondergrens: ondergrens ?? -Infinity, bovengrens: bovengrens ?? Infinity};
}

/** First day of 2021, 2021-H1, 2021-K1 or 2021-03. */
function firstDay(periode: string): string {
  const [year = '', part] = periode.split('-');
  if (part === undefined) return `${year}-01-01`;
  const length = part.startsWith('K') ? 3 : part.startsWith('H') ? 6 : 1;
  const month = (Number(part.replace(/\D/g, '')) - 1) * length + 1;
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

function wordOf(question: JudgeQuestion, {ondergrens, bovengrens}: Difference): Oordeelwoord {
  const {delta, richting} = question.indicator;
  if (richting === 'neutraal') return 'geen oordeel';
  const within = ondergrens >= -delta && bovengrens <= delta;
  if (within) return 'geen relevant verschil';
  const side = ondergrens > 0 ? 'hoger' : bovengrens < 0 ? 'lager' : null;
  if (side === null) return 'niet te zeggen';
  if (richting === 'band') return 'geen oordeel';
  if (side === richting) return 'beter';
  return side === 'hoger' && isExpected(question) ? 'zoals verwacht' : 'slechter';
}

/** In the first months after a start more questions are a sign of success (Den Helder, h5). */
function isExpected({indicator, gebied, cijfer}: JudgeQuestion): boolean {
  if (indicator.verwacht_maanden === 0 || gebied.startdatum === null) return false;
  const [year = 0, month = 1] = gebied.startdatum.split('-').map(Number);
  const until = new Date(Date.UTC(year, month - 1 + indicator.verwacht_maanden, 1));
  // More than half of a year has to lie in those months.
  const middle = `${cijfer.periode.slice(0, 4)}-07-01`;
  return middle < until.toISOString().slice(0, 10);
}

function refusal({indicator, gebied, cijfer}: JudgeQuestion, gate: string | null): string {
  const reason = gate ?? 'er is geen nulmeting om mee te vergelijken';
  return `${gebied.naam}, ${indicator.titel.toLowerCase()} ${periodInDutch(cijfer.periode)}: ${reason}.`;
}

const ENDINGS: Readonly<Record<string, string>> = {
  beter: 'Dat is beter dan bij de nulmeting',
  slechter: 'Dat is slechter dan bij de nulmeting',
  'geen relevant verschil': 'Dat verschilt niet merkbaar van de nulmeting',
  'niet te zeggen': 'Of dat anders is dan bij de nulmeting, is niet zeker',
  'zoals verwacht': 'Die stijging is in de eerste tijd verwacht',
  'geen oordeel': 'Bij dit cijfer hoort geen oordeel',
};

function sentence(
  {indicator, gebied, cijfer}: JudgeQuestion,
  {verschil, ondergrens, bovengrens}: Difference,
  woord: Oordeelwoord,
): string {
  const value = cijfer.waarde === null ? '' : valueInDutch(cijfer.waarde, indicator);
  const opening = `${gebied.naam}, ${periodInDutch(cijfer.periode)}: ${value}.`;
  const change =
    verschil === 0
      ? 'gelijk aan toen'
      : `${percentInDutch(verschil)} ${verschil < 0 ? 'lager' : 'hoger'}`;
  const range = `tussen ${signed(ondergrens)} en ${signed(bovengrens)}`;
  return `${opening} ${ENDINGS[woord] ?? ''}: ${change}, ${range}.`;
}

function signed(share: number): string {
  if (!Number.isFinite(share)) return 'onbekend';
  return `${share < 0 ? '−' : '+'}${percentInDutch(share)}`;
}

function finiteOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
