/** The pages there are. */
export type Pagina =
  'overzicht' | 'indicator' | 'uitleg' | 'privacy' | 'over' | 'toegankelijkheid' | 'niet-gevonden';

/** The address, read: page, part after the page, and the filters. */
export interface Route {
  pagina: Pagina;
  /** Id of the indicator; empty on other pages. */
  id: string;
  query: URLSearchParams;
}

const FIXED: Readonly<Record<string, Pagina>> = {
  '/': 'overzicht',
  '/overzicht': 'overzicht',
  '/uitleg': 'uitleg',
  '/privacy': 'privacy',
  '/over': 'over',
  '/over/toegankelijkheid': 'toegankelijkheid',
};

/** Reads an address of the app. */
export function readRoute({pathname, search}: {pathname: string; search: string}): Route {
  const path = pathname === '/' ? '/' : pathname.replace(/\/$/, '');
  const query = new URLSearchParams(search);
  const fixed = FIXED[path];
  if (fixed) return {pagina: fixed, id: '', query};
  const indicator = /^\/indicator\/([\w-]+)$/.exec(path)?.[1];
  if (indicator !== undefined) return {pagina: 'indicator', id: indicator, query};
  return {pagina: 'niet-gevonden', id: '', query};
}

/** What every link keeps: the gemeente one looks at and the publication one pinned. */
const KEPT = ['gemeente', 'publicatie'];

/** An address within the app that keeps gemeente and publication; null drops a filter. */
export function addressOf(
  path: string,
  query: URLSearchParams,
  changes: Readonly<Record<string, string | null>> = {},
): string {
  const kept = KEPT.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value]];
  });
  return withQuery(path, merge(new URLSearchParams(kept), changes));
}

/** The same page with other filters. */
export function sameAddress(changes: Readonly<Record<string, string | null>>): string {
  return withQuery(location.pathname, merge(new URLSearchParams(location.search), changes));
}

function merge(query: URLSearchParams, changes: Readonly<Record<string, string | null>>) {
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name);
    else query.set(name, value);
  }
  return query;
}

function withQuery(path: string, query: URLSearchParams): string {
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Goes to an address of the app; the back button returns. */
export function navigate(address: string): void {
  if (address === location.pathname + location.search) return;
  history.pushState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** Links of the app don't load the page anew. New tabs, downloads and other hosts are left alone. */
export function followLinks(event: MouseEvent): void {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!isPlain || event.altKey || event.defaultPrevented) return;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return;
  const isOurs = !link.hasAttribute('download') && link.target === '';
  if (!isOurs || link.pathname.startsWith('/api/') || link.getAttribute('href')?.startsWith('#')) {
    return;
  }
  event.preventDefault();
  navigate(link.pathname + link.search);
}
