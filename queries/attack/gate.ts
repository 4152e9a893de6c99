import type {Database} from '../../warehouse/open.ts';
import type {Definition} from '../catalogue.ts';
import {readAreaLabels} from '../cube/areas.ts';
import {OTHER_COUNTS, readLattice, type Lattice} from '../cube/lattice.ts';
import {Noise, type Salts} from '../cube/noise.ts';
import {MIN_MUTATIONS, MIN_WIJK_MUTATIONS} from '../cube/protect.ts';
import {randomSource} from '../statistics/random.ts';
import {periodKey, type KeptPeriods} from '../keep-published.ts';
import {readParts} from '../publication-file.ts';
import {judgeTrials, tryReleases, type Trials} from './differencing.ts';
import {homogeneousGroups} from './groups.ts';
import {linearBounds, spread} from './linear-bounds.ts';
import {merged} from './merged.ts';
import {attackMoney} from './money.ts';
import {ownProtection, publishTable, thresholdOnly} from './protection.ts';
import {ratios} from './ratios.ts';
import {reconstructionAttack} from './reconstruction.ts';
import {releaseDominance} from './release-sums.ts';
import {readReleaseTable, type ReleaseTable, type Slice, type Sources} from './release-table.ts';
import {repeat} from './repeat.ts';
import type {AttackResult} from './result.ts';
import {judgeDifferences, smallDifferences, subtraction} from './subtraction.ts';
import {sizeOf, targetsOf} from './table.ts';
import {thresholdFlips} from './thresholds.ts';

/** What the gate attacks: a closed publication file, and the exact warehouse to score by. */
export interface GateOptions {
  warehouse: Database;
  publicatie: string;
  definitions: readonly Definition[];
  salts: Salts;
  /** Periods that stand as they were published before: the truth has moved on, so not attacked anew. */
  kept?: KeptPeriods;
  onProgress?: (what: string) => void;
}

/** Smallest cells of one table; above it the dense reconstruction takes minutes. */
const MOST_LEAVES = 1500;
const LINEAR_TARGETS = 50;
const RECONSTRUCTED = 400;
const TRIALS = 60;
const ATTACHED = 'aangevallen';

/**
 * The part of the attack suite that every release runs on itself: A1, A2, A3 with 50 targets, A4, A6,
 * A8, A9, A11 and A16 on the newest period of every gemeente, and A1, A2, A7, A9 on all its money.
 * Throws nothing for a broken limit: the results say it.
 */
export async function attackRelease(options: GateOptions): Promise<AttackResult[]> {
  const {warehouse, publicatie, definitions, salts} = options;
  const {kept = new Set<string>(), onProgress = () => undefined} = options;
  const noise = new Noise(salts);
  await warehouse.run(`attach '${publicatie.replaceAll("'", "''")}' as ${ATTACHED} (read_only)`);
  try {
    const lattice = readLattice();
    const areas = await readAreaLabels(warehouse);
    const sources = {database: warehouse, publicatie: ATTACHED, lattice, areas};
    const cases = await newestSlices(warehouse, definitions, kept);
    const tables = await tablesOf(sources, cases);
    const results: AttackResult[] = [repeat(noise, tables)];
    const each = async (
      what: string,
      attack: (table: ReleaseTable, index: number) => AttackResult | Promise<AttackResult>,
    ): Promise<void> => {
      onProgress(what);
      const found: AttackResult[] = [];
      for (const [index, table] of tables.entries()) found.push(await attack(table, index));
      results.push(...(found.length === 0 ? [nothingYet(what)] : merged(found)));
    };
    // Judged over all tables together: a few differences in one table can be right by chance.
    const differences = tables.flatMap(({table, published, counts}) =>
      smallDifferences(table.axes, published, counts),
    );
    onProgress('A2');
    results.push(judgeDifferences(differences));
    results.push(control(tables));
    const share = Math.ceil(LINEAR_TARGETS / Math.max(1, tables.length));
    await each('A3', (table) => linear(table, share));
    await each('A4', (release) => {
      const targets = spread(targetsOf(release.table, release.counts), RECONSTRUCTED);
      return reconstructionAttack(release, targets);
    });
    const split = tables.filter(({table}) => table.axes.length > 1);
    onProgress('A6');
    const tries = split.map((table, index) => released(table, noise, index));
    const sum = (name: keyof Trials): number => tries.reduce((all, one) => all + one[name], 0);
    results.push(
      judgeTrials({trials: sum('trials'), confident: sum('confident'), right: sum('right')}),
    );
    onProgress('A8');
    results.push(await ratios(warehouse, ATTACHED, definitions));
    onProgress('A9');
    results.push(await releaseDominance(warehouse, ATTACHED, ofForm(cases, ['verhouding'])));
    await each('A11', ({table}) => thresholdFlips(noise, spread(table.cells, 500)));
    onProgress('A16');
    results.push(await homogeneousGroups(sources, ofForm(cases, COUNTED)));
    onProgress('geld');
    const {financien} = await readParts(warehouse, ATTACHED);
    results.push(...(await attackMoney(warehouse, financien, {definitions, salts, kept})));
    return results;
  } finally {
    await warehouse.run(`detach ${ATTACHED}`);
  }
}

/** A release in which no count is large enough to be seen: said, not passed over. */
function nothingYet(id: string): AttackResult {
  return {
    id,
    poging: 'Er is nog geen tabel met getoonde aantallen om aan te vallen',
    geslaagd: true,
    gemeten: {groepen: 0},
    grens: 'geldt zodra er cijfers zijn',
  };
}

