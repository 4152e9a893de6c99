import type {Database, Row} from '../../warehouse/open.ts';
import type {Definition} from '../catalogue.ts';
import type {Niveau, Periodesoort} from '../contract/figure.ts';
import {areaKey, cellLabel, type AreaLabels} from '../cube/label.ts';
import {OTHER_COUNTS, type Lattice} from '../cube/lattice.ts';
import {dimensionSql} from '../cube/windows.ts';
import {nestedAxis, tableOf, type Axis, type PublishedCell, type Table} from './table.ts';

/** A part of a real release as an adversary sees it, with the truth to score him. */
export interface ReleaseTable {
  indicator: string;
  plaats: Slice;
  table: Table;
  counts: Float64Array;
  /** What he may know beforehand: the pattern of the whole gemeente, and the size of each wijk. */
  prior: Float64Array;
  published: PublishedCell[];
  depth: number;
}

/** One gemeente in one period. */
export interface Slice {
  gemeente: string;
  periodesoort: Periodesoort;
  periode: string;
  van: string;
  tot: string;
}

/** Everything a table is read from. The publication is attached read-only under this name. */
export interface Sources {
  database: Database;
  publicatie: string;
  lattice: Lattice;
  areas: AreaLabels;
}

/** A leaf for rows without a wijk or node: in the totals, in no cell of its own. */
const NONE = 'geen';
/** Share of the pattern that he knows exactly; the rest he takes from the margins. */
const KNOWN = 0.7;

/** Reads the table of one indicator that counts, over these dimensions. */
export async function readReleaseTable(
  sources: Sources,
  definition: Definition,
  slice: Slice,
  dimensions: readonly string[],
): Promise<ReleaseTable> {
  const {database, lattice} = sources;
  const rows = await database.rows(exactSql(definition, dimensions), {
    gemeente: slice.gemeente,
    tot: slice.tot,
    ...(definition.vorm === 'stand' ? {} : {van: slice.van}),
  });
  const areas = await areaAxis(database, slice.gemeente, rows);
  const axes = [areas, ...dimensions.map((id) => dimensionAxis(lattice, id))];
  const soort = definition.vorm === 'stand' ? 'peildatum' : slice.periodesoort;
  const table = tableOf(axes, ([area, ...nodes]) => {
    const place = placeOf(slice.gemeente, area?.id ?? 'alle');
    const name = sources.areas.get(areaKey(place)) ?? `${place.gemeente}/${place.code}`;
    const named = namedNodes(
      lattice,
      dimensions,
      nodes.map((node) => node.id),
    );
    return cellLabel(definition.basispopulatie, soort, name, {...definition.basisknopen, ...named});
  });
  const real: Table = {...table, cells: table.cells.filter((cell) => isReal(axes, cell.nodes))};
  const counts = countsOf(axes, dimensions, rows, real.size);
  const shown = await shownCounts(sources, definition, slice);
  const depth = lattice.maxGekruist[slice.periodesoort];
  const published = real.cells
    .filter(({crossed}) => crossed <= depth)
    .map((cell) => {
      const ids = cell.nodes.map((node, index) => axes[index]?.nodes[node]?.id ?? 'alle');
      const {niveau, code} = placeOf(slice.gemeente, ids[0] ?? 'alle');
      const nodes = namedNodes(lattice, dimensions, ids.slice(1));
      return {cell, value: shown.get(shownKey(niveau, code, nodes)) ?? null};
    });
  const prior = patternPrior(counts, areas.size);
  return {indicator: definition.id, plaats: slice, table: real, counts, prior, published, depth};
}

function exactSql({vorm, sql, uitsplitsingen}: Definition, dimensions: readonly string[]): string {
  const date = vorm === 'stand' ? '$tot::date' : 'datum';
  const dims = dimensions.map(
    (id) => `, coalesce(${dimensionSql(id, date)}, '${NONE}') as knoop_${id}`,
  );
  const within =
    vorm === 'stand' ? '$tot::date between van and tot' : 'datum between $van::date and $tot::date';
  return `select coalesce(wijk_code, '${NONE}') as wijk, any_value(team_id) as team,
      count(distinct team_id) as teams, sum(aantal)::double as aantal${dims.join('')}
    from (${sql}) where gemeente_code = $gemeente and ${within}${usualCount(uitsplitsingen)}
    group by all`;
}

/** Only the rows of the count that is meant where no other is named, e.g. `variant = standaard`. */
export function usualCount(uitsplitsingen: readonly string[], prefix = ''): string {
  return [...OTHER_COUNTS]
    .filter(([id]) => uitsplitsingen.includes(id))
    .map(([id, node]) => ` and ${prefix}${id} = '${node}'`)
    .join('');
}

