import {z} from 'zod';
import {indicatorKort} from '../answer-schemas.ts';
import {NOTHING, publicationRoute} from '../route.ts';

/** The catalogue without the texts of the pages. */
export const indicatorenRoute = publicationRoute({
  path: '/indicatoren',
  naam: 'indicatoren',
  samenvatting: 'Alle indicatoren: titel, eenheid, richting en uitsplitsingen.',
  query: NOTHING,
  params: NOTHING,
  antwoord: z.object({publicatie: z.string(), indicatoren: z.array(indicatorKort)}),
  vormen: ['json'],
  answer: (publication) => ({
    soort: 'json',
    inhoud: {
      publicatie: publication.manifest.id,
      // zod drops what the schema of the short form does not name
      indicatoren: publication.indicatoren.map((indicator) => indicatorKort.parse(indicator)),
    },
  }),
});
