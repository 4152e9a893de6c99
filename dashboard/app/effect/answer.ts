import {html, nothing, type TemplateResult} from 'lit';
import {signedPercent} from '../../charts/effect-chart.ts';
import {formatNumber} from '../../charts/figure-text.ts';
import {periodTitle} from '../../charts/period.ts';
import type {Effectantwoord, Effectschatting} from '../../../queries/contract/effect.ts';
import type {Indicator} from '../../../queries/contract/indicator.ts';
import {dayText} from '../dutch-date.ts';
import {toonOf, verdict} from '../rug/verdict.ts';

/** What can be shown at all, said before the outcome; then the finding and four numbers. */
export function effectAnswer(
  effect: Effectantwoord,
  indicator: Pick<Indicator, 'vorm'>,
): TemplateResult {
  return html`
    ${provable(effect)}
    <div class="wm-antwoord wm-antwoord--${toonOf(effect.woord)}">
      ${verdict(effect.woord)}
      <p class="wm-antwoord__zin">${effect.zin}</p>
      ${effect.samen === null ? nothing : fourNumbers(effect.samen, indicator)}
      ${
        effect.toelichting.length === 0
          ? nothing
          : html`<ul>
              ${effect.toelichting.map((zin) => html`<li>${zin}</li>`)}
            </ul>`
      }
      ${moment(effect)}
    </div>
  `;
}

function provable({aantoonbaar}: Effectantwoord): TemplateResult | typeof nothing {
  if (aantoonbaar === null) return nothing;
  return html`<div class="wm-vooraf">
    <h2>Wat kunnen we aantonen?</h2>
    <p>
      Met deze aantallen zien we een daling pas vanaf
      <strong>${formatNumber(100 * aantoonbaar, 0)}%</strong>. Een kleiner verschil kan er zijn. Dat
      valt dan weg in het toeval.
    </p>
  </div>`;
}

function fourNumbers(
  {waargenomen, verwacht, effect, ondergrens, bovengrens}: Effectschatting,
  {vorm}: Pick<Indicator, 'vorm'>,
): TemplateResult {
  const difference = waargenomen - verwacht;
  const sign = difference > 0 ? '+' : '';
  const what =
    vorm === 'stand'
      ? 'opgeteld over de peildata na de start'
      : 'in de tijd die we kunnen vergelijken';
  return html`<dl class="wm-vier">
    <div>
      <dt>Waargenomen</dt>
      <dd>${formatNumber(waargenomen, 0)}<small>${what}</small></dd>
    </div>
    <div>
      <dt>Verwacht zonder team</dt>
      <dd>${formatNumber(verwacht, 0)}<small>zoals in wijken zonder team</small></dd>
    </div>
    <div>
      <dt>Verschil</dt>
      <dd>${sign}${formatNumber(difference, 0)}<small>dat is ${signedPercent(effect)}</small></dd>
    </div>
    <div>
      <dt>Onzekerheid (95%)</dt>
      <dd>
        ${signedPercent(ondergrens)} tot ${signedPercent(bovengrens)}<small
          >het echte verschil ligt hier bijna altijd tussen</small
        >
      </dd>
    </div>
  </dl>`;
}

function moment({
  evaluatiedatum,
  basis,
  extern,
  voorlopig,
}: Effectantwoord): TemplateResult | typeof nothing {
  if (evaluatiedatum === null) return nothing;
  return html`<p class="wm-antwoord__cijfers">
    We kijken tot en met ${dayText(evaluatiedatum)}. Die dag ligt vast.
    ${
      basis === null
        ? nothing
        : html`Het jaar ervoor loopt van ${periodTitle(basis.van)} tot en met
          ${periodTitle(basis.tot)}.`
    }
    ${extern.length === 0 ? nothing : html`Ook vergeleken met: ${extern.join(', ')}.`}
    ${voorlopig ? 'De cijfers zijn nog voorlopig.' : nothing}
  </p>`;
}
