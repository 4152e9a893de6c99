import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import type {EffectChartName} from '../../charts/effect-catalogue.ts';
import {effectSpan, effectUnit} from '../../charts/effect-chart.ts';
import type {Effectantwoord} from '../../../queries/contract/effect.ts';
import type {Indicator} from '../../../queries/contract/indicator.ts';
import {addressOf} from '../address.ts';
import type {EffectAntwoord, IndicatorAntwoord, Indicatoren} from '../api/answers.ts';
import {apiAddress, fetchAnswer, withFields} from '../api/fetch-answer.ts';
import {Loading} from '../api/loading.ts';
import {whenLoaded} from '../api/states.ts';
import '../chart/grafiek.ts';
import {effectAnswer} from '../effect/answer.ts';
import {certainty} from '../effect/certainty.ts';
import {choose} from '../effect/choose.ts';
import {method} from '../effect/method.ts';
import {halfYearTable, periodTable, teamTable} from '../effect/tables.ts';
import {LightElement} from '../light-element.ts';
import {setTitle, type Page, type PageContext} from '../page-context.ts';

interface Geladen {
  indicator: Indicator;
  effect: Effectantwoord;
}

/** What the teams changed, held against wijken that had not started; or why that can't be said. */
@customElement('wm-effect')
export class WmEffect extends LightElement {
  @property({attribute: false}) context!: PageContext;
  private readonly keuze = new Loading<Indicatoren>(this);
  private readonly effect = new Loading<Geladen>(this);

  protected override willUpdate(): void {
    const {route, gemeente} = this.context;
    const publicatie = route.query.get('publicatie');
    if (route.id === '') {
      setTitle(`Effect, ${gemeente.naam}`);
      const address = apiAddress('/indicatoren', {publicatie});
      this.keuze.run(address, (signal) =>
        fetchAnswer(address, withFields<Indicatoren>('indicatoren'), signal),
      );
      return;
    }
    const title = this.effect.inhoud?.indicator.titel;
    setTitle(title === undefined ? 'Effect' : `Effect: ${title}, ${gemeente.naam}`);
    const page = apiAddress(`/indicatoren/${route.id}`, {publicatie});
    const address = apiAddress(`/effecten/${route.id}`, {gemeente: gemeente.code, publicatie});
    this.effect.run(
      address,
      async (signal) => {
        const [{indicator}, {effect}] = await Promise.all([
          fetchAnswer(page, withFields<IndicatorAntwoord>('indicator'), signal),
          fetchAnswer(address, withFields<EffectAntwoord>('effect'), signal),
        ]);
        return {indicator, effect};
      },
      address,
    );
  }

  protected override render(): TemplateResult {
    const {route} = this.context;
    if (route.id === '') {
      return html`<h1>Wat veranderden de wijkteams?</h1>
        ${whenLoaded(this.keuze, {hoogte: 'hoog', toon: (inhoud) => choose(inhoud, route)})}`;
    }
    const titel = this.effect.inhoud?.indicator.titel;
    return html`
      <p class="wm-terug">
        <a href=${addressOf(`/indicator/${route.id}`, route.query)}
          >${titel ?? 'Terug naar het cijfer'}</a
        >
      </p>
      <h1>Maakten de wijkteams verschil?</h1>
      ${whenLoaded(this.effect, {hoogte: 'hoog', toon: (inhoud) => this.show(inhoud)})}
    `;
  }

  private show({indicator, effect}: Geladen): TemplateResult {
    const {gemeente, manifest} = this.context;
    return html`
      <p class="wm-onder">${indicator.titel}, ${gemeente.naam}</p>
      ${effectAnswer(effect, indicator)}
      ${effect.samen === null ? this.renderElsewhere(indicator) : nothing}
      ${this.renderCharts(indicator, effect)} ${teamTable(effect)} ${certainty(effect)}
      ${effect.status === 'nvt' ? nothing : method(effect)}
      <p class="wm-bron">Bron: Wijkmonitor ${gemeente.naam}, publicatie ${manifest.id}.</p>
    `;
  }

  /** Nothing to show here, but the figure itself is there. */
  private renderElsewhere({id, titel}: Indicator): TemplateResult {
    return html`<p>
      Het cijfer zelf staat wel klaar, met het verschil met de 0-&NoBreak;meting:
      <a href=${addressOf(`/indicator/${id}`, this.context.route.query)}>${titel}</a>.
    </p>`;
  }

  private renderCharts(
    indicator: Indicator,
    effect: Effectantwoord,
  ): TemplateResult | typeof nothing {
    if (effect.samen === null) return nothing;
    const unit = effectUnit({indicator, gemeente: '', effect});
    return html`
      <section class="wm-deel">
        <h2>Ging het anders dan te verwachten was?</h2>
        <p class="wm-onder">Per team, ${unit}, ${effectSpan(effect)}</p>
        ${this.renderChart('waargenomen-verwacht')} ${periodTable(effect)}
      </section>
      <section class="wm-deel">
        <h2>Hoe groot is het verschil, per halfjaar na de start?</h2>
        <p class="wm-onder">Alle teams samen, procent meer of minder dan verwacht</p>
        ${this.renderChart('effect-per-halfjaar')} ${halfYearTable(effect)}
      </section>
    `;
  }

  private renderChart(naam: EffectChartName): TemplateResult {
    const {route, gemeente} = this.context;
    return html`<wm-grafiek
      class="wm-grafiek wm-grafiek--${naam}"
      pad="/effecten/${route.id}"
      .naam=${naam}
      .vraag=${{gemeente: gemeente.code, publicatie: route.query.get('publicatie')}}
    ></wm-grafiek>`;
  }
}

export const page: Page = (context) => html`<wm-effect .context=${context}></wm-effect>`;
