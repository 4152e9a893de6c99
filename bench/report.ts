/** A measured figure: what, how much, in which unit, and what it is held against. */
export interface Measurement {
  what: string;
  value: number;
  unit: string;
  aim?: string;
}

/** Median of a list of numbers; the list must not be empty. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The p-quantile (0-1) of a list of numbers, nearest rank. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1));
  const value = sorted[rank];
  if (value === undefined) throw new RangeError('quantile of an empty list');
  return value;
}

/** Runs `work` and answers its outcome with the seconds that it took: on the wall, and of processor. */
export async function timed<T>(
  work: () => Promise<T>,
): Promise<{outcome: T; seconds: number; cpu: number}> {
  const start = performance.now();
  const before = process.cpuUsage();
  const outcome = await work();
  const {user, system} = process.cpuUsage(before);
  return {outcome, seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6};
}

/** The measurements as a Markdown table. */
export function asTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map(
    ({what, value, unit, aim}) => `| ${what} | ${format(value)} ${unit} | ${aim ?? ''} |`,
  );
  return ['| measured | figure | aim |', '|---|---|---|', ...rows].join('\n');
}

function format(value: number): string {
  return value.toLocaleString('en', {maximumSignificantDigits: 3});
}
