import {
  expectedEvents,
  standardisedRatio,
  type ReferenceStratum,
} from '../../statistics/indirect-standardisation.ts';
import type {Cell, CellPlace, CubeContext} from '../cell.ts';
import {GESTANDAARDISEERD, STANDAARD, VARIANT} from '../lattice.ts';
import {significant, withheld} from '../protect.ts';

const PER = 1000;
const BANDS = ['0-17', '18-26', '27-64', '65-79', '80+'];

/**
 * The stock of an area as it would be with the ages of the gemeente: observed / expected × the rate
 * of the gemeente (indirect standardisation, Byar). Worked out from protected counts and public
 * population only, so it tells nothing new. Bands of the gemeente that are hidden count as one, with
 * what the visible ones leave of its total. No 0-meting: its window differs by area.
 */
export function standardisedCells(context: CubeContext, cells: readonly Cell[]): Cell[] {
  const counts = new Map(
    cells
      .filter(({place, maten}) => place.niveau === 'gemeente' && maten.teller !== null)
      .map(({place, maten}) => [
        referenceKey(place, place.dimensies['leeftijdsgroep']),
        maten.teller,
      ]),
  );
  return cells.flatMap(({place, maten}): Cell[] => {
    if (place.periodesoort === 'nulmeting' || Object.keys(place.dimensies).length > 1) return [];
    const own = {...place, dimensies: {[VARIANT]: GESTANDAARDISEERD}};
    if (maten.teller === null) return [{place: own, maten}];
    const strata = strataOf(context, place, counts);
    const total = counts.get(referenceKey(place, undefined)) ?? null;
    const gemeente = {...place, niveau: 'gemeente', code: place.gemeente};
    const people = context.people.inhabitants(gemeente, place.tot, []);
    const expected = strata === null ? null : expectedEvents(strata);
    const ratio = expected === null ? null : standardisedRatio(maten.teller, expected);
    if (expected === null || ratio === null || total === null || people === null)
      return [{place: own, maten: withheld('nvt')}];
    const rate = (PER * total) / people;
    return [
      {
        place: own,
        maten: {
          ...maten,
          waarde: significant(ratio.waarde * rate, 4),
          ondergrens: significant(ratio.ondergrens * rate, 4),
          bovengrens: significant(ratio.bovengrens * rate, 4),
          noemer: significant((PER * expected) / rate, 6),
          methode: 'byar, indirect gestandaardiseerd',
        },
      },
    ];
  });
}

function referenceKey(
  {gemeente, periodesoort, periode}: CellPlace,
  band: string | undefined,
): string {
  return [gemeente, periodesoort, periode, band ?? STANDAARD].join(' ');
}

/** Per visible band, and for the hidden ones together: people here, and the rate of the gemeente. */
function strataOf(
  {people}: CubeContext,
  place: CellPlace,
  counts: ReadonlyMap<string, number | null>,
): ReferenceStratum[] | null {
  const countOf = (band: string): number | null => counts.get(referenceKey(place, band)) ?? null;
  const hidden = BANDS.filter((band) => countOf(band) === null);
  const visible = BANDS.filter((band) => !hidden.includes(band));
  const total = counts.get(referenceKey(place, undefined)) ?? null;
  if (total === null) return null;
  const seen = visible.reduce((sum, band) => sum + (countOf(band) ?? 0), 0);
  const gemeente = {...place, niveau: 'gemeente', code: place.gemeente};
  const stratum = (bands: readonly string[], aantal: number): ReferenceStratum | null => {
    const tijd = people.inhabitants(place, place.tot, bands);
    const referentie_tijd = people.inhabitants(gemeente, place.tot, bands);
    if (tijd === null || referentie_tijd === null) return null;
    return {tijd, referentie_aantal: aantal, referentie_tijd};
  };
  const strata = [
    ...visible.map((band) => stratum([band], countOf(band) ?? 0)),
    ...(hidden.length === 0 ? [] : [stratum(hidden, Math.max(0, total - seen))]),
  ];
  const known = strata.filter((one) => one !== null);
  return known.length === strata.length ? known : null;
}
