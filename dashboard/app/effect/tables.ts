import {html, nothing, type TemplateResult} from 'lit';
import {effectRange, signedPercent} from '../../charts/effect-chart.ts';
import {formatNumber} from '../../charts/figure-text.ts';
import {periodTitle} from '../../charts/period.ts';
import type {Effectantwoord, Teameffect} from '../../../queries/contract/effect.ts';
import {dayText} from '../dutch-date.ts';
import {verdict} from '../rug/verdict.ts';

/** Each team with its outcome, or why there is none. */
export function teamTable({teams}: Effectantwoord): TemplateResult | typeof nothing {
  if (teams.length === 0) return nothing;
  return html`<section class="wm-deel">
    <h2>Per team</h2>
    <div class="wm-rol" role="region" tabindex="0" aria-label="Tabel: effect per team">
      <table class="wm-tabel">
        <thead>
          <tr>
            <th scope="col">Team</th>
            <th scope="col">Start</th>
            <th scope="col" class="wm-getal">Waargenomen</th>
            <th scope="col" class="wm-getal">Verwacht</th>
            <th scope="col" class="wm-getal">Verschil (95%)</th>
            <th scope="col">Oordeel</th>
          </tr>
        </thead>
        <tbody>
          ${teams.map(teamRow)}
        </tbody>
      </table>
    </div>
  </section>`;
}

function teamRow({naam, startdatum, schatting, woord, reden}: Teameffect): TemplateResult {
  return html`<tr>
    <th scope="row">${naam}</th>
    <td class="wm-heel">${dayText(startdatum)}</td>
    ${
      schatting === null
        ? html`<td colspan="3" class="wm-reden">${reden}</td>`
        : html`<td class="wm-getal">${formatNumber(schatting.waargenomen, 0)}</td>
            <td class="wm-getal">${formatNumber(schatting.verwacht, 0)}</td>
            <td class="wm-getal">
              ${signedPercent(schatting.effect)} (${effectRange(schatting)})
            </td>`
    }
    <td>${verdict(woord)}</td>
  </tr>`;
}

/** The figures of the chart of observed against expected. */
export function periodTable({teams}: Effectantwoord): TemplateResult {
  const periods = [
    ...new Set(teams.flatMap((team) => team.perioden.map(({periode}) => periode))),
  ].sort();
  return html`<details class="wm-tabel-uit">
    <summary>Bekijk deze cijfers als tabel</summary>
    <div class="wm-rol" role="region" tabindex="0" aria-label="Tabel: waargenomen en verwacht">
      <table class="wm-tabel">
        <caption>
          Waargenomen, met tussen haakjes wat te verwachten was
        </caption>
        <thead>
          <tr>
            <th scope="col">Periode</th>
            ${teams.map(({naam}) => html`<th scope="col" class="wm-getal">${naam}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${periods.toReversed().map(
            (periode) =>
              html`<tr>
                <th scope="row">${periodTitle(periode)}</th>
                ${teams.map((team) => html`<td class="wm-getal">${periodText(team, periode)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

function periodText({perioden}: Teameffect, periode: string): string {
  const row = perioden.find((one) => one.periode === periode);
  if (row === undefined) return 'onbekend';
  // word joiners: `0–14` stays on one line in a narrow column
  const seen =
    row.waargenomen === null ? 'niet getoond (0\u2060–\u206014)' : formatNumber(row.waargenomen, 0);
  if (row.verwacht !== null) return `${seen} (${formatNumber(row.verwacht, 0)})`;
  return row.na ? `${seen} (niet te vergelijken)` : seen;
}

/** The figures of the chart per half-year. */
export function halfYearTable({halfjaren}: Effectantwoord): TemplateResult {
  return html`<details class="wm-tabel-uit">
    <summary>Bekijk deze cijfers als tabel</summary>
    <div class="wm-rol" role="region" tabindex="0" aria-label="Tabel: verschil per halfjaar">
      <table class="wm-tabel">
        <thead>
          <tr>
            <th scope="col">Na de start</th>
            <th scope="col" class="wm-getal">Waargenomen</th>
            <th scope="col" class="wm-getal">Verwacht</th>
            <th scope="col" class="wm-getal">Verschil (95%)</th>
            <th scope="col">Vooral in fase</th>
            <th scope="col" class="wm-getal">Teams</th>
            <th scope="col" class="wm-getal">Wijken</th>
          </tr>
        </thead>
        <tbody>
          ${halfjaren.map(
            (half) =>
              html`<tr>
                <th scope="row">${half.halfjaar}e halfjaar</th>
                <td class="wm-getal">${formatNumber(half.waargenomen, 0)}</td>
                <td class="wm-getal">${formatNumber(half.verwacht, 0)}</td>
                <td class="wm-getal">${signedPercent(half.effect)} (${effectRange(half)})</td>
                <td>${half.fase ?? 'geen fasen'}</td>
                <td class="wm-getal">${half.teams}</td>
                <td class="wm-getal">${half.wijken}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
