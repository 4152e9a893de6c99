import {beforeAll, describe, expect, it} from 'vitest';
import {attackControls, attackWorld, FULL, type Effort} from '../../../queries/attack/campaign.ts';
import type {AttackResult} from '../../../queries/attack/result.ts';

/** A part of the campaign that takes seconds; `npm run attack` runs all of it on thirteen seeds. */
const SMALL: Effort = {
  wijken: 3,
  everyTarget: 8,
  linearTargets: 2,
  trials: 60,
  pairs: 100,
  periods: 6,
  sweeps: 600,
};
const full = process.env['WIJKMONITOR_AANVAL'] === 'alles';
const seeds = Array.from(
  {length: Number(process.env['WIJKMONITOR_AANVAL_ZADEN'] ?? 1)},
  (_, index) => index + 1,
);

describe.each(seeds)('gemeente %i, published as the product does, withstands', (seed) => {
  let results: AttackResult[];
  beforeAll(async () => {
    results = await attackWorld(seed, full ? FULL : SMALL);
  });

  it.each([
    ['A2', 'subtraction'],
    ['A3', 'linear programming'],
    ['A4', 'reconstruction from all cells'],
    ['A5', 'averaging over periods and names'],
    ['A6', 'comparing two releases, knowing one newcomer'],
    ['A7', 'mean times count'],
    ['A9', 'a sum minus the sum without the largest'],
    ['A10', 'medians of nested groups'],
    ['A11', 'a figure that falls away with one known person'],
    ['A13', 'a classifier trained on shadow gemeenten'],
    ['A18', 'a leaked salt: five counts remain'],
    ['A2 grootboek', 'adding and subtracting exact amounts'],
    ['A6 geld', 'one amount in two publications'],
    ['MCMC', 'sampling whole tables from the exact posterior'],
  ])('%s: %s', (id) => {
    const {geslaagd, gemeten} = results.find((one) => one.id === id)!;
    expect({id, geslaagd, gemeten}).toMatchObject({geslaagd: true});
  });
});

describe('the suite itself', () => {
  it('breaks exact values behind a threshold, and rounding that is drawn anew', async () => {
    const controls = await attackControls(1, full ? FULL : {...SMALL, linearTargets: 6});
    for (const {id, geslaagd, gemeten} of controls) {
      expect({id, geslaagd, gemeten}).toMatchObject({geslaagd: true});
    }
  });
});
