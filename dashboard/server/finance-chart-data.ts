import {ownBudget, wijkbudget} from '../../queries/finance/wijkbudget.ts';
import {areaDeviations} from '../../queries/finance/area-deviation.ts';
import type {Onderdeel} from '../../queries/contract/finance.ts';
import type {FinanceChartData} from '../charts/finance-chart.ts';
import {sideOf} from '../../queries/finance/budget-totals.ts';
import {financeQuestion} from './finance-question.ts';
import type {Publication} from './source.ts';

/** What a picture about money is asked with, after the checks. */
export interface FinanceChartQuestion {
  gemeente?: string | undefined;
  boekjaar?: string | undefined;
  peilmaand?: string | undefined;
  onderdeel: Onderdeel;
  niveau: 'team' | 'wijk';
  /** Whole euros that are divided. */
  bedrag?: string | undefined;
}

/** Gathers what a chart about money is drawn from, with the names of areas. */
export function financeChartData(
  publication: Publication,
  query: FinanceChartQuestion,
): FinanceChartData {
  const {financien, gemeente, boekjaar, peilmaand} = financeQuestion(publication, query);
  const {onderdeel, niveau} = query;
  const year = financien.begroting.find((one) => one.boekjaar === boekjaar);
  const isHere = (one: {boekjaar: number; peilmaand: number}): boolean =>
    one.boekjaar === boekjaar && one.peilmaand === peilmaand;
  const names = new Map(
    publication.gebieden
      .filter((area) => area.gemeente === gemeente)
      .map(({code, naam}) => [code, naam]),
  );
  const bedrag_cent =
    query.bedrag === undefined ? ownBudget(financien, boekjaar) : 100 * Number(query.bedrag);
  return {
    gemeente: publication.manifest.gemeenten.find(({code}) => code === gemeente)?.naam ?? gemeente,
    boekjaar,
    peilmaand,
    onderdeel,
    versies: (year?.versies ?? []).map(({versie, datum}, index) => ({
      versie,
      datum,
      lasten_cent: year === undefined ? 0 : sideOf(year, 'lasten', index, onderdeel),
      baten_cent: year === undefined ? 0 : sideOf(year, 'baten', index, onderdeel),
    })),
    standen: financien.standen.filter(isHere),
    maanden: financien.maanden.filter((one) => isHere(one) && one.onderdeel === onderdeel),
    verschil:
      financien.verschillen.find((one) => isHere(one) && one.onderdeel === onderdeel) ?? null,
    gebieden: areaDeviations(financien, {boekjaar, peilmaand, onderdeel, niveau}).map(
      ({gebied, verschil_cent}) => ({
        naam: gebied === null ? null : (names.get(gebied) ?? gebied),
        verschil_cent,
      }),
    ),
    bedrag_cent,
    verdeling: wijkbudget(financien, {boekjaar, niveau, cent: bedrag_cent}).map(
      ({gebied, ...parts}) => ({naam: names.get(gebied) ?? gebied, ...parts}),
    ),
  };
}
