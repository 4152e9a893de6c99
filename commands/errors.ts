import {HerstelOngeldig, QuarantaineOnbekend} from '../ingest/errors.ts';

/** The command was used wrongly, or the configuration can't be read. Exit code 2. */
export class GebruikOnjuist extends Error {
  readonly code = 'GEBRUIK_ONJUIST';
  override readonly name = 'GebruikOnjuist';
}

/** Another run holds the warehouse. Exit code 3. */
export class NachtBezig extends Error {
  readonly code = 'NACHT_BEZIG';
  override readonly name = 'NachtBezig';
}

/** The run stopped half-way; the last publication stays. Exit code 1. */
export class NachtMislukt extends Error {
  readonly code = 'NACHT_MISLUKT';
  override readonly name = 'NachtMislukt';
}

/** Exit codes that a scheduler understands: 1 refused or failed, 2 wrong use, 3 another run is busy. */
const EXIT_CODES = [
  [GebruikOnjuist, 2],
  [QuarantaineOnbekend, 2],
  [HerstelOngeldig, 2],
  [NachtBezig, 3],
] as const;

/** The exit code for an error that reached the command line. */
export function exitCode(error: unknown): number {
  return EXIT_CODES.find(([kind]) => error instanceof kind)?.[1] ?? 1;
}
