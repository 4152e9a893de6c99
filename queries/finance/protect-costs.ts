import type {Status} from '../contract/figure.ts';
import type {CubeContext} from '../cube/cell.ts';
import {areaKey, cellLabel} from '../cube/label.ts';
import {denominatorAges} from '../cube/people.ts';
import {isVisible, meanStatus} from '../cube/protect.ts';
import {costAmounts, withheldAmount, type Amount} from '../cube/protect-amount.ts';
import type {CostFacts} from './cost-facts.ts';

/** What protecting costs needs of the release: the salts, public population, names of areas. */
export type Protection = Pick<CubeContext, 'noise' | 'people' | 'areas'>;

/** Costs as published: a rounded count × a protected mean, so the sum adds no information. */
export interface ProtectedCosts {
  clienten: number | null;
  kosten_cent: Amount;
  per_client_cent: Amount;
  status: Status;
}

const BASE_POPULATION = 'clienten met declaraties';

/** The same rules and the same module as every other figure: see queries/cube/protect.ts. */
export function protectCosts({noise, people, areas}: Protection, facts: CostFacts): ProtectedCosts {
  const {niveau, code, gemeente, clienten, huishoudens} = facts;
  const label = labelOf(areas, facts);
  const ages = facts.leeftijdsgroep === 'alle' ? {} : {leeftijdsgroep: facts.leeftijdsgroep};
  const inwoners = people.inhabitants(
    {gemeente, niveau, code},
    facts.tot,
    denominatorAges(ages, []),
  );
  if (!isVisible(noise, label, {clienten, huishoudens, inwoners})) return withheldCosts('te_klein');
  const status = meanStatus(facts);
  if (status !== 'ok') return withheldCosts(status);
  return {...costAmounts(noise, label, facts), status};
}

/** Costs that are withheld for this reason. */
export function withheldCosts(status: Status): ProtectedCosts {
  const none = withheldAmount(status, 'beschermd');
  return {clienten: null, kosten_cent: none, per_client_cent: none, status};
}

function labelOf(areas: Protection['areas'], facts: CostFacts): string {
  const {niveau, code, gemeente, periodesoort, wet, productcategorie, leeftijdsgroep} = facts;
  const area = areas.get(areaKey({niveau, code, gemeente})) ?? `${gemeente}/${code}`;
  const product = productcategorie === 'alle' ? 'alle' : `${wet}-${productcategorie}`;
  return cellLabel(BASE_POPULATION, periodesoort, area, {
    wet,
    productcategorie: product,
    leeftijdsgroep,
  });
}
