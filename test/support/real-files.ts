import {existsSync} from 'node:fs';
import {join, resolve} from 'node:path';

/** Where the third-party files stand: beside the project, or where WIJKMONITOR_ECHT says. */
const ROOT = resolve(
  process.env['WIJKMONITOR_ECHT'] ?? join(import.meta.dirname, '../../../shared/data'),
);

/** A path among the third-party files, that tests read and never copy. May not exist. */
export function realPath(...parts: readonly string[]): string {
  return join(ROOT, ...parts);
}

/** Whether the third-party files of a folder are here: tests on them skip when they are not. */
export function hasReal(...parts: readonly string[]): boolean {
  return existsSync(realPath(...parts));
}
