import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {figureText, valueText} from '../../charts/figure-text.ts';
import {periodTitle} from '../../charts/period.ts';
import type {Indicator} from '../../../queries/contract/indicator.ts';
import type {Signaalkaart, Signaalpunt, Signaalregel} from '../../../queries/contract/signal.ts';
import type {Signalen} from '../api/answers.ts';
import {apiAddress, fetchAnswer, withFields} from '../api/fetch-answer.ts';
import {Loading} from '../api/loading.ts';
import {whenLoaded} from '../api/states.ts';
import '../chart/grafiek.ts';
import {LightElement} from '../light-element.ts';
import {chartQuestion, type Vraag} from './question.ts';

const REGEL: Readonly<Record<Signaalregel, string>> = {
  buiten_de_grenzen: 'buiten de grenzen',
  trend: 'zeven keer op rij omhoog of omlaag',
  twee_van_drie: 'twee van drie dicht bij een grens',
  reeks: 'zeven op rij aan één kant',
};

/** What stands out through time, for the area that is looked at, or else the gemeente. */
@customElement('wm-signalen')
export class WmSignalen extends LightElement {
  @property({attribute: false}) indicator!: Indicator;
  @property({attribute: false}) vraag!: Vraag;
  private readonly signalen = new Loading<Signalen>(this);

  protected override willUpdate(): void {
    const {indicator, gemeente, gebied, publicatie} = this.vraag;
    const address = apiAddress('/signalen', {
      indicator,
      gemeente,
      gebied: gebied ?? gemeente,
      publicatie,
    });
    this.signalen.run(
      address,
      (signal) => fetchAnswer(address, withFields<Signalen>('signalen', 'zonder'), signal),
      address,
    );
  }

  protected override render(): TemplateResult {
    return html`<section class="wm-deel wm-geen-druk">
      <h2>Springt er iets uit?</h2>
      ${whenLoaded(this.signalen, {hoogte: 'laag', toon: (inhoud) => this.show(inhoud)})}
    </section>`;
  }

  private show({signalen, zonder}: Signalen): TemplateResult {
    const [kaart] = signalen;
    if (!kaart) return html`<p>${zonder[0]?.reden ?? 'Er zijn geen cijfers.'}</p>`;
    const vraag = {...chartQuestion(this.vraag), gebied: this.vraag.gebied};
    return html`
      <p class="wm-omschrijving">${kaart.zin}</p>
      <p class="wm-onder">
        ${this.indicator.eenheid}. De grenzen komen uit ${periodTitle(kaart.basis_van)} tot en met
        ${periodTitle(kaart.basis_tot)}, voor de start.
      </p>
      <wm-grafiek class="wm-grafiek" .naam=${'signalen'} .zonderZin=${true} .vraag=${vraag}>
      </wm-grafiek>
      ${this.renderTable(kaart)}
    `;
  }

  private renderTable({punten, kaart}: Signaalkaart): TemplateResult {
    const {indicator} = this;
    return html`<details class="wm-tabel-uit">
      <summary>Bekijk deze cijfers als tabel</summary>
      <div class="wm-rol" role="region" tabindex="0" aria-label="Tabel: signalen">
        <table class="wm-tabel">
          <caption>
            ${indicator.titel}, ${indicator.eenheid}, met de grenzen van toeval
          </caption>
          <thead>
            <tr>
              <th scope="col">Periode</th>
              <th scope="col" class="wm-getal">Cijfer</th>
              <th scope="col" class="wm-getal">Ondergrens</th>
              <th scope="col" class="wm-getal">Gemiddelde</th>
              <th scope="col" class="wm-getal">Bovengrens</th>
              <th scope="col">Signaal</th>
            </tr>
          </thead>
          <tbody>
            ${punten.toReversed().map((punt) => row(punt, indicator))}
          </tbody>
        </table>
      </div>
      <p class="wm-voetnoot">
        * Dit cijfer is voorlopig en geeft nog geen signaal. Voor kenners: dit is een
        ${kaart}-kaart.
      </p>
    </details>`;
  }
}

function row(punt: Signaalpunt, indicator: Indicator): TemplateResult {
  const limit = (value: number | null) => (value === null ? '–' : valueText(value, indicator));
  return html`<tr>
    <th scope="row">${periodTitle(punt.periode)}</th>
    <td class="wm-getal">
      ${figureText({...punt, methode: ''}, indicator)}${
        punt.voorlopig ? html`<abbr title="voorlopig cijfer">*</abbr>` : nothing
      }
    </td>
    <td class="wm-getal">${limit(punt.ondergrens)}</td>
    <td class="wm-getal">${limit(punt.gemiddelde)}</td>
    <td class="wm-getal">${limit(punt.bovengrens)}</td>
    <td>${punt.signaal === null ? '' : REGEL[punt.signaal]}</td>
  </tr>`;
}
