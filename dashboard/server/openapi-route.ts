import {z} from 'zod';
import {openApiDocument} from './openapi.ts';
import {liveRoute, type Route} from './route.ts';

/** The description of all routes, itself included. */
export function openApiRoute(routes: readonly Route[]): Route {
  const route: Route = liveRoute({
    path: '/openapi.json',
    naam: 'openapi',
    samenvatting: 'Deze beschrijving van de API.',
    antwoord: z.record(z.string(), z.unknown()),
    answer: () => ({soort: 'json', inhoud: document}),
  });
  const document = openApiDocument([...routes, route]);
  return route;
}
