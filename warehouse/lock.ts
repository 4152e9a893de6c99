import {closeSync, openSync, readFileSync, rmSync, writeSync} from 'node:fs';
import {hostname} from 'node:os';
import {z} from 'zod';

const owner = z.object({pid: z.number().int(), host: z.string(), begonnen_op: z.string()});

/** Who holds the lock, and since when (ISO time). */
export type LockOwner = z.infer<typeof owner>;

/** The lock of the one writer of the warehouse. `release` gives it back. */
export interface Lock {
  release(): void;
}

/**
 * Takes the lock file, or answers the living owner that has it. A lock whose process has died
 * (a crash, a kill, a power cut) is taken over; a lock of another host never is.
 */
export function takeLock(file: string, now: Date): Lock | LockOwner {
  for (;;) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      const self: LockOwner = {
        pid: process.pid,
        host: hostname(),
        begonnen_op: now.toISOString(),
      };
      writeSync(handle, JSON.stringify(self));
      closeSync(handle);
      return {
        release: () => {
          rmSync(file, {force: true});
        },
      };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = readOwner(file);
    if (holder !== null && isAlive(holder)) return holder;
    rmSync(file, {force: true});
  }
}

/** Tells a lock that was taken from an owner that has it. */
export function isTaken(outcome: Lock | LockOwner): outcome is Lock {
  return 'release' in outcome;
}

function readOwner(file: string): LockOwner | null {
  try {
    return owner.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Half-written by a process that was killed, or gone since: nobody holds it.
    return null;
  }
}

function isAlive({pid, host}: LockOwner): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
