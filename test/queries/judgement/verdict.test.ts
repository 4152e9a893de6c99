import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Indicator} from '../../../queries/contract/indicator.ts';
import {baselineWords} from '../../../queries/judgement/baseline-words.ts';
import {POORTEN} from '../../../queries/judgement/gates.ts';
import {judge} from '../../../queries/judgement/verdict.ts';
import {
  baseline,
  counted,
  figure,
  GEBIED,
  INDICATOR,
  question,
  type Bounds,
} from '../../support/judged-figures.ts';

function verdictOf(now: Bounds, was: Bounds, over: Partial<Indicator> = {}, periode = '2022') {
  return judge(
    question({
      indicator: {...INDICATOR, ...over},
      cijfer: figure(now, {periode}),
      nulmeting: baseline(was),
    }),
  );
}

describe('the verdict', () => {
  it.each([
    ['beter', [10, 9.5, 10.5], [15, 14.5, 15.5]],
    ['slechter', [15, 14.5, 15.5], [10, 9.5, 10.5]],
    ['geen relevant verschil', [10, 9.8, 10.2], [10, 9.8, 10.2]],
    ['niet te zeggen', [12, 8, 17], [10, 7, 14]],
  ] as const)('is %s for %j against %j', (woord, now, then) => {
    expect(verdictOf(now, then).woord).toBe(woord);
  });

  it('turns round with the direction that is wished for', () => {
    expect(verdictOf([15, 14.5, 15.5], [10, 9.5, 10.5], {richting: 'hoger'}).woord).toBe('beter');
  });

  it('is as expected for a rise in the first months after a start', () => {
    expect(verdictOf([15, 14.5, 15.5], [10, 9.5, 10.5], {}, '2021').woord).toBe('zoals verwacht');
    expect(verdictOf([15, 14.5, 15.5], [10, 9.5, 10.5], {}, '2022').woord).toBe('slechter');
  });

  it('knows a rise of the workload as expected in months 1 to 24, and then passes no judgement', () => {
    const caseload = {richting: 'band', verwacht_maanden: 24} as const;
    expect(verdictOf([15, 14.5, 15.5], [10, 9.5, 10.5], caseload, '2022').woord).toBe(
      'zoals verwacht',
    );
    expect(verdictOf([15, 14.5, 15.5], [10, 9.5, 10.5], caseload, '2023').woord).toBe(
      'geen oordeel',
    );
  });

  it('is not given away by a bound that is unknown', () => {
    const open = verdictOf([42, 35, null], [63, 56, 70]);
    expect(open.woord).toBe('niet te zeggen');
    expect(open.verschil_bovengrens).toBeNull();
    expect(verdictOf([63, 56, 70], [42, 35, null]).woord).toBe('niet te zeggen');
  });

  it('is not passed on a neutral indicator', () => {
    expect(
      verdictOf([15, 14.5, 15.5], [10, 9.5, 10.5], {richting: 'neutraal', verwacht_maanden: 0})
        .woord,
    ).toBe('geen oordeel');
  });

  it('is never beter or slechter while the interval of the difference holds zero', () => {
    const bounds = fc
      .tuple(fc.integer({min: 10, max: 100}), fc.integer({min: 1, max: 40}))
      .map(([value, half]): Bounds => [value, Math.max(0, value - half), value + half]);
    fc.assert(
      fc.property(bounds, bounds, (now, then) => {
        const {woord, verschil_ondergrens: low, verschil_bovengrens: high} = verdictOf(now, then);
        if ((low ?? 0) <= 0 && (high ?? 0) >= 0) expect(['beter', 'slechter']).not.toContain(woord);
      }),
    );
  });

  it('mirrors: what is better one way is worse the other way', () => {
    const count = fc.integer({min: 10, max: 400});
    fc.assert(
      fc.property(count, count, (now, then) => {
        const asked = (richting: 'hoger' | 'lager') =>
          judge(
            question({
              indicator: {...INDICATOR, vorm: 'aantal', richting, verwacht_maanden: 0},
              cijfer: figure(null, counted(now)),
              nulmeting: baseline(null, counted(then)),
            }),
          ).woord;
        const mirror = {beter: 'slechter', slechter: 'beter'} as Record<string, string>;
        expect(asked('hoger')).toBe(mirror[asked('lager')] ?? asked('lager'));
      }),
    );
  });
});

describe('the sentence', () => {
  it('says the finding first, then was and werd, then the difference with its interval', () => {
    const {antwoord, zin} = verdictOf([15, 14.5, 15.5], [10, 9.5, 10.5]);
    expect(antwoord).toBe('Verwijzingen in Centrum: hoger dan bij de 0-meting, dus slechter.');
    expect(zin).toBe(
      `${antwoord} Was 10,0, werd 15,0 per 1.000 inwoners in 2022. Het verschil is +50%, tussen +43% en +57%.`,
    );
  });

  it('says how large the uncertainty is when nothing can be said', () => {
    expect(verdictOf([12, 8, 17], [10, 7, 14]).zin).toContain(
      'De onzekerheid is te groot: tussen −37% en +78%.',
    );
  });

  it('tells the difference of a share in procentpunt', () => {
    const {zin, verschil_methode} = judge(
      question({
        indicator: {...INDICATOR, vorm: 'aandeel', eenheid: 'procent', decimalen: 0},
        cijfer: figure([30, 26, 34], {teller: 150, noemer: 500}),
        nulmeting: baseline([40, 36, 44], {teller: 200, noemer: 500}),
      }),
    );
    expect(verschil_methode).toBe('newcombe');
    expect(zin).toContain('Was 40%, werd 30% in 2022.');
    expect(zin).toContain('Het verschil is −10 procentpunt, tussen −16 en −4 procentpunt.');
  });

  it('keeps to fifteen words, whatever the word and the comparison', () => {
    const cases = [
      question(),
      question({cijfer: figure([12, 8, 17])}),
      question({cijfer: figure([20, 19, 21], {periode: '2021'})}),
      question({vergelijking: 'gemeente', gemeenteCijfer: figure([12, 11, 13])}),
      question({vergelijking: 'regio'}),
      question({vergelijking: 'streefwaarde'}),
      question({nulmeting: null}),
    ];
    for (const {zin} of cases.map((one) => judge(one)))
      for (const sentence of zin.split(/(?<=[.:]) /))
        expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(15);
  });
});

