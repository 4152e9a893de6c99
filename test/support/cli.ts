import {spawnSync, type SpawnSyncReturns} from 'node:child_process';
import {join} from 'node:path';

const CLI = join(import.meta.dirname, '..', '..', 'bin', 'wijkmonitor.js');

/** Runs `wijkmonitor` as a user does, with nothing of our own environment but the path. */
export function runCli(
  args: readonly string[],
  env: Record<string, string> = {},
): SpawnSyncReturns<string> {
  const clean = {PATH: process.env['PATH'], ...env};
  return spawnSync(process.execPath, [CLI, ...args], {encoding: 'utf8', env: clean});
}
