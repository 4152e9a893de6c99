import {html, nothing, type TemplateResult} from 'lit';
import {lexer, type MarkedToken, type Token, type Tokens} from 'marked';

/**
 * Markdown as elements. Raw HTML in the text is shown as text: nothing here can write markup, so
 * there is nothing to clean. Loaded when a page with a definition is opened.
 */
export function markdown(text: string): TemplateResult {
  return html`${lexer(text).map((token) => (isKnown(token) ? block(token) : token.raw))}`;
}

type Piece = TemplateResult | string | typeof nothing;

function isKnown(token: Token): token is MarkedToken {
  return KNOWN.has(token.type);
}

const KNOWN = new Set(
  'heading paragraph list table code space text strong em codespan link br escape del'.split(' '),
);

function block(token: MarkedToken): Piece {
  switch (token.type) {
    case 'heading':
      return html`<h4>${inline(token.tokens)}</h4>`;
    case 'paragraph':
      return html`<p>${inline(token.tokens)}</p>`;
    case 'list':
      return list(token);
    case 'table':
      return table(token);
    case 'code':
      return html`<pre tabindex="0"><code>${token.text}</code></pre>`;
    case 'space':
      return nothing;
    default:
      return inlineOne(token);
  }
}

function list({ordered, items}: Tokens.List): TemplateResult {
  const lines = items.map((item) => html`<li>${inline(item.tokens)}</li>`);
  return ordered
    ? html`<ol>
        ${lines}
      </ol>`
    : html`<ul>
        ${lines}
      </ul>`;
}

function table({header, rows}: Tokens.Table): TemplateResult {
  const naam = header.map(({text}) => text).join(', ');
  return html`<div class="wm-rol" role="region" tabindex="0" aria-label="Tabel: ${naam}">
    <table class="wm-tabel">
      <thead>
        <tr>
          ${header.map(({tokens}) => html`<th scope="col">${inline(tokens)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map(({text, tokens}) => html`<td>${text === '' ? 'leeg' : inline(tokens)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function inline(tokens: readonly Token[]): Piece[] {
  return tokens.map((token) => (isKnown(token) ? inlineOne(token) : token.raw));
}

function inlineOne(token: MarkedToken): Piece {
  switch (token.type) {
    case 'text':
      return token.tokens ? html`${inline(token.tokens)}` : token.text;
    case 'strong':
      return html`<strong>${inline(token.tokens)}</strong>`;
    case 'em':
      return html`<em>${inline(token.tokens)}</em>`;
    case 'codespan':
      return html`<code>${token.text}</code>`;
    case 'br':
      return html`<br />`;
    case 'escape':
      return token.text;
    case 'link':
      return /^(https?:|\/)/.test(token.href)
        ? html`<a href=${token.href}>${inline(token.tokens)}</a>`
        : html`${inline(token.tokens)}`;
    default:
      return token.raw;
  }
}
