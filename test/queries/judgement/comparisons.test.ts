import {describe, expect, it} from 'vitest';
import type {ExternCijfer} from '../../../queries/contract/area.ts';
import type {Streefwaarde} from '../../../queries/contract/verdict.ts';
import {judge} from '../../../queries/judgement/verdict.ts';
import {judgeTogether} from '../../../queries/judgement/judge-together.ts';
import {relativeDifference} from '../../../queries/judgement/relative-difference.ts';
import {stockGate} from '../../../queries/judgement/stock-identity.ts';
import {targetIn} from '../../../queries/judgement/target-path.ts';
import {baseline, counted, figure, INDICATOR, question} from '../../support/judged-figures.ts';

const none = {waarde: null, ondergrens: null, bovengrens: null, teller: null, noemer: null};
const COUNT = {...INDICATOR, vorm: 'aantal', verwacht_maanden: 0} as const;

describe('the difference of each form', () => {
  it('of shares is Newcombe’s method 10: 56/70 against 48/80', () => {
    // Newcombe 1998, table II, example (a): 0.0524 to 0.3339
    const found = relativeDifference(
      'aandeel',
      {...none, waarde: 80, teller: 56, noemer: 70},
      {...none, waarde: 60, teller: 48, noemer: 80},
    )!;
    expect(found.methode).toBe('newcombe');
    expect(found.ondergrens * 0.6).toBeCloseTo(0.0524, 4);
    expect(found.bovengrens * 0.6).toBeCloseTo(0.3339, 4);
  });

  it('of counts is the rate ratio, exact under ten events', () => {
    const rate = (teller: number, noemer: number) => ({...none, waarde: 1, teller, noemer});
    const wald = relativeDifference('aantal', rate(40, 1000), rate(20, 1000))!;
    // ln 2 ± 1.96·√(1/40 + 1/20)
    expect([wald.methode, wald.verschil]).toEqual(['rate ratio', 1]);
    expect(wald.ondergrens).toBeCloseTo(2 * Math.exp(-1.959964 * Math.sqrt(0.075)) - 1, 5);
    expect(relativeDifference('stand', rate(5, 1000), rate(20, 1000))!.methode).toBe(
      'rate ratio, exact',
    );
  });

  it('of medians is MOVER on their own intervals', () => {
    const found = relativeDifference(
      'duur',
      {...none, waarde: 98, ondergrens: 84, bovengrens: 112},
      {...none, waarde: 70, ondergrens: 63, bovengrens: 77},
    )!;
    expect(found.methode).toBe('mover');
    expect(found.ondergrens).toBeCloseTo((28 - Math.hypot(14, 7)) / 70, 10);
    expect(found.bovengrens).toBeCloseTo((28 + Math.hypot(14, 7)) / 70, 10);
  });

  it('cannot be taken to nothing', () => {
    expect(relativeDifference('duur', {...none, waarde: 3}, {...none, waarde: 0})).toBeNull();
  });
});

/** A public figure of another gemeente. */
function elder(
  of: Pick<ExternCijfer, 'gebied' | 'periode_van' | 'periode_tot' | 'waarde'>,
): ExternCijfer {
  const rest = {ondergrens: null, bovengrens: null, eenheid: '', voorlopig: false};
  return {gemeente: 'GM0400', bron: 'elders', indicator: INDICATOR.id, ...of, ...rest};
}

describe('a 0-meting that is withheld', () => {
  const waiting = (teller: number) =>
    judge(
      question({
        indicator: {...COUNT, vorm: 'stand', eenheid: 'aanmeldingen per 1.000 inwoners'},
        cijfer: figure(null, counted(teller)),
        nulmeting: null,
      }),
    );

  it('was at most 14: a list far above that has risen, and the sentence says by how much at least', () => {
    const oordeel = waiting(50);
    expect(oordeel.woord).toBe('slechter');
    expect(oordeel.zin).toContain('Was hooguit 0,9 (0–14 personen), werd 3,3');
    // 50/14 · exp(−1.96·√(1/50 + 1/14)) − 1
    expect(oordeel.verschil).toBeCloseTo(
      (50 / 14) * Math.exp(-1.959964 * Math.sqrt(1 / 50 + 1 / 14)) - 1,
      5,
    );
    expect(oordeel.verschil_bovengrens).toBeNull();
  });

  it('says nothing about a list that may be as long as it was', () => {
    expect(waiting(20).poort).toBe('nulmeting_te_klein');
  });
});

