import type {Database} from '../warehouse/open.ts';
import type {Definition, SoortBedrag} from './catalogue.ts';
import type {CubeBuilder, IndicatorCube} from './cube/build.ts';
import {financeOf} from './finance/finance-of.ts';
import {keepPublishedFinance, type KeptFinance} from './finance/keep-finance.ts';
import {budgetCube, forecastCube} from './finance/public-amounts.ts';
import {writeFigures} from './publication-file.ts';
import {PARAMETERS} from './release-manifest.ts';

/** What a release publishes of money, and the indicators that were made from it. */
export interface ReleasedMoney extends KeptFinance {
  cubes: IndicatorCube[];
}

/** Whether an indicator is an amount of nobody: made with the rest of the money, and never kept. */
export function isPublicAmount({bedrag}: Definition): boolean {
  return bedrag === 'begroot' || bedrag === 'verwacht';
}

/**
 * Works out the money from the exact warehouse and from what is already written of the publication, and
 * writes the indicators that show amounts of nobody. They follow what the page Financiën shows, so what
 * was published before is kept in one place. Without the costs per client in the catalogue a publication
 * knows of no money. `previous` is the path of the publication before; null: there is none.
 */
export async function releaseMoney(
  {warehouse, publication}: {warehouse: Database; publication: Database},
  builder: CubeBuilder,
  {definitions, previous}: {definitions: readonly Definition[]; previous: string | null},
): Promise<ReleasedMoney> {
  const of = (soort: SoortBedrag): Definition | undefined =>
    definitions.find(({bedrag}) => bedrag === soort);
  const [costs, expected, budgeted] = [of('per_client'), of('verwacht'), of('begroot')];
  const now =
    costs === undefined || expected === undefined
      ? []
      : await financeOf({warehouse, publication}, builder.protection, {
          kosten: costs.sql,
          prognose: expected.sql,
        });
  const money = await keepPublishedFinance(previous, now, PARAMETERS);
  const cubes = [
    ...(budgeted === undefined ? [] : [await budgetCube(warehouse, budgeted)]),
    ...(expected === undefined ? [] : [forecastCube(expected, money.financien)]),
  ];
  for (const cube of cubes) await writeFigures(publication, cube);
  return {...money, cubes};
}
