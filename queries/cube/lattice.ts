import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import {z} from 'zod';
import type {Definition} from '../catalogue.ts';
import type {Periodesoort} from '../contract/figure.ts';
import type {Dimensie} from '../contract/indicator.ts';
import {MIN_CLIENTS} from './protect.ts';

const schema = z.strictObject({
  max_gekruist: z.strictObject({
    maand: z.int().min(0),
    kwartaal: z.int().min(0),
    halfjaar: z.int().min(0),
    jaar: z.int().min(0),
  }),
  rollen: z
    .record(
      z.string(),
      z.strictObject({
        gekruist: z.int().min(0),
        zonder: z.array(z.string()).default([]),
        cijfers: z.boolean(),
        geld: z.boolean(),
      }),
    )
    .default({}),
  basispopulaties: z.record(
    z.string(),
    z.strictObject({
      titel: z.string(),
      minimum: z.int().min(MIN_CLIENTS).default(MIN_CLIENTS),
    }),
  ),
  dimensies: z.record(
    z.string(),
    z.strictObject({
      titel: z.string(),
      ouder: z.string().optional(),
      gevoelig: z.array(z.string()).default([]),
      /** Empty where suppliers name the nodes: see `delivered-nodes.ts`. */
      knopen: z.record(z.string(), z.string()),
      ouders: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** Who is counted, as labels name it. */
export interface BasePopulation {
  naam: string;
  /** Smallest number of clients (respondents) that may be seen. */
  minimum: number;
}

/** What a role may see: see `lattice.yaml`. */
export interface RoleRules {
  gekruist: number;
  zonder: readonly string[];
  cijfers: boolean;
  geld: boolean;
}

/** The closed set of questions: dimensions with their nodes, and how many may be crossed. */
export interface Lattice {
  dimensies: ReadonlyMap<string, Dimensie>;
  /** Dimension above another one: asking both says no more than asking the lower one. */
  ouder: ReadonlyMap<string, string>;
  /** Dimensions with nodes that nobody may be tied to, and those nodes. */
  gevoelig: ReadonlyMap<string, readonly string[]>;
  basispopulaties: ReadonlyMap<string, BasePopulation>;
  maxGekruist: Readonly<Record<Periodesoort, number>>;
  /** Per role what it may ask; empty where nobody is told apart. */
  rollen: ReadonlyMap<string, RoleRules>;
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

/** The lattice does not hold together, or an indicator asks for what it does not have. */
export class RoosterOngeldig extends Error {
  readonly code = 'ROOSTER_ONGELDIG';
  override readonly name = 'RoosterOngeldig';

  constructor(faults: readonly string[]) {
    super(`queries/cube/lattice.yaml: verbeter dit. ${faults.join('; ')}`);
  }
}

/** Reads `lattice.yaml`; throws `RoosterOngeldig` naming every fault. */
export function readLattice(): Lattice {
  return parseLattice(readFileSync(join(import.meta.dirname, 'lattice.yaml'), 'utf8'));
}

/** Reads the text of a lattice; throws `RoosterOngeldig` naming every fault. */
export function parseLattice(text: string): Lattice {
  const outcome = schema.safeParse(parse(text));
  if (!outcome.success) {
    throw new RoosterOngeldig(
      outcome.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`),
    );
  }
  const faults = faultsIn(outcome.data);
  if (faults.length > 0) throw new RoosterOngeldig(faults);
  return latticeOf(outcome.data);
}

type Content = z.infer<typeof schema>;

function latticeOf({max_gekruist, rollen, basispopulaties, dimensies}: Content): Lattice {
  const entries = Object.entries(dimensies);
  return {
    maxGekruist: max_gekruist,
    rollen: new Map(Object.entries(rollen)),
    ouder: new Map(
      entries.flatMap(([id, {ouder}]) => (ouder === undefined ? [] : [[id, ouder] as const])),
    ),
    gevoelig: new Map(
      entries.flatMap(([id, {gevoelig}]) =>
        gevoelig.length === 0 ? [] : [[id, gevoelig] as const],
      ),
    ),
    basispopulaties: new Map(
      Object.entries(basispopulaties).map(([id, {minimum}]) => [id, {naam: id, minimum}]),
    ),
    dimensies: new Map(
      entries.map(([id, dimension]) => [
        id,
        {
          id,
          titel: dimension.titel,
          knopen: Object.entries(dimension.knopen).map(([node, titel]) => ({
            id: node,
            titel,
            ouder: parentOf(dimension, node),
          })),
        },
      ]),
    ),
  };
}

function parentOf({ouder, ouders}: Content['dimensies'][string], node: string): string | null {
  return ouder === undefined ? null : (ouders?.[node] ?? node.split('-')[0] ?? null);
}

function faultsIn({dimensies, rollen}: Content): string[] {
  const faults: string[] = Object.entries(rollen).flatMap(([rol, {zonder}]) =>
    zonder.filter((id) => !(id in dimensies)).map((id) => `${rol}: zonder ${id} bestaat niet`),
  );
  for (const [id, dimension] of Object.entries(dimensies)) {
    const {ouder, gevoelig, knopen} = dimension;
    const above = ouder === undefined ? undefined : dimensies[ouder];
    if (ouder !== undefined && above === undefined) faults.push(`${id}: ${ouder} bestaat niet`);
    for (const node of gevoelig) {
      if (!(node in knopen)) faults.push(`${id}: gevoelige knoop ${node} bestaat niet`);
    }
    for (const node of Object.keys(knopen)) {
      const parent = parentOf(dimension, node);
      const isLost = above !== undefined && (parent === null || !(parent in above.knopen));
      if (isLost) faults.push(`${id}: knoop ${node} heeft geen ouder in ${ouder ?? ''}`);
    }
  }
  return faults;
}

/** Holds the indicators against the lattice; throws `RoosterOngeldig` naming every fault. */
export function checkDefinitions(definitions: readonly Definition[], lattice: Lattice): void {
  const faults = definitions.flatMap((definition) => [
    ...(lattice.basispopulaties.has(definition.basispopulatie)
      ? []
      : [`${definition.id}: zet basispopulatie "${definition.basispopulatie}" erbij`]),
    ...definition.uitsplitsingen
      .filter((dimension) => !lattice.dimensies.has(dimension))
      .map((dimension) => `${definition.id}: uitsplitsing ${dimension} bestaat niet`),
    ...Object.entries(definition.basisknopen)
      .filter(([id, node]) => !lattice.dimensies.get(id)?.knopen.some((one) => one.id === node))
      .map(([id, node]) => `${definition.id}: basisknoop ${id}=${node} bestaat niet`),
  ]);
  if (faults.length > 0) throw new RoosterOngeldig(faults);
}

/** The base population of an indicator; throws `RoosterOngeldig` when the lattice lacks it. */
export function populationOf(definition: Definition, lattice: Lattice): BasePopulation {
  const population = lattice.basispopulaties.get(definition.basispopulatie);
  if (population !== undefined) return population;
  throw new RoosterOngeldig([`${definition.id}: basispopulatie ${definition.basispopulatie}`]);
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
