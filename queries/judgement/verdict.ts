import type {Indicator} from '../contract/indicator.ts';
import type {Oordeel, Oordeelwoord, Vergelijking} from '../contract/verdict.ts';
import {figureGate, type Poort} from './gates.ts';
import {middleDay, monthsLater} from './period-days.ts';
import type {RelativeDifference} from './relative-difference.ts';
import {answerOf, sentenceOf} from './sentences.ts';
import {COMPARE, type Compared, type Surroundings} from './yardstick.ts';

/** What a verdict is passed on: a figure of an area, with what it is held against. */
export interface JudgeQuestion extends Surroundings {
  vergelijking: Vergelijking;
  /** A gate that the server found by looking at more than this figure, such as the stock identity. */
  gevonden: Poort | null;
}

const CERTAIN = 0.05;

/** Words that claim a difference. Being equal is another claim, with its own interval. */
const CLAIMS = new Set<Oordeelwoord>(['beter', 'slechter', 'zoals verwacht']);

/**
 * The verdict in words on the 95% interval of the difference, against the smallest relevant
 * difference ±δ: wholly on the desired side, wholly on the other, wholly within ±δ, or none of these.
 * A neutral indicator has the difference and no judgement. `adjustedP` is the p-value that counts all
 * verdicts passed at once: a claim that it does not bear out is not made.
 */
export function judge(question: JudgeQuestion, adjustedP: number | null = null): Oordeel {
  const {indicator, gebied, cijfer, nulmeting, vergelijking} = question;
  const compared = compare(question);
  const {verschil} = compared;
  const alone =
    verschil === null ? gatedWord(indicator, compared.poort) : wordOf(question, verschil);
  const byChance = CLAIMS.has(alone) && adjustedP !== null && adjustedP > CERTAIN;
  const woord = byChance ? 'niet te zeggen' : alone;
  const found = {...question, ...compared, woord, byChance};
  const {gebied: _code, niveau: _niveau, periode, dimensies, ...maten} = cijfer;
  return {
    indicator: indicator.id,
    gebied: gebied.code,
    niveau: gebied.niveau,
    periode,
    dimensies,
    vergelijking,
    woord,
    antwoord: answerOf(found),
    zin: sentenceOf(found),
    poort: compared.poort,
    cijfer: maten,
    nulmeting,
    ijkpunt: compared.ijkpunt,
    verschil: verschil?.verschil ?? null,
    verschil_ondergrens: finiteOrNull(verschil?.ondergrens),
    verschil_bovengrens: finiteOrNull(verschil?.bovengrens),
    verschil_methode: verschil?.methode ?? '',
    p: verschil?.p ?? null,
    p_gecorrigeerd: adjustedP,
  };
}

/**
 * The gemeente can't be held against itself, and a begroting has no 0-meting: that will not come, so
 * it is no "nog niet".
 */
function gatedWord({vorm}: Indicator, poort: Poort | null): Oordeelwoord {
  const never = poort === 'is_de_gemeente' || poort === 'alleen_gemeente';
  const isMoney = vorm === 'bedrag' && poort === 'geen_nulmeting';
  return never || isMoney ? 'geen oordeel' : 'nog niet te beoordelen';
}

function compare(question: JudgeQuestion): Compared {
  const {indicator, gebied, cijfer, gevonden, vergelijking} = question;
  const poort = figureGate(indicator, gebied, cijfer) ?? gevonden;
  if (poort !== null) return {poort, ijkpunt: null, verschil: null};
  return COMPARE[vergelijking](question);
}

function wordOf(
  question: JudgeQuestion,
  {ondergrens, bovengrens}: RelativeDifference,
): Oordeelwoord {
  const {delta, richting} = question.indicator;
  const within = ondergrens >= -delta && bovengrens <= delta;
  const side = ondergrens > 0 ? 'hoger' : bovengrens < 0 ? 'lager' : null;
  if (side === 'hoger' && !within && richting !== 'hoger' && isExpected(question)) {
    return 'zoals verwacht';
  }
  if (richting === 'neutraal') return 'geen oordeel';
  if (within) return 'geen relevant verschil';
  if (side === null) return 'niet te zeggen';
  if (richting === 'band') return 'geen oordeel';
  return side === richting ? 'beter' : 'slechter';
}

/**
 * In the first months after a start more questions are a sign of success (Den Helder, h5). More than
 * half of the period has to lie in those months; it is about a change, so about the 0-meting only.
 */
function isExpected({indicator, gebied, cijfer, vergelijking}: JudgeQuestion): boolean {
  const {verwacht_maanden: months} = indicator;
  if (months === 0 || gebied.startdatum === null || vergelijking !== 'nulmeting') return false;
  return middleDay(cijfer.periode) < monthsLater(gebied.startdatum, months);
}

function finiteOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
