import {describe, expect, it} from 'vitest';
import {chosenCell, figuresAddress, readVraag} from '../../../dashboard/app/indicator/question.ts';
import {INDICATOREN} from '../../support/publication-catalogue.ts';

const find = (id: string) => INDICATOREN.find((one) => one.id === id)!;
const read = (id: string, search: string) =>
  readVraag(new URLSearchParams(search), {indicator: find(id), gemeente: '0400'});

describe('the question of an address', () => {
  it('has a normal choice for everything', () => {
    expect(read('wachtlijst', '')).toMatchObject({
      niveau: 'wijk',
      periodesoort: 'kwartaal',
      gebied: null,
      uitsplitsen: null,
      keuzes: {},
    });
  });

  it('falls back where the indicator does not know what is asked', () => {
    const vraag = read('doorlooptijd', 'niveau=straat&periodesoort=maand&wet=iets&uitsplitsen=x');
    expect(vraag).toMatchObject({niveau: 'wijk', periodesoort: 'kwartaal', keuzes: {}});
    expect(vraag.uitsplitsen).toBeNull();
  });

  it('splits over a year, and never splits and chooses within one dimension', () => {
    const vraag = read('wachtlijst', 'uitsplitsen=wet&wet=wmo');
    expect(vraag).toMatchObject({uitsplitsen: 'wet', periodesoort: 'jaar', keuzes: {}});
  });
});

describe('the cell that is shown', () => {
  it('is the main cell while nothing is chosen', () => {
    expect(chosenCell(find('type_vragen'), read('type_vragen', ''))).toEqual({meervoudig: 'ja'});
  });

  it('is what is chosen, within the standard variant', () => {
    const vraag = read('wachtlijst', 'wet=wmo');
    expect(chosenCell(find('wachtlijst'), vraag)).toEqual({variant: 'standaard', wet: 'wmo'});
  });

  it('leaves the dimension open that is split', () => {
    const vraag = read('type_vragen', 'uitsplitsen=meervoudig');
    const address = figuresAddress(find('type_vragen'), vraag, {uitsplitsen: 'meervoudig'});
    expect(address).not.toContain('meervoudig=');
    expect(address).toContain('uitsplitsen=meervoudig');
  });
});
