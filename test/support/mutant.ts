import fc from 'fast-check';

const seldom = (max: number): fc.Arbitrary<number> =>
  fc.oneof({weight: 3, arbitrary: fc.constant(0)}, {weight: 1, arbitrary: fc.nat({max})});

/**
 * One of the samples, in which up to three places are cut, overwritten, copied or filled: with text
 * that does no harm, text that matters to the reader, or bytes that are no text.
 */
export function mutantsOf(
  samples: readonly string[],
  harmless: readonly string[],
  harmful: readonly string[],
): fc.Arbitrary<Buffer> {
  const put = fc.oneof(
    fc.constantFrom(...harmless).map((text) => Buffer.from(text)),
    fc.constantFrom(...harmful).map((text) => Buffer.from(text)),
    fc.uint8Array({minLength: 1, maxLength: 4}).map((array) => Buffer.from(array)),
  );
  const edit = fc.record({
    // Without its bias to the edges, which would break the first line each time.
    at: fc.noBias(fc.integer({min: 0, max: 9999})),
    cut: seldom(40),
    copied: seldom(80),
    put,
  });
  return fc
    .record({
      text: fc.constantFrom(...samples),
      edits: fc.array(edit, {minLength: 1, maxLength: 3}),
    })
    .map(({text, edits}) => {
      let mutated = Buffer.from(text);
      for (const {at, cut, copied, put: filling} of edits) {
        const place = Math.floor((at / 10_000) * mutated.length);
        const copy = mutated.subarray(place, place + copied);
        mutated = Buffer.concat([
          mutated.subarray(0, place),
          filling,
          copy,
          mutated.subarray(place + cut),
        ]);
      }
      return mutated;
    });
}
