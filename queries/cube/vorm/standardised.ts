import {
  expectedEvents,
  standardisedRatio,
  type ReferenceStratum,
} from '../../statistics/indirect-standardisation.ts';
import type {CellPlace, CountedCell, CubeContext} from '../cell.ts';
import {GESTANDAARDISEERD, STANDAARD, VARIANT} from '../lattice.ts';
import {shown, significant, withheld} from '../protect.ts';

const PER = 1000;
const AGES = 'leeftijdsgroep';
const BANDS = ['0-17', '18-26', '27-64', '65-79', '80+'];

/**
 * The stock of an area as it would be with the ages of the gemeente: observed / expected × the rate
 * of the gemeente (indirect standardisation, Byar). Worked out from protected counts and public
 * population only, so it tells nothing new. A hidden band of the gemeente has fewer than 15 clients
 * and counts as none; clients of unknown age are spread as the others, so that the gemeente itself
 * keeps its own rate. No 0-meting: its window differs by area.
 */
export function standardisedCells(
  context: CubeContext,
  cells: readonly CountedCell[],
): CountedCell[] {
  const counts = new Map(
    cells
      .filter(({place, maten}) => isReference(place) && maten.teller !== null)
      .map(({place, maten}) => [referenceKey(place, place.dimensies[AGES]), maten.teller]),
  );
  return cells.flatMap(({place, maten, clienten}): CountedCell[] => {
    if (place.periodesoort === 'nulmeting' || Object.keys(place.dimensies).length > 1) return [];
    const own = {...place, dimensies: {[VARIANT]: GESTANDAARDISEERD}};
    if (maten.teller === null) return [{place: own, maten, clienten}];
    const total = counts.get(referenceKey(place, undefined)) ?? null;
    const gemeente = {...place, niveau: 'gemeente', code: place.gemeente};
    const people = context.people.inhabitants(gemeente, place.tot, []);
    const expected = total === null ? null : expectedHere(context, place, {counts, total});
    const ratio = expected === null ? null : standardisedRatio(maten.teller, expected);
    if (expected === null || ratio === null || total === null || people === null)
      return [{place: own, maten: withheld('nvt'), clienten}];
    const rate = (PER * total) / people;
    return [
      {
        place: own,
        clienten,
        maten: shown('byar, indirect gestandaardiseerd', {
          waarde: significant(ratio.waarde * rate, 4),
          ondergrens: significant(ratio.ondergrens * rate, 4),
          bovengrens: significant(ratio.bovengrens * rate, 4),
          teller: maten.teller,
          noemer: significant((PER * expected) / rate, 6),
          aantal: maten.aantal,
          voorlopig: maten.voorlopig,
          dekking: maten.dekking,
        }),
      },
    ];
  });
}

/** Whether a cell counts all clients of a gemeente, or those of one age: nothing else crossed. */
function isReference({niveau, dimensies}: CellPlace): boolean {
  return (
    niveau === 'gemeente' && Object.keys(dimensies).every((id) => id === VARIANT || id === AGES)
  );
}

function referenceKey(
  {gemeente, periodesoort, periode}: CellPlace,
  band: string | undefined,
): string {
  return [gemeente, periodesoort, periode, band ?? STANDAARD].join(' ');
}

/** Clients that the area would have with the rates of the gemeente, scaled to all its clients. */
function expectedHere(
  {people}: CubeContext,
  place: CellPlace,
  {counts, total}: {counts: ReadonlyMap<string, number | null>; total: number},
): number | null {
  const gemeente = {...place, niveau: 'gemeente', code: place.gemeente};
  const strata = BANDS.map((band): ReferenceStratum | null => {
    const tijd = people.inhabitants(place, place.tot, [band]);
    const referentie_tijd = people.inhabitants(gemeente, place.tot, [band]);
    if (tijd === null || referentie_tijd === null) return null;
    const referentie_aantal = counts.get(referenceKey(place, band)) ?? 0;
    return {tijd, referentie_aantal, referentie_tijd};
  }).filter((stratum) => stratum !== null);
  const counted = strata.reduce((sum, {referentie_aantal}) => sum + referentie_aantal, 0);
  if (strata.length < BANDS.length || counted === 0) return null;
  const expected = expectedEvents(strata);
  return expected === null ? null : (expected * total) / counted;
}
