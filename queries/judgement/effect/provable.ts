import {at} from '../../statistics/at.ts';
import {expectedOf, totalOf, publishedCells} from './expected.ts';
import {known, type Panel} from './panel.ts';
import type {Plan} from './plan.ts';

/** 1.96 + 0.84: found in four of five worlds where it is there, at 5% false alarms. */
const DETECTABLE = 2.8;

/**
 * The smallest fall that these numbers can prove: 1 − exp(−2.8·√(4/n)), with n the harmonic mean of
 * the four counts (team and comparison, before and after). It knows what is expected, never what came.
 */
export function smallestProvable(panel: Panel, plan: Plan): number | null {
  const {basis, vergelijkingen} = plan;
  const teams = [...new Set(vergelijkingen.map(({eenheid}) => eenheid))];
  const others = [...new Set(vergelijkingen.flatMap(({anderen}) => anderen))];
  const cells = new Set(
    vergelijkingen.flatMap(({anderen, periode}) => anderen.map((unit) => `${unit} ${periode}`)),
  );
  const counts = (index: number): readonly (number | null)[] => at(panel.eenheden, index).aantallen;
  const before = (units: readonly number[]): number =>
    units.reduce((total, unit) => total + totalOf(counts(unit), basis), 0);
  const compared = [...cells].reduce((total, cell) => {
    const [unit = 0, period = 0] = cell.split(' ').map(Number);
    return total + known(counts(unit), period);
  }, 0);
  const {verwacht} = expectedOf(publishedCells(panel), plan);
  const expected = verwacht.reduce((total, value) => total + value, 0);
  // peildata of one stock are not separate people: a stock counts once
  const four = [before(teams), before(others)].map((count) => spread(panel, count, basis.length));
  const periods = new Set(vergelijkingen.map(({periode}) => periode)).size;
  four.push(spread(panel, expected, periods), spread(panel, compared, periods));
  const share = four.reduce((total, count) => total + 1 / count, 0);
  return Number.isFinite(share) ? 1 - Math.exp(-DETECTABLE * Math.sqrt(share)) : null;
}

function spread({vorm}: Panel, count: number, periods: number): number {
  return vorm === 'stand' ? count / periods : count;
}
