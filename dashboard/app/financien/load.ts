import type {
  BegrotingAntwoord,
  Gebieden,
  OpbrengstAntwoord,
  PrognoseAntwoord,
  VerschillenAntwoord,
  WijkbudgetAntwoord,
} from '../api/answers.ts';
import {apiAddress, fetchAnswer, withFields} from '../api/fetch-answer.ts';
import type {PageContext} from '../page-context.ts';

/** All that the page shows of one look at one boekjaar. */
export interface Financien {
  begroting: BegrotingAntwoord;
  prognose: PrognoseAntwoord;
  verschillen: VerschillenAntwoord;
  wijkbudget: WijkbudgetAntwoord;
  opbrengst: OpbrengstAntwoord;
  /** Names of wijken and teams by their code. */
  namen: ReadonlyMap<string, string>;
}

/** What is asked: the parameters of the address, in the names of the API. */
export type Geldvraag = Readonly<Record<string, string | null>>;

/** The question of the address. Only what a question takes is asked of it. */
export function moneyQuestion({route: {query}, gemeente}: PageContext): Geldvraag {
  return {
    gemeente: gemeente.code,
    publicatie: query.get('publicatie'),
    boekjaar: query.get('boekjaar'),
    peilmaand: query.get('peilmaand'),
    onderdeel: query.get('onderdeel'),
    niveau: query.get('niveau'),
    bedrag: query.get('bedrag'),
  };
}

const YEAR = ['gemeente', 'publicatie', 'boekjaar'] as const;
const LOOK = [...YEAR, 'peilmaand'] as const;

/** What each answer about money may be asked with. */
export const PARAMETERS = {
  begroting: YEAR,
  prognose: LOOK,
  verschillen: [...LOOK, 'onderdeel', 'niveau'],
  wijkbudget: [...YEAR, 'bedrag'],
  opbrengst: YEAR,
} as const satisfies Record<string, readonly string[]>;

/** Address of an answer about money, in a format when one is named. */
export function moneyAddress(
  naam: keyof typeof PARAMETERS,
  vraag: Geldvraag,
  vorm: string | null = null,
): string {
  const asked = PARAMETERS[naam].map((name) => [name, vraag[name] ?? null] as const);
  return apiAddress(`/financien/${naam}`, {...Object.fromEntries(asked), vorm});
}

/** Asks everything at once: one look is five small answers and the names of areas. */
export async function loadFinancien(vraag: Geldvraag, signal: AbortSignal): Promise<Financien> {
  const {gemeente = null, publicatie = null} = vraag;
  const [begroting, prognose, verschillen, wijkbudget, opbrengst, {gebieden}] = await Promise.all([
    fetchAnswer(
      moneyAddress('begroting', vraag),
      withFields<BegrotingAntwoord>('versies', 'posten', 'totalen', 'plan', 'taakveldgroepen'),
      signal,
    ),
    fetchAnswer(
      moneyAddress('prognose', vraag),
      withFields<PrognoseAntwoord>('standen', 'maanden', 'terugtoets'),
      signal,
    ),
    fetchAnswer(
      moneyAddress('verschillen', vraag),
      withFields<VerschillenAntwoord>('zinnen', 'verschillen', 'gebieden', 'kosten'),
      signal,
    ),
    fetchAnswer(
      moneyAddress('wijkbudget', vraag),
      withFields<WijkbudgetAntwoord>('verdeling', 'bedrag_cent'),
      signal,
    ),
    fetchAnswer(moneyAddress('opbrengst', vraag), withFields<OpbrengstAntwoord>('themas'), signal),
    fetchAnswer(
      apiAddress('/gebieden', {gemeente, publicatie}),
      withFields<Gebieden>('gebieden'),
      signal,
    ),
  ]);
  return {
    begroting,
    prognose,
    verschillen,
    wijkbudget,
    opbrengst,
    namen: new Map(gebieden.map(({code, naam}) => [code, naam])),
  };
}
