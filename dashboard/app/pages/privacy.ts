import {html} from 'lit';
import type {Page} from '../page-context.ts';
import {prose} from './prose.ts';

/** What we do so that nobody can be recognised, and which risks stay. */
export const page: Page = () =>
  prose(
    'Privacy',
    html`
      <p>
        Achter elk cijfer zitten mensen. Niemand mag in deze cijfers te herkennen zijn. Daarom doen
        we het volgende.
      </p>
      <h2>Afronden</h2>
      <p>
        Aantallen zijn willekeurig afgerond op een veelvoud van 5. Ze wijken hooguit 4 af. Groepen
        kleiner dan 10 tot 15 cliënten (ook nul) tonen we niet apart. Daardoor tellen delen niet
        precies op tot het totaal. De afronding blijft in de tijd gelijk, zodat u trends goed kunt
        vergelijken.
      </p>
      <h2>Kleine groepen</h2>
      <p>
        Bij een kleine groep staat: niet getoond (0–14). Zo ziet u niet of er iemand is, en ook niet
        hoeveel. Dat geldt overal: op het scherm, in grafieken en in downloads.
      </p>
      <h2>Geen gegevens van personen</h2>
      <p>
        Deze website kent geen gegevens van personen. Zij leest alleen een bestand met beschermde
        cijfers. Namen, adressen en burgerservicenummers komen er nooit in.
      </p>
      <h2>Geen cijfers over medewerkers</h2>
      <p>We tonen geen cijfers over één medewerker. Een team telt minstens 5 medewerkers.</p>
      <h2>Minder vaak nieuw</h2>
      <p>
        Nieuwe cijfers komen in een vast ritme. Wie elke dag vergelijkt, kan anders zien wie erbij
        komt.
      </p>
      <h2>Wat er overblijft</h2>
      <p>Geen enkele bescherming is volledig. Deze risico's blijven:</p>
      <ul>
        <li>Een patroon in een groep kan iets zeggen over mensen in die groep.</li>
        <li>Wie bijna iedereen in een groep kent, kan meer afleiden.</li>
        <li>Beheerders van de bron kunnen bij de oorspronkelijke gegevens.</li>
        <li>Iemand kan in de bron onder twee codes staan.</li>
        <li>In een heel kleine gemeente zijn groepen klein.</li>
      </ul>
      <h2>Deze website volgt u niet</h2>
      <p>Er zijn geen cookies. We laden niets van andere websites.</p>
    `,
  );
