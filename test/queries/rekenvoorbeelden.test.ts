// The page a councillor reads carries a sum worked out by hand. Here the real query has to agree.
import {describe, expect, it} from 'vitest';
import {readCatalogue} from '../../queries/catalogue.ts';
import {readExample, runExample} from '../support/worked-example.ts';

describe('the worked example on the page of', () => {
  it.each(readCatalogue('queries/indicators').all())('$id', async (definition) => {
    const example = readExample(definition.rekenvoorbeeld);
    expect(example.expected.length).toBeGreaterThan(1);
    expect(await runExample(definition, example)).toEqual(
      example.expected.map(({outcome}) => outcome),
    );
  });
});
