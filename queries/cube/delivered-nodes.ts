import type {Database} from '../../warehouse/open.ts';
import type {Dimensie} from '../contract/indicator.ts';
import {readLattice} from './lattice.ts';

/**
 * Where suppliers name the nodes of a dimension themselves: metadata of teams, never of clients, so
 * that the list of nodes tells nothing about who was helped.
 */
const NAMED_BY_SUPPLIERS: ReadonlyMap<string, string> = new Map([
  ['discipline', 'select distinct discipline as knoop from kern.formatie order by discipline'],
]);

/** The dimensions of the lattice, filled with the nodes that suppliers name and with unknown. */
export async function namedNodes(database: Database): Promise<ReadonlyMap<string, Dimensie>> {
  const dimensions = new Map(readLattice().dimensies);
  for (const [id, sql] of NAMED_BY_SUPPLIERS) {
    const dimension = dimensions.get(id);
    if (dimension === undefined) throw new RangeError(`${id}: not in the lattice`);
    const delivered = (await database.rows(sql)).map(({knoop}) => String(knoop));
    const knopen = [...new Set([...delivered, 'onbekend'])].map((node) => ({
      id: node,
      titel: node.charAt(0).toUpperCase() + node.slice(1),
      ouder: null,
    }));
    dimensions.set(id, {...dimension, knopen});
  }
  return dimensions;
}
