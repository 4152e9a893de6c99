import {describe, expect, it} from 'vitest';
import {figureText} from '../../../dashboard/charts/figure-text.ts';

const SHARE = {decimalen: 0, eenheid: 'procent van de aanmeldingen'};

describe('a share', () => {
  it('at the edge is said to be a bound, never an exact value', () => {
    const low = {waarde: 5, status: 'ok', methode: 'wilson, hooguit'} as const;
    const high = {waarde: 95, status: 'ok', methode: 'wilson, minstens'} as const;
    expect(figureText(low, SHARE)).toBe('hooguit 5%');
    expect(figureText(high, SHARE)).toBe('minstens 95%');
  });

  it('inside is printed as it is', () => {
    expect(figureText({waarde: 5, status: 'ok', methode: 'wilson'}, SHARE)).toBe('5%');
  });
});
