import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {baselineWords} from '../../charts/baseline-words.ts';
import {figureText, intervalText} from '../../charts/figure-text.ts';
import {periodTitle} from '../../charts/period.ts';
import type {Gebied} from '../../../queries/contract/area.ts';
import type {Dimensie, Indicator, Knoop} from '../../../queries/contract/indicator.ts';
import type {Oordeel} from '../../../queries/contract/verdict.ts';
import type {NettoVeranderingen, Oordelen} from '../api/answers.ts';
import {apiAddress, fetchAnswer, withFields} from '../api/fetch-answer.ts';
import {Loading} from '../api/loading.ts';
import {whenLoaded} from '../api/states.ts';
import {LightElement} from '../light-element.ts';
import {verdict} from '../rug/verdict.ts';
import {baselineText} from './baseline-text.ts';
import type {Vraag} from './question.ts';

interface Geladen {
  oordelen: Oordelen['oordelen'];
  netto: NettoVeranderingen['netto'];
}

/**
 * An instrument that is looked at from many sides, such as the domains of the ZRM: the verdict on each
 * side (Holm), and of paired scores how many more rose than fell. Of one area.
 */
@customElement('wm-onderdelen')
export class WmOnderdelen extends LightElement {
  @property({attribute: false}) indicator!: Indicator;
  @property({attribute: false}) vraag!: Vraag;
  @property({attribute: false}) gebied!: Gebied;
  @property() periode = '';
  private readonly onderdelen = new Loading<Geladen>(this);

  protected override willUpdate(): void {
    const {gemeente, publicatie} = this.vraag;
    const {code: gebied, niveau} = this.gebied;
    const indicator = this.indicator.id;
    const dimension = partsOf(this.indicator);
    if (!hasParts(this.indicator)) return;
    const verdicts = apiAddress('/oordelen', {
      gemeente,
      gebied,
      niveau,
      indicator,
      uitsplitsen: dimension?.id ?? null,
      publicatie,
    });
    const periodesoort = this.periode.includes('-H') ? 'halfjaar' : 'jaar';
    const nets = apiAddress('/nettoverandering', {
      gemeente,
      gebied,
      niveau,
      indicator,
      periodesoort,
      publicatie,
    });
    this.onderdelen.run(
      `${verdicts} ${nets}`,
      async (signal) => {
        const [{oordelen}, {netto}] = await Promise.all([
          fetchAnswer(verdicts, withFields<Oordelen>('oordelen'), signal),
          fetchAnswer(nets, withFields<NettoVeranderingen>('netto'), signal),
        ]);
        return {oordelen, netto};
      },
      indicator,
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!hasParts(this.indicator)) return nothing;
    const dimension = partsOf(this.indicator);
    const titel = dimension ? `Per ${dimension.titel.toLowerCase()}` : 'Omhoog of omlaag';
    return html`<section class="wm-deel">
      <h2>${titel}</h2>
      ${whenLoaded(this.onderdelen, {
        hoogte: 'laag',
        toon: (inhoud) => (dimension ? this.table(dimension, inhoud) : this.sentence(inhoud)),
      })}
    </section>`;
  }

  private netOf({netto}: Geladen, node: Readonly<Record<string, string>>) {
    return netto.find(
      ({periode, dimensies}) =>
        periode === this.periode &&
        Object.entries(node).every(([id, value]) => dimensies[id] === value),
    );
  }

  private sentence(inhoud: Geladen): TemplateResult {
    const net = this.netOf(inhoud, {});
    const tekst = net?.zin ?? 'Te weinig mensen gingen omhoog of omlaag om dit te tonen.';
    return html`<p class="wm-onder">${this.gebied.naam} · ${periodTitle(this.periode)}</p>
      <p>${tekst}</p>`;
  }

  private table(dimension: Dimensie, inhoud: Geladen): TemplateResult {
    const hasNet = this.indicator.netto !== null;
    const naam = dimension.titel.toLowerCase();
    return html`
      <p class="wm-onder">
        ${this.indicator.eenheid} · ${this.gebied.naam} · ${periodTitle(this.periode)}
      </p>
      <div class="wm-rol" role="region" tabindex="0" aria-label="Tabel: per ${naam}">
        <table class="wm-tabel wm-onderdelen">
          <caption class="wm-alleen-voorlezen">
            ${this.indicator.titel} per ${naam}, ${this.gebied.naam}
          </caption>
          <thead>
            <tr>
              <th scope="col">${dimension.titel}</th>
              <th scope="col" class="wm-getal">Cijfer</th>
              <th scope="col" class="wm-getal">
                ${baselineWords('0-\u2060meting', this.indicator).replace('u', 'U')}
              </th>
              <th scope="col">Oordeel</th>
              ${hasNet ? html`<th scope="col" class="wm-getal">Omhoog min omlaag</th>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${dimension.knopen.map((node) => this.row(dimension, node, inhoud))}
          </tbody>
        </table>
      </div>
      <p class="wm-voetnoot">
        We kijken naar veel onderdelen tegelijk. Daarom vragen we bij elk meer zekerheid (Holm).
        ${hasNet ? 'Omhoog min omlaag staat in procentpunten van alle paren, met de marge.' : ''}
      </p>
    `;
  }

  private row({id}: Dimensie, node: Knoop, inhoud: Geladen): TemplateResult {
    const oordeel = inhoud.oordelen.find(({dimensies}) => dimensies[id] === node.id);
    const net = this.netOf(inhoud, {[id]: node.id});
    const {indicator} = this;
    return html`<tr>
      <th scope="row">${node.titel}</th>
      <td class="wm-getal">${figure(oordeel, indicator)}</td>
      <td class="wm-getal">${before(oordeel, indicator)}</td>
      <td>${oordeel ? verdict(oordeel.woord) : 'onbekend'}</td>
      ${
        indicator.netto === null
          ? nothing
          : html`<td class="wm-getal ${net ? '' : 'wm-reden'}">
              ${net ? `${signed(net.waarde)} (${signed(net.ondergrens)} tot ${signed(net.bovengrens)})` : 'niet getoond'}
            </td>`
      }
    </tr>`;
  }
}

/** The dimension whose nodes do not add up, so that each is a figure by itself. */
function partsOf({zonder_totaal: [id], uitsplitsingen}: Indicator): Dimensie | undefined {
  return uitsplitsingen.find((one) => one.id === id);
}

function hasParts(indicator: Indicator): boolean {
  return indicator.netto !== null || partsOf(indicator) !== undefined;
}

function figure(oordeel: Oordeel | undefined, indicator: Indicator): string {
  if (!oordeel) return 'onbekend';
  const interval = intervalText(oordeel.cijfer, indicator);
  return `${figureText(oordeel.cijfer, indicator)}${interval === '' ? '' : ` (${interval})`}`;
}

/** Under a heading that says what it is. */
function before(oordeel: Oordeel | undefined, indicator: Indicator): string {
  const text = oordeel ? baselineText(oordeel, indicator) : '';
  return text.replace(/ ?(?:0-\u2060?meting|uitgangspunt) ?/, '') || 'geen';
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${Math.abs(points)}` : '0';
}
