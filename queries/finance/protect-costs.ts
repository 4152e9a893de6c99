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
  kosten_cent: Amount;
  status: Status;
}

/** The base population of `kosten_per_client` in the lattice. */
const BASE_POPULATION = 'clienten met declaraties';

/** The same rules and the same module as every other figure: see queries/cube/protect.ts. */
export function protectCosts({noise, people, areas}: Protection, facts: CostFacts): ProtectedCosts {
  const {gemeente, clienten, huishoudens, wet, leeftijdsgroep, periodesoort, tot} = facts;
  const place = {gemeente, niveau: 'gemeente', code: gemeente} as const;
  const area = areas.get(areaKey(place)) ?? `${gemeente}/${gemeente}`;
  const label = cellLabel(BASE_POPULATION, periodesoort, area, {wet, leeftijdsgroep});
  const ages = leeftijdsgroep === 'alle' ? {} : {leeftijdsgroep};
  const inwoners = people.inhabitants(place, tot, denominatorAges(ages, []));
  if (!isVisible(noise, label, {clienten, huishoudens, inwoners})) return withheldCosts('te_klein');
  const status = meanStatus(facts);
  if (status !== 'ok') return withheldCosts(status);
  return {kosten_cent: costAmounts(noise, label, facts).kosten_cent, status};
}

function withheldCosts(status: Status): ProtectedCosts {
  return {kosten_cent: withheldAmount(status, 'beschermd'), status};
}
