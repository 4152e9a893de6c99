import type {Financienstand} from '../../queries/contract/finance.ts';
import type {Chart} from './chart.ts';
import {signedPercent} from './effect-chart.ts';
import type {FinanceChartData, FinanceChartOptions} from './finance-chart.ts';
import {
  euroShort,
  exactReason,
  lookTitle,
  ONDERDEEL_TITELS,
  sentenceCase,
} from './finance-words.ts';
import {moneyRows, type MoneyRow} from './money-rows.ts';

const KEY =
  'Donker: geboekt. Licht: wat open toewijzingen nog kunnen kosten. Streep: de begroting. ' +
  'Stip met lijn: de verwachting, met de 80% zekerheid. Arcering: niet getoond.';

/** Where each post stands and where it ends; of all together, each law is a row. */
export function standPerPost(data: FinanceChartData, {breedte, kop}: FinanceChartOptions): Chart {
  const {gemeente, boekjaar, peilmaand, onderdeel} = data;
  const titel = 'Waar staan we, en waar komen we uit?';
  const shown = rowsOf(data);
  const omschrijving = describe(data, shown);
  return {
    titel,
    omschrijving,
    spec: moneyRows(shown.map(moneyRow), {
      breedte,
      heading: kop
        ? {
            titel,
            onder: `${ONDERDEEL_TITELS[onderdeel]}, ${gemeente}, tot en met ${lookTitle(boekjaar, peilmaand)} · euro`,
          }
        : null,
      omschrijving,
      sleutel: KEY,
    }),
  };
}

/** The laws of the whole begroting, or the posts of one of them. */
function rowsOf({standen, onderdeel}: FinanceChartData): Financienstand[] {
  return standen.filter((one) =>
    onderdeel === 'alle'
      ? one.regel === null && one.onderdeel !== 'alle'
      : one.regel !== null && one.onderdeel === onderdeel,
  );
}

/** The name of a post, or of the law it is the total of. */
export function standTitle({regel, omschrijving, onderdeel}: Financienstand): string {
  if (regel === null) return ONDERDEEL_TITELS[onderdeel];
  return sentenceCase(omschrijving);
}

/** How far the expected costs are above the begroting, as `+4%`; empty without begroting. */
export function aboveBudget({begroot_cent, prognose}: Financienstand): string {
  if (prognose === null || begroot_cent === 0) return '';
  return signedPercent((prognose.verwacht_cent - begroot_cent) / begroot_cent);
}

function moneyRow(one: Financienstand): MoneyRow {
  const {begroot_cent, realisatie_cent, verplicht_cent, prognose, status} = one;
  const naam = standTitle(one);
  if (realisatie_cent === null || prognose === null) {
    return {
      naam,
      delen: [{van: 0, tot: begroot_cent, soort: 'arcering'}],
      streep: begroot_cent,
      label: exactReason(status),
    };
  }
  const percent = aboveBudget(one);
  return {
    naam,
    delen: [
      {van: 0, tot: realisatie_cent, soort: 'vol'},
      {van: realisatie_cent, tot: realisatie_cent + (verplicht_cent ?? 0), soort: 'licht'},
    ],
    streep: begroot_cent,
    punt: {cent: prognose.verwacht_cent, band: prognose.band80},
    label: `${euroShort(prognose.verwacht_cent)}${percent === '' ? '' : ` (${percent})`}`,
  };
}

function describe(
  {boekjaar, peilmaand}: FinanceChartData,
  rows: readonly Financienstand[],
): string {
  if (rows.length === 0) return `Voor ${boekjaar} is er nog geen stand te tonen.`;
  const furthest = rows
    .filter(({prognose, begroot_cent}) => prognose !== null && begroot_cent > 0)
    .toSorted((a, b) => over(b) - over(a))[0];
  const about = `Stand tot en met ${lookTitle(boekjaar, peilmaand)}.`;
  if (furthest === undefined || over(furthest) <= 0) {
    return `${about} Niets komt boven de begroting uit.`;
  }
  return `${about} Het meest boven de begroting: ${standTitle(furthest)}, ${aboveBudget(furthest)}.`;
}

function over({prognose, begroot_cent}: Financienstand): number {
  return (prognose?.verwacht_cent ?? begroot_cent) - begroot_cent;
}
