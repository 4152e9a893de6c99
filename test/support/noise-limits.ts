// How far design/privacy.md lets a published figure lie from the truth, computed without any code
// of the product.
import type {Row} from '../../warehouse/open.ts';

const dayNumber = (date: unknown): number => Date.parse(String(date)) / 86_400_000;

/**
 * The days between which a published median may lie, before it is rounded to weeks: the place of
 * the exact median in the order of the ends, shifted by at most two radii, and the four ends there.
 */
export function medianWindow(
  rows: readonly Row[],
  {van, tot}: {van: string; tot: string},
): {laagst: number; hoogst: number} {
  const spells = rows
    .map((row) => {
      const start = dayNumber(row['start']);
      const ended = row['einde'] !== null && String(row['einde']) <= tot;
      const followed = Math.min(dayNumber(tot), dayNumber(row['gevolgd_tot']));
      return {
        entry: Math.max(0, dayNumber(van) - start),
        exit: (ended ? dayNumber(row['einde']) : followed) - start,
        uitkomst: ended ? row['uitkomst'] : null,
      };
    })
    .filter(({entry, exit}) => entry <= exit);
  const radius = Math.max(4, Math.min(5, 0.02 * spells.length));
  const ends: number[] = [];
  let surviving = 1;
  let incidence = 0;
  let place: number | null = null;
  let begun = false;
  for (const day of [...new Set(spells.map(({exit}) => exit))].sort((a, b) => a - b)) {
    const atRisk = spells.filter(({entry, exit}) => entry <= day && day <= exit).length;
    begun ||= atRisk >= 10;
    if (!begun) continue;
    const gone = spells.filter(({exit, uitkomst}) => exit === day && uitkomst !== null);
    const ended = gone.filter(({uitkomst}) => uitkomst === 'einde').length;
    incidence += (surviving * ended) / atRisk;
    surviving *= 1 - gone.length / atRisk;
    if (incidence >= 0.5 - 1e-12) place ??= ends.length;
    for (let index = 0; index < ended; index += 1) ends.push(day);
  }
  if (place === null) throw new Error('a median was published that is never reached');
  const at = (index: number): number =>
    ends[Math.min(ends.length - 1, Math.max(0, Math.floor(index)))] ?? Number.NaN;
  // At either end of the order the four ends move inward.
  const low = Math.min(place - 2 * radius - 1, ends.length - 4);
  return {laagst: at(low), hoogst: at(Math.max(place + 2 * radius + 3, 3))};
}

/** Sums over rows of client and month; `grootste` is the sum of the largest client. */
export function hoursOf(rows: readonly Row[]): {
  minuten: number;
  dagen: number;
  grootste: number;
  clienten: number;
} {
  const perClient = new Map<string, number>();
  let dagen = 0;
  for (const row of rows) {
    const client = String(row['client_id']);
    perClient.set(client, (perClient.get(client) ?? 0) + Number(row['minuten']));
    dagen += Number(row['dagen']);
  }
  const sums = [...perClient.values()];
  return {
    minuten: sums.reduce((total, sum) => total + sum, 0),
    dagen,
    grootste: Math.max(0, ...sums),
    clienten: sums.length,
  };
}
