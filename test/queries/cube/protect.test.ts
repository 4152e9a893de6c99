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
  protectShare,
  roundCount,
} from '../../../queries/cube/protect.ts';

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
  it('is hidden below ten clients and shown from fourteen, somewhere between by its label', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (label, seed) => {
        const shown = (clienten: number): boolean =>
          isVisible(noiseOf(seed), label, {...enough, clienten});
        expect(shown(9)).toBe(false);
        expect(shown(14)).toBe(true);
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
  const facts = {clienten: 20, som: 1000, grootste: 100, tweede: 90, ck: '42'};

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
  it('needs a denominator of thirty', () => {
    expect(protectShare(15, 25)).toBeNull();
    expect(protectShare(15, 30)).toMatchObject({waarde: 50});
  });

  it('has steps of five below a hundred, whole percents from there', () => {
    expect(protectShare(20, 45)?.waarde).toBe(45);
    expect(protectShare(45, 105)?.waarde).toBe(43);
  });

  it('shows at most 5% and at least 95%, without the numerator', () => {
    expect(protectShare(5, 200)).toEqual({
      waarde: 5,
      methode: 'wilson, hooguit',
      tellerZichtbaar: false,
    });
    expect(protectShare(200, 200)).toMatchObject({waarde: 95, tellerZichtbaar: false});
  });
});

describe('a median', () => {
  it('needs twenty spells and ten ends', () => {
    expect(enoughForDuration(19, 15)).toBe(false);
    expect(enoughForDuration(25, 9)).toBe(false);
    expect(enoughForDuration(20, 10)).toBe(true);
  });

  it('is in whole weeks, near the middle, and never one persons own days', () => {
    const ends = Array.from({length: 101}, (_, index) => 10 + 3 * index);
    fc.assert(
      fc.property(fc.double({min: -2, max: 2, noNaN: true}), (shift) => {
        const median = protectQuantile(ends, 50, shift, 101);
        expect(median % 7).toBe(0);
        expect(Math.abs(median - 160)).toBeLessThanOrEqual(3 * 7 + 7);
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
