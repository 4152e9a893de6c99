import {copyFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {buildModels} from '../../warehouse/build.ts';
import {runChecks} from '../../warehouse/run-checks.ts';
import {TestInbox} from '../support/delivery.ts';
import {smallWorld, type SmallWorld} from '../support/small-world.ts';
import {warehouseState} from '../support/warehouse-state.ts';

/** How often: small in the suite; `test/README.md` says how to run the long campaign. */
const RUNS = Number(process.env['WIJKMONITOR_VOLGORDES'] ?? 4);

/** Parents come after the three months, and the messages are of a later year than the rest. */
const UNFINISHED = new Set(['wacht_op_ouder', 'bron_loopt_achter']);

let world: SmallWorld;
beforeAll(async () => {
  world = await smallWorld(3);
});
afterAll(() => {
  rmSync(world.folder, {recursive: true});
});

/** Arrivals night by night: the number of a delivery, and whether it comes under a new name. */
type Arrivals = {delivery: number; again: boolean}[][];

/** What the warehouse holds, table by table, after these nights. */
async function stateAfter(nights: Arrivals): Promise<Record<string, string>> {
  const inbox = await TestInbox.open();
  let arrival = 0;
  for (const night of nights) {
    for (const {delivery, again} of night) {
      arrival += 1;
      const name = `${arrival}-${again ? 'nogmaals-' : ''}${world.names[delivery]}`;
      copyFileSync(join(world.folder, world.names[delivery]!), inbox.path(name));
    }
    for (const {status, reden} of await inbox.load()) {
      expect({status, reden}).not.toMatchObject({status: 'geweigerd'});
    }
  }
  await buildModels(inbox.warehouse);
  for (const {check, bevindingen} of await runChecks(inbox.warehouse, new Date('2022-03-01'))) {
    if (!UNFINISHED.has(check)) expect({check, bevindingen}).toEqual({check, bevindingen: 0});
  }
  const state = await warehouseState(inbox.warehouse);
  inbox.warehouse.close();
  rmSync(inbox.data, {recursive: true});
  return state;
}

describe('three months of a whole gemeente', () => {
  it(`give the same warehouse in ${RUNS} other orders, over other nights, with doubles`, async () => {
    const all = world.names.map((_, delivery) => ({delivery, again: false}));
    const inOrder = await stateAfter([all]);
    const empty = await stateAfter([]);
    const filled = Object.keys(inOrder).filter((table) => inOrder[table] !== empty[table]);
    expect(filled.length).toBeGreaterThan(40);

    const arrivals = fc
      .tuple(
        fc.shuffledSubarray(all, {minLength: all.length}),
        fc.subarray(all, {maxLength: 5}),
        fc.array(fc.nat({max: all.length + 4}), {maxLength: 4}),
      )
      .map(([order, doubles, cuts]): Arrivals => {
        const sent = [...order, ...doubles.map(({delivery}) => ({delivery, again: true}))];
        const edges = [0, ...cuts.filter((cut) => cut < sent.length), sent.length].sort(
          (a, b) => a - b,
        );
        return edges.slice(1).map((edge, at) => sent.slice(edges[at], edge));
      });
    await fc.assert(
      fc.asyncProperty(arrivals, async (nights) => {
        expect(await stateAfter(nights)).toEqual(inOrder);
      }),
      {numRuns: RUNS},
    );
  });
});
