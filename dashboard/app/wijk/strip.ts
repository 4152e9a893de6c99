import {html, nothing, svg, type TemplateResult} from 'lit';
import type {Gebied} from '../../../queries/contract/area.ts';
import type {ProfielRij} from '../api/answers.ts';

const HEIGHT = 44;
const MIDDLE = 16;
/** Room beside the outermost dots, in percent of the width. */
const MARGIN = 3;

/**
 * Where the area lies between all areas of its level: its dot with its interval, the others in grey,
 * the gemeente as a line, what it is compared with as an open diamond. Right is better.
 */
export function strip(rij: ProfielRij, own: Gebied): TemplateResult | typeof nothing {
  const {cijfer, ijkpunt} = rij.oordeel;
  if (cijfer.waarde === null) return nothing;
  const bounds = [cijfer.ondergrens, cijfer.bovengrens, ijkpunt?.waarde ?? null];
  const values = [...rij.strook.map(({waarde}) => waarde), ...bounds].filter(
    (value) => value !== null,
  );
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const turned = rij.richting === 'lager';
  const at = (value: number): string => {
    const share = high === low ? 0.5 : (value - low) / (high - low);
    return `${MARGIN + (100 - 2 * MARGIN) * (turned ? 1 - share : share)}%`;
  };
  const others = rij.strook.filter(({gebied, waarde}) => gebied !== own.code && waarde !== null);
  const gemeente = others.find(({gebied}) => gebied === own.gemeente)?.waarde;
  return html`<div class="wm-strook" aria-hidden="true">
    <svg width="100%" height=${HEIGHT}>
      <line class="wm-strook__as" x1="0" x2="100%" y1=${MIDDLE} y2=${MIDDLE} />
      ${typeof gemeente === 'number' ? svg`<line class="wm-strook__gemeente" x1=${at(gemeente)} x2=${at(gemeente)} y1="4" y2="28"/>` : nothing}
      ${others
        .filter(({gebied}) => gebied !== own.gemeente)
        .map(
          ({waarde}) =>
            svg`<circle class="wm-strook__ander" cx=${at(waarde ?? 0)} cy=${MIDDLE} r="5"/>`,
        )}
      ${
        cijfer.ondergrens === null || cijfer.bovengrens === null
          ? nothing
          : svg`<line class="wm-strook__marge" x1=${at(cijfer.ondergrens)} x2=${at(cijfer.bovengrens)} y1=${MIDDLE} y2=${MIDDLE}/>`
      }
      ${ijkpunt ? svg`<svg x=${at(ijkpunt.waarde)} y=${MIDDLE} overflow="visible"><path class="wm-strook__ijkpunt" d="M0 -7 7 0 0 7 -7 0Z"/></svg>` : nothing}
      <circle class="wm-strook__eigen" cx=${at(cijfer.waarde)} cy=${MIDDLE} r="7" />
      ${ends(rij)}
    </svg>
  </div>`;
}

/** What the ends mean; where neither is better it says so. */
function ends({richting}: ProfielRij): ReturnType<typeof svg> {
  const directed = richting === 'hoger' || richting === 'lager';
  const [left, right] = directed ? ['← slechter', 'beter →'] : ['← lager', 'hoger →'];
  return svg`<text class="wm-strook__woord" x="0" y="42">${left}</text>
    <text class="wm-strook__woord" x="100%" y="42" text-anchor="end">${right}</text>`;
}
