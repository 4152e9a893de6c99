import {html} from 'lit';
import type {Page} from '../page-context.ts';
import {addressOf} from '../address.ts';
import {prose} from './prose.ts';

/** An address that the app does not know. */
export const page: Page = ({route}) =>
  prose(
    'Deze pagina bestaat niet',
    html`<p>Misschien klopt het adres niet, of is de pagina verplaatst.</p>
      <p><a href=${addressOf('/', route.query)}>Naar het overzicht</a></p>`,
  );
