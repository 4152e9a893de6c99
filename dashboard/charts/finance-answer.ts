import type {Financienstand} from '../../queries/contract/finance.ts';
import {signedPercent} from './effect-chart.ts';
import type {FinanceChartData} from './finance-chart.ts';
import {euroShort, ONDERDEEL_TITELS, signedEuro} from './finance-words.ts';
import {byDifference} from './verschil-per-gebied.ts';
import {largestCause} from './verschil-verklaard.ts';

/**
 * The answer of the page in short sentences: how far above or below the begroting, by what most, and in
 * which area. Says so when there is nothing to compare, or when too few clients are behind it.
 */
export function financeSentences(data: FinanceChartData): string[] {
  const {gemeente, boekjaar, onderdeel, standen, versies} = data;
  const total = standen.find((one) => one.regel === null && one.onderdeel === onderdeel);
  const about = onderdeel === 'alle' ? '' : ` voor ${ONDERDEEL_TITELS[onderdeel]}`;
  if (total === undefined) {
    return versies.length === 0
      ? [`Voor ${gemeente} is geen begroting geleverd.`]
      : [`Voor ${boekjaar} is er een begroting. Declaraties zijn er nog niet.`];
  }
  if (total.prognose === null) {
    return [
      `De verwachting voor ${boekjaar}${about} tonen we niet.`,
      'Er zitten te weinig cliënten achter.',
    ];
  }
  const {verwacht_cent} = total.prognose;
  const left = verwacht_cent - total.begroot_cent;
  return [
    `${gemeente} ${howFar(total, left, {boekjaar, about})}.`,
    `Verwacht is ${euroShort(verwacht_cent)}, begroot is ${euroShort(total.begroot_cent)}.`,
    ...causes(data, left),
  ];
}

function howFar(
  {begroot_cent}: Financienstand,
  left: number,
  {boekjaar, about}: {boekjaar: number; about: string},
): string {
  const verb = `komt in ${boekjaar}${about} naar verwachting`;
  const percent = begroot_cent === 0 ? '' : signedPercent(left / begroot_cent);
  if (left === 0 || percent === '0%') return `${verb} op de begroting uit`;
  const size = percent === '' ? euroShort(Math.abs(left)) : percent.replace(/^[+−]/, '');
  return `${verb} ${size} ${left > 0 ? 'boven' : 'onder'} de begroting uit`;
}

function causes({verschil, gebieden}: FinanceChartData, left: number): string[] {
  if (verschil === null || left === 0) return [];
  const {veld, zin: naam} = largestCause(verschil, left);
  const cause = `De grootste oorzaak is ${naam}: ${signedEuro(verschil[veld])}.`;
  const first = byDifference(gebieden)[0];
  if (first?.naam == null || first.verschil_cent === null || first.verschil_cent <= 0) {
    return [cause];
  }
  return [
    cause,
    `Het meeste komt erbij in ${first.naam}: ongeveer ${euroShort(first.verschil_cent)}.`,
  ];
}
