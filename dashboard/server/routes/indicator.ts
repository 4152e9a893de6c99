import {z} from 'zod';
import {indicator} from '../answer-schemas.ts';
import {findIndicator} from '../figure-question.ts';
import {NOTHING, publicationRoute} from '../route.ts';

/** One indicator with its definition, worked example and SQL. */
export const indicatorRoute = publicationRoute({
  path: '/indicatoren/:id',
  naam: 'indicator',
  samenvatting: 'Eén indicator: definitie, rekenvoorbeeld, SQL en grenzen.',
  query: NOTHING,
  params: z.object({id: z.string().meta({description: 'Id van de indicator.'})}),
  antwoord: z.object({publicatie: z.string(), indicator}),
  vormen: ['json'],
  answer: (publication, _query, {id}) => ({
    soort: 'json',
    inhoud: {publicatie: publication.manifest.id, indicator: findIndicator(publication, id)},
  }),
});
