import {describe, expect, it} from 'vitest';
import {addressOf, readRoute} from '../../../dashboard/app/address.ts';

const at = (pathname: string, search = '') => readRoute({pathname, search});

describe('an address', () => {
  it.each([
    ['/', 'overzicht'],
    ['/overzicht', 'overzicht'],
    ['/overzicht/', 'overzicht'],
    ['/uitleg', 'uitleg'],
    ['/privacy', 'privacy'],
    ['/datakwaliteit', 'datakwaliteit'],
    ['/over', 'over'],
    ['/over/toegankelijkheid', 'toegankelijkheid'],
    ['/over/iets', 'niet-gevonden'],
    ['/indicator', 'niet-gevonden'],
    ['/indicator/a/b', 'niet-gevonden'],
  ])('%s is the page %s', (path, pagina) => {
    expect(at(path).pagina).toBe(pagina);
  });

  it('names the indicator, and has its filters beside it', () => {
    const route = at('/indicator/wachtlijst', '?niveau=team&wet=wmo');
    expect(route.id).toBe('wachtlijst');
    expect(Object.fromEntries(route.query)).toEqual({niveau: 'team', wet: 'wmo'});
  });
});

describe('a link', () => {
  const query = new URLSearchParams('gemeente=0400&publicatie=p1&niveau=wijk&wet=wmo');

  it('keeps gemeente and publication and drops the other filters', () => {
    expect(addressOf('/uitleg', query)).toBe('/uitleg?gemeente=0400&publicatie=p1');
  });

  it('adds what it changes, and null drops', () => {
    expect(addressOf('/', query, {niveau: 'team', publicatie: null})).toBe(
      '/?gemeente=0400&niveau=team',
    );
  });
});