async function areaAxis(database: Database, gemeente: string, rows: readonly Row[]): Promise<Axis> {
  const wijken = await database.rows(
    `select gebied_code as wijk, ouder_code as team from ref.gebied_boom
     where gemeente_code = $gemeente and niveau = 'wijk' order by wijk`,
    {gemeente},
  );
  const team = new Map(wijken.map((row) => [String(row['wijk']), String(row['team'])]));
  // A team is the sum of its wijken only where every row of them is its own.
  const isNested = rows.every(({wijk, team: own, teams}) =>
    wijk === NONE ? own === null : teams === 1 && own === team.get(String(wijk)),
  );
  const parent = (wijk: string): string | null => (isNested ? (team.get(wijk) ?? null) : null);
  return nestedAxis('gebied', [...team.keys(), NONE], parent, true);
}

function dimensionAxis({dimensies}: Lattice, id: string): Axis {
  const nodes = dimensies.get(id)?.knopen ?? [];
  const parents = new Map(nodes.map((node) => [node.id, node.ouder]));
  return nestedAxis(id, [...parents.keys(), NONE], (node) => parents.get(node) ?? null);
}

function placeOf(gemeente: string, id: string): {niveau: Niveau; code: string; gemeente: string} {
  if (id === 'alle') return {niveau: 'gemeente', code: gemeente, gemeente};
  return id.startsWith('groep ')
    ? {niveau: 'team', code: id.slice('groep '.length), gemeente}
    : {niveau: 'wijk', code: id, gemeente};
}

function namedNodes(
  {ouder}: Lattice,
  dimensions: readonly string[],
  ids: readonly string[],
): Record<string, string> {
  const named = dimensions.flatMap((dimension, index): [string, string][] => {
    const id = ids[index] ?? 'alle';
    if (id === 'alle') return [];
    if (!id.startsWith('groep ')) return [[dimension, id]];
    return [[ouder.get(dimension) ?? dimension, id.slice('groep '.length)]];
  });
  return Object.fromEntries(named);
}

/** The leaf for what is missing is no node that can be asked. */
function isReal(axes: readonly Axis[], nodes: readonly number[]): boolean {
  return nodes.every((node, index) => axes[index]?.nodes[node]?.id !== NONE);
}

function countsOf(
  axes: readonly Axis[],
  dimensions: readonly string[],
  rows: readonly Row[],
  size: number,
): Float64Array {
  const counts = new Float64Array(size);
  const leafIds = axes.map(({nodes, size: own}) => nodes.slice(-own).map(({id}) => id));
  for (const row of rows) {
    const ids = [row['wijk'], ...dimensions.map((id) => row[`knoop_${id}`])].map(String);
    const leaf = ids.reduce((sum, id, index) => {
      const place = (leafIds[index] ?? []).indexOf(id);
      return sum * (axes[index]?.size ?? 1) + (place < 0 ? (axes[index]?.size ?? 1) - 1 : place);
    }, 0);
    counts[leaf] = (counts[leaf] ?? 0) + Number(row['aantal']);
  }
  return counts;
}

async function shownCounts(
  {database, publicatie}: Sources,
  {id, uitsplitsingen}: Definition,
  {gemeente, periodesoort, periode}: Slice,
): Promise<Map<string, number>> {
  const rows = await database.rows(
    `select * from ${publicatie}.cijfer_${id} where gemeente_code = $gemeente
       and periodesoort = $periodesoort and periode = $periode and status = 'ok'`,
    {gemeente, periodesoort, periode},
  );
  const shown = new Map<string, number>();
  for (const row of rows) {
    if (!uitsplitsingen.every((one) => (OTHER_COUNTS.get(one) ?? row[one]) === row[one])) continue;
    const nodes = Object.fromEntries(
      uitsplitsingen
        .filter((one) => !OTHER_COUNTS.has(one) && row[one] !== 'alle')
        .map((one) => [one, String(row[one])]),
    );
    const key = shownKey(String(row['niveau']), String(row['gebied_code']), nodes);
    shown.set(key, Number(row['aantal']));
  }
  return shown;
}

function shownKey(niveau: string, code: string, nodes: Readonly<Record<string, string>>): string {
  return JSON.stringify([niveau, code, Object.entries(nodes).sort()]);
}

/** Pattern of the gemeente × size of the wijk, mixed with what the margins alone would give. */
function patternPrior(counts: Float64Array, areas: number): Float64Array {
  const width = counts.length / areas;
  const pattern = new Float64Array(width);
  const sizes = new Float64Array(areas);
  let total = 0;
  for (const [leaf, count] of counts.entries()) {
    pattern[leaf % width] = (pattern[leaf % width] ?? 0) + count;
    const area = Math.floor(leaf / width);
    sizes[area] = (sizes[area] ?? 0) + count;
    total += count;
  }
  return counts.map((_, leaf) => {
    const size = (sizes[Math.floor(leaf / width)] ?? 0) / Math.max(1, total);
    return size * (KNOWN * (pattern[leaf % width] ?? 0) + ((1 - KNOWN) * total) / width) + 1e-4;
  });
}
