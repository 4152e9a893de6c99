import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {areaLabels, cellLabel} from '../../../queries/cube/label.ts';
import {Noise} from '../../../queries/cube/noise.ts';
import {
  dominatesEvents,
  enoughForDuration,
  isVisible,
  meanStatus,
  noisySum,
  protectQuantile,
  roundCount,
} from '../../../queries/cube/protect.ts';
import {protectShare} from '../../../queries/cube/protect-share.ts';

const noiseOf = (seed: number): Noise =>
  new Noise({
    label: Buffer.alloc(32, seed % 251),
    record: Buffer.from(`${seed}`.padStart(32, '0')),
  });
const saltedNoise = (seed: number): Noise =>
  new Noise({label: Buffer.from(String(seed).padStart(32, '0')), record: Buffer.alloc(32, 1)});
const enough = {clienten: 100, huishoudens: 100, inwoners: 1000};

describe('a published count', () => {
  it('is a multiple of five and at most four away from the truth', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.string(), fc.nat(), (n, label, seed) => {
        const v = roundCount(noiseOf(seed), label, n);
        expect(v % 5).toBe(0);
        expect(Math.abs(v - n)).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('is right on average over salts, whatever its last digit', () => {
    for (const n of [10, 11, 12, 13, 14]) {
      const values = Array.from({length: 4000}, (_, seed) => roundCount(saltedNoise(seed), 'L', n));
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      // Standard deviation of one value is at most 2.5: the mean of 4000 lies within 0.16 (4 sd).
      expect(Math.abs(mean - n)).toBeLessThan(0.16);
    }
  });

  it('stays the same until the salt changes', () => {
    expect(roundCount(noiseOf(1), 'L', 63)).toBe(roundCount(noiseOf(1), 'L', 63));
  });
});

describe('a group', () => {
  it('is hidden below ten clients and shown from fifteen, somewhere between by its label', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (label, seed) => {
        const shown = (clienten: number): boolean =>
          isVisible(noiseOf(seed), label, {...enough, clienten});
        expect(shown(9)).toBe(false);
        expect(shown(15)).toBe(true);
      }),
    );
  });

  it('of one household is hidden, however many clients it has', () => {
    expect(isVisible(noiseOf(1), 'L', {...enough, huishoudens: 4})).toBe(false);
  });

  it('in an area with fewer than a hundred inhabitants is hidden', () => {
    expect(isVisible(noiseOf(1), 'L', {...enough, inwoners: 99})).toBe(false);
    expect(isVisible(noiseOf(1), 'L', {...enough, inwoners: 100})).toBe(true);
  });

  it('in which one client has more than half of the events is withheld', () => {
    expect(dominatesEvents(51, 100)).toBe(true);
    expect(dominatesEvents(50, 100)).toBe(false);
  });
});

describe('a mean', () => {
  const facts = {clienten: 20, som: 1000, grootste: 100, tweede: 90, ck: '42', bijdragers: 20};

  it('needs twenty contributors', () => {
    expect(meanStatus({...facts, clienten: 19})).toBe('te_klein');
    expect(meanStatus(facts)).toBe('ok');
  });

  it('is withheld when one has more than half, or two more than three quarters', () => {
    expect(meanStatus({...facts, grootste: 501})).toBe('dominantie');
    expect(meanStatus({...facts, grootste: 400, tweede: 351})).toBe('dominantie');
  });

  it('is moved by up to twice the largest contribution, and by the members themselves', () => {
    const moved = noisySum(noiseOf(3), 'L', facts);
    expect(Math.abs(moved - 1000)).toBeLessThan(2 * Math.max(100, (5 * 1000) / 20));
    expect(moved).not.toBe(1000);
    expect(noisySum(noiseOf(3), 'L', {...facts, ck: '43'})).not.toBe(moved);
  });
});

describe('a share', () => {
  const sides = (teller: number, rest: number, noemer = teller + rest) => ({
    teller: {clienten: teller, aantal: teller},
    rest: {clienten: rest, aantal: rest},
    noemer,
  });

  it('needs a denominator of thirty', () => {
    expect(protectShare(noiseOf(1), 'L', sides(15, 15, 25))).toBeNull();
    expect(protectShare(noiseOf(1), 'L', sides(15, 15, 30))).not.toBeNull();
  });

  it('is the ratio of two protected counts in steps of five, in whole percents from a hundred', () => {
    fc.assert(
      fc.property(fc.integer({min: 15, max: 400}), fc.integer({min: 15, max: 400}), (a, b) => {
        const noemer = roundCount(noiseOf(1), 'N', a + b);
        const share = protectShare(noiseOf(1), 'L', sides(a, b, noemer));
        if (share === null || share.teller === null) return;
        const step = noemer < 100 ? 5 : 1;
        expect(share.teller).toBe(Math.min(noemer, roundCount(noiseOf(1), 'L', a)));
        expect(share.waarde % step).toBe(0);
        expect(Math.abs(share.waarde - (100 * share.teller) / noemer)).toBeLessThanOrEqual(
          step / 2,
        );
      }),
    );
  });

  it('with few in it or few outside it tells only what 0–14 tells, and that is true', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.integer({min: 30, max: 500}), (few, noemer) => {
        const low = protectShare(noiseOf(1), 'L', sides(few, noemer - few, noemer));
        const high = protectShare(noiseOf(1), 'L', sides(noemer - few, few, noemer));
        expect(low).toEqual(protectShare(noiseOf(1), 'L', sides(0, noemer, noemer)));
        expect(low?.teller).toBeNull();
        expect(low?.waarde).toBeGreaterThanOrEqual((100 * few) / noemer);
        expect(high).toMatchObject({teller: null, waarde: 100 - (low?.waarde ?? Number.NaN)});
      }),
    );
  });

  it('shows at most 5% and at least 95%, without the numerator', () => {
    const low = {waarde: 5, methode: 'wilson, hooguit', teller: null};
    expect(protectShare(noiseOf(1), 'L', sides(5, 395))).toEqual(low);
    expect(protectShare(noiseOf(1), 'L', sides(30, 970))).toEqual(low);
    expect(protectShare(noiseOf(1), 'L', sides(400, 0))).toMatchObject({waarde: 95, teller: null});
  });

  it('of few clients with many events is withheld: no bound follows', () => {
    const facts = {...sides(60, 40), teller: {clienten: 9, aantal: 60}};
    expect(protectShare(noiseOf(1), 'L', facts)).toBeNull();
  });
});

