import type {Logger} from 'pino';
import {prepareAnswer, type Kitchen} from './prepare-answer.ts';
import type {Lease} from './live-publications.ts';
import type {PublicationRoute, Route} from './route.ts';
import type {Publication} from './source.ts';

/**
 * Makes the answers of the first screens before anyone asks. One at a time, so that readers go first; a
 * view that fails is logged and made again when it is asked for.
 */
export async function warmUp(
  routes: readonly Route[],
  kitchen: Kitchen,
  {lease, log}: {lease: Lease; log: Logger},
): Promise<void> {
  const {publication} = lease;
  try {
    for (const view of standardViews(routes, lease)) await make(view, publication, kitchen);
    log.info({publicatie: publication.manifest.id}, 'eerste schermen staan klaar');
  } catch (error) {
    log.warn({err: error}, 'voorbereiden van de eerste schermen mislukte');
  } finally {
    lease.release();
  }
}

async function make(
  {route, query, params}: View,
  publication: Publication,
  kitchen: Kitchen,
): Promise<void> {
  const vorm = route.vormen[0] ?? 'json';
  const question = {query, params};
  for (const encoding of ['br', 'gzip'] as const) {
    await prepareAnswer({route, publication, question, vorm, encoding}, kitchen);
  }
}

interface View {
  route: PublicationRoute;
  query: Record<string, string>;
  params: Record<string, string>;
}

function standardViews(routes: readonly Route[], {publication}: Lease): View[] {
  const perGemeente = publication.manifest.gemeenten.flatMap(({code: gemeente}) => [
    ['/gebieden', {gemeente}] as const,
    ['/nulmetingen', {gemeente}] as const,
    ['/overzicht', {gemeente}] as const,
    ['/overzicht', {gemeente, niveau: 'team'}] as const,
    ['/overzicht', {gemeente, niveau: 'wijk'}] as const,
  ]);
  const general = ['/publicatie', '/gebieden', '/indicatoren'].map((path) => [path, {}] as const);
  return [...general, ...perGemeente].flatMap(([path, query]) =>
    viewsOf(routes, {path, query, params: {}}),
  );
}

function viewsOf(
  routes: readonly Route[],
  {path, ...question}: {path: string} & Omit<View, 'route'>,
): View[] {
  const route = routes.find((candidate) => candidate.path === path);
  return route?.bron === 'publicatie' ? [{route, ...question}] : [];
}
