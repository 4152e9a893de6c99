import type {Chart} from './chart.ts';
import type {FinanceChartData, FinanceChartOptions, Gebiedsverschil} from './finance-chart.ts';
import {lookTitle, ONDERDEEL_TITELS, signedThousands} from './finance-words.ts';
import {moneyRows, type MoneyRow} from './money-rows.ts';

/** What can't be told of one area stands under this name. */
export const REST = 'Niet in één gebied te tonen';

/** In which area the costs of care stray from the begroting, the largest first. */
export function verschilPerGebied(
  data: FinanceChartData,
  {breedte, kop}: FinanceChartOptions,
): Chart {
  const {gemeente, boekjaar, peilmaand, onderdeel} = data;
  const titel = 'In welke wijk zit het verschil?';
  const omschrijving = describe(data);
  return {
    titel,
    omschrijving,
    spec: moneyRows(byDifference(data.gebieden).map(moneyRow), {
      breedte,
      heading: kop
        ? {
            titel,
            onder: `Zorg, ${ONDERDEEL_TITELS[onderdeel]}, ${gemeente}, tot en met ${lookTitle(boekjaar, peilmaand)} · euro verschil met de begroting`,
          }
        : null,
      omschrijving,
      sleutel: 'Rechts van nul: boven de begroting. Links: eronder.',
    }),
  };
}

/** The largest difference first; what is withheld last, and under it what belongs to no area. */
export function byDifference<T extends Gebiedsverschil>(gebieden: readonly T[]): T[] {
  const rank = ({naam, verschil_cent}: Gebiedsverschil): number =>
    naam === null ? 2 : verschil_cent === null ? 1 : 0;
  return gebieden.toSorted(
    (a, b) => rank(a) - rank(b) || (b.verschil_cent ?? 0) - (a.verschil_cent ?? 0),
  );
}

function moneyRow({naam, verschil_cent}: Gebiedsverschil): MoneyRow {
  return {
    naam: naam ?? REST,
    delen: verschil_cent === null ? [] : [{van: 0, tot: verschil_cent, soort: 'vol'}],
    label: verschil_cent === null ? 'niet getoond' : signedThousands(verschil_cent),
  };
}

function describe({gebieden}: FinanceChartData): string {
  const first = byDifference(gebieden)[0];
  if (first?.naam == null || first.verschil_cent === null) {
    return 'Er is geen verschil per gebied te tonen.';
  }
  if (first.verschil_cent <= 0) return 'Geen enkel gebied komt boven de begroting uit.';
  return `Het grootste verschil zit in ${first.naam}: ${signedThousands(first.verschil_cent)}.`;
}
