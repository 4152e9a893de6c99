// Each guarantee is a check that runs against the product and against weaker variants of it. The
// product has to hold; the variant that lacks the guarantee has to fall.
import {describe, expect, it} from 'vitest';
import {cellLabel} from '../../../queries/cube/label.ts';
import {Noise} from '../../../queries/cube/noise.ts';
import {
  isVisible,
  meanStatus,
  noisySum,
  roundCount,
  significant,
  type Group,
} from '../../../queries/cube/protect.ts';
import {ownMean, meanTimesCount} from '../../../queries/attack/means.ts';
import type {MeanRule} from '../../../queries/attack/people.ts';
import {subtraction} from '../../../queries/attack/subtraction.ts';
import {publishTable} from '../../../queries/attack/protection.ts';
import {makeWorld, saltOf} from '../../../queries/attack/world.ts';

/** The four decisions that a weaker product could take otherwise. */
interface Variant {
  visible: (noise: Noise, label: string, group: Group) => boolean;
  count: (noise: Noise, label: string, n: number) => number;
  mean: MeanRule;
  label: (periode: string) => string;
}

const product: Variant = {
  visible: isVisible,
  count: roundCount,
  mean: ownMean,
  label: () => cellLabel('cliënten', 'maand', 'GM1', {}),
};

const threeDigits = (mean: number): number => significant(mean, 3);

const weaker: readonly (readonly [string, Variant, string])[] = [
  ['threshold only', {...product, count: (_, __, n) => n}, 'differences tell nothing'],
  [
    'a mean without noise',
    {
      ...product,
      mean: {
        print: threeDigits,
        publish: (_, __, facts) =>
          meanStatus(facts) === 'ok' ? threeDigits(facts.som / facts.clienten) : null,
      },
    },
    'no sum follows from a mean',
  ],
  [
    'a mean that is not rounded',
    {
      ...product,
      mean: {
        print: (mean) => mean,
        publish: (noise, label, facts) => noisySum(noise, label, facts) / facts.clienten,
      },
    },
    'a mean has three digits',
  ],
  [
    'the period in the label',
    {...product, label: (periode) => `${cellLabel('cliënten', 'maand', 'GM1', {})}|${periode}`},
    'averaging over months tells nothing',
  ],
  [
    'small households shown',
    {
      ...product,
      visible: (noise, label, group) => isVisible(noise, label, {...group, huishoudens: 99}),
    },
    'one household is no group',
  ],
  [
    'a fixed threshold',
    {...product, visible: (_, __, {clienten}) => clienten >= 10},
    'a crossed threshold leaves five counts',
  ],
];

const noise = new Noise({label: saltOf('proef'), record: saltOf('record')});
const world = makeWorld(1);

const checks: Readonly<Record<string, (variant: Variant) => boolean>> = {
  'differences tell nothing': ({visible, count}) => {
    const published = publishTable(
      world.table,
      world.counts,
      (label, group) => (visible(noise, label, group) ? count(noise, label, group.clienten) : null),
      2,
    );
    return subtraction(world.table.axes, published, world.counts).geslaagd;
  },
  'no sum follows from a mean': ({mean}) => meanTimesCount(world, mean).geslaagd,
  'a mean has three digits': ({mean}) => {
    const facts = {clienten: 37, bijdragers: 37, som: 12_345, grootste: 900, tweede: 800, ck: '1'};
    const value = mean.publish(noise, 'L', facts);
    return value !== null && value === significant(value, 3);
  },
  'averaging over months tells nothing': ({count, label}) => {
    // Twelve is shown as 10 or 15, always the same: the mean of 60 months is no nearer to it.
    const shown = Array.from({length: 60}, (_, month) => count(noise, label(String(month)), 12));
    return new Set(shown).size === 1;
  },
  'one household is no group': ({visible}) =>
    !visible(noise, 'L', {clienten: 40, huishoudens: 1, inwoners: null}),
  'a crossed threshold leaves five counts': ({visible}) => {
    const labels = Array.from({length: 400}, (_, index) => `L${String(index)}`);
    const thresholds = labels.map((label) =>
      [9, 10, 11, 12, 13, 14, 15].find((clienten) =>
        visible(noise, label, {clienten, huishoudens: clienten, inwoners: null}),
      ),
    );
    return new Set(thresholds).size >= 5;
  },
};

describe('the protection of the product holds:', () => {
  it.each(Object.keys(checks))('%s', (name) => {
    expect(checks[name]?.(product)).toBe(true);
  });
});

describe('a weaker protection is noticed:', () => {
  it.each(weaker)('%s', (_, variant, name) => {
    expect(checks[name]?.(variant)).toBe(false);
  });
});
