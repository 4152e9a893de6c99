import {describe, expect, it} from 'vitest';
import {judgeGemeente, judgeParts, type Judgement} from '../../../dashboard/server/judgement.ts';
import {signalSeries} from '../../../dashboard/server/signal-series.ts';
import type {Oordeel} from '../../../queries/contract/verdict.ts';
import type {JudgeQuestion} from '../../../queries/judgement/verdict.ts';
import {fakeJudgement} from '../../support/judgement.ts';
import {fakePublication} from '../../support/publication.ts';
import {testServer} from '../../support/server.ts';

interface Asked {
  vragen: readonly JudgeQuestion[];
  methode: string | undefined;
}

/** A judge that notes what it is asked. */
function listening(): {judgement: Judgement; asked: Asked[]} {
  const asked: Asked[] = [];
  const judgement: Judgement = {
    ...fakeJudgement,
    judgeTogether(vragen, methode) {
      asked.push({vragen, methode});
      return fakeJudgement.judgeTogether(vragen, methode);
    },
  };
  return {judgement, asked};
}

const DEN_HELDER = {gemeente: '0400', vergelijking: 'nulmeting'} as const;

describe('the verdicts of a gemeente', () => {
  it('are corrected over all figures of a level at once, whatever page asks', async () => {
    const {judgement, asked} = listening();
    await judgeGemeente(fakePublication(), DEN_HELDER, judgement);
    expect(asked.map(({vragen}) => [vragen[0]!.gebied.niveau, vragen.length])).toEqual([
      ['gemeente', 4],
      ['team', 4 * 4],
      ['wijk', 4 * 8],
    ]);
  });

  it('are about as long a time as the 0-meting', async () => {
    const publication = fakePublication();
    const [first, ...rest] = publication.indicatoren;
    const half = {...first!, nulmeting: 'eerste_halfjaar'} as const;
    const judged = await judgeGemeente(
      {...publication, indicatoren: [half, ...rest]},
      DEN_HELDER,
      fakeJudgement,
    );
    expect(judged.map(({periodesoort}) => periodesoort)).toEqual([
      'halfjaar',
      'jaar',
      'jaar',
      'jaar',
    ]);
  });

  it('are passed once: a publication never changes', async () => {
    const {judgement, asked} = listening();
    const publication = fakePublication();
    const first = await judgeGemeente(publication, DEN_HELDER, judgement);
    const questions = publication.asked;
    expect(await judgeGemeente(publication, DEN_HELDER, judgement)).toBe(first);
    expect(publication.asked).toBe(questions);
    expect(asked).toHaveLength(3);
  });

  it('have one word on every page', async () => {
    const server = await testServer();
    const read = async (path: string) =>
      JSON.parse((await server.get(`/api/v1${path}`)).text) as never;
    const {oordelen} = (await read('/oordelen?gemeente=0400&indicator=wachtlijst')) as {
      oordelen: Oordeel[];
    };
    const {rijen} = (await read('/overzicht?gemeente=0400&niveau=wijk')) as {
      rijen: {indicator: string; cellen: {gebied: string; niveau: string; woord: string}[]}[];
    };
    const {rijen: own} = (await read('/profiel?gemeente=0400&gebied=WK040002')) as {
      rijen: {indicator: string; oordeel: Oordeel}[];
    };
    const word = oordelen.find(({gebied}) => gebied === 'WK040002')!.woord;
    const cells = rijen.find(({indicator}) => indicator === 'wachtlijst')!.cellen;
    expect(cells.find(({gebied}) => gebied === 'WK040002')!.woord).toBe(word);
    expect(own.find(({indicator}) => indicator === 'wachtlijst')!.oordeel.woord).toBe(word);
  });

  it('of the parts of one instrument are corrected by Holm, per area', async () => {
    const {judgement, asked} = listening();
    const publication = fakePublication();
    const indicator = publication.indicatoren.find(({id}) => id === 'type_vragen')!;
    const parts = {...DEN_HELDER, indicator, dimensie: 'meervoudig'};
    const oordelen = await judgeParts(publication, parts, judgement);
    expect(asked.every(({methode, vragen}) => methode === 'holm' && vragen.length === 2)).toBe(
      true,
    );
    expect(asked).toHaveLength(13);
    expect(oordelen[0]!.dimensies).toEqual({meervoudig: 'ja'});
    expect(oordelen[1]!.dimensies).toEqual({meervoudig: 'nee'});
  });

  it('know the targets of the area, else of its gemeente', async () => {
    const {judgement, asked} = listening();
    const asking = {...DEN_HELDER, vergelijking: 'streefwaarde'} as const;
    await judgeGemeente(fakePublication(), asking, judgement);
    const all = asked.flatMap(({vragen}) => vragen);
    const of = (id: string) => all.filter(({indicator}) => indicator.id === id);
    expect(of('doorlooptijd').every(({streefwaarden}) => streefwaarden.length === 1)).toBe(true);
    expect(of('wachtlijst').every(({streefwaarden}) => streefwaarden.length === 0)).toBe(true);
  });
});