describe('a median', () => {
  it('needs twenty spells and ten ends', () => {
    expect(enoughForDuration(19, 15)).toBe(false);
    expect(enoughForDuration(25, 9)).toBe(false);
    expect(enoughForDuration(20, 10)).toBe(true);
  });

  it('is in whole weeks, near the middle, and never one persons own days', () => {
    // Its places move by the noise: one unit of it is four places.
    const spaced = Array.from({length: 101}, (_, index) => 30 * index);
    const moved = [1, -1].map((shift) => Math.abs(protectQuantile(spaced, 50, shift, 101) - 1500));
    for (const days of moved) expect(days).toBeGreaterThan(4 * 30 - 21);
    const ends = Array.from({length: 101}, (_, index) => 10 + 3 * index);
    fc.assert(
      fc.property(fc.double({min: -2, max: 2, noNaN: true}), (shift) => {
        const median = protectQuantile(ends, 50, shift, 101);
        expect(median % 7).toBe(0);
        // At most 2 × 4 places of three days, and half a week.
        expect(Math.abs(median - 160)).toBeLessThanOrEqual(3 * 9 + 4);
      }),
    );
  });
});

describe('a label', () => {
  it('has no period, so that the rounding of a group stays the same in time', () => {
    expect(cellLabel('b', 'jaar', 'GM1/WK1', {})).toBe('b|jaar|gebied=GM1/WK1');
  });

  it('is the same for a 0-meting and a year: the error cancels in was, werd', () => {
    expect(cellLabel('b', 'nulmeting', 'x', {})).toBe(cellLabel('b', 'jaar', 'x', {}));
  });

  it('leaves out what is not split and what another node implies', () => {
    expect(cellLabel('b', 'jaar', 'x', {wet: 'alle', leeftijdsgroep: '0-17'})).toBe(
      cellLabel('b', 'jaar', 'x', {leeftijd: '0-17'}),
    );
    expect(cellLabel('b', 'jaar', 'x', {wet: 'wmo', productcategorie: 'wmo-01'})).toBe(
      cellLabel('b', 'jaar', 'x', {productcategorie: 'wmo-01'}),
    );
    // Help in the home counts people of 65 and older only; so does the same band of all Wmo help.
    expect(cellLabel('b', 'jaar', 'x', {leeftijd: '65+', leeftijdsgroep: '80+'})).toBe(
      cellLabel('b', 'jaar', 'x', {leeftijdsgroep: '80+'}),
    );
  });

  it('does not depend on the order of the dimensions', () => {
    expect(cellLabel('b', 'jaar', 'x', {wet: 'wmo', verwijzer: 'zelf'})).toBe(
      cellLabel('b', 'jaar', 'x', {verwijzer: 'zelf', wet: 'wmo'}),
    );
  });

  it('of the only wijk of a team is the label of the team, up to the gemeente', () => {
    const area = (niveau: 'gemeente' | 'team' | 'wijk', code: string, ouder: string | null) => ({
      niveau,
      code,
      gemeente: 'GM1',
      ouder,
    });
    const two = areaLabels([
      area('gemeente', 'GM1', null),
      area('team', 'T1', 'GM1'),
      area('team', 'T2', 'GM1'),
      area('wijk', 'WK1', 'T1'),
      area('wijk', 'WK2', 'T2'),
      area('wijk', 'WK3', 'T2'),
    ]);
    expect(two.get('wijk GM1 WK1')).toBe(two.get('team GM1 T1'));
    expect(two.get('wijk GM1 WK2')).not.toBe(two.get('team GM1 T2'));
    const one = areaLabels([
      area('gemeente', 'GM1', null),
      area('team', 'T1', 'GM1'),
      area('wijk', 'WK1', 'T1'),
    ]);
    expect(one.get('wijk GM1 WK1')).toBe('GM1');
  });
});