describe('a gate', () => {
  it.each([
    ['te_klein', {cijfer: figure(null, {status: 'te_klein'})}],
    ['onvolledig', {cijfer: figure(null, {status: 'onvolledig'})}],
    ['weinig_gebeurtenissen', {cijfer: figure([1, 0.5, 2], {teller: 5})}],
    ['weinig_gebeurtenissen', {nulmeting: baseline([1, 0.5, 2], {teller: 5})}],
    ['lage_dekking', {cijfer: figure([10, 9, 11], {dekking: 0.55})}],
    ['lage_dekking', {nulmeting: baseline([10, 9, 11], {dekking: 0.55})}],
    ['voor_de_start', {cijfer: figure([10, 9, 11], {periode: '2020'})}],
    [
      'in_de_nulmeting',
      {
        cijfer: figure([10, 9, 11], {periode: '2021'}),
        nulmeting: baseline([15, 14, 16], {periode_van: '2021-02-01', periode_tot: '2021-07-31'}),
      },
    ],
    ['nulmeting_te_klein', {nulmeting: null}],
    [
      'korte_nulmeting',
      {
        nulmeting: null,
        bereik: {indicator: '', gemeente: '', van: '2020-01-01', tot: '2022-12-31'},
      },
    ],
    ['geen_nulmeting', {nulmeting: null, gebied: {...GEBIED, startdatum: null}}],
    ['definitie_gewijzigd', {indicator: {...INDICATOR, versie: '2'}}],
    [
      'registratie_gewijzigd',
      {
        gebeurtenissen: [
          {
            datum: '2021-06-01',
            datum_tot: null,
            gebied: 'GM0400',
            omschrijving: 'Nieuw registratiesysteem',
          },
        ],
      },
    ],
    ['stand_sluit_niet', {gevonden: 'stand_sluit_niet'}],
    [
      'alleen_per_team',
      {indicator: {...INDICATOR, vorm: 'per_fte'}, gebied: {...GEBIED, niveau: 'wijk'}},
    ],
    ['is_de_gemeente', {vergelijking: 'gemeente', gebied: {...GEBIED, niveau: 'gemeente'}}],
    ['geen_vergelijking', {vergelijking: 'regio'}],
    ['geen_streefwaarde', {vergelijking: 'streefwaarde'}],
  ] as const)('that failed is named: %s', (poort, over) => {
    const oordeel = judge(question(over));
    const woord = poort === 'is_de_gemeente' ? 'geen oordeel' : 'nog niet te beoordelen';
    expect([oordeel.woord, oordeel.poort]).toEqual([woord, poort]);
    expect(oordeel.zin).toContain(POORTEN[poort]);
    expect(oordeel.verschil).toBeNull();
  });

  it('opens at the edge: 10 events, 60% covered, a registration of twelve months before', () => {
    const cijfer = figure([10, 9.5, 10.5], {teller: 10, dekking: 0.6});
    expect(judge(question({cijfer})).poort).toBeNull();
  });

  it('of an uitgangspunt asks no months of before the start: it is the first half-year', () => {
    const asked = question({
      indicator: {...INDICATOR, nulmeting: 'eerste_halfjaar'},
      nulmeting: null,
      bereik: {indicator: '', gemeente: '', van: '2020-11-01', tot: '2022-12-31'},
    });
    expect(judge(asked).poort).toBe('nulmeting_te_klein');
    const short = {...asked, bereik: {...asked.bereik!, tot: '2021-03-31'}};
    expect(judge(short).poort).toBe('geen_nulmeting');
  });

  it('does not close for a registration that changed elsewhere or before the 0-meting', () => {
    const event = {datum_tot: null, omschrijving: 'Nieuwe registratie'};
    const gebeurtenissen = [
      {...event, datum: '2021-06-01', gebied: 'T9'},
      {...event, datum: '2019-11-01', gebied: 'T1'},
    ];
    expect(judge(question({gebeurtenissen})).poort).toBeNull();
  });
});

it('calls it the uitgangspunt where no team registered before its start', () => {
  const zrm = {...INDICATOR, nulmeting: 'eerste_halfjaar'} as const;
  expect(baselineWords('hoger dan bij de 0-meting', zrm)).toBe('hoger dan bij het uitgangspunt');
  expect(baselineWords('Er is geen 0-meting.', zrm)).toBe('Er is geen uitgangspunt.');
  expect(baselineWords('Er is geen 0-meting.', INDICATOR)).toBe('Er is geen 0-meting.');
});
