import {describe, expect, it} from 'vitest';
import {effectAnswer} from '../../../../queries/judgement/effect/effect.ts';
import {
  evaluationDay,
  readEvaluationDays,
} from '../../../../queries/judgement/effect/evaluation-day.ts';
import type {EffectBron} from '../../../../queries/judgement/effect/read-panel.ts';
import {fakePublication} from '../../../support/publication.ts';

const NO_DAYS = new Map<string, string[]>();

function ask({
  bron = fakePublication(),
  ...vraag
}: {
  bron?: EffectBron;
  indicator?: string;
  gemeente?: string;
  dagen?: ReadonlyMap<string, readonly string[]>;
} = {}) {
  const {indicator: id = 'verwijzingen_tweede_lijn', gemeente = '0400', dagen = NO_DAYS} = vraag;
  const indicator = bron.indicatoren.find((one) => one.id === id)!;
  return effectAnswer(bron, {indicator, gemeente, dagen});
}

describe('the effect of the teams of a gemeente', () => {
  it('comes with its numbers, its teams, its half-years and who was compared with', async () => {
    const answer = await ask();

    expect(answer).toMatchObject({
      status: 'ok',
      reden: null,
      periodesoort: 'kwartaal',
      evaluatiedatum: '2020-12-31',
      basis: {van: '2018-K2', tot: '2019-K1'},
      extern: ['Team IJmuiden'],
    });
    expect(answer.teams.map(({naam}) => naam)).toEqual([
      'Team Centrum',
      'Team Nieuw Den Helder',
      'Team De Schooten',
      'Team Julianadorp',
    ]);
    const [centrum] = answer.teams;
    const seen = centrum!.perioden.filter(({verwacht}) => verwacht !== null);
    expect(seen).toHaveLength(7);
    expect(seen.reduce((sum, {waargenomen}) => sum + waargenomen!, 0)).toBe(
      centrum!.schatting!.waargenomen,
    );
    expect(answer.halfjaren.map(({halfjaar, teams, wijken}) => [halfjaar, teams, wijken])).toEqual([
      [1, 3, 7],
      [2, 3, 7],
      [3, 2, 5],
      [4, 1, 3],
    ]);
    expect(answer.halfjaren.map(({fase}) => fase)).toEqual(['A', 'A', 'A', 'B']);
  });

  it('is the same each time it is asked', async () => {
    expect(await ask()).toEqual(await ask());
  });

  it('has sentences of at most fifteen words', async () => {
    const answers = await Promise.all(
      ['verwijzingen_tweede_lijn', 'wachtlijst', 'type_vragen', 'doorlooptijd'].flatMap(
        (indicator) => ['0400', '0453'].map((gemeente) => ask({indicator, gemeente})),
      ),
    );
    for (const {zin, toelichting, teams} of answers) {
      const texts = [zin, ...toelichting, ...teams.map(({reden}) => reden ?? '')];
      for (const sentence of texts.flatMap((text) => text.split(/(?<=\.) /))) {
        expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(15);
      }
    }
  });
});

