import type {Gebied} from '../../queries/contract/area.ts';
import type {Cijfer} from '../../queries/contract/figure.ts';
import type {Indicator} from '../../queries/contract/indicator.ts';
import {figureText, intervalText} from './figure-text.ts';
import type {Layer, UnitLayer} from './frame.ts';
import {periodMiddle, periodTitle} from './period.ts';
import {COLORS} from './theme.ts';
import type {timeChannels} from './time-plot.ts';

/** Name of the selection; the page can listen to it. */
export const HOVER = 'aangewezen';

/**
 * A dot with its words at the figure nearest to the pointer. Only in the interactive version: the
 * page shows `tekst` itself, because Vega's own tooltip needs inline style.
 */
export function hoverLayer(
  channels: ReturnType<typeof timeChannels>,
  areas: readonly {gebied: Gebied; cijfers: readonly Cijfer[]}[],
  indicator: Indicator,
): Layer {
  const values = areas.flatMap(({gebied, cijfers}) =>
    cijfers.flatMap((cijfer) => {
      if (cijfer.waarde === null) return [];
      const {periode, waarde} = cijfer;
      const tekst = hoverText(gebied, cijfer, indicator);
      return [{gebied: gebied.code, periode, tekst, moment: periodMiddle(periode), waarde}];
    }),
  );
  const encoding: UnitLayer['encoding'] = {
    ...channels,
    tooltip: {field: 'tekst', type: 'nominal'},
    opacity: {condition: {param: HOVER, empty: false, value: 1}, value: 0},
  };
  return {
    data: {values},
    params: [
      {
        name: HOVER,
        select: {type: 'point', on: 'pointerover', clear: 'pointerout', nearest: true},
      },
    ],
    mark: {type: 'circle', size: 70, color: COLORS.ink},
    encoding,
  };
}

function hoverText(gebied: Gebied, cijfer: Cijfer, indicator: Indicator): string {
  const interval = intervalText(cijfer, indicator);
  const between = interval === '' ? '' : ` (${interval})`;
  return `${gebied.naam}, ${periodTitle(cijfer.periode)}: ${figureText(cijfer, indicator)}${between}`;
}
