import type {Configuration} from './data-directory.ts';

/** Whether figures may be released now, and if not: why, in Dutch, for the status page. */
export type ReleaseDecision = {mag: true} | {mag: false; reden: string};

const MONTHS_PER_RELEASE = {nacht: 0, maand: 1, kwartaal: 3} as const;

/**
 * Figures follow a rhythm of their own: no rounding survives nightly differencing (privacy.md).
 * The first release of a warehouse is always allowed.
 */
export function mayRelease(
  {ritme}: Configuration['publicatie'],
  lastRelease: Date | null,
  now: Date,
): ReleaseDecision {
  if (lastRelease === null) return {mag: true};
  const elapsed = monthNumber(now) - monthNumber(lastRelease);
  if (elapsed >= MONTHS_PER_RELEASE[ritme]) return {mag: true};
  return {
    mag: false,
    reden: `Cijfers verschijnen één keer per ${ritme}. Dat beschermt de privacy van inwoners.`,
  };
}

function monthNumber(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