describe('refuses, with the reason', () => {
  it('for a form that the method does not fit', async () => {
    const answer = await ask({indicator: 'doorlooptijd'});
    expect(answer).toMatchObject({status: 'nvt', samen: null, woord: 'geen oordeel'});
    expect(answer.reden).toContain('tijdsduur');
  });

  it('for a figure that is there per year only', async () => {
    const bron = fakePublication();
    const [indicator] = bron.indicatoren;
    const yearly = {...indicator!, periodesoorten: ['jaar' as const]};
    const answer = await effectAnswer(bron, {indicator: yearly, gemeente: '0400', dagen: NO_DAYS});
    expect(answer).toMatchObject({status: 'nvt', samen: null});
    expect(answer.reden).toContain('alleen per jaar');
  });

  it('without a team that started', async () => {
    const answer = await ask({gemeente: '0453'});
    expect(answer.status).toBe('niet_vergelijkbaar');
    expect(answer.reden).toBe('In deze gemeente is nog geen team gestart.');
  });

  it('before the fixed day of evaluation, whatever the figures already show', async () => {
    const dagen = new Map([['0400', ['2023-12-31']]]);
    const answer = await ask({dagen});
    expect(answer).toMatchObject({status: 'onvolledig', samen: null, evaluatiedatum: '2023-12-31'});
  });

  it('when the registration changed within the window, and not when it did before or after', async () => {
    const change = (datum: string) => {
      const bron = fakePublication();
      bron.gebeurtenissen.push({
        datum,
        datum_tot: null,
        gebied: '0400',
        omschrijving: 'Nieuw registratiesysteem',
      });
      return ask({bron});
    };
    const refused = await change('2019-06-01');
    expect(refused).toMatchObject({status: 'niet_vergelijkbaar', samen: null});
    expect(refused.reden).toContain('Nieuw registratiesysteem');
    expect((await change('2018-03-31')).status).toBe('ok');
    expect((await change('2021-01-01')).status).toBe('ok');
  });

  it('when the twelve months before the first start are not there', async () => {
    const bron = fakePublication();
    const late: EffectBron = {
      ...bron,
      async cijfers(vraag) {
        const answer = await bron.cijfers(vraag);
        const cijfers = answer.cijfers.map((cijfer) =>
          cijfer.periode < '2018-K3'
            ? {...cijfer, teller: null, waarde: null, status: 'ontbreekt' as const}
            : cijfer,
        );
        return {...answer, cijfers};
      },
    };
    const answer = await ask({bron: late});
    expect(answer).toMatchObject({status: 'niet_vergelijkbaar', samen: null});
    expect(answer.reden).toContain('twaalf maanden');
  });

  it('when every comparison area has hidden cells', async () => {
    const bron = fakePublication();
    const hidden: EffectBron = {
      ...bron,
      async cijfers(vraag) {
        const answer = await bron.cijfers(vraag);
        const cijfers = answer.cijfers.map((cijfer) => ({...cijfer, teller: null, noemer: null}));
        return {...answer, cijfers};
      },
    };
    const answer = await ask({bron: hidden});
    expect(answer).toMatchObject({status: 'niet_vergelijkbaar', samen: null, halfjaren: []});
  });
});

describe('the day of evaluation', () => {
  const days = readEvaluationDays();

  it('is fixed for the gemeenten of the plans', () => {
    const at = (gemeente: string, dataTot: string): string =>
      evaluationDay(days, {gemeente, start: '2020-04-01', dataTot});
    expect(at('GM0400', '2022-12-31')).toBe('2021-12-31');
    expect(at('GM0400', '2026-12-31')).toBe('2021-12-31');
    expect(at('GM0453', '2016-12-31')).toBe('2015-12-31');
  });

  it('is else the end of the year after the first start', () => {
    const asked = {gemeente: 'GM0001', start: '2019-09-01', dataTot: '2022-12-31'};
    expect(evaluationDay(days, asked)).toBe('2020-12-31');
  });

  it('moves to a next fixed day only once the data reach it', () => {
    const two = new Map([['GM0001', ['2020-12-31', '2022-12-31']]]);
    const at = (dataTot: string): string =>
      evaluationDay(two, {gemeente: 'GM0001', start: '2019-09-01', dataTot});
    expect([at('2022-12-30'), at('2022-12-31')]).toEqual(['2020-12-31', '2022-12-31']);
    expect(at('2020-06-30')).toBe('2020-12-31');
  });
});

describe('figures of others', () => {
  it('are a comparison when they have an interval and the same quarters', async () => {
    const row = (periode: string, bound: number | null, gebied: string) => {
      const [year = '', part = 'K1'] = periode.split('-');
      const month = 3 * (Number(part.slice(1)) - 1);
      const last = new Date(Date.UTC(Number(year), month + 3, 0)).toISOString().slice(0, 10);
      return {
        bron: 'Regio',
        indicator: 'verwijzingen_tweede_lijn',
        gebied,
        periode_van: `${year}-${String(month + 1).padStart(2, '0')}-01`,
        periode_tot: last,
        waarde: 20,
        ondergrens: bound === null ? null : 20 / bound,
        bovengrens: bound === null ? null : 20 * bound,
      };
    };
    const quarters = [2018, 2019, 2020].flatMap((year) => [1, 2, 3, 4].map((k) => `${year}-K${k}`));
    const withRegion = (bound: number | null, gebied = 'GM0441'): EffectBron => ({
      ...fakePublication(),
      beleid: {externe_cijfers: quarters.map((periode) => row(periode, bound, gebied))},
    });
    const counted = await ask({bron: withRegion(1.1)});
    expect(counted.extern).toEqual(['Team IJmuiden', 'Regio (GM0441)']);
    expect((await ask({bron: withRegion(null)})).extern).toEqual(['Team IJmuiden']);
    // of a wijk with a team of its own
    expect((await ask({bron: withRegion(1.1, 'WK040003')})).extern).toEqual(['Team IJmuiden']);
  });
});
