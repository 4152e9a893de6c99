import type {Database} from '../warehouse/open.ts';
import type {Definition, SoortBedrag} from './catalogue.ts';
import type {GemeenteFinancien} from './contract/finance.ts';
import type {CubeBuilder, IndicatorCube} from './cube/build.ts';
import {financeOf} from './finance/finance-of.ts';
import {budgetCube, forecastCube} from './finance/public-amounts.ts';
import {writeFigures} from './publication-file.ts';

/** What a release publishes of money, and the indicators that were made from it. */
export interface ReleasedMoney {
  financien: GemeenteFinancien[];
  cubes: IndicatorCube[];
}

/** Whether an indicator is an amount of nobody: made with the rest of the money, and never kept. */
export function isPublicAmount({bedrag}: Definition): boolean {
  return bedrag === 'begroot' || bedrag === 'verwacht';
}

/**
 * Works out the money from the exact warehouse and from what is already written of the publication, and
 * writes the indicators that show amounts of nobody. A begroting changes during its year, so these are
 * not kept as they were published, unlike what is told of people. Without the costs per client in the
 * catalogue a publication knows of no money.
 */
export async function releaseMoney(
  {warehouse, publication}: {warehouse: Database; publication: Database},
  builder: CubeBuilder,
  definitions: readonly Definition[],
): Promise<ReleasedMoney> {
  const of = (soort: SoortBedrag): Definition | undefined =>
    definitions.find(({bedrag}) => bedrag === soort);
  const [costs, expected, budgeted] = [of('per_client'), of('verwacht'), of('begroot')];
  const financien =
    costs === undefined || expected === undefined
      ? []
      : await financeOf({warehouse, publication}, builder.protection, {
          kosten: costs.sql,
          prognose: expected.sql,
        });
  const cubes = [
    ...(budgeted === undefined ? [] : [await budgetCube(warehouse, budgeted)]),
    ...(expected === undefined ? [] : [forecastCube(expected, financien)]),
  ];
  for (const cube of cubes) await writeFigures(publication, cube);
  return {financien, cubes};
}
