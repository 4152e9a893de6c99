import type {Noise} from '../cube/noise.ts';
import {isVisible, MAX_HIDDEN, MIN_CLIENTS, roundCount} from '../cube/protect.ts';
import type {AttackResult} from './result.ts';
import type {TableCell} from './table.ts';

const LEAST_COUNTS = 5;
const enough = {huishoudens: 1000, inwoners: null};

/**
 * A11: a figure falls away (or appears) when one known person leaves (or comes): the group then had
 * exactly its threshold, which is secret. How many counts fit what was shown before?
 */
export function thresholdFlips(noise: Noise, cells: readonly TableCell[]): AttackResult {
  let flips = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (const {label} of cells) {
    for (let n = MIN_CLIENTS; n <= MAX_HIDDEN + 1; n += 1) {
      const before = isVisible(noise, label, {...enough, clienten: n});
      const after = isVisible(noise, label, {...enough, clienten: n - 1});
      if (!before || after) continue;
      flips += 1;
      fewest = Math.min(fewest, candidates(roundCount(noise, label, n)));
    }
  }
  return {
    id: 'A11',
    poging: 'Een cijfer verdwijnt als één bekende persoon vertrekt',
    geslaagd: flips > 0 && fewest >= LEAST_COUNTS,
    gemeten: {drempels: flips, minste_mogelijke_aantallen: fewest},
    grens: 'altijd minstens 5 mogelijke aantallen',
  };
}

/** The counts that can be a threshold and can be shown as `value`. */
function candidates(value: number): number {
  let count = 0;
  for (let n = MIN_CLIENTS; n <= MAX_HIDDEN + 1; n += 1) if (Math.abs(n - value) <= 4) count += 1;
  return count;
}

/** A18: the salts leak. What is left is a window of five counts around every figure. */
export function saltLeak(noise: Noise, cells: readonly TableCell[]): AttackResult {
  let fewest = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const [index, {label}] of cells.entries()) {
    const shown = roundCount(noise, label, 20 + (index % 37));
    let fitting = 0;
    for (let n = shown - 10; n <= shown + 10; n += 1) {
      if (roundCount(noise, label, n) === shown) fitting += 1;
    }
    fewest = Math.min(fewest, fitting);
    most = Math.max(most, fitting);
  }
  return {
    id: 'A18',
    poging: 'De geheime sleutels lekken uit',
    geslaagd: fewest === LEAST_COUNTS && most === LEAST_COUNTS,
    gemeten: {cellen: cells.length, minste_aantallen: fewest, meeste_aantallen: most},
    grens: 'elk cijfer laat precies 5 aantallen over',
  };
}
