import {html, type TemplateResult} from 'lit';
import {customElement, property, state} from 'lit/decorators.js';
import type {Indicator} from '../../../queries/contract/indicator.ts';
import {dayText} from '../dutch-date.ts';
import {LightElement} from '../light-element.ts';
import {figuresAddress, type Vraag} from './question.ts';

const VORMEN = [
  ['csv-excel', 'CSV voor Excel'],
  ['csv', 'CSV (open)'],
  ['json', 'JSON'],
  ['arrow', 'Arrow'],
] as const;

/** Downloads of the figures on screen, a link that keeps pointing here, and how to cite. */
@customElement('wm-meenemen')
export class WmMeenemen extends LightElement {
  @property({attribute: false}) indicator!: Indicator;
  @property({attribute: false}) vraag!: Vraag;
  @property() publicatie = '';
  @property() plaats = '';
  @state() private melding = '';

  protected override render(): TemplateResult {
    const {uitsplitsen} = this.vraag;
    const split: Record<string, string> = uitsplitsen === null ? {} : {uitsplitsen};
    return html`<section class="wm-deel">
      <h2>Cijfers meenemen</h2>
      <ul class="wm-downloads wm-geen-druk">
        ${VORMEN.map(
          ([vorm, titel]) =>
            html`<li>
              <a
                class="wm-knop"
                download
                href=${figuresAddress(this.indicator, this.vraag, {...split, vorm})}
                >${titel}</a
              >
            </li>`,
        )}
      </ul>
      <p class="wm-bron">${this.citation()}</p>
      <p class="wm-bron wm-alleen-druk">${this.permanentLink()}</p>
      <p class="wm-geen-druk">
        <button type="button" class="wm-knop" @click=${this.copyLink}>Kopieer link</button>
        <button type="button" class="wm-knop" @click=${this.copyCitation}>
          Kopieer bronvermelding
        </button>
      </p>
      <p role="status" class="wm-geen-druk">${this.melding}</p>
    </section>`;
  }

  private citation(): string {
    const today = dayText(new Date().toISOString());
    return `Bron: Wijkmonitor ${this.plaats}, publicatie ${this.publicatie}, geraadpleegd op ${today}.`;
  }

  /** The link pins the publication: who opens it later sees the same figures. */
  private permanentLink(): string {
    const url = new URL(location.href);
    url.searchParams.set('gemeente', this.vraag.gemeente);
    url.searchParams.set('publicatie', this.publicatie);
    return url.href;
  }

  private readonly copyLink = (): void => void this.copy(this.permanentLink(), 'De link');
  private readonly copyCitation = (): void =>
    void this.copy(`${this.citation()} ${this.permanentLink()}`, 'De bronvermelding');

  private async copy(text: string, what: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.melding = `${what} is gekopieerd.`;
    } catch {
      // the browser may refuse; then the reader copies by hand
      this.melding = `Kopiëren mag hier niet. Neem deze tekst over: ${text}`;
    }
  }
}
