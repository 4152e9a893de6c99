import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import {z} from 'zod';
import type {Definition} from '../catalogue.ts';
import type {Dimensie, Periodesoort} from '../contract.ts';

const schema = z.strictObject({
  max_gekruist: z.strictObject({
    maand: z.int(),
    kwartaal: z.int(),
    halfjaar: z.int(),
    jaar: z.int(),
  }),
  dimensies: z.record(
    z.string(),
    z.strictObject({
      titel: z.string(),
      ouder: z.string().optional(),
      /** Empty where suppliers name the nodes: see `delivered-nodes.ts`. */
      knopen: z.record(z.string(), z.string()),
      ouders: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** The closed set of questions: dimensions with their nodes, and how many may be crossed. */
export interface Lattice {
  dimensies: ReadonlyMap<string, Dimensie>;
  /** Dimension above another one: asking both says no more than asking the lower one. */
  ouder: ReadonlyMap<string, string>;
  maxGekruist: Readonly<Record<Periodesoort, number>>;
}

/** A dimension with ways of counting that an indicator names itself, in `varianten`. */
export const VARIANT = 'variant';
/** Its node where no variant is asked for. */
export const STANDAARD = 'standaard';
/** The variant that is worked out from the protected counts of the standard one, for totals only. */
export const GESTANDAARDISEERD = 'gestandaardiseerd';
/**
 * Dimensions that ask for another count, not for a part of one, so they have no total; with the
 * node that holds where none is named.
 */
export const OTHER_COUNTS: ReadonlyMap<string, string> = new Map([
  [VARIANT, STANDAARD],
  ['stroom', 'in'],
]);
/** The node that stands for a dimension that is not split. */
export const ALLE = 'alle';

/** Reads `lattice.yaml`; a fault in it is ours and throws. */
export function readLattice(): Lattice {
  const text = readFileSync(join(import.meta.dirname, 'lattice.yaml'), 'utf8');
  const {max_gekruist, dimensies} = schema.parse(parse(text));
  const entries = Object.entries(dimensies);
  return {
    maxGekruist: max_gekruist,
    ouder: new Map(
      entries.flatMap(([id, {ouder}]) => (ouder === undefined ? [] : [[id, ouder] as const])),
    ),
    dimensies: new Map(
      entries.map(([id, {titel, ouder, knopen, ouders}]) => [
        id,
        {
          id,
          titel,
          knopen: Object.entries(knopen).map(([node, name]) => ({
            id: node,
            titel: name,
            ouder: ouder === undefined ? null : (ouders?.[node] ?? node.split('-')[0] ?? null),
          })),
        },
      ]),
    ),
  };
}

/**
 * The combinations of dimensions of an indicator that may be asked together, from none to the
 * maximum. A dimension never goes with the one above it; a variant or stream does not count. Where
 * nodes do not add up to anything, their dimension is in every combination.
 */
export function dimensionSets(
  {uitsplitsingen, zonder_totaal}: Definition,
  lattice: Lattice,
  maximum: number,
): string[][] {
  const plain = uitsplitsingen.filter((id) => !OTHER_COUNTS.has(id));
  const sets: string[][] = [[]];
  for (const id of plain) {
    for (const set of [...sets]) {
      const nested = set.some(
        (one) => lattice.ouder.get(one) === id || lattice.ouder.get(id) === one,
      );
      if (set.length < maximum && !nested) sets.push([...set, id]);
    }
  }
  return sets.filter((set) => zonder_totaal.every((id) => set.includes(id)));
}