describe('against the gemeente', () => {
  const whole = figure(null, {...counted(100, 40_000), niveau: 'gemeente', gebied: 'GM0400'});

  it('an area is held against the rest of it, of which it is no part', () => {
    const oordeel = judge(
      question({
        vergelijking: 'gemeente',
        indicator: COUNT,
        cijfer: figure(null, counted(60, 10_000)),
        gemeenteCijfer: whole,
      }),
    );
    // 60 in 10.000 against 40 in 30.000
    expect(oordeel.verschil).toBeCloseTo(3.5, 10);
    expect(oordeel.woord).toBe('slechter');
    expect(oordeel.zin).toContain('In de hele gemeente: 2,5.');
  });

  const age = (leeftijd: string, inwoners: number, teller: number | null, noemer: number) => ({
    leeftijd,
    inwoners,
    gemeente: {...figure(null, counted(teller ?? 0, noemer)), teller},
  });

  it('an old wijk is not worse for being old: differences in age are taken out', () => {
    // per 1.000: 1 of the young and 10 of the old; this wijk has half of each
    const asked = question({
      vergelijking: 'gemeente',
      indicator: COUNT,
      cijfer: figure(null, counted(55, 10_000)),
      gemeenteCijfer: whole,
      leeftijden: [age('18-64', 5000, 30, 30_000), age('65+', 5000, 100, 10_000)],
    });
    const oordeel = judge(asked);
    expect(oordeel.verschil).toBeCloseTo(0, 10);
    expect(oordeel.ijkpunt).toMatchObject({waarde: 5.5, voor_leeftijd: true});
    expect(oordeel.zin).toContain('Verschil in leeftijd telt hierin niet mee.');
    expect(judge({...asked, leeftijden: []}).woord).toBe('slechter');
  });

  it('says where it could not correct: an age of the gemeente is withheld', () => {
    const oordeel = judge(
      question({
        vergelijking: 'gemeente',
        indicator: {...COUNT, uitsplitsingen: [{id: 'leeftijd', titel: 'Leeftijd', knopen: []}]},
        cijfer: figure(null, counted(55, 10_000)),
        gemeenteCijfer: whole,
        leeftijden: [age('18-64', 5000, 30, 30_000), age('65+', 5000, null, 10_000)],
      }),
    );
    expect(oordeel.ijkpunt?.voor_leeftijd).toBe(false);
    expect(oordeel.zin).toContain('We konden niet corrigeren voor leeftijd.');
  });
});

