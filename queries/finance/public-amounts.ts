import type {Database} from '../../warehouse/open.ts';
import type {Definition} from '../catalogue.ts';
import type {IndicatorCube} from '../cube/build.ts';
import type {Cell} from '../cube/cell.ts';
import {readLattice} from '../cube/lattice.ts';
import {withheld, type Figure} from '../cube/protect.ts';
import {amountFigure, exactAmount} from '../cube/protect-amount.ts';
import type {SealedFinancien} from './sealed.ts';

const ALL = 'alle';
const LAW = 'wet';

type Stand = SealedFinancien['standen'][number];

/** A figure of a boekjaar, of a law or of all together (`alle`). */
interface YearFigure {
  gemeente: string;
  boekjaar: number;
  wet: string;
  maten: Figure;
}

/** What was budgeted per boekjaar and law, in the last version of each begroting. */
export async function budgetCube(
  warehouse: Database,
  definition: Definition,
): Promise<IndicatorCube> {
  const rows = await warehouse.rows(
    `with post as (${definition.sql}),
     geteld as (
       select gemeente_code, year(datum)::integer as boekjaar, '${ALL}' as wet, bedrag_cent from post
       union all
       select gemeente_code, year(datum)::integer as boekjaar, wet, bedrag_cent
       from post where wet is not null
     )
     select gemeente_code, boekjaar, wet, sum(bedrag_cent)::double as cent
     from geteld group by gemeente_code, boekjaar, wet`,
  );
  return cubeOf(
    definition,
    rows.map((row) => ({
      gemeente: String(row['gemeente_code']),
      boekjaar: Number(row['boekjaar']),
      wet: String(row['wet']),
      maten: amountFigure('begroting, openbaar', exactAmount('begroting', Number(row['cent']))),
    })),
  );
}

/**
 * What each boekjaar is expected to cost, as the page Financiën has it at the last month that is known,
 * with the band of 95%.
 */
export function forecastCube(
  definition: Definition,
  financien: readonly SealedFinancien[],
): IndicatorCube {
  return cubeOf(
    definition,
    financien.flatMap(({gemeente, standen}) => {
      const newest = Math.max(...standen.map(({boekjaar}) => boekjaar));
      return lastLooks(standen).map((stand): YearFigure => ({
        gemeente,
        boekjaar: stand.boekjaar,
        wet: stand.onderdeel,
        maten: expected(stand, stand.boekjaar === newest),
      }));
    }),
  );
}

/** Of each boekjaar the totals at the last month that was looked at. */
function lastLooks(standen: readonly Stand[]): Stand[] {
  const last = new Map<number, number>();
  for (const {boekjaar, peilmaand} of standen)
    last.set(boekjaar, Math.max(peilmaand, last.get(boekjaar) ?? 0));
  return standen.filter(
    ({boekjaar, peilmaand, regel}) => regel === null && last.get(boekjaar) === peilmaand,
  );
}

function expected({prognose, status}: Stand, voorlopig: boolean): Figure {
  if (prognose === null) return withheld(status);
  const {verwacht_cent, band95, methode} = prognose;
  return amountFigure(`prognose, ${methode}`, verwacht_cent, {band: band95, voorlopig});
}

/** Every boekjaar from the first to the last, whole and by law: where there is no post, it says so. */
function cubeOf(definition: Definition, figures: readonly YearFigure[]): IndicatorCube {
  const laws =
    readLattice()
      .dimensies.get(LAW)
      ?.knopen.map(({id}) => id) ?? [];
  const known = new Map(
    figures.map((one) => [`${one.gemeente} ${one.boekjaar} ${one.wet}`, one.maten]),
  );
  const cells: Cell[] = [];
  const ranges = [...new Set(figures.map(({gemeente}) => gemeente))].map((gemeente) => {
    const years = figures.filter((one) => one.gemeente === gemeente).map(({boekjaar}) => boekjaar);
    const [first, last] = [Math.min(...years), Math.max(...years)];
    for (let year = first; year <= last; year += 1) {
      const hasYear = known.has(`${gemeente} ${year} ${ALL}`);
      for (const wet of [ALL, ...laws]) {
        const maten =
          known.get(`${gemeente} ${year} ${wet}`) ?? withheld(hasYear ? 'nvt' : 'ontbreekt');
        cells.push({place: placeOf(gemeente, year, wet), maten});
      }
    }
    return {gemeente, van: `${first}-01-01`, tot: `${last}-12-31`};
  });
  return {definition, cells, ranges, codes: new Map()};
}

function placeOf(gemeente: string, year: number, wet: string): Cell['place'] {
  return {
    gemeente,
    niveau: 'gemeente',
    code: gemeente,
    periodesoort: 'jaar',
    periode: String(year),
    van: `${year}-01-01`,
    tot: `${year}-12-31`,
    dimensies: wet === ALL ? {} : {[LAW]: wet},
  };
}
