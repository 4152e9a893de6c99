import {html, nothing, type TemplateResult} from 'lit';
import {cellText} from '../../charts/cell-text.ts';
import {intervalText, withUnit} from '../../charts/figure-text.ts';
import {periodTitle} from '../../charts/period.ts';
import type {Indicator, Oordeel} from '../../../queries/contract.ts';
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
    <p class="wm-antwoord__zin">${oordeel.zin}</p>
    ${figures(indicator, oordeel, own.naam)}
  </div>`;
}

/** A share says of what: the verdict is about the main cell of the indicator. */
function about(indicator: Indicator): TemplateResult | typeof nothing {
  const part = cellText(indicator, indicator.hoofdcel);
  return part === '' ? nothing : html`<p class="wm-onder">${indicator.titel}: ${part}</p>`;
}

function figures(
  indicator: Indicator,
  {cijfer, nulmeting, periode}: Oordeel,
  naam: string,
): TemplateResult | typeof nothing {
  if (cijfer.waarde === null) return nothing;
  const interval = intervalText(cijfer, indicator);
  const was = nulmeting?.waarde;
  return html`<p class="wm-antwoord__cijfers">
    ${naam}, ${periodTitle(periode)}:
    ${withUnit(cijfer.waarde, indicator)}${interval === '' ? '' : ` (onzekerheid: ${interval})`}.
    ${typeof was === 'number' ? `De 0-meting was ${withUnit(was, indicator)}.` : ''}
    ${
      typeof nulmeting?.herzien === 'number'
        ? `Herzien: met de gegevens van nu zou de 0-meting ${withUnit(nulmeting.herzien, indicator)} zijn.`
        : ''
    }
    ${cijfer.voorlopig ? 'Dit cijfer is voorlopig.' : ''}
  </p>`;
}
