import type {Knoop} from '../contract/indicator.ts';
import {OTHER_COUNTS, type Lattice} from './lattice.ts';
import type {CellPlace, CountedCell} from './cell.ts';
import {revealsGroup, withheld} from './protect.ts';

/**
 * Group disclosure: where nearly everyone of a small group is in one category of a sensitive
 * dimension, the figure tells it of each of them. That breakdown is withheld as a whole, with its
 * hidden cells too: the pattern of what is missing may not say which category it was.
 */
export function withGroupDisclosure(
  cells: readonly CountedCell[],
  lattice: Lattice,
): CountedCell[] {
  const byPlace = new Map(cells.map((cell) => [keyOf(cell.place), cell]));
  const blocked = new Map<string, CountedCell>();
  for (const {place, clienten} of cells) {
    for (const dimension of Object.keys(place.dimensies)) {
      if (!lattice.gevoelig.has(dimension)) continue;
      for (const {parent, nodes} of breakdownsOf(place, dimension, lattice)) {
        const group = byPlace.get(keyOf(parent));
        if (group === undefined || !revealsGroup(clienten, group.clienten)) continue;
        for (const {id} of nodes) {
          const sibling = {...place, dimensies: {...place.dimensies, [dimension]: id}};
          blocked.set(keyOf(sibling), {place: sibling, maten: withheld('groep'), clienten: 0});
        }
      }
    }
  }
  return [...cells.filter(({place}) => !blocked.has(keyOf(place))), ...blocked.values()];
}

/** The groups that a node is a category of: all of them, and those of the node above it. */
function breakdownsOf(
  place: CellPlace,
  dimension: string,
  {dimensies, ouder}: Lattice,
): {parent: CellPlace; nodes: readonly Knoop[]}[] {
  const nodes = dimensies.get(dimension)?.knopen ?? [];
  const {[dimension]: own, ...rest} = place.dimensies;
  const whole = {parent: {...place, dimensies: rest}, nodes};
  const above = ouder.get(dimension);
  const parentNode = nodes.find(({id}) => id === own)?.ouder;
  if (above === undefined || parentNode === undefined || parentNode === null) return [whole];
  const parent = {...place, dimensies: {...rest, [above]: parentNode}};
  return [whole, {parent, nodes: nodes.filter(({ouder: one}) => one === parentNode)}];
}

function keyOf({niveau, gemeente, code, periodesoort, periode, dimensies}: CellPlace): string {
  const nodes = Object.entries(dimensies)
    .filter(([id, node]) => OTHER_COUNTS.get(id) !== node)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([gemeente, niveau, code, periodesoort, periode, nodes]);
}
