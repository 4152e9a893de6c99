import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {ChartName} from '../../charts/catalogue.ts';
import type {EffectChartName} from '../../charts/effect-catalogue.ts';
import type {FinanceChartName} from '../../charts/finance-catalogue.ts';
import {apiAddress, fetchSvg} from '../api/fetch-answer.ts';
import {Loading} from '../api/loading.ts';
import {problemMessage} from '../api/states.ts';
import {LightElement} from '../light-element.ts';
import {readPicture} from './read-picture.ts';

/** Widths are asked in steps, so that a small change of the window is no new question. */
const STEP = 20;
const NARROWEST = 280;
const WIDEST = 1200;

type AnyChart = ChartName | EffectChartName | FinanceChartName;

/** Charts that say more when a pointer is over them. */
const ANSWERS_TO_POINTER: readonly AnyChart[] = ['trend-per-wijk'];

/**
 * A chart: drawn by the server and shown at once; on request the same chart answers to a pointer.
 * The height is reserved, so nothing jumps.
 */
@customElement('wm-grafiek')
export class WmGrafiek extends LightElement {
  @property({attribute: false}) naam: AnyChart = 'trend-per-wijk';
  /** Where in the API the picture is. */
  @property() pad = '/grafieken';
  @property({attribute: false}) vraag: Readonly<Record<string, string | null>> = {};
  /** The sentence stands above another chart of the same figures already. */
  @property({type: Boolean}) zonderZin = false;
  @state() private breedte = 0;
  @state() private isInteractief = false;
  @state() private isMislukt = false;
  private asked = '';
  private readonly picture = new Loading<{omschrijving: string; svg: SVGElement}>(this);
  private readonly observer = new ResizeObserver((entries) => {
    const width = entries[0]?.contentRect.width ?? 0;
    const breedte = clamp(Math.floor(width / STEP) * STEP);
    if (width === 0 || breedte === this.breedte) return;
    this.breedte = breedte;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  protected override willUpdate(): void {
    if (this.breedte === 0) return;
    const address = this.address('svg');
    if (address !== this.asked) this.isInteractief = false;
    this.asked = address;
    this.picture.run(address, async (signal) => readPicture(await fetchSvg(address, signal)));
  }

  private address(vorm: 'svg' | 'json'): string {
    return apiAddress(`${this.pad}/${this.naam}.${vorm}`, {
      ...this.vraag,
      breedte: String(this.breedte),
      kop: 'nee',
    });
  }

  protected override render(): TemplateResult {
    const {inhoud, probleem, retry, bezig} = this.picture;
    if (probleem) return problemMessage(probleem, retry);
    if (!inhoud) {
      return html`<p class="wm-laden wm-laden--grafiek" role="status">Grafiek laden…</p>`;
    }
    const sentence = html`<p class="wm-omschrijving">${inhoud.omschrijving}</p>`;
    return html`
      ${this.zonderZin ? nothing : sentence}
      <div class="wm-tekening" aria-busy=${bezig ? 'true' : nothing}>
        ${this.isInteractief ? nothing : inhoud.svg}
        <div class="wm-vega" ?hidden=${!this.isInteractief}></div>
      </div>
      ${ANSWERS_TO_POINTER.includes(this.naam) && !this.isInteractief ? this.renderButton() : nothing}
    `;
  }

  private renderButton(): TemplateResult {
    const failed = 'De interactieve grafiek laadt niet. U ziet de gewone grafiek.';
    return html`<button type="button" class="wm-knop wm-knop--klein" @click=${this.makeInteractive}>
        Maak interactief
      </button>
      ${this.isMislukt ? html`<p role="status">${failed}</p>` : nothing}`;
  }

  private readonly makeInteractive = async (): Promise<void> => {
    const place = this.querySelector('.wm-vega');
    if (!(place instanceof HTMLElement)) return;
    try {
      const {drawInteractive} = await import('./interactive.ts');
      await drawInteractive(place, this.address('json'));
      this.isInteractief = true;
      this.isMislukt = false;
    } catch {
      // the drawn chart is still there with the same figures; say so and go on
      this.isMislukt = true;
    }
  };
}

function clamp(width: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, width));
}
