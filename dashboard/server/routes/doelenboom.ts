import {z} from 'zod';
import type {Beleid} from '../../../queries/contract/goal.ts';
import {checkGemeente, oneGemeente} from '../figure-question.ts';
import {NOTHING, publicationRoute} from '../route.ts';

const effect = z.object({
  id: z.string(),
  citaat: z.string(),
  indicatoren: z.array(z.object({id: z.string(), titel: z.string()})),
  streefwaarden: z.array(
    z.object({indicator: z.string(), gebied: z.string(), jaar: z.number(), waarde: z.number()}),
  ),
  extern: z.array(
    z.object({
      bron: z.string(),
      indicator: z.string(),
      titel: z.string(),
      /** The newest figure of the gemeente; null when it was not delivered. */
      cijfer: z
        .object({waarde: z.number(), eenheid: z.string(), periode_van: z.string()})
        .nullable(),
    }),
  ),
  /** What the reader sees where nothing measures it; else empty. */
  melding: z.string(),
});

const thema = z.object({
  id: z.string(),
  titel: z.string(),
  effecten: z.array(effect),
  middelen: z.array(
    z.object({
      regel: z.string(),
      omschrijving: z.string(),
      bedragen: z.array(z.object({boekjaar: z.number(), bedrag_cent: z.number()})),
    }),
  ),
});

/** Aim → theme → effect → indicators, targets and money of one gemeente. */
export const doelenboomRoute = publicationRoute({
  path: '/doelenboom',
  naam: 'doelenboom',
  samenvatting: 'De doelen van de gemeente, met wat ze meet, de streefwaarden en het geld.',
  query: z.object({gemeente: z.string().optional()}),
  params: NOTHING,
  antwoord: z.object({
    publicatie: z.string(),
    gemeente: z.string(),
    doel: z.string(),
    bron: z.string(),
    themas: z.array(thema),
  }),
  vormen: ['json'],
  alsoCheck: (publication, {gemeente}) => checkGemeente(publication, gemeente),
  answer(publication, query) {
    const {manifest, indicatoren, gebieden, beleid} = publication;
    const gemeente = oneGemeente(publication, query.gemeente);
    const tree = beleid.doelenbomen.find((one) => one.gemeente === gemeente);
    const own = new Set(gebieden.flatMap((one) => (one.gemeente === gemeente ? one.code : [])));
    const themas = (tree?.themas ?? []).map((one) => ({
      ...one,
      effecten: one.effecten.map(({id, citaat, ...rest}) => {
        const known = indicatoren.filter((indicator) => rest.indicatoren.includes(indicator.id));
        return {
          id,
          citaat,
          indicatoren: known.map((indicator) => ({id: indicator.id, titel: indicator.titel})),
          streefwaarden: beleid.streefwaarden.filter(
            (target) => rest.indicatoren.includes(target.indicator) && own.has(target.gebied),
          ),
          extern: rest.extern.map((other) => ({...other, cijfer: newest(beleid, other, gemeente)})),
          melding: known.length > 0 ? '' : 'nog geen indicator',
        };
      }),
    }));
    const {doel = '', bron = ''} = tree ?? {};
    const inhoud = {publicatie: manifest.id, gemeente, doel, bron, themas};
    return {soort: 'json', inhoud};
  },
});

function newest(
  {externe_cijfers}: Beleid,
  {bron, indicator}: {bron: string; indicator: string},
  gemeente: string,
) {
  const [last] = externe_cijfers
    .filter((one) => one.bron === bron && one.indicator === indicator && one.gebied === gemeente)
    .toSorted((a, b) => (a.periode_van < b.periode_van ? 1 : -1));
  if (last === undefined) return null;
  const {waarde, eenheid, periode_van} = last;
  return {waarde, eenheid, periode_van};
}
