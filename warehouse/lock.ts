import {randomUUID} from 'node:crypto';
import {closeSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync} from 'node:fs';
import {hostname} from 'node:os';
import {z} from 'zod';

const owner = z.object({
  pid: z.number().int(),
  host: z.string(),
  begonnen_op: z.string(),
  /** Tells two processes apart that got the same number; null where the system does not tell. */
  proces: z.string().nullable().default(null),
  /** Tells two locks of one process apart. */
  merk: z.string().default(''),
});

/** Who holds the lock, and since when (ISO time). */
export type LockOwner = z.infer<typeof owner>;

/** The lock of the one writer of the warehouse. `release` gives it back. */
export interface Lock {
  release(): void;
}

/** The owner touches its lock this often, so that other machines see that it lives. */
const HEARTBEAT_MS = 60_000;
/** A lock of another machine that was not touched for so long belongs to a run that died. */
const DEAD_AFTER_MS = 60 * 60_000;

/**
 * Takes the lock file, or answers the living owner that has it. A lock whose process has died
 * (a crash, a kill, a power cut) is taken over; so is one of another machine (a container that is
 * gone) after an hour without a sign of life. The engine's own file lock stays the last guard.
 */
export function takeLock(file: string, now: Date): Lock | LockOwner {
  for (;;) {
    try {
      return create(file, now);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = readOwner(file);
    if (holder !== null && isAlive(file, holder)) return holder;
    rmSync(file, {force: true});
  }
}

function create(file: string, now: Date): Lock {
  const merk = randomUUID();
  const self: LockOwner = {
    pid: process.pid,
    host: hostname(),
    begonnen_op: now.toISOString(),
    proces: processMark(process.pid),
    merk,
  };
  const handle = openSync(file, 'wx', 0o600);
  writeSync(handle, JSON.stringify(self));
  closeSync(handle);
  const heartbeat = setInterval(() => {
    touch(file, merk);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    release: () => {
      clearInterval(heartbeat);
      // Taken over in the meantime: then it is not ours to give back.
      if (readOwner(file)?.merk === merk) rmSync(file, {force: true});
    },
  };
}

function touch(file: string, merk: string): void {
  if (readOwner(file)?.merk !== merk) return;
  const moment = new Date();
  utimesSync(file, moment, moment);
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

function isAlive(file: string, {pid, host, proces}: LockOwner): boolean {
  if (host !== hostname()) return Date.now() - touchedAt(file) < DEAD_AFTER_MS;
  if (proces !== null && proces !== processMark(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function touchedAt(file: string): number {
  return statSync(file, {throwIfNoEntry: false})?.mtimeMs ?? 0;
}

/**
 * What makes this process another one than a later one with the same number: boot and start time.
 * A night in a container has the same number each time. Linux only; null elsewhere.
 */
function processMark(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in the second field may hold spaces and brackets; the start time is the 20th after it.
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${boot} ${started}`;
  } catch {
    // Not Linux, or the process is gone.
    return null;
  }
}
