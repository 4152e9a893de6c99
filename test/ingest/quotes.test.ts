import {describe, expect, it} from 'vitest';
import {Quotes} from '../../ingest/sources/quotes.ts';

function openAfter(text: string): boolean {
  const quotes = new Quotes();
  for (const character of text) quotes.feed(character.charCodeAt(0));
  return quotes.open;
}

describe('a quote in a CSV file', () => {
  it.each([
    ['a;"b', true],
    ['a;"b"', false],
    ['"b', true],
    ['a\n"b', true],
    ['a;"b""', true],
    ['a;"b"";', true],
    ['a;"b""c"', false],
    ['a;""', false],
    // Text, not the start of a cell: two inches.
    ['a;2" buis', false],
    ['a;b "c', false],
    ['a;"b";2"', false],
  ])('after %j is open: %s', (text, open) => {
    expect(openAfter(text)).toBe(open);
  });
});
