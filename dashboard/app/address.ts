/** The pages there are. */
export type Pagina =
  | 'overzicht'
  | 'indicator'
  | 'wijk'
  | 'effect'
  | 'financien'
  | 'uitleg'
  | 'privacy'
  | 'over'
  | 'datakwaliteit'
  | 'toegankelijkheid'
  | 'niet-gevonden';

/** The address, read: page, part after the page, and the filters. */
export interface Route {
  pagina: Pagina;
  /** Id of the indicator (of its page or its effect), or code of the wijk or team; empty elsewhere. */
  id: string;
  query: URLSearchParams;
}

const FIXED: Readonly<Record<string, Pagina>> = {
  '/': 'overzicht',
  '/overzicht': 'overzicht',
  '/effect': 'effect',
  '/financien': 'financien',
  '/uitleg': 'uitleg',
  '/privacy': 'privacy',
  '/over': 'over',
  '/datakwaliteit': 'datakwaliteit',
  '/over/toegankelijkheid': 'toegankelijkheid',
};

/** Reads an address of the app. */
export function readRoute({pathname, search}: {pathname: string; search: string}): Route {
  const path = pathname === '/' ? '/' : pathname.replace(/\/$/, '');
  const query = new URLSearchParams(search);
  const fixed = FIXED[path];
  if (fixed) return {pagina: fixed, id: '', query};
  const [, pagina, id] = /^\/(indicator|wijk|effect)\/([\w-]+)$/.exec(path) ?? [];
  if (id !== undefined) {
    return {pagina: pagina === 'wijk' || pagina === 'effect' ? pagina : 'indicator', id, query};
  }
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
    return value === null ? [] : [[name, value] as const];
  });
  return withChanges(path, new URLSearchParams(Object.fromEntries(kept)), changes);
}

/** A path with these parameters, changed; an empty value or null drops one. */
export function withChanges(
  path: string,
  before: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): string {
  const query = new URLSearchParams(before);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
