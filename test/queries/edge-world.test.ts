import {afterAll, beforeAll, describe} from 'vitest';
import {agreesOnChain} from '../fixture/second-implementation/agrees-chain.ts';
import {agreesOnFirst} from '../fixture/second-implementation/agrees-first.ts';
import {agreesOnMoney} from '../fixture/second-implementation/agrees-money.ts';
import {agreesOnOutcomes} from '../fixture/second-implementation/agrees-outcomes.ts';
import {AskedWorld} from '../fixture/second-implementation/asked-world.ts';
import {edgeWorld} from '../support/edge-world.ts';
import {EDGE} from '../support/edge-world/areas.ts';

// The second implementation over a gemeente that nobody made for it: full of edges, moves and double
// rows. `WIJKMONITOR_RANDEN=20` tries as many seeds.
const COUNT = Number(process.env['WIJKMONITOR_RANDEN'] ?? 1);
const SEEDS = Array.from({length: COUNT}, (_, at) => 2026 + at);

describe.each(SEEDS)('in the world of edges %i, the second implementation agrees with', (seed) => {
  let world: AskedWorld | undefined;
  beforeAll(async () => {
    world = await AskedWorld.of(await edgeWorld(seed, {twin: true}));
  });
  afterAll(() => {
    world?.warehouse.close();
  });
  const asked = (): AskedWorld => {
    if (world === undefined) throw new Error('asked before the world was made');
    return world;
  };
  agreesOnFirst(asked, EDGE);
  agreesOnChain(asked, EDGE);
  agreesOnOutcomes(asked, EDGE);
  agreesOnMoney(asked, EDGE);
});
