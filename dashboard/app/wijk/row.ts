import {html, nothing, type TemplateResult} from 'lit';
import {baselineWords} from '../../charts/baseline-words.ts';
import {figureText, intervalText, valueText, withUnit} from '../../charts/figure-text.ts';
import {periodTitle} from '../../charts/period.ts';
import type {Gebied} from '../../../queries/contract/area.ts';
import type {Profiel, ProfielRij} from '../api/answers.ts';
import {addressOf} from '../address.ts';
import {verdict} from '../rug/verdict.ts';
import {smallTrend} from './small-trend.ts';
import {strip} from './strip.ts';

/** One indicator of the area: what, the answer, where it lies, how it went. */
export function profileRow(
  rij: ProfielRij,
  profiel: Profiel,
  query: URLSearchParams,
): TemplateResult {
  const {gebied} = profiel;
  const {oordeel} = rij;
  const href = addressOf(`/indicator/${rij.indicator}`, query, {
    niveau: gebied.niveau,
    gebied: gebied.code,
  });
  return html`<article class="wm-rij" id=${rij.indicator}>
    <div class="wm-rij__kop">
      <h3><a href=${href}>${rij.titel}</a></h3>
      ${verdict(oordeel.woord)} ${value(rij)}
    </div>
    <div class="wm-rij__zin">
      <p><strong>${oordeel.antwoord}</strong>${oordeel.zin.slice(oordeel.antwoord.length)}</p>
      ${revised(rij)}
    </div>
    ${strip(rij, gebied)} ${smallTrend(rij, profiel)} ${table(rij, profiel)}
  </article>`;
}

function value(rij: ProfielRij): TemplateResult {
  const {cijfer, periode} = rij.oordeel;
  if (cijfer.waarde === null) {
    return html`<p class="wm-rij__reden">${figureText(cijfer, rij)}, ${periodTitle(periode)}</p>`;
  }
  const marge = intervalText(cijfer, rij);
  return html`<p class="wm-rij__cijfer">
    <strong>${figureText(cijfer, rij)}</strong>
    ${withUnit(cijfer.waarde, rij).replace(valueText(cijfer.waarde, rij), '')}
    <span class="wm-onder"
      >${periodTitle(periode)}${marge === '' ? '' : `, onzekerheid ${marge}`}</span
    >
  </p>`;
}

/** The frozen 0-meting holds; what it would be with today's data is told, not used. */
function revised(rij: ProfielRij): TemplateResult | typeof nothing {
  const {nulmeting} = rij.oordeel;
  if (nulmeting === null) return nothing;
  const herzien =
    nulmeting.herzien === null
      ? nothing
      : html`<p class="wm-onder">
          ${baselineWords('Herzien: met de gegevens van nu zou de 0-\u2060meting', rij)}
          ${valueText(nulmeting.herzien, rij)} zijn.
        </p>`;
  const open =
    nulmeting.hash === ''
      ? html`<p class="wm-onder">
          ${baselineWords('Deze 0-\u2060meting is nog niet vastgelegd.', rij)}
        </p>`
      : nothing;
  return html`${herzien}${open}`;
}

/** The same figures as the two pictures. */
function table(rij: ProfielRij, {gebieden, gebied}: Profiel): TemplateResult | typeof nothing {
  if (rij.trend.length === 0) return nothing;
  const hidden = rij.strook.filter(({waarde}) => waarde === null).length;
  const note =
    hidden === 0
      ? nothing
      : html`<p class="wm-voetnoot">
          ${hidden === 1 ? 'Eén gebied heeft' : `${hidden} gebieden hebben`} geen cijfer en staan
          niet op de lijn.
        </p>`;
  return html`<details class="wm-tabel-uit">
    <summary>Bekijk als tabel<span class="wm-alleen-voorlezen">: ${rij.titel}</span></summary>
    ${note}
    <div class="wm-twee">
      ${twoColumns({
        titel: `${periodTitle(rij.oordeel.periode)}, ${rij.eenheid}`,
        kop: 'Gebied',
        rijen: rij.strook.map((punt) => ({
          naam: nameOf(gebieden, punt.gebied),
          tekst: figureText(punt, rij),
          isEigen: punt.gebied === gebied.code,
        })),
      })}
      ${twoColumns({
        titel: `${gebied.naam}, ${rij.eenheid}`,
        kop: 'Periode',
        rijen: rij.trend.toReversed().map((punt) => ({
          naam: periodTitle(punt.periode),
          tekst: `${figureText(punt, rij)}${punt.voorlopig ? ' (voorlopig)' : ''}`,
          isEigen: false,
        })),
      })}
    </div>
  </details>`;
}

interface TwoColumns {
  titel: string;
  kop: string;
  rijen: readonly {naam: string; tekst: string; isEigen: boolean}[];
}

function twoColumns({titel, kop, rijen}: TwoColumns): TemplateResult {
  return html`<table class="wm-tabel">
    <caption>
      ${titel}
    </caption>
    <thead>
      <tr>
        <th scope="col">${kop}</th>
        <th scope="col" class="wm-getal">Cijfer</th>
      </tr>
    </thead>
    <tbody>
      ${rijen.map(
        ({naam, tekst, isEigen}) =>
          html`<tr class=${isEigen ? 'wm-uitgelicht' : ''}>
            <th scope="row">${naam}</th>
            <td class="wm-getal">${tekst}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function nameOf(gebieden: readonly Gebied[], code: string): string {
  return gebieden.find((one) => one.code === code)?.naam ?? code;
}
