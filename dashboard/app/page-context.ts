import type {TemplateResult} from 'lit';
import type {Publicatiekop} from '../../queries/contract/publication.ts';
import type {Route} from './address.ts';

/** What each page gets from the shell. */
export interface PageContext {
  route: Route;
  manifest: Publicatiekop;
  /** The gemeente that is looked at. */
  gemeente: Publicatiekop['gemeenten'][number];
}

/** A page: from its context to its content, with one h1. */
export type Page = (context: PageContext) => TemplateResult;

/** The title in the tab, most specific first. */
export function setTitle(titel: string): void {
  document.title = titel === '' ? 'Wijkmonitor' : `${titel} – Wijkmonitor`;
}
