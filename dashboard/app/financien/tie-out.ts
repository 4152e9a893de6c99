import {html, type TemplateResult} from 'lit';
import {reason} from '../../charts/figure-text.ts';
import {euro, exactReason, ONDERDEEL_TITELS} from '../../charts/finance-words.ts';
import {periodTitle} from '../../charts/period.ts';
import type {Status} from '../../../queries/contract/figure.ts';
import {plainTable, type TableCell} from '../plain-table.ts';
import {share} from './cells.ts';
import type {Financien} from './load.ts';
import {asTable, section} from './section.ts';

/** Approved claims beside the ledger per quarter, and which part of what was allocated is used. */
export function tieOutSection({prognose, verschillen}: Financien): TemplateResult {
  const {boekjaar} = prognose;
  const {onderdeel} = verschillen;
  const isAsked = (one: {onderdeel: string}): boolean =>
    onderdeel === 'alle' || one.onderdeel === onderdeel;
  const rows = prognose.aansluiting.filter(isAsked);
  const used = prognose.verzilvering.filter(isAsked);
  const heading = {
    id: 'aansluiting',
    titel: 'Sluiten de declaraties aan op de boekhouding?',
    onder: `Goedgekeurde declaraties naast het grootboek, ${boekjaar}, euro`,
  };
  if (rows.length === 0) {
    return section(heading, html`<p>Voor dit jaar is er niets naast elkaar te leggen.</p>`);
  }
  const open = rows.filter(({verschil_cent}) => verschil_cent !== null && verschil_cent !== 0);
  return section(
    heading,
    html`
      <p>
        ${
          open.length === 0
            ? 'De bedragen die we tonen sluiten aan, op de cent.'
            : 'Niet elk kwartaal sluit aan. De tabel toont het verschil op de cent.'
        }
      </p>
      ${asTable(
        html`${plainTable(
            'aansluiting op het grootboek',
            ['Kwartaal', 'Wet', 'Goedgekeurd', 'Geboekt', 'Verschil', 'Herkomst'],
            rows.map((one): TableCell[] => [
              periodTitle(`${one.boekjaar}-K${one.kwartaal}`),
              ONDERDEEL_TITELS[one.onderdeel],
              exact(one.toegekend_cent, one.status),
              exact(one.geboekt_cent, one.status),
              exact(one.verschil_cent, one.status),
              one.herkomst,
            ]),
          )}
          <h3>Welk deel van de toegekende hulp wordt gebruikt?</h3>
          ${plainTable(
            'gebruikt deel per soort hulp',
            ['Productcategorie', 'Wet', 'Gebruikt'],
            used.map((one): TableCell[] => [
              one.productcategorie,
              ONDERDEEL_TITELS[one.onderdeel],
              one.verzilverd === null ? {getal: reason(one.status)} : share(one.verzilverd),
            ]),
          )}`,
      )}
    `,
  );
}

function exact(cent: number | null, status: Status): TableCell {
  return {getal: cent === null ? exactReason(status) : euro(cent, 2)};
}
