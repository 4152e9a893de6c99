import {html, nothing, svg, type TemplateResult} from 'lit';
import {figureText, intervalText} from '../../charts/figure-text.ts';
import {periodTitle} from '../../charts/period.ts';
import type {Gebied} from '../../../queries/contract/area.ts';
import type {Indicator} from '../../../queries/contract/indicator.ts';
import type {Oordeel} from '../../../queries/contract/verdict.ts';
import type {PlatCijfer} from '../api/answers.ts';
import {verdict} from '../rug/verdict.ts';
import {baselineText} from './baseline-text.ts';
import {columnsOf, findFigure} from './find-figure.ts';
import type {Figuren} from './load-figures.ts';

/** Areas under each other: value, interval, bar, and the verdict against the own 0-meting. */
export function compareTable(
  indicator: Indicator,
  {figuren, titel}: {figuren: Figuren; titel: string},
): TemplateResult {
  const rows = columnsOf(figuren).map((gebied) => ({
    gebied,
    cijfer: findFigure(figuren, gebied, figuren.periode),
    oordeel: figuren.oordelen.find(
      (one) => one.gebied === gebied.code && one.niveau === gebied.niveau,
    ),
  }));
  const top = Math.max(
    0,
    ...rows.map(({cijfer}) => Math.max(cijfer?.waarde ?? 0, cijfer?.bovengrens ?? 0)),
  );
  const isPlain = Object.keys(figuren.vraag.keuzes).length === 0;
  return html`<div class="wm-rol" role="region" tabindex="0" aria-label="Tabel: ${titel}">
    <table class="wm-tabel wm-vergelijk">
      <caption class="wm-alleen-voorlezen">
        ${indicator.titel}, ${indicator.eenheid}
      </caption>
      <thead>
        <tr>
          <th scope="col">Gebied</th>
          <th scope="col" class="wm-getal">Cijfer</th>
          <th scope="col" class="wm-vergelijk__balk">
            <span class="wm-alleen-voorlezen">Balk</span>
          </th>
          <th scope="col">Onzekerheid (95%)</th>
          ${isPlain ? html`<th scope="col" class="wm-vergelijk__oordeel">${judgedHeading(figuren)}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => compareRow(row, {indicator, top, isPlain, uit: figuren.vraag.gebied}))}
      </tbody>
    </table>
  </div>`;
}

interface Row {
  gebied: Gebied;
  cijfer: PlatCijfer | undefined;
  oordeel: Oordeel | undefined;
}

interface RowPlace {
  indicator: Indicator;
  top: number;
  isPlain: boolean;
  uit: string | null;
}

function compareRow({gebied, cijfer, oordeel}: Row, place: RowPlace): TemplateResult {
  const {indicator, top, isPlain, uit} = place;
  const isOut = gebied.niveau === 'gemeente' || gebied.code === uit;
  const hasValue = cijfer?.waarde !== null && cijfer !== undefined;
  return html`<tr class=${isOut ? 'wm-uitgelicht' : ''}>
    <th scope="row">${gebied.naam}</th>
    <td class="wm-getal ${hasValue ? '' : 'wm-reden'}">
      ${cijfer ? figureText(cijfer, indicator) : 'onbekend'}${
        cijfer?.voorlopig === true ? html`<abbr title="voorlopig cijfer">*</abbr>` : ''
      }
    </td>
    <td class="wm-vergelijk__balk">${cijfer ? bar(cijfer, top) : nothing}</td>
    <td>${cijfer ? intervalText(cijfer, indicator) || '–' : '–'}</td>
    ${isPlain ? html`<td>${oordeel ? judged(oordeel, indicator) : 'onbekend'}</td>` : nothing}
  </tr>`;
}

/** The verdict is about its own period: the twelve months that the 0-meting spans too. */
function judgedHeading({oordelen}: Figuren): string {
  const periode = oordelen[0]?.periode;
  return periode === undefined ? 'Oordeel' : `Oordeel over ${periodTitle(periode)}`;
}

function judged(oordeel: Oordeel, indicator: Indicator): TemplateResult {
  const {cijfer} = oordeel;
  const now = cijfer.waarde === null ? '' : figureText(cijfer, indicator);
  const parts = [now, baselineText(oordeel, indicator)].filter((part) => part !== '');
  return html`${verdict(oordeel.woord)} <span class="wm-was">${parts.join(', ')}</span>`;
}

/** A bar from zero with its interval as a line; hatch for a figure that is withheld. */
function bar({waarde, ondergrens, bovengrens}: PlatCijfer, top: number): TemplateResult {
  const at = (value: number) => `${top === 0 ? 0 : (100 * value) / top}%`;
  if (waarde === null) {
    return html`<span class="wm-arcering" aria-hidden="true"></span>`;
  }
  const line =
    ondergrens === null || bovengrens === null
      ? nothing
      : svg`<line x1=${at(ondergrens)} x2=${at(bovengrens)} y1="8" y2="8" class="wm-balkje__lijn"/>`;
  return html`<svg class="wm-balkje" width="100%" height="16" aria-hidden="true">
    <rect width=${at(waarde)} y="2" height="12" />
    ${line}
  </svg>`;
}
