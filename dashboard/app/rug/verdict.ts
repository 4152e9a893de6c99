import {html, svg, type TemplateResult} from 'lit';

/** How a verdict looks; colour never stands alone, there is always a symbol and a word. */
export type Toon = 'beter' | 'slechter' | 'grijs' | 'geen';

const TOON: Readonly<Record<string, Toon>> = {
  beter: 'beter',
  slechter: 'slechter',
  'geen relevant verschil': 'grijs',
  'niet te zeggen': 'grijs',
  'zoals verwacht': 'grijs',
};

/** Words that are not known as a judgement are neutral. */
export function toonOf(woord: string): Toon {
  return TOON[woord] ?? 'geen';
}

/** Drawn, not typed: the font has no triangles. */
const SHAPES: Readonly<Record<Toon, ReturnType<typeof svg>>> = {
  beter: svg`<path d="M6 1.500 11 10.500H1z"/>`,
  slechter: svg`<path d="M6 10.500 1 1.500h10z"/>`,
  grijs: svg`<path d="M1 3h10v2H1zM1 7h10v2H1z"/>`,
  geen: svg`<circle cx="6" cy="6" r="2"/>`,
};

/** Not knowing is something else than being equal: an open ring. */
const UNSURE = svg`<path fill-rule="evenodd" d="M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Zm0 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z"/>`;

/** The symbol of a verdict; decoration beside its word. */
export function symbol(woord: string): TemplateResult {
  const shape = woord === 'niet te zeggen' ? UNSURE : SHAPES[toonOf(woord)];
  return html`<svg class="wm-teken" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
    ${shape}
  </svg>`;
}

/** Symbol and word of a verdict. */
export function verdict(woord: string): TemplateResult {
  const toon = toonOf(woord);
  return html`<span class="wm-oordeel wm-oordeel--${toon}">${symbol(woord)}${woord}</span>`;
}
