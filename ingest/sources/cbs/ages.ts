/** The age groups of Kerncijfers Wijken en Buurten, as a column of StatLine or of the kwb file. */
export const CBS_AGES = [
  {kolom: /^(k_0Tot15Jaar_[0-9]+|a_00_14)$/i, groep: '0-14'},
  {kolom: /^(k_15Tot25Jaar_[0-9]+|a_15_24)$/i, groep: '15-24'},
  {kolom: /^(k_25Tot45Jaar_[0-9]+|a_25_44)$/i, groep: '25-44'},
  {kolom: /^(k_45Tot65Jaar_[0-9]+|a_45_64)$/i, groep: '45-64'},
  {kolom: /^(k_65JaarOfOuder_[0-9]+|a_65_oo)$/i, groep: '65+'},
] as const;

/** The share of 80 and older in 65+: 838.661 of 3.457.535 in the country, 1 January 2020 (CBS). */
const SHARE_80 = 0.243;

/**
 * Which part of each CBS group falls in each group of the profile. A deliberate approximation: CBS
 * publishes no other ages per wijk. Within a group the years count equally, except over 65. It
 * breaks where a group is uneven, as in a wijk with many students or a nursing home.
 */
const PARTS: readonly (readonly [string, readonly number[]])[] = [
  ['0-17', [1, 0.3, 0, 0, 0]],
  ['18-26', [0, 0.7, 0.1, 0, 0]],
  ['27-64', [0, 0, 0.9, 1, 0]],
  ['65-79', [0, 0, 0, 0, 1 - SHARE_80]],
  ['80+', [0, 0, 0, 0, SHARE_80]],
];

/**
 * Inhabitants per age group of the profile, estimated from the five CBS groups. Whole numbers that
 * add up to the same total: the largest remainders are rounded up.
 */
export function estimateAges(
  counts: readonly number[],
): {leeftijdsgroep: string; aantal: number}[] {
  const exact = PARTS.map(([leeftijdsgroep, parts]) => ({
    leeftijdsgroep,
    waarde: parts.reduce((sum, part, index) => sum + part * (counts[index] ?? 0), 0),
  }));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const floored = exact.map(({waarde}) => Math.floor(waarde + 1e-9));
  const left = total - floored.reduce((sum, count) => sum + count, 0);
  const byRemainder = exact
    .map(({waarde}, index) => ({index, rest: waarde - (floored[index] ?? 0)}))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  const up = new Set(byRemainder.slice(0, left).map(({index}) => index));
  return exact.map(({leeftijdsgroep}, index) => ({
    leeftijdsgroep,
    aantal: (floored[index] ?? 0) + (up.has(index) ? 1 : 0),
  }));
}
