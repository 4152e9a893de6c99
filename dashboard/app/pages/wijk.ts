import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {formatNumber} from '../../charts/figure-text.ts';
import {dayTitle} from '../../charts/period.ts';
import type {Gebied} from '../../../queries/contract/area.ts';
import {addressOf} from '../address.ts';
import type {Profiel, ProfielRij} from '../api/answers.ts';
import {apiAddress, fetchAnswer, withFields} from '../api/fetch-answer.ts';
import {Loading} from '../api/loading.ts';
import {whenLoaded} from '../api/states.ts';
import {choice} from '../choice.ts';
import {LightElement} from '../light-element.ts';
import {setTitle, type Page, type PageContext} from '../page-context.ts';
import {navigate} from '../router.ts';
import {chosenComparison, COMPARISON_OPTIONS, comparisonWords} from '../rug/comparison.ts';
import {verdict} from '../rug/verdict.ts';
import '../styles/wijk.css';
import {profileRow} from '../wijk/row.ts';

/** In this order a reader wants to know. */
const WORDS = [
  'beter',
  'slechter',
  'zoals verwacht',
  'geen relevant verschil',
  'niet te zeggen',
  'nog niet te beoordelen',
];

/** Everything about one wijk or team, each figure in the same grammar. */
@customElement('wm-wijk')
export class WmWijk extends LightElement {
  @property({attribute: false}) context!: PageContext;
  private readonly profiel = new Loading<Profiel>(this);

  protected override willUpdate(): void {
    const {gemeente, route} = this.context;
    const address = apiAddress('/profiel', {
      gemeente: gemeente.code,
      gebied: route.id,
      vergelijking: route.query.get('vergelijking') === null ? null : this.vergelijking,
      publicatie: route.query.get('publicatie'),
    });
    this.profiel.run(
      address,
      (signal) => fetchAnswer(address, withFields<Profiel>('gebied', 'rijen'), signal),
      `${gemeente.code} ${route.id}`,
    );
    const naam = this.profiel.inhoud?.gebied.naam;
    setTitle(naam === undefined ? 'Wijk' : `${naam}, ${gemeente.naam}`);
  }

  private get vergelijking() {
    return chosenComparison(this.context.route.query);
  }

  protected override render(): TemplateResult {
    const {query} = this.context.route;
    const gebied = this.profiel.inhoud?.gebied;
    const niveau = gebied?.niveau === 'wijk' ? 'wijk' : null;
    const naam = gebied ? `Hoe gaat het in ${gebied.naam}?` : 'Hoe gaat het in deze wijk?';
    return html`
      <p class="wm-terug"><a href=${addressOf('/', query, {niveau})}>Overzicht</a></p>
      <h1>${naam}</h1>
      ${whenLoaded(this.profiel, {hoogte: 'hoog', toon: (inhoud) => this.show(inhoud)})}
    `;
  }

  private show(profiel: Profiel): TemplateResult {
    const {query} = this.context.route;
    const themas = [...new Set(profiel.rijen.map(({thema}) => thema))];
    return html`
      ${this.renderFacts(profiel)} ${tally(profiel.rijen)}
      <form class="wm-filters" aria-label="Kies wat u ziet" @submit=${stay}>
        ${this.renderAreas(profiel)}
        ${choice({
          naam: 'vergelijking',
          titel: 'Vergelijk met',
          gekozen: this.vergelijking === 'nulmeting' ? '' : this.vergelijking,
          opties: COMPARISON_OPTIONS,
        })}
      </form>
      ${key(profiel)}
      ${themas.map(
        (thema) =>
          html`<section class="wm-thema">
            <h2>${thema}</h2>
            ${profiel.rijen
              .filter((rij) => rij.thema === thema)
              .map((rij) => profileRow(rij, profiel, query))}
          </section>`,
      )}
    `;
  }

  private renderFacts({gebied, gebieden, gebeurtenissen}: Profiel): TemplateResult {
    const {query} = this.context.route;
    const team = gebieden.find(({code, niveau}) => niveau === 'team' && code === gebied.ouder);
    const start = gebied.startdatum;
    return html`<div class="wm-feitenregel">
      <p>
        ${gebied.niveau === 'team' ? 'Een team' : 'Een wijk'} met
        ${gebied.inwoners === null ? 'een onbekend aantal' : formatNumber(gebied.inwoners, 0)}
        inwoners.
        ${
          team && gebied.niveau === 'wijk'
            ? html`Het team is <a href=${addressOf(`/wijk/${team.code}`, query)}>${team.naam}</a>. `
            : nothing
        }
        ${start === null ? 'Een startdatum is niet bekend.' : `Het team begon op ${dayTitle(start)}.`}
      </p>
      <ul class="wm-fasen">
        ${gebied.fasen.map(({fase, van}) => html`<li>Fase ${fase} sinds ${dayTitle(van)}</li>`)}
        ${gebeurtenissen.map(
          ({datum, omschrijving}) => html`<li>${dayTitle(datum)}: ${omschrijving}</li>`,
        )}
      </ul>
    </div>`;
  }

  private renderAreas({gebied, gebieden}: Profiel): TemplateResult {
    const group = (niveau: Gebied['niveau'], titel: string) =>
      html`<optgroup label=${titel}>
        ${gebieden
          .filter((one) => one.niveau === niveau)
          .map(
            ({code, naam}) =>
              html`<option value=${code} ?selected=${code === gebied.code}>${naam}</option>`,
          )}
      </optgroup>`;
    return html`<label class="wm-filter">
      <span>Wijk of team</span>
      <select class="wm-keuze" .value=${gebied.code} @change=${this.goTo}>
        ${group('team', 'Teams')} ${group('wijk', 'Wijken')}
      </select>
    </label>`;
  }

  private readonly goTo = ({target}: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return;
    const {query} = this.context.route;
    const vergelijking = query.get('vergelijking');
    navigate(addressOf(`/wijk/${target.value}`, query, {vergelijking}));
  };
}

/** How many figures have which verdict. */
function tally(rijen: readonly ProfielRij[]): TemplateResult {
  const counted = WORDS.map((woord) => ({
    woord,
    aantal: rijen.filter(({oordeel}) => oordeel.woord === woord).length,
  }));
  return html`<ul class="wm-telling" aria-label="Oordelen over deze cijfers">
    ${counted
      .filter(({aantal}) => aantal > 0)
      .map(({woord, aantal}) => html`<li><strong>${aantal}</strong> ${verdict(woord)}</li>`)}
  </ul>`;
}

/** How a row is read, once for all rows. */
function key({gebied, vergelijking}: Profiel): TemplateResult {
  const others = gebied.niveau === 'team' ? 'teams' : 'wijken';
  return html`<p class="wm-onder wm-leeswijzer">
    Op de lijn is het gekleurde punt ${gebied.naam}, met de onzekerheid. Grijze punten zijn de
    andere ${others}. De streep is de gemeente. De ruit is ${comparisonWords(vergelijking).met}. In
    de grafiek rechts is de stippellijn de 0-&NoBreak;meting. Vlakken zijn de fasen van het team.
  </p>`;
}

function stay(event: Event): void {
  event.preventDefault();
}

export const page: Page = (context) => html`<wm-wijk .context=${context}></wm-wijk>`;
