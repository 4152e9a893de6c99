import {html, nothing, type TemplateResult} from 'lit';
import {baselineWords} from '../../charts/baseline-words.ts';
import {cellText} from '../../charts/cell-text.ts';
import {intervalText, withUnit} from '../../charts/figure-text.ts';
import {periodTitle} from '../../charts/period.ts';
import type {Indicator} from '../../../queries/contract/indicator.ts';
import type {Oordeel} from '../../../queries/contract/verdict.ts';
import {toonOf, verdict} from '../rug/verdict.ts';
import type {Figuren} from './load-figures.ts';
import type {Vraag} from './question.ts';

/** The answer to the question in one sentence, with the figure and what it was before. */
export function answer(
  indicator: Indicator,
  {oordelen, gemeente, gebieden}: Figuren,
  vraag: Vraag,
): TemplateResult {
  const own = gebieden.find(({code}) => code === vraag.gebied) ?? gemeente;
  const oordeel = oordelen.find((one) => one.gebied === own.code && one.niveau === own.niveau);
  if (!oordeel) {
    return html`<p class="wm-antwoord">Over ${own.naam} kunnen we nog niets zeggen.</p>`;
  }
  return html`<div class="wm-antwoord wm-antwoord--${toonOf(oordeel.woord)}">
    ${about(indicator)} ${verdict(oordeel.woord)}
    <p class="wm-antwoord__zin">${oordeel.antwoord}</p>
    ${figures(indicator, oordeel)}
  </div>`;
}

/** A share says of what: the verdict is about the main cell of the indicator. */
function about(indicator: Indicator): TemplateResult | typeof nothing {
  const part = cellText(indicator, indicator.hoofdcel);
  return part === '' ? nothing : html`<p class="wm-onder">${indicator.titel}: ${part}</p>`;
}

/** What the answer rests on: was and werd, the difference, and what is still open. */
function figures(
  indicator: Indicator,
  {antwoord, zin, cijfer, nulmeting, periode}: Oordeel,
): TemplateResult | typeof nothing {
  const interval = intervalText(cijfer, indicator);
  const margin =
    interval === '' ? '' : `De marge van het cijfer over ${periodTitle(periode)} is ${interval}.`;
  const revised = nulmeting?.herzien;
  return html`<p class="wm-antwoord__cijfers">
    ${zin.slice(antwoord.length)} ${margin}
    ${
      typeof revised === 'number'
        ? baselineWords(
            `Herzien: met de gegevens van nu zou de 0-\u2060meting ${withUnit(revised, indicator)} zijn.`,
            indicator,
          )
        : ''
    }
    ${cijfer.voorlopig ? 'Dit cijfer is voorlopig.' : ''}
  </p>`;
}