describe('against others and against a target', () => {
  it('is the mean of other gemeenten in that year, never its own figure', () => {
    const other = (gebied: string, waarde: number, jaar = 2022) =>
      elder({gebied, waarde, periode_van: `${jaar}-01-01`, periode_tot: `${jaar}-12-31`});
    const elders = [
      other('GM0375', 12),
      other('GM0396', 14),
      other('GM0400', 99),
      other('GM0375', 99, 2021),
    ];
    const oordeel = judge(question({vergelijking: 'regio', elders}));
    expect(oordeel.ijkpunt).toMatchObject({waarde: 13, naam: 'in 2 andere gemeenten'});
    expect(oordeel.woord).toBe('beter');
  });

  it('holds a period against figures of others that cover it, the closest of each gemeente', () => {
    const other = (periode_van: string, periode_tot: string, waarde: number) =>
      elder({gebied: 'GM0375', periode_van, periode_tot, waarde});
    const jaar = other('2020-01-01', '2020-12-31', 12);
    const kwartaal = other('2020-07-01', '2020-09-30', 20);
    const held = (periode: string, elders: ExternCijfer[]) => {
      const asked = question({vergelijking: 'regio', elders});
      return judge({...asked, cijfer: {...asked.cijfer, periode}}).ijkpunt?.waarde ?? null;
    };
    expect(held('2020', [kwartaal])).toBeNull();
    expect(held('2020', [jaar, kwartaal])).toBe(12);
    expect(held('2020-K3', [jaar, kwartaal])).toBe(20);
    expect(held('2020-08', [jaar, kwartaal])).toBe(20);
    expect(held('2020-K2', [jaar, kwartaal])).toBe(12);
  });

  const target = (jaar: number, waarde: number): Streefwaarde => ({
    indicator: INDICATOR.id,
    gebied: 'GM0400',
    jaar,
    waarde,
  });

  it('asks each year what lies on the path from the 0-meting to the target', () => {
    const start = {
      nulmeting: baseline([20, 19, 21], {periode_van: '2019-01-01'}),
      richting: 'lager',
    } as const;
    const none = {nulmeting: null, richting: 'lager'} as const;
    expect(targetIn(2020, [target(2022, 14)], start)!.waarde).toBeCloseTo(18, 10);
    expect(targetIn(2022, [target(2022, 14)], start)!.waarde).toBe(14);
    expect(targetIn(2024, [target(2022, 14)], start)!.waarde).toBe(14);
    expect(targetIn(2021, [target(2022, 14), target(2020, 18)], none)!.waarde).toBe(16);
    expect(targetIn(2021, [target(2022, 14)], none)).toBeNull();
    expect(targetIn(2021, [], start)).toBeNull();
  });

  it('never asks to give up what was reached before the start', () => {
    const start = baseline([12, 11, 13], {periode_van: '2019-01-01'});
    const asked = {nulmeting: start, richting: 'lager'} as const;
    expect(targetIn(2020, [target(2022, 20)], asked)!.waarde).toBe(20);
    expect(targetIn(2020, [target(2022, 21)], {...asked, richting: 'hoger'})!.waarde).toBe(15);
  });

  it('judges the figure by that path', () => {
    const asked = {
      vergelijking: 'streefwaarde',
      streefwaarden: [target(2024, 5)],
      gemeenteNulmeting: baseline([15, 14.5, 15.5]),
      nulmeting: baseline([99, 98, 100]),
    } as const;
    // 15 in 2020 to 5 in 2024: 10 in 2022
    const on = judge(question({...asked, cijfer: figure([10, 9.5, 10.5])}));
    expect(on.woord).toBe('geen relevant verschil');
    expect(on.zin).toContain('Op de weg naar de streefwaarde van 2024: 10,0.');
    expect(judge(question({...asked, cijfer: figure([12, 11.5, 12.5])})).woord).toBe('slechter');
  });
});

describe('many verdicts at once', () => {
  const close = question({
    indicator: COUNT,
    cijfer: figure(null, counted(70)),
    nulmeting: baseline(null, counted(100)),
  });
  const equal = question({
    indicator: COUNT,
    cijfer: figure(null, counted(100)),
    nulmeting: baseline(null, counted(100)),
  });

  it('a difference that stands alone may fall when twenty are looked at, and says why', () => {
    expect(judgeTogether([close])[0]!.woord).toBe('beter');
    const many = judgeTogether([close, ...Array.from({length: 19}, () => equal)]);
    expect(many[0]!.woord).toBe('niet te zeggen');
    expect(many[0]!.zin).toContain('Bij zoveel vergelijkingen kan dat toeval zijn.');
    expect(many[0]!.p_gecorrigeerd).toBeCloseTo(20 * many[0]!.p!, 10);
  });

  it('what can’t be judged does not count as a comparison', () => {
    const gated = question({nulmeting: null});
    expect(judgeTogether([close, ...Array.from({length: 19}, () => gated)])[0]!.woord).toBe(
      'beter',
    );
  });

  it('the domains of one instrument are corrected by Holm', () => {
    const [first] = judgeTogether([close, equal, equal], 'holm');
    expect(first!.p_gecorrigeerd).toBeCloseTo(3 * first!.p!, 10);
  });
});

describe('the stock identity', () => {
  it('holds within the rounding and breaks beyond it', () => {
    expect(stockGate({voor: 40, in: 200, uit: 190, na: 65})).toBeNull();
    expect(stockGate({voor: 40, in: 200, uit: 190, na: 80})).toBe('stand_sluit_niet');
    expect(stockGate({voor: null, in: 200, uit: 190, na: 80})).toBeNull();
  });
});
