import {describe, expect, it} from 'vitest';
import {readVraag} from '../../../dashboard/app/indicator/question.ts';
import {unknownSentences} from '../../../dashboard/app/indicator/unknown-choices.ts';
import {fakePublication} from '../../support/publication.ts';
import {INDICATOREN} from '../../support/publication-catalogue.ts';

const indicator = INDICATOREN.find(({id}) => id === 'wachtlijst')!;
const wijken = fakePublication().gebieden.filter(
  ({gemeente, niveau}) => gemeente === '0400' && niveau === 'wijk',
);

function said(search: string, gebieden: typeof wijken | null = wijken): string[] {
  const query = new URLSearchParams(search);
  return unknownSentences(query, {
    indicator,
    vraag: readVraag(query, {indicator, gemeente: '0400'}),
    gebieden,
  });
}

describe('a choice of the address that is not known', () => {
  it.each([
    ['niveau=straat', 'De keuze “straat” bij Gebieden kennen we niet. U ziet nu: Wijken.'],
    ['periodesoort=eeuw', 'De keuze “eeuw” bij Periode kennen we niet. U ziet nu: Per kwartaal.'],
    ['gebied=WK1', 'De keuze “WK1” bij Uitlichten kennen we niet. U ziet nu: Geen.'],
    ['wet=aow', 'De keuze “aow” bij Wet kennen we niet. U ziet nu: Alles.'],
    [
      'uitsplitsen=x',
      'De keuze “x” bij Uitsplitsen naar kennen we niet. U ziet nu: Niet uitsplitsen.',
    ],
  ])('%s is said with what is shown instead', (search, sentence) => {
    expect(said(search)).toEqual([sentence]);
  });

  it('is said when it can not go together with the split', () => {
    expect(said('uitsplitsen=wet&wet=wmo')).toEqual([
      'U splitst uit naar wet. U ziet alle delen ervan.',
    ]);
  });
});

describe('a choice that holds', () => {
  it.each(['', 'niveau=team', 'wet=wmo', 'uitsplitsen=wet', 'wet=', 'gemeente=0400&publicatie=x'])(
    '"%s" needs no words',
    (search) => {
      expect(said(search)).toEqual([]);
    },
  );

  it('is not judged before the areas are there', () => {
    expect(said('gebied=WK1', null)).toEqual([]);
  });
});
