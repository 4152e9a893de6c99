import {html, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {Manifest} from '../../../queries/contract/publication.ts';
import type {Kwaliteit} from '../../../queries/contract/quality.ts';
import {formatNumber} from '../../charts/figure-text.ts';
import {addressOf} from '../address.ts';
import {fetchAnswer, withFields} from '../api/fetch-answer.ts';
import {Loading} from '../api/loading.ts';
import {whenLoaded} from '../api/states.ts';
import {dayText, momentText} from '../dutch-date.ts';
import {LightElement} from '../light-element.ts';
import {setTitle, type Page, type PageContext} from '../page-context.ts';
import {plainTable, type TableCell} from '../plain-table.ts';

const MOST_NIGHTS = 14;
const ADDRESS = '/api/v1/kwaliteit';

interface Answer {
  kwaliteit: Kwaliteit | null;
  herzieningen: Manifest['herzieningen'];
}

/** Whether the data can be trusted: nights, deliveries, what was refused, and what was restated. */
@customElement('wm-datakwaliteit')
export class WmDatakwaliteit extends LightElement {
  @property({attribute: false}) context!: PageContext;
  private readonly kwaliteit = new Loading<Answer>(this);

  protected override willUpdate(): void {
    setTitle('Datakwaliteit');
    this.kwaliteit.run(ADDRESS, (signal) =>
      fetchAnswer(ADDRESS, withFields<Answer>('kwaliteit', 'herzieningen'), signal),
    );
  }

  protected override render(): TemplateResult {
    return html`<article class="wm-datakwaliteit">
      <h1>Datakwaliteit</h1>
      <p>
        Hier ziet u of de gegevens van ${this.context.gemeente.naam} op tijd en volledig zijn. Elke
        nacht lezen we nieuwe leveringen en kijken we ze na.
      </p>
      <p>
        Aantallen rijen staan in ruime stappen, zoals "10 tot 100". Zo is niemand te herkennen. Over
        minder dan 100 rijen tonen we geen aandeel.
      </p>
      ${whenLoaded(this.kwaliteit, {hoogte: 'hoog', toon: (answer) => this.show(answer)})}
    </article>`;
  }

  private show({kwaliteit, herzieningen}: Answer): TemplateResult {
    if (kwaliteit === null) {
      return html`<div class="wm-melding" role="status">
        <h2>Er is nog niets bekend</h2>
        <p>Na de eerste nacht ziet u hier hoe goed de gegevens zijn.</p>
      </div>`;
    }
    const {code} = this.context.gemeente;
    const own = <T extends {gemeente: string | null}>(rows: readonly T[]): T[] =>
      rows.filter(({gemeente}) => gemeente === code);
    return html`
      ${nights(kwaliteit.nachten)}
      ${deliveries(kwaliteit.leveringen.filter(({gemeente}) => gemeente === code || gemeente === null))}
      ${rejected(own(kwaliteit.afgewezen), own(kwaliteit.wachtend))}
      ${completeness(own(kwaliteit.volledigheid))} ${delays(own(kwaliteit.vertraging))}
      ${this.restatements(herzieningen)}
    `;
  }

  private restatements(herzieningen: Manifest['herzieningen']): TemplateResult {
    const {route} = this.context;
    const changed = herzieningen.filter(
      ({gewijzigd, nieuw, vervallen}) => gewijzigd + nieuw + vervallen > 0,
    );
    return part(
      'Welke cijfers zijn herzien?',
      'Dit veranderde tegenover de vorige publicatie. Een late levering kan een ouder cijfer wijzigen.',
      'De cijfers zijn gelijk aan die van de vorige publicatie, of er is nog geen vorige.',
      ['Indicator', 'Gewijzigd', 'Nieuw', 'Vervallen'],
      changed.map(({indicator, gewijzigd, nieuw, vervallen}) => [
        html`<a href=${addressOf(`/indicator/${indicator}`, route.query)}
          >${indicator.replaceAll('_', ' ')}</a
        >`,
        ...[gewijzigd, nieuw, vervallen].map((aantal) => ({getal: formatNumber(aantal, 0)})),
      ]),
    );
  }
}

/** A heading, a sentence, and a table; or the sentence that says why there is none. */
function part(
  kop: string,
  uitleg: string,
  leeg: string,
  koppen: readonly string[],
  rijen: readonly (readonly TableCell[])[],
): TemplateResult {
  return html`<section class="wm-deel">
    <h2>${kop}</h2>
    ${rijen.length === 0 ? html`<p>${leeg}</p>` : html`<p>${uitleg}</p>`}
    ${rijen.length === 0 ? '' : plainTable(kop, koppen, rijen)}
  </section>`;
}

function nights(nachten: Kwaliteit['nachten']): TemplateResult {
  return part(
    'Hoe gingen de laatste nachten?',
    'De nieuwste nacht staat bovenaan.',
    'Er is nog geen nacht geweest.',
    ['Nacht', 'Gelukt', 'Geladen', 'Geweigerd', 'Uitkomst'],
    nachten
      .slice(0, MOST_NIGHTS)
      .map(({begonnen_op, gelukt, geladen, geweigerd, publicatie, melding}) => [
        momentText(begonnen_op),
        gelukt ? 'ja' : 'nee',
        {getal: formatNumber(geladen, 0)},
        {getal: formatNumber(geweigerd, 0)},
        [publicatie === null ? 'Geen nieuwe cijfers.' : 'Nieuwe cijfers.', melding ?? '']
          .join(' ')
          .trim(),
      ]),
  );
}

function deliveries(leveringen: Kwaliteit['leveringen']): TemplateResult {
  return part(
    'Wat is er geleverd?',
    'Per bron ziet u de nieuwste leveringen.',
    'Er is nog niets geleverd.',
    ['Bron', 'Gaat over', 'Verwerkt op', 'Uitkomst', 'Rijen', 'Afgewezen'],
    leveringen.map((one) => [
      one.bron ?? 'onbekend',
      one.periode_van === null || one.periode_tot === null
        ? 'onbekend'
        : `${dayText(one.periode_van)} tot en met ${dayText(one.periode_tot)}`,
      momentText(one.verwerkt_op),
      one.status === 'geladen' ? `geladen (${one.soort ?? 'onbekend'})` : 'geweigerd',
      one.status === 'geladen' ? one.gelezen : 'n.v.t.',
      one.status === 'geladen' ? one.afgewezen : 'n.v.t.',
    ]),
  );
}

function rejected(
  afgewezen: Kwaliteit['afgewezen'],
  wachtend: Kwaliteit['wachtend'],
): TemplateResult {
  return html`
    ${part(
      'Welke rijen zijn afgewezen?',
      'Een rij met een fout telt niet mee. Het team krijgt te horen welke regel het is.',
      'In het laatste jaar is geen rij afgewezen.',
      ['Bron', 'Tabel', 'Reden', 'Rijen'],
      afgewezen.map(({bron, tabel, reden, aantal}) => [bron, tabel, reden, aantal]),
    )}
    ${part(
      'Welke rijen wachten nog?',
      'Deze rijen tellen mee zodra de cliënt, het team of de casus is geleverd.',
      'Geen rij wacht op een andere levering.',
      ['Tabel', 'Rijen'],
      wachtend.map(({tabel, aantal}) => [tabel, aantal]),
    )}
  `;
}

function completeness(volledigheid: Kwaliteit['volledigheid']): TemplateResult {
  const open = volledigheid
    .filter(({procent}) => procent < 100)
    .toSorted((a, b) => a.tabel.localeCompare(b.tabel, 'nl') || a.procent - b.procent);
  const full = volledigheid.length - open.length;
  return part(
    'Hoe volledig zijn de gegevens?',
    `Dit deel van de rijen is gevuld, in stappen van 5%. ${alwaysFilled(full)} Een einddatum is leeg zolang iets loopt.`,
    'Alle kolommen zijn gevuld, of er zijn nog te weinig rijen.',
    ['Tabel', 'Kolom', 'Bron', 'Gevuld'],
    open.map(({tabel, kolom, bron, procent}) => [
      tabel,
      kolom,
      bron,
      {getal: `${formatNumber(procent, 0)}%`},
    ]),
  );
}

function alwaysFilled(aantal: number): string {
  if (aantal === 0) return '';
  return aantal === 1
    ? 'Eén kolom is altijd gevuld.'
    : `Nog ${formatNumber(aantal, 0)} kolommen zijn altijd gevuld.`;
}

function delays(vertraging: Kwaliteit['vertraging']): TemplateResult {
  return part(
    'Hoe snel komen gegevens binnen?',
    'Zo lang duurt het tot een gebeurtenis is geleverd. Wij nemen de nieuwste levering.',
    'Dit is nog niet te zeggen: er zijn te weinig gebeurtenissen.',
    ['Tabel', 'Bron', 'De helft binnen', '9 van de 10 binnen'],
    vertraging.map(({tabel, bron, helft_weken, negen_van_tien_weken}) => [
      tabel,
      bron,
      {getal: weeks(helft_weken)},
      {getal: weeks(negen_van_tien_weken)},
    ]),
  );
}

function weeks(aantal: number): string {
  return aantal === 1 ? '1 week' : `${formatNumber(aantal, 0)} weken`;
}

export const page: Page = (context) =>
  html`<wm-datakwaliteit .context=${context}></wm-datakwaliteit>`;
