import {noisyAmount, type Payers} from '../cube/protect-amount.ts';
import {Noise} from '../cube/noise.ts';
import {randomSource} from '../statistics/random.ts';
import {drawClaims, payersOf} from './ledger-world.ts';
import {isWithin, rate, type AttackResult} from './result.ts';
import {saltOf} from './world.ts';

/** How an amount that is not exact is published, in cents. */
export type PublishSum = (noise: Noise, label: string, cent: number, achter: Payers) => number;

const ownSum: PublishSum = (noise, label, cent, achter) =>
  noisyAmount(noise, label, cent, [achter]).cent ?? 0;

const NEAR = 0.15;
const MOST_NEAR = 0.25;
const LAWS = 40;
const SMALLEST = 50;

/**
 * A6 on money: the same amount in two publications, or at two looks, between which the costs of one
 * known client came in and nothing else changed. Does the difference tell what he costs?
 */
export function moneyReleases(
  seed: number,
  publish: PublishSum = ownSum,
  laws = LAWS,
): AttackResult {
  const random = randomSource(seed + 13_000);
  const noise = new Noise({
    label: saltOf(`geld ${String(seed)}`),
    record: saltOf(`record ${String(seed)}`),
  });
  let tried = 0;
  let near = 0;
  for (let law = 0; law < laws; law += 1) {
    const claims = drawClaims(random);
    for (const group of payersOf(claims).vanaf[0]?.[0]?.posten ?? []) {
      if (group.clienten < SMALLEST) continue;
      const own = claims.filter(({post}) => post === group.regel);
      const someone = own[Math.floor(own.length * random())]?.client;
      const costs = own
        .filter(({client}) => client === someone)
        .reduce((sum, {cent}) => sum + cent, 0);
      const label = `financien|gedeclareerd|${String(law)}|${group.regel}`;
      const before = publish(noise, label, group.som - costs, group);
      const after = publish(noise, label, group.som, group);
      tried += 1;
      if (Math.abs(after - before - costs) <= NEAR * costs) near += 1;
    }
  }
  const sample = {right: near, of: tried, limit: MOST_NEAR};
  return {
    id: 'A6 geld',
    poging: 'Hetzelfde bedrag in twee publicaties, waartussen één bekende cliënt bijkwam',
    geslaagd: isWithin(sample),
    sample,
    gemeten: {bedragen: tried, binnen_15_procent: rate(near, tried)},
    grens: 'hooguit 25% binnen 15% (op toeval na)',
  };
}
