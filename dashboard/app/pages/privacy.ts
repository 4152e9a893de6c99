import {html} from 'lit';
import type {Page} from '../page-context.ts';
import '../privacy/toets.ts';
import {prose} from './prose.ts';

const SETTINGS = {
  afrondbasis: 'Aantallen zijn een veelvoud van',
  drempel_van: 'Laagste drempel van een groep',
  drempel_tot: 'Hoogste drempel van een groep',
  noemer_aandeel: 'Kleinste groep bij een percentage',
  mutaties_gemeente: 'Kleinste aantal wijzigingen in een gemeente',
  mutaties_wijk: 'Kleinste aantal wijzigingen in een wijk',
};

/** What we do so that nobody can be recognised, and which risks stay. */
export const page: Page = ({manifest}) =>
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
      <p>
        Heeft bijna iedereen in een kleine groep hetzelfde gevoelige kenmerk? Dan splitsen we die
        groep niet. Een gemiddelde rust op minstens 20 cliënten. Eén cliënt mag het cijfer niet
        bepalen.
      </p>
      <h2>Bedragen</h2>
      <p>
        De begroting en het grootboek tonen we op de cent. Zo'n bedrag heet: grootboek, exact.
        Zitten er cliënten achter? Dan zijn het er minstens 50. Eén cliënt is hooguit de helft van
        het bedrag. Anders staat er: niet getoond.
      </p>
      <p>
        Alle andere bedragen zijn beschermd. Ze wijken iets af. Ook het grootboek is beschermd
        zolang een kwartaal voorlopig is.
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
        komt. We wachten ook tot er genoeg is veranderd. Dat zijn minstens
        ${manifest.parameters['mutaties_gemeente'] ?? 200} cliënten, of 5% als dat meer is. Een wijk
        met minder dan ${manifest.parameters['mutaties_wijk'] ?? 60} wijzigingen toont alleen haar
        totaal.
      </p>
      <p>
        Een cijfer verschijnt één keer voorlopig en één keer definitief. Daarna verandert het niet
        meer.
      </p>
      <h2>Wij vallen onze eigen cijfers aan</h2>
      <p>
        Voor elke publicatie proberen we zelf achter de echte aantallen te komen. Lukt dat, dan gaan
        de cijfers niet online.
      </p>
      <wm-privacytoets></wm-privacytoets>
      <h2>De instellingen</h2>
      <dl class="wm-feiten">
        ${Object.entries(SETTINGS).map(
          ([name, label]) => html`
            <div>
              <dt>${label}</dt>
              <dd>${manifest.parameters[name] ?? 'onbekend'}</dd>
            </div>
          `,
        )}
      </dl>
      <h2>Wat er overblijft</h2>
      <p>Geen enkele bescherming is volledig. Deze risico's blijven:</p>
      <ul>
        <li>Een patroon in een groep kan iets zeggen over mensen in die groep.</li>
        <li>Wie bijna iedereen in een groep kent, kan meer afleiden.</li>
        <li>Beheerders van de bron kunnen bij de oorspronkelijke gegevens.</li>
        <li>Iemand kan in de bron onder twee codes staan. We melden hoe vaak dat zo lijkt.</li>
        <li>In een heel kleine gemeente zijn groepen klein.</li>
        <li>Veranderen de grenzen van een wijk? Dan kan iemand oud en nieuw vergelijken.</li>
        <li>Het verschil met het grootboek staat op de cent. Dat kan één boeking zijn.</li>
      </ul>
      <h2>Deze website volgt u niet</h2>
      <p>Er zijn geen cookies. We laden niets van andere websites.</p>
    `,
  );
