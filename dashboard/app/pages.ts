import type {Page} from './page-context.ts';
import type {Pagina} from './address.ts';

/** Each page is loaded when it is first opened. */
export const PAGES: Readonly<Record<Pagina, () => Promise<{page: Page}>>> = {
  overzicht: () => import('./pages/overzicht.ts'),
  indicator: () => import('./pages/indicator.ts'),
  wijk: () => import('./pages/wijk.ts'),
  effect: () => import('./pages/effect.ts'),
  financien: () => import('./pages/financien.ts'),
  uitleg: () => import('./pages/uitleg.ts'),
  privacy: () => import('./pages/privacy.ts'),
  over: () => import('./pages/over.ts'),
  datakwaliteit: () => import('./pages/datakwaliteit.ts'),
  toegankelijkheid: () => import('./pages/toegankelijkheid.ts'),
  'niet-gevonden': () => import('./pages/niet-gevonden.ts'),
};
