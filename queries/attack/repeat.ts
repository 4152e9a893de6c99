import type {Noise} from '../cube/noise.ts';
import {roundCount} from '../cube/protect.ts';
import type {ReleaseTable} from './release-table.ts';
import {sizeOf} from './table.ts';
import type {AttackResult} from './result.ts';

/**
 * A1: ask again. The table is counted a second time by another query, on one thread and in another
 * order, and rounded again: every published figure has to come out the same.
 */
export function repeat(noise: Noise, tables: readonly ReleaseTable[]): AttackResult {
  let compared = 0;
  let different = 0;
  for (const {published, counts} of tables) {
    for (const {cell, value} of published) {
      if (value === null) continue;
      compared += 1;
      if (roundCount(noise, cell.label, sizeOf(counts, cell)) !== value) different += 1;
    }
  }
  return {
    id: 'A1',
    poging: 'Opnieuw vragen: andere telling, andere volgorde, één rekenkern',
    geslaagd: different === 0,
    gemeten: {cijfers: compared, anders: different},
    grens: 'geen enkel cijfer anders',
  };
}
