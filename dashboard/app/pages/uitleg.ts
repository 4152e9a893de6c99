import {html} from 'lit';
import type {Page} from '../page-context.ts';
import {addressOf} from '../address.ts';
import {verdict} from '../rug/verdict.ts';
import {prose} from './prose.ts';

/** How to read the figures, in B1 Dutch. */
export const page: Page = ({route}) =>
  prose(
    'Uitleg',
    html`
      <p>
        Wijkmonitor laat zien of de sociale wijkteams werken. We vergelijken elke wijk met zichzelf:
        hoe was het voor het team begon, en hoe is het nu?
      </p>
      <h2>De 0-&NoBreak;meting</h2>
      <p>
        De 0-&NoBreak;meting is het jaar voor het team begon. We leggen haar één keer vast. Daarna
        verandert zij niet meer. Zo blijft de vergelijking eerlijk.
      </p>
      <h2>De oordelen</h2>
      <ul class="wm-oordelen">
        <li>${verdict('beter')} Het cijfer is duidelijk beter dan de 0-&NoBreak;meting.</li>
        <li>${verdict('slechter')} Het cijfer is duidelijk slechter dan de 0-&NoBreak;meting.</li>
        <li>
          ${verdict('geen relevant verschil')} Het cijfer is ongeveer gelijk aan de
          0-&NoBreak;meting.
        </li>
        <li>${verdict('niet te zeggen')} De onzekerheid is te groot voor een oordeel.</li>
        <li>
          ${verdict('zoals verwacht')} Na de start van een team hoort dit cijfer te veranderen.
        </li>
        <li>
          ${verdict('nog niet te beoordelen')} Er is geen 0-&NoBreak;meting, of het cijfer is er nog
          niet.
        </li>
        <li>${verdict('geen oordeel')} Hoger of lager is hier niet beter of slechter.</li>
      </ul>
      <p>De kleur staat nooit alleen. Er staat altijd een teken en een woord bij.</p>
      <h2>Waarmee we vergelijken</h2>
      <p>
        U kunt elk cijfer ook met iets anders vergelijken. Met de rest van de gemeente, met andere
        gemeenten of met de streefwaarde. Een streefwaarde geldt voor een later jaar. Tot dat jaar
        kijken we naar een rechte lijn vanaf de 0-&NoBreak;meting.
      </p>
      <p>
        Wie naar veel cijfers kijkt, ziet soms iets opvallends door toeval. Daarvoor corrigeren we
        de oordelen.
      </p>
      <h2>De onzekerheid</h2>
      <p>
        Bij kleine aantallen speelt toeval mee. Daarom staat bij elk cijfer een onzekerheid van 95%.
        Het echte cijfer ligt bijna altijd tussen die twee grenzen. Liggen de grenzen ver uit
        elkaar? Wees dan voorzichtig met een conclusie.
      </p>
      <h2>Waarom staat er soms geen cijfer?</h2>
      <dl class="wm-feiten">
        <div>
          <dt>niet getoond (0–14)</dt>
          <dd>De groep is klein, of er is niemand. Wij beschermen deze mensen.</dd>
        </div>
        <div>
          <dt>onbekend</dt>
          <dd>Het cijfer is niet geleverd.</dd>
        </div>
        <div>
          <dt>nog niet compleet</dt>
          <dd>De periode is nog niet voorbij, of niet alles is geleverd.</dd>
        </div>
        <div>
          <dt>niet te vergelijken</dt>
          <dd>De manier van tellen is veranderd.</dd>
        </div>
        <div>
          <dt>n.v.t.</dt>
          <dd>Dit cijfer kan hier niet bestaan.</dd>
        </div>
      </dl>
      <p>Een leeg vak of een verzonnen nul komt niet voor.</p>
      <h2>Voorlopig</h2>
      <p>
        Een nieuw cijfer is eerst voorlopig. Gegevens komen soms later binnen. Daarna wordt het
        cijfer definitief en verandert het niet meer.
      </p>
      <h2>Fase A, B en C</h2>
      <p>
        Een wijkteam groeit in drie stappen. In fase A begint het team. In fase B doet het team
        steeds meer zelf. In fase C werkt het team volledig. In grafieken ziet u de fasen als
        vlakken.
      </p>
      <h2>Woorden</h2>
      <dl class="wm-feiten">
        <div>
          <dt>Tweede lijn</dt>
          <dd>Specialistische hulp waarvoor iemand wordt doorverwezen.</dd>
        </div>
        <div>
          <dt>Mediaan</dt>
          <dd>De middelste: de helft duurt korter, de helft duurt langer.</dd>
        </div>
        <div>
          <dt>Per 1.000 inwoners</dt>
          <dd>Zo kunt u grote en kleine wijken vergelijken.</dd>
        </div>
        <div>
          <dt>Fte</dt>
          <dd>Een volledige baan.</dd>
        </div>
        <div>
          <dt>Signaal</dt>
          <dd>
            Een cijfer valt op in de tijd. Zoek dan uit wat er gebeurde. Het bewijst geen effect.
          </dd>
        </div>
        <div>
          <dt>Publicatie</dt>
          <dd>Een vaste set cijfers van één moment. Een oude publicatie blijft te bekijken.</dd>
        </div>
      </dl>
      <p><a href=${addressOf('/', route.query)}>Naar het overzicht</a></p>
    `,
  );
