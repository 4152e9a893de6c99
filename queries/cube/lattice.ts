import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import {z} from 'zod';
import type {Definition} from '../catalogue.ts';
import {PERIODESOORTEN, type Dimensie, type Periodesoort} from '../contract.ts';
import {MIN_CLIENTS} from './protect.ts';

const schema = z.strictObject({
  max_gekruist: z.strictObject({
    maand: z.int().min(0),
    kwartaal: z.int().min(0),
    halfjaar: z.int().min(0),
    jaar: z.int().min(0),
  }),
  basispopulaties: z.record(
    z.string(),
    z.strictObject({
      titel: z.string(),
      minimum: z.int().min(MIN_CLIENTS).default(MIN_CLIENTS),
      deel_van: z.string().optional(),
      knopen: z.record(z.string(), z.string()).default({}),
    }),
  ),
  dimensies: z.record(
    z.string(),
    z.strictObject({
      titel: z.string(),
      ouder: z.string().optional(),
      gevoelig: z.array(z.string()).default([]),
      knopen: z.record(z.string(), z.string()),
      ouders: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** Who is counted, as labels name it: a part of another population has the labels of that part. */
export interface BasePopulation {
  naam: string;
  /** Smallest number of clients (respondents) that may be seen. */
  minimum: number;
  /** Nodes that hold for everyone in it. */
  knopen: Readonly<Record<string, string>>;
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
}

/** A dimension that asks for another count, not for a part of one: it has no total. */
export const VARIANT = 'variant';
/** Its node where no variant is asked for. */
export const STANDAARD = 'standaard';
/** The variant that is worked out from the protected counts of the standard one, for totals only. */
export const GESTANDAARDISEERD = 'gestandaardiseerd';
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

function latticeOf({max_gekruist, basispopulaties, dimensies}: Content): Lattice {
  const entries = Object.entries(dimensies);
  return {
    maxGekruist: max_gekruist,
    ouder: new Map(
      entries.flatMap(([id, {ouder}]) => (ouder === undefined ? [] : [[id, ouder] as const])),
    ),
    gevoelig: new Map(
      entries.flatMap(([id, {gevoelig}]) =>
        gevoelig.length === 0 ? [] : [[id, gevoelig] as const],
      ),
    ),
    basispopulaties: new Map(
      Object.entries(basispopulaties).map(([id, {minimum, deel_van, knopen}]) => [
        id,
        {naam: deel_van ?? id, minimum, knopen},
      ]),
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

function faultsIn({basispopulaties, dimensies}: Content): string[] {
  const faults: string[] = [];
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
  for (const [id, {deel_van, knopen}] of Object.entries(basispopulaties)) {
    const above = deel_van === undefined ? undefined : basispopulaties[deel_van];
    const isChain = above?.deel_van !== undefined;
    if (deel_van !== undefined && (above === undefined || isChain)) {
      faults.push(`${id}: deel_van noemt geen hele basispopulatie`);
    }
    for (const [dimension, node] of Object.entries(knopen)) {
      const exists = node in (dimensies[dimension]?.knopen ?? {});
      if (!exists) faults.push(`${id}: knoop ${dimension}=${node} bestaat niet`);
    }
  }
  return faults;
}

/** Holds the indicators against the lattice; throws `RoosterOngeldig` naming every fault. */
export function checkDefinitions(definitions: readonly Definition[], lattice: Lattice): void {
  const faults = definitions.flatMap(({id, basispopulatie, uitsplitsingen, periodesoorten}) => [
    ...(lattice.basispopulaties.has(basispopulatie)
      ? []
      : [`${id}: zet basispopulatie "${basispopulatie}" erbij`]),
    ...uitsplitsingen
      .filter((dimension) => !lattice.dimensies.has(dimension))
      .map((dimension) => `${id}: uitsplitsing ${dimension} bestaat niet`),
    ...periodesoorten
      .filter((soort) => !PERIODESOORTEN.includes(soort))
      .map((soort) => `${id}: periodesoort ${soort} bestaat niet`),
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
 * maximum. A dimension never goes with the one above it; a variant does not count. Where nodes do not
 * add up to anything, their dimension is in every combination.
 */
export function dimensionSets(
  {uitsplitsingen, zonder_totaal}: Definition,
  lattice: Lattice,
  maximum: number,
): string[][] {
  const plain = uitsplitsingen.filter((id) => id !== VARIANT);
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
