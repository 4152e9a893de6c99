import type {Manifest, Publicatiekop} from '../../../queries/contract/publication.ts';
import {publicatiekop} from '../answer-schemas.ts';
import {NOTHING, publicationRoute} from '../route.ts';

/** What the current (or pinned) publication says of itself. */
export const publicatieRoute = publicationRoute({
  path: '/publicatie',
  naam: 'publicatie',
  samenvatting: 'De publicatie: wanneer gemaakt, uit hoeveel leveringen, met welke controles.',
  query: NOTHING,
  params: NOTHING,
  antwoord: publicatiekop,
  vormen: ['json'],
  answer: ({manifest}) => ({soort: 'json', inhoud: toHead(manifest)}),
});

function toHead({leveringen, gemeenten, wachtend, ...rest}: Manifest): Publicatiekop {
  const count = (code: string): number =>
    leveringen.filter(({gemeente}) => gemeente === code).length;
  return {...rest, gemeenten: gemeenten.map((one) => ({...one, leveringen: count(one.code)}))};
}
