import {withChanges} from './address.ts';
import {saveScroll} from './scroll-memory.ts';

/** The same page with other filters. */
export function sameAddress(changes: Readonly<Record<string, string | null>>): string {
  return withChanges(location.pathname, new URLSearchParams(location.search), changes);
}

/** Goes to an address of the app; the back button returns. */
export function navigate(address: string): void {
  if (address === location.pathname + location.search) return;
  saveScroll();
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
