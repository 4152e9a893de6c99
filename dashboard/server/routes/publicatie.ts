import {manifest} from '../answer-schemas.ts';
import {NOTHING, publicationRoute} from '../route.ts';

/** What the current (or pinned) publication says of itself. */
export const publicatieRoute = publicationRoute({
  path: '/publicatie',
  naam: 'publicatie',
  samenvatting: 'De publicatie: wanneer gemaakt, uit welke leveringen, met welke controles.',
  query: NOTHING,
  params: NOTHING,
  antwoord: manifest,
  vormen: ['json'],
  answer: (publication) => ({soort: 'json', inhoud: publication.manifest}),
});
