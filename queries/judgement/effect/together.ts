import {bandOf, drawWorlds, type Band} from './bootstrap.ts';
import type {Spreiding} from './dispersion.ts';
import {effectOf, expectedOf, publishedCells, type Verwachting} from './expected.ts';
import type {Panel} from './panel.ts';
import type {Plan} from './plan.ts';

/** Observed against expected with its uncertainty. */
export interface Schatting {
  waargenomen: number;
  verwacht: number;
  effect: number;
  band: Band;
}

/** The headline of a plan with its bootstrap; null when nothing is expected. */
export function together(
  panel: Panel,
  {plan, spreiding, seed}: {plan: Plan; spreiding: Spreiding; seed: number},
): {samen: Schatting; verwachting: Verwachting; worlds: Verwachting[]} | null {
  const cells = publishedCells(panel);
  const verwachting = expectedOf(cells, plan);
  const worlds = drawWorlds(panel, {plan, cells, spreiding}, seed);
  const samen = schattingOf(verwachting, worlds);
  return samen === null ? null : {samen, verwachting, worlds};
}

/** ΣO, ΣE, effect and band over the comparisons that `keep` holds; null when it can't be said. */
export function schattingOf(
  verwachting: Verwachting,
  worlds: Verwachting[],
  keep: (comparison: number) => boolean = () => true,
): Schatting | null {
  const effect = effectOf(verwachting, keep);
  const band = bandOf(worlds, keep);
  if (effect === null || band === null) return null;
  const total = (values: readonly number[]): number =>
    values.reduce((sum, value, index) => (keep(index) ? sum + value : sum), 0);
  return {
    waargenomen: total(verwachting.waargenomen),
    verwacht: total(verwachting.verwacht),
    effect,
    band,
  };
}
