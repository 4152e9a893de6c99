import {LeveringGeweigerd} from '../ingest/errors.ts';
import {IndicatorMislukt} from '../queries/errors.ts';
import {NulmetingVeranderd} from '../queries/judgement/nulmeting.ts';
import {GebruikOnjuist, NachtBezig, NachtMislukt} from './errors.ts';

/** Errors of our own: their message is Dutch, for people, and holds no value. */
const OURS = [
  GebruikOnjuist,
  NachtBezig,
  NachtMislukt,
  LeveringGeweigerd,
  IndicatorMislukt,
  NulmetingVeranderd,
] as const;

/** What the system says when it can't write or read, by its code. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOSPC: 'De schijf is vol. Maak ruimte en draai de nacht opnieuw.',
  EDQUOT: 'De schijfruimte van deze gebruiker is op. Maak ruimte en draai de nacht opnieuw.',
  EROFS: 'De schijf is alleen te lezen. Maak de map schrijfbaar en draai de nacht opnieuw.',
  EACCES: 'De nacht mag een bestand of map niet gebruiken. Geef de gebruiker die rechten.',
  EPERM: 'De nacht mag een bestand of map niet gebruiken. Geef de gebruiker die rechten.',
  EMFILE: 'Er staan te veel bestanden open. Verhoog de grens van het systeem.',
  EIO: 'De schijf geeft een fout. Laat de schijf nakijken.',
};

/**
 * Why a run failed, in Dutch and with what to do. The text of an error that is not ours is never
 * passed on: the engine quotes values.
 */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return UNKNOWN;
  if (isOutOfSpace(error)) return SYSTEM['ENOSPC'] ?? UNKNOWN;
  if (OURS.some((kind) => error instanceof kind)) return error.message;
  return SYSTEM[codeOf(error)] ?? UNKNOWN;
}

const UNKNOWN = 'Er ging iets mis in het programma zelf. Kijk in beheer/nacht.jsonl.';

/** Whether an error, or what caused it, is a full disk. The engine says so in words only. */
export function isOutOfSpace(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (['ENOSPC', 'EDQUOT'].includes(codeOf(error))) return true;
  if (/no space left on device|disk quota exceeded/i.test(error.message)) return true;
  return isOutOfSpace(error.cause);
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : '';
}
