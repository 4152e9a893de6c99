import type {Gebied} from '../../queries/contract/area.ts';
import type {Periodesoort} from '../../queries/contract/figure.ts';
import type {Indicator} from '../../queries/contract/indicator.ts';
import type {Signaalkaart} from '../../queries/contract/signal.ts';
import {signalChart} from '../../queries/judgement/signals.ts';
import type {Publication} from './source.ts';

/** How signals are looked for: lengths of the rules, and whether a change of model starts anew. */
export interface SignalOptions {
  reeks: number;
  trend: number;
  herijken: 'nooit' | 'start' | 'fase';
}

/** What is usual: seven in a row, and limits that stay those of before the start. */
export const USUAL_SIGNALS: SignalOptions = {reeks: 7, trend: 7, herijken: 'nooit'};

/**
 * The control chart of an area in the finest kind of period in which enough is shown: a month of a
 * small wijk is withheld, its quarter is not. Null when no kind of period has twelve months of before
 * the start. Days between rare events (a t-chart) are never published, so there is none.
 */
export async function signalSeries(
  publication: Publication,
  {indicator, gebied}: {indicator: Indicator; gebied: Gebied},
  {reeks, trend, herijken}: SignalOptions = USUAL_SIGNALS,
): Promise<Signaalkaart | null> {
  const days = recordedDays(gebied, herijken);
  const kinds: readonly Periodesoort[] = ['maand', 'kwartaal', 'halfjaar'];
  for (const periodesoort of kinds) {
    if (!indicator.periodesoorten.includes(periodesoort)) continue;
    const {cijfers} = await publication.cijfers({
      indicator: indicator.id,
      gemeente: gebied.gemeente,
      niveau: gebied.niveau,
      gebied: gebied.code,
      periodesoort,
      filters: indicator.hoofdcel,
      uitsplitsen: [],
    });
    const withheld = cijfers.filter(({status}) => status === 'te_klein').length;
    if (withheld > cijfers.length * MOST_WITHHELD) continue;
    const lengtes = {shift: reeks, trend};
    const asked = {indicator, gebied, periodesoort, cijfers, herijken: days, lengtes};
    const kaart = signalChart(asked);
    if (kaart !== null) return kaart;
  }
  return null;
}

/** A series with more gaps than this has no runs to speak of. */
const MOST_WITHHELD = 0.1;

/** Only what was recorded: the start of the team, or each change of its model. */
function recordedDays({startdatum, fasen}: Gebied, herijken: SignalOptions['herijken']): string[] {
  if (herijken === 'nooit' || startdatum === null) return [];
  return herijken === 'start'
    ? [startdatum]
    : [...new Set([startdatum, ...fasen.map(({van}) => van)])];
}