interface Case {
  definition: Definition;
  slice: Slice;
}

const COUNTED: readonly Definition['vorm'][] = ['aantal', 'stand'];

function ofForm(cases: readonly Case[], forms: readonly Definition['vorm'][]): Case[] {
  return cases.filter(({definition}) => forms.includes(definition.vorm));
}

/** Of every indicator and gemeente the newest period of the longest kind that has new figures. */
async function newestSlices(
  warehouse: Database,
  definitions: readonly Definition[],
  kept: KeptPeriods,
): Promise<Case[]> {
  const cases: Case[] = [];
  for (const definition of definitions) {
    const done = new Set<string>();
    for (const soort of definition.periodesoorten.toReversed()) {
      for (const slice of await slicesOf(warehouse, definition, soort)) {
        const isKept = kept.has(periodKey(definition.id, slice.gemeente, slice));
        if (isKept || done.has(slice.gemeente)) continue;
        done.add(slice.gemeente);
        cases.push({definition, slice});
      }
    }
  }
  return cases;
}

/** The periods of one kind in which an indicator has figures, newest first. */
async function slicesOf(
  warehouse: Database,
  {id}: Definition,
  periodesoort: Slice['periodesoort'],
): Promise<Slice[]> {
  const rows = await warehouse.rows(
    `select distinct gemeente_code, periode, van::varchar as van, tot::varchar as tot
     from ${ATTACHED}.cijfer_${id} join ref.periode using (gemeente_code, periodesoort, periode)
     where periodesoort = $periodesoort order by gemeente_code, van desc`,
    {periodesoort},
  );
  return rows.map((row) => ({
    gemeente: String(row['gemeente_code']),
    periodesoort,
    periode: String(row['periode']),
    van: String(row['van']),
    tot: String(row['tot']),
  }));
}

async function tablesOf(sources: Sources, cases: readonly Case[]): Promise<ReleaseTable[]> {
  const tables: ReleaseTable[] = [];
  await sources.database.run('set threads = 1');
  try {
    for (const {definition, slice} of ofForm(cases, COUNTED)) {
      // Persons do not add up over nodes: someone who has two kinds of help counts in both.
      if (definition.telt === 'personen') continue;
      const wijken = await sources.database.rows(
        `select 1 as een from ref.gebied_boom where niveau = 'wijk' and gemeente_code = $gemeente`,
        {gemeente: slice.gemeente},
      );
      const room = MOST_LEAVES / (wijken.length + 1);
      const chosen = widest(definition, sources.lattice, room);
      tables.push(await readReleaseTable(sources, definition, slice, chosen));
    }
  } finally {
    await sources.database.run('reset threads');
  }
  return tables;
}

/** The dimensions that together fill the room best: more dimensions before more nodes. */
function widest({uitsplitsingen}: Definition, {dimensies, ouder}: Lattice, room: number): string[] {
  const above = new Set(uitsplitsingen.map((id) => ouder.get(id)));
  const lowest = uitsplitsingen.filter((id) => !OTHER_COUNTS.has(id) && !above.has(id));
  const widthOf = (ids: readonly string[]): number =>
    ids.reduce((width, id) => width * ((dimensies.get(id)?.knopen.length ?? 0) + 1), 1);
  const sets = lowest.reduce<string[][]>(
    (found, id) => [...found, ...found.map((set) => [...set, id])],
    [[]],
  );
  const fitting = sets.filter((set) => widthOf(set) <= room);
  fitting.sort((a, b) => b.length - a.length || widthOf(b) - widthOf(a));
  return fitting[0] ?? [];
}

/** Negative control on the release itself: exact values have to fall to subtraction at once. */
function control(tables: readonly ReleaseTable[]): AttackResult {
  let small = 0;
  let right = 0;
  for (const {table, counts, depth} of tables) {
    const exact = publishTable(table, counts, thresholdOnly, depth);
    const {gemeten} = subtraction(table.axes, exact, counts);
    small += gemeten['verschillen'] ?? 0;
    right = Math.max(right, gemeten['goed'] ?? 0);
  }
  return {
    id: 'controle',
    poging: 'Dezelfde aftreksom op de echte aantallen: die moet raak zijn',
    geslaagd: small === 0 || right === 1,
    gemeten: {verschillen: small, goed: right},
    grens: 'alles goed, anders meet de toets niets',
  };
}

async function linear(release: ReleaseTable, share: number): Promise<AttackResult> {
  const {table, counts, published} = release;
  const targets = spread(targetsOf(table, counts), share);
  // Events can be more than clients: he is told how large a hidden cell is at most.
  const hidden = published.filter(({value}) => value === null).map(({cell}) => cell);
  const most = Math.max(14, ...hidden.map((cell) => sizeOf(counts, cell)));
  const window = (value: number | null): {least: number; most: number} =>
    value === null ? {least: 0, most} : {least: Math.max(10, value - 4), most: value + 4};
  return linearBounds(table, published, counts, {targets, window});
}

function released(release: ReleaseTable, noise: Noise, index: number): Trials {
  const {table, counts, prior, depth} = release;
  const total = counts.reduce((sum, count) => sum + count, 0);
  return tryReleases({
    table,
    counts,
    prior,
    depth,
    protection: ownProtection(noise),
    secretAxis: table.axes.length - 1,
    mutations: Math.min(MIN_MUTATIONS, Math.max(1, Math.round(total / 2))),
    wijkMutations: MIN_WIJK_MUTATIONS,
    trials: TRIALS,
    random: randomSource(index + 1),
  });
}
