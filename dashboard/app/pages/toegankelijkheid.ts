import {html} from 'lit';
import type {Page} from '../page-context.ts';
import {prose} from './prose.ts';

/** How the site can be used, and what to do when it can't. */
export const page: Page = () =>
  prose(
    'Toegankelijkheid',
    html`
      <p>Iedereen moet deze website kunnen gebruiken. We volgen WCAG 2.2, niveau A en AA.</p>
      <h2>Wat we doen</h2>
      <ul>
        <li>Alles werkt met het toetsenbord.</li>
        <li>Bij elke grafiek staat een zin en een tabel met dezelfde cijfers.</li>
        <li>Kleur staat nooit alleen. Er staat altijd een teken en een woord bij.</li>
        <li>De website werkt op een klein scherm en bij vergroten.</li>
        <li>Brede tabellen kunt u opzij schuiven, ook met de pijltjestoetsen.</li>
        <li>De website volgt uw instellingen voor contrast en beweging.</li>
        <li>U kunt elke pagina afdrukken.</li>
      </ul>
      <h2>Hoe we dit testen</h2>
      <p>
        Bij elke wijziging testen we alle pagina's automatisch. Dat doen we op drie schermbreedtes.
        Niet alles is automatisch te testen.
      </p>
      <h2>Werkt iets niet?</h2>
      <p>Meld het bij uw gemeente. Vertel welke pagina het is en wat er misgaat.</p>
    `,
  );
