import type {Database} from '../../warehouse/open.ts';
import type {Definition} from '../catalogue.ts';
import {coarse, MIN_CLIENTS, significant} from '../cube/protect.ts';
import type {AttackResult} from './result.ts';

const LEAST_COUNTS = 5;
const DIGITS: Readonly<Partial<Record<Definition['vorm'], number>>> = {
  aantal: 4,
  stand: 4,
  per_fte: 3,
};

/** A displayed ratio, its public denominator, and how it is printed from a count. */
export interface Ratio {
  waarde: number;
  noemer: number;
  soort: 'dichtheid' | 'aandeel';
  digits: number;
}

/** How many true counts can lie behind a displayed ratio, for one who knows its denominator. */
export function candidatesBehind({waarde, noemer, soort, digits}: Ratio): number {
  const estimate = soort === 'aandeel' ? (waarde * noemer) / 100 : (waarde * noemer) / 1000;
  const near = 5 * Math.round(estimate / 5);
  const fits = new Set<number>();
  for (let shown = Math.max(0, near - 25); shown <= near + 25; shown += 5) {
    const display =
      soort === 'aandeel'
        ? coarse((100 * shown) / noemer, noemer)
        : significant((1000 * shown) / noemer, digits);
    if (Math.abs(display - waarde) > 1e-9 * Math.max(1, waarde)) continue;
    for (let n = Math.max(MIN_CLIENTS, shown - 4); n <= shown + 4; n += 1) fits.add(n);
  }
  return fits.size;
}

/** A8: every displayed rate and share of a publication, inverted with its denominator. */
export async function ratios(
  database: Database,
  publicatie: string,
  definitions: readonly Definition[],
): Promise<AttackResult> {
  let tried = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (const {id, vorm, noemerSoort} of definitions) {
    const digits = DIGITS[vorm];
    if (digits === undefined && vorm !== 'aandeel') continue;
    const rows = await database.rows(
      `select distinct waarde, noemer from ${publicatie}.cijfer_${id}
       where status = 'ok' and teller is not null and noemer > 0
       order by waarde, noemer limit 5000`,
    );
    const isPerPerson = noemerSoort !== 'geen';
    for (const {waarde, noemer} of rows) {
      const isShare = vorm === 'aandeel';
      // Per fte is not per thousand.
      const below = isShare || isPerPerson ? Number(noemer) : 1000 * Number(noemer);
      const ratio = {waarde: Number(waarde), noemer: below, digits: digits ?? 0} as const;
      const count = candidatesBehind({...ratio, soort: isShare ? 'aandeel' : 'dichtheid'});
      tried += 1;
      // A denominator printed in six digits can miss the display by its own rounding.
      if (count > 0) fewest = Math.min(fewest, count);
    }
  }
  return {
    id: 'A8',
    poging: 'Elk getoond cijfer terugrekenen met zijn openbare noemer',
    geslaagd: fewest >= LEAST_COUNTS,
    gemeten: {cijfers: tried, minste_mogelijke_aantallen: tried === 0 ? LEAST_COUNTS : fewest},
    grens: 'altijd minstens 5 mogelijke aantallen',
  };
}
