import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import type {Publicatiekop} from '../../queries/contract/publication.ts';
import type {NachtStatus} from './api/answers.ts';
import {apiAddress, fetchAnswer, withFields} from './api/fetch-answer.ts';
import {Loading} from './api/loading.ts';
import {asProblem, type AntwoordMislukt} from './api/problem.ts';
import {problemMessage} from './api/states.ts';
import {chosenGemeente} from './chosen-gemeente.ts';
import {colofon} from './colofon.ts';
import {freshness} from './freshness.ts';
import {LightElement} from './light-element.ts';
import {PAGES} from './pages.ts';
import type {Page} from './page-context.ts';
import {addressOf, readRoute, type Route} from './address.ts';
import {followLinks, navigate, sameAddress} from './router.ts';
import {restoreScroll} from './scroll-memory.ts';

/** The frame of every page: skip link, header with the choice of gemeente, content, colofon. */
@customElement('wm-app')
export class WmApp extends LightElement {
  @state() private route: Route = readRoute(location);
  @state() private page: Page | null = null;
  private readonly manifest = new Loading<Publicatiekop>(this);
  private readonly status = new Loading<NachtStatus>(this);
  @state() private pageProblem: AntwoordMislukt | null = null;
  private pageKey = '';
  /** The page that is on screen; another one may still be on its way. */
  private shownKey = '';
  private isMoved = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.replaceChildren();
    addEventListener('popstate', this.read);
    this.addEventListener('click', followLinks);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.read);
  }

  private readonly read = ({isTrusted}: Event): void => {
    const before = this.route;
    this.route = readRoute(location);
    const isOther = before.pagina !== this.route.pagina || before.id !== this.route.id;
    this.isMoved ||= isOther;
    // the browser's own event: back or forward, not a link
    if (isTrusted) restoreScroll();
    else if (isOther) scrollTo({top: 0});
  };

  protected override willUpdate(): void {
    const publicatie = this.route.query.get('publicatie');
    const address = apiAddress('/publicatie', {publicatie});
    this.manifest.run(address, (signal) =>
      fetchAnswer(address, withFields<Publicatiekop>('id', 'gemeenten'), signal),
    );
    this.status.run('status', (signal) =>
      fetchAnswer(apiAddress('/status', {}), withFields<NachtStatus>('nacht'), signal),
    );
    void this.showPage();
  }

  private async showPage(): Promise<void> {
    const {pagina} = this.route;
    if (pagina === this.pageKey) return;
    this.pageKey = pagina;
    this.pageProblem = null;
    try {
      const {page} = await PAGES[pagina]();
      if (this.pageKey !== pagina) return;
      this.shownKey = pagina;
      this.page = page;
    } catch (error) {
      // a newer release took the old files away, or the network is gone
      if (this.pageKey === pagina) this.pageProblem = asProblem(error);
    }
  }

  // The browser remembers a module that failed, so only a new page load can bring it.
  private readonly reload = (): void => {
    location.reload();
  };

  /** After a move to another page the focus goes to its heading, so that it is read aloud. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const isThere = this.shownKey === this.route.pagina || this.pageProblem !== null;
    if (this.isMoved && isThere) void this.focusHeading();
  }

  private async focusHeading(): Promise<void> {
    const content = this.querySelector('main')?.firstElementChild;
    // an element draws its heading after the shell has placed it
    if (content instanceof LightElement) await content.updateComplete;
    const heading = this.querySelector('main h1');
    if (!(heading instanceof HTMLElement)) return;
    this.isMoved = false;
    heading.tabIndex = -1;
    heading.focus({preventScroll: true});
  }

  protected override render(): TemplateResult {
    const {query} = this.route;
    return html`
      <a class="wm-naar-inhoud" href="#inhoud" @click=${this.toContent}>Naar de inhoud</a>
      <header class="wm-kop">
        <div class="wm-kop__binnen">
          <a class="wm-merk" href=${addressOf('/', query)}>
            <img src="/icoon.svg" alt="" width="28" height="28" />Wijkmonitor
          </a>
          ${this.renderGemeenten()}
          <nav class="wm-nav" aria-label="Hoofdmenu">
            <ul>
              ${this.renderLink('/', 'overzicht', 'Overzicht')}
              ${this.renderLink('/effect', 'effect', 'Effect')}
              ${this.renderLink('/financien', 'financien', 'Financiën')}
              ${this.renderLink('/uitleg', 'uitleg', 'Uitleg')}
              ${this.renderLink('/privacy', 'privacy', 'Privacy')}
              ${this.renderLink('/over', 'over', 'Over')}
            </ul>
          </nav>
        </div>
      </header>
      ${this.renderContent()}
    `;
  }

  /** Notice, content and colofon come at once, so that the notice pushes nothing down. */
  private renderContent(): TemplateResult {
    const {inhoud} = this.manifest;
    if (!inhoud) return html`${this.renderMain()}`;
    return html`${freshness(inhoud, {status: this.status.inhoud, route: this.route})}
    ${this.renderMain()} ${colofon(inhoud, {route: this.route})}`;
  }

  private renderMain(): TemplateResult {
    return html`<main id="inhoud" class="wm-inhoud" tabindex="-1">${this.renderPage()}</main>`;
  }

  private renderPage(): TemplateResult {
    if (this.manifest.probleem) {
      return html`<h1>Wijkmonitor</h1>
        ${problemMessage(this.manifest.probleem, this.manifest.retry)}`;
    }
    if (this.pageProblem) {
      return html`<h1>Deze pagina laadt niet</h1>
        ${problemMessage(this.pageProblem, this.reload)}`;
    }
    const {inhoud: manifest} = this.manifest;
    const gemeente = manifest ? chosenGemeente(manifest, this.route) : undefined;
    if (!manifest || !gemeente || !this.page) {
      return html`<p class="wm-laden wm-laden--hoog" role="status">Cijfers laden…</p>`;
    }
    const asked = this.route.query.get('gemeente');
    if (asked !== null && asked !== gemeente.code) {
      return html`<h1>Deze gemeente staat niet in de publicatie</h1>
        <p>Kies bovenaan een gemeente die er wel in staat.</p>`;
    }
    return this.page({route: this.route, manifest, gemeente});
  }

  private renderGemeenten(): TemplateResult | typeof nothing {
    const {inhoud: manifest} = this.manifest;
    if (!manifest) return html`<span class="wm-gemeente wm-gemeente--leeg"></span>`;
    const chosen = chosenGemeente(manifest, this.route);
    if (manifest.gemeenten.length < 2) {
      return html`<span class="wm-gemeente"><strong>${chosen?.naam ?? ''}</strong></span>`;
    }
    return html`<strong class="wm-alleen-druk">${chosen?.naam ?? ''}</strong>
      <label class="wm-gemeente wm-geen-druk">
        <span>Gemeente</span>
        <select class="wm-keuze" .value=${chosen?.code ?? ''} @change=${this.choose}>
          ${manifest.gemeenten.map(
            ({code, naam}) =>
              html`<option value=${code} ?selected=${code === chosen?.code}>${naam}</option>`,
          )}
        </select>
      </label>`;
  }

  private renderLink(path: string, pagina: string, tekst: string): TemplateResult {
    const current = this.route.pagina === pagina;
    return html`<li>
      <a href=${addressOf(path, this.route.query)} aria-current=${current ? 'page' : nothing}
        >${tekst}</a
      >
    </li>`;
  }

  private readonly choose = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    // an area of one gemeente means nothing in the other
    navigate(sameAddress({gemeente: event.target.value, gebied: null}));
  };

  private readonly toContent = (event: Event): void => {
    event.preventDefault();
    const main = this.querySelector('main');
    main?.focus();
    main?.scrollIntoView();
  };
}
