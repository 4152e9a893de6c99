import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {AnswerCache, type CachedAnswer} from '../../../dashboard/server/answer-cache.ts';
import {chooseEncoding} from '../../../dashboard/server/compress.ts';
import {Semaphore} from '../../../dashboard/server/semaphore.ts';

function answer(size: number): CachedAnswer {
  return {headers: {}, etag: '"e"', bytes: Buffer.alloc(size)};
}

describe('the cache of answers', () => {
  it('never holds more than its bytes, whatever is asked', async () => {
    const question = fc.tuple(fc.nat(20), fc.nat(3000));
    await fc.assert(
      fc.asyncProperty(fc.array(question, {maxLength: 80}), async (questions) => {
        const cache = new AnswerCache(10_000);
        for (const [key, size] of questions) {
          await cache.getOrMake(String(key), () => Promise.resolve(answer(size)));
          expect(cache.bytes).toBeLessThanOrEqual(10_000);
        }
      }),
    );
  });

  it('lets go of what was used longest ago', async () => {
    const cache = new AnswerCache(10_000);
    const make = () => Promise.resolve(answer(1900));
    for (const key of ['a', 'b', 'c', 'd']) await cache.getOrMake(key, make);
    cache.get('a');
    await cache.getOrMake('e', make);
    expect(['a', 'b', 'e'].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true]);
  });

  it('makes one answer for all who ask at the same time, and keeps no failure', async () => {
    const cache = new AnswerCache(10_000);
    let made = 0;
    const make = async () => {
      made += 1;
      await Promise.resolve();
      if (made === 1) throw new Error('first time');
      return answer(10);
    };
    const first = await Promise.allSettled([
      cache.getOrMake('k', make),
      cache.getOrMake('k', make),
    ]);
    expect(first.map(({status}) => status)).toEqual(['rejected', 'rejected']);
    await Promise.all([cache.getOrMake('k', make), cache.getOrMake('k', make)]);
    expect(made).toBe(2);
  });
});

describe('the queue for queries', () => {
  it('runs no more than its places at once, and all of them in the end', async () => {
    const queue = new Semaphore(2);
    let running = 0;
    let most = 0;
    const task = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running -= 1;
      if (most % 2 === 1) throw new Error('one that fails');
    };
    const outcomes = await Promise.allSettled(Array.from({length: 9}, () => queue.run(task)));
    expect([outcomes.length, most, running]).toEqual([9, 2, 0]);
  });
});

describe('the encoding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['zstd', 'identity'],
  ] as const)('for %s is %s', (accept, expected) => {
    expect(chooseEncoding(accept)).toBe(expected);
  });
});
