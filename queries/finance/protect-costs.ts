import type {Status} from '../contract/figure.ts';
import type {CubeContext} from '../cube/cell.ts';
import {areaKey, cellLabel} from '../cube/label.ts';
import {denominatorAges} from '../cube/people.ts';
import {isVisible, meanStatus, noisySum, roundCount, roundMean, shown} from '../cube/protect.ts';
import type {CostFacts} from './cost-facts.ts';

/** What protecting costs needs of the release: the salts, public population, names of areas. */
export type Protection = Pick<CubeContext, 'noise' | 'people' | 'areas'>;

/** Costs as published: a rounded count × a protected mean, so the sum adds no information. */
export interface ProtectedCosts {
  kosten_cent: number | null;
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
  const mean = Math.round(roundMean(noisySum(noise, label, facts) / clienten, 1 / clienten));
  const count = roundCount(noise, label, clienten);
  return {
    kosten_cent: count * mean,
    status: shown('', {waarde: mean, aantal: count}).status,
  };
}

function withheldCosts(status: Status): ProtectedCosts {
  return {kosten_cent: null, status};
}
