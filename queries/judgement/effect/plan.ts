import {at} from '../../statistics/at.ts';
import {firstStart, isAfter, isBefore, type Eenheid, type Panel} from './panel.ts';
import {firstWholeMonth, MONTHS_IN} from './period.ts';

/** One expected figure: of a team in a period, against the units that had not started by then. */
export interface Vergelijking {
  eenheid: number;
  periode: number;
  anderen: readonly number[];
  /** Half-years since the start, 1 = the first. */
  halfjaar: number;
}

/** Which cells are held against which: positions in the panel. */
export interface Plan {
  /** The periods of the twelve months before the first start. */
  basis: readonly number[];
  vergelijkingen: readonly Vergelijking[];
  /** Periods after a start in which nobody was left to compare with. */
  zonder: readonly {eenheid: number; periode: number}[];
}

const BASE_MONTHS = 12;
const HALF_YEAR = 6;

/**
 * Lays out the comparison (Callaway & Sant'Anna 2021, not-yet-treated): a period after a team's start
 * against all units that start later than that period, from the twelve months before the first start.
 * Null when those twelve months are not in the panel.
 */
export function makePlan(
  {perioden, eenheden, stap}: Panel,
  {tot, skip = new Set<number>()}: {tot: number; skip?: ReadonlySet<number>},
): Plan | null {
  const start = firstStart(eenheden);
  if (start === null) return null;
  const before = [...perioden.keys()].filter((t) => isBefore(at(perioden, t), start));
  const count = BASE_MONTHS / MONTHS_IN[stap];
  const basis = before.slice(-count);
  if (basis.length < count) return null;
  const vergelijkingen: Vergelijking[] = [];
  const zonder: {eenheid: number; periode: number}[] = [];
  for (const [u, unit] of eenheden.entries()) {
    if (!unit.eigen || unit.start === null || skip.has(u)) continue;
    for (const [t, span] of perioden.entries()) {
      if (!isAfter(span, unit.start) || span.laatste > tot) continue;
      const anderen = comparable(eenheden, u, (other) => isBefore(span, other.start)).filter(
        (other) => !skip.has(other),
      );
      const since = span.eerste - firstWholeMonth(unit.start);
      const halfjaar = Math.floor(since / HALF_YEAR) + 1;
      if (anderen.length === 0) zonder.push({eenheid: u, periode: t});
      else vergelijkingen.push({eenheid: u, periode: t, anderen, halfjaar});
    }
  }
  return {basis, vergelijkingen, zonder};
}

function comparable(
  eenheden: readonly Eenheid[],
  own: number,
  test: (unit: Eenheid) => boolean,
): number[] {
  return [...eenheden.keys()].filter((index) => index !== own && test(at(eenheden, index)));
}

/** The units that a plan reads, with the periods it reads of each. */
export function cellsOf({basis, vergelijkingen}: Plan): Map<number, Set<number>> {
  const cells = new Map<number, Set<number>>();
  const add = (unit: number, period: number): void => {
    const own = cells.get(unit) ?? new Set(basis);
    cells.set(unit, own.add(period));
  };
  for (const {eenheid, periode, anderen} of vergelijkingen) {
    for (const unit of [eenheid, ...anderen]) add(unit, periode);
  }
  return cells;
}
