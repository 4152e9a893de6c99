import {describe, expect, it} from 'vitest';
import {aanvraag, levering, product, toewijzing, translated} from './sample.ts';

const withCare = (care: Record<string, unknown>): unknown =>
  aanvraag([product({toewijzingen: [toewijzing({leveringen: [levering(care)]})]})]);
const withSize = (volume: number, eenheid: string, frequentie: string): unknown =>
  aanvraag([product({omvang: {volume, eenheid: {code: eenheid}, frequentie: {code: frequentie}}})]);

describe('reasons of ending', () => {
  it.each([
    ['02', 'Nieuw indicatie', 'wijziging'],
    ['02', 'Overlijden', 'overlijden'],
    ['03', 'Overig', null],
    ['04', 'Overplaatsing', 'andere_aanbieder'],
    ['07', 'Einde   zorg ', 'volgens_plan'],
    ['16', 'Einde hulp beëindigd door aanbieder', 'aanbieder'],
    ['17', 'Einde hulp overleg beide', 'overleg'],
    ['20', 'Levering is tijdelijk beëindigd', 'tijdelijk'],
    ['31', 'Verhuizing naar een andere gemeente', 'verhuizing'],
  ])('%s "%s" is %s', async (code, omschrijving, expected) => {
    const {levering: care} = await translated([withCare({redenBeeindiging: {code, omschrijving}})]);
    expect(care.rejected).toEqual([]);
    expect(care.rows.map(({reden_einde}) => reden_einde)).toEqual([expected]);
  });

  it.each([
    ['02', undefined],
    ['02', 'Iets anders'],
    ['04', undefined],
    ['99', 'Geheim'],
  ])('%s "%s" is rejected: it may not be read as another reason', async (code, omschrijving) => {
    const {toewijzing: given, levering: care} = await translated([
      withCare({redenBeeindiging: {code, omschrijving}}),
    ]);
    expect(given.rows).toHaveLength(1);
    expect(care.rows).toEqual([]);
    expect(care.rejected).toMatchObject([{kolom: 'redenBeeindiging', code: 'CODELIJST'}]);
    expect(JSON.stringify(care.rejected)).not.toContain('Geheim');
  });

  it('R9: 31 is another reason in the Jeugdwet', async () => {
    const jeugd = product(
      {toewijzingen: [toewijzing({leveringen: [levering({redenBeeindiging: {code: '31'}})]})]},
      {productCategorie: {code: '45'}},
    );
    const {levering: care} = await translated([
      aanvraag([jeugd], {regeling: {identificatie: 'JW'}}),
    ]);
    expect(care.rows).toMatchObject([{wet: 'jeugdwet', reden_einde: 'volgens_plan'}]);
  });
});

describe('size', () => {
  it.each([
    [195, '01', '2', {volume: '195', eenheid: 'minuut', frequentie: 'week', budget: null}],
    [1, '14', '4', {volume: '1', eenheid: 'etmaal', frequentie: 'maand', budget: null}],
    [1, '82', '6', {volume: '1', eenheid: 'stuks', frequentie: 'totaal', budget: null}],
    [93624, '83', '6', {volume: null, eenheid: 'euro', frequentie: 'totaal', budget: '936.24'}],
  ])('%d of %s per %s', async (volume, eenheid, frequentie, expected) => {
    const {toewijzing: given} = await translated([withSize(volume, eenheid, frequentie)]);
    expect(given.rows).toMatchObject([expected]);
  });

  it('per four weeks has no word in the profile: left empty, with a warning', async () => {
    const {toewijzing: given, waarschuwingen} = await translated([withSize(4, '04', '3')]);
    expect(given.rows).toMatchObject([{volume: null, eenheid: null, frequentie: null}]);
    expect(waarschuwingen).toMatchObject([{regel: 1, code: 'OMVANG_VIER_WEKEN'}]);
  });

  it('R8: may be missing', async () => {
    const {toewijzing: given} = await translated([aanvraag([product({omvang: null})])]);
    expect(given.rows).toMatchObject([{volume: null, eenheid: null}]);
  });

  it.each([
    ['05', '2', 'omvang.eenheid'],
    ['04', '5', 'omvang.frequentie'],
  ])('in an unknown code (%s, %s) is rejected', async (eenheid, frequentie, kolom) => {
    const {toewijzing: given} = await translated([withSize(1, eenheid, frequentie)]);
    expect(given).toMatchObject({rows: [], rejected: [{regel: 1, kolom, code: 'CODELIJST'}]});
  });
});

describe('another unknown code is rejected', () => {
  it.each<[string, unknown]>([
    ['regeling', aanvraag([product()], {regeling: {identificatie: 'PW'}})],
    ['resultaat', aanvraag([product({}, {resultaat: 'misschien'})])],
    ['productCategorie', aanvraag([product({}, {productCategorie: {code: '45'}})])],
    [
      'redenWijziging',
      aanvraag([product({toewijzingen: [toewijzing({redenWijziging: {code: '77'}})]})]),
    ],
  ])('%s', async (kolom, record) => {
    const {toewijzing: given, levering: care} = await translated([record, aanvraag()]);
    expect(given.rejected).toMatchObject([{regel: 1, kolom, code: 'CODELIJST'}]);
    expect(given.rows).toHaveLength(1);
    expect(care.lines).toEqual([2]);
  });
});
