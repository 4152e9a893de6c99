import {z} from 'zod';
import {levering} from '../answer-schemas.ts';
import {checkGemeente, oneGemeente} from '../figure-question.ts';
import {NOTHING, publicationRoute} from '../route.ts';

/** The deliveries that a publication rests on, newest first: where its figures come from. */
export const leveringenRoute = publicationRoute({
  path: '/leveringen',
  naam: 'leveringen',
  samenvatting: 'De leveringen van een gemeente in deze publicatie, de nieuwste eerst.',
  query: z.object({gemeente: z.string().optional()}),
  params: NOTHING,
  antwoord: z.object({publicatie: z.string(), leveringen: z.array(levering)}),
  vormen: ['json'],
  alsoCheck: (publication, {gemeente}) => checkGemeente(publication, gemeente),
  answer(publication, query) {
    const code = oneGemeente(publication, query.gemeente);
    const leveringen = publication.manifest.leveringen
      .filter(({gemeente}) => gemeente === code)
      .toSorted((a, b) => (a.aangemaakt_op < b.aangemaakt_op ? 1 : -1));
    return {soort: 'json', inhoud: {publicatie: publication.manifest.id, leveringen}};
  },
});
