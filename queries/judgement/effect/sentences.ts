import type {Oordeelwoord} from '../../contract/verdict.ts';
import {percentInDutch} from '../dutch.ts';
import type {Effectoordeel} from './verdict.ts';
import type {Uitkomst} from './estimate.ts';
import type {Schatting} from './together.ts';

/** A share with its sign: −15% or +4%. */
export function signedPercent(share: number): string {
  const text = percentInDutch(share);
  if (text === '0%') return text;
  return `${share < 0 ? '−' : '+'}${text}`;
}

/** The finding in one or two short sentences. */
export function finding(woord: Oordeelwoord, {effect, band}: Schatting): string {
  const range = `tussen ${signedPercent(band.ondergrens)} en ${signedPercent(band.bovengrens)}`;
  if (woord === 'niet te zeggen') {
    return `Of de teams iets veranderden, is niet te zeggen. Het verschil ligt ${range}.`;
  }
  if (woord === 'geen relevant verschil') {
    return `De teams maakten geen verschil dat ertoe doet. Het ligt ${range}.`;
  }
  const direction = effect < 0 ? 'minder' : 'meer';
  const opening = `Samen was het ${percentInDutch(effect)} ${direction} dan verwacht, ${range}.`;
  if (woord === 'zoals verwacht') return `${opening} Die stijging is in het begin te verwachten.`;
  return opening;
}

/** What has to be said with the finding: doubts, gaps, what is expected. */
export function remarks(
  {twijfel}: Effectoordeel,
  {plan, teams}: Uitkomst,
  {eigen, verwachtMaanden}: {eigen: number; verwachtMaanden: number},
): string[] {
  const lines: string[] = [];
  if (twijfel === 'controle') {
    lines.push(
      'Een tweede methode wijst een andere kant op. Daarom zeggen we niets met zekerheid.',
    );
  }
  if (twijfel === 'placebo') {
    lines.push(
      'Ook een jaar eerder, zonder teams, was er al verschil. Daarom trekken we geen conclusie.',
    );
  }
  if (teams.size < eigen) {
    lines.push(`We kunnen ${teams.size} van de ${eigen} teams vergelijken.`);
  }
  if (plan.zonder.length > 0) {
    lines.push('Later waren alle wijken gestart. Over die tijd zeggen we niets.');
  }
  if (verwachtMaanden > 0) {
    lines.push(
      `In de eerste ${verwachtMaanden} maanden komen er meer vragen. Een stijging is dan geen slecht teken.`,
    );
  }
  return lines;
}