describe('GET /doelenboom', () => {
  it('has money, targets and figures of others; what nothing measures says so', async () => {
    const server = await testServer();
    const {themas} = JSON.parse((await server.get('/api/v1/doelenboom?gemeente=0400')).text) as {
      themas: {
        middelen: {bedragen: unknown[]}[];
        effecten: {
          id: string;
          melding: string;
          streefwaarden: {jaar: number}[];
          extern: {cijfer: {waarde: number} | null}[];
        }[];
      }[];
    };
    const effects = new Map(themas.flatMap(({effecten}) => effecten).map((one) => [one.id, one]));
    expect(themas[0]!.middelen[0]!.bedragen).toEqual([{boekjaar: 2021, bedrag_cent: 2_000_000}]);
    expect(effects.get('minder_tweede_lijn')!.streefwaarden.map(({jaar}) => jaar)).toEqual([2022]);
    const carers = effects.get('minder_overbelaste_mantelzorgers')!;
    expect(carers.melding).toBe('nog geen indicator');
    expect(carers.extern[0]!.cijfer!.waarde).toBe(14.5);
  });

  it('of a gemeente that wrote down no goals is empty, not an error', async () => {
    const server = await testServer();
    const answer = await server.get('/api/v1/doelenboom?gemeente=0453');
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      200,
      {publicatie: '2022-11-a', gemeente: '0453', doel: '', bron: '', themas: []},
    ]);
  });
});

describe('signals', () => {
  it('are looked for in quarters where too many months are withheld', async () => {
    const publication = fakePublication();
    const indicator = publication.indicatoren.find(({id}) => id === 'wachtlijst')!;
    const gebied = publication.gebieden.find(({code}) => code === 'DH-4')!;
    expect((await signalSeries(publication, {indicator, gebied}))!.periodesoort).toBe('maand');

    const answer = publication.cijfers;
    publication.cijfers = async (vraag) => {
      const found = await answer(vraag);
      if (vraag.periodesoort !== 'maand') return found;
      const cijfers = found.cijfers.map((cijfer, index) =>
        index % 5 === 0 ? {...cijfer, waarde: null, status: 'te_klein' as const} : cijfer,
      );
      return {...found, cijfers};
    };
    expect((await signalSeries(publication, {indicator, gebied}))!.periodesoort).toBe('kwartaal');
  });

  it('say of which areas too little is known, and refuse another length of a rule', async () => {
    const server = await testServer();
    const path = '/api/v1/signalen?gemeente=0400&indicator=doorlooptijd';
    const {signalen, zonder} = JSON.parse((await server.get(path)).text) as {
      signalen: {gebied: string}[];
      zonder: {gebied: string; reden: string}[];
    };
    expect(signalen.length + zonder.length).toBe(13);
    expect(zonder.find(({gebied}) => gebied === '0400')!.reden).toContain('12 maanden');
    expect((await server.get(`${path}&reeks=3`)).status).toBe(400);
  });
});
