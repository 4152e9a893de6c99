import {spawn, type ChildProcess} from 'node:child_process';
import {constants, setPriority} from 'node:os';
import {join} from 'node:path';

const PROGRAM = join(import.meta.dirname, '..', 'bin', 'wijkmonitor.js');

/** A command in a process of its own. */
export interface CommandProcess {
  /** Its exit code; null when it was stopped. Rejects when it could not be started. */
  done: Promise<number | null>;
  /** Stops it; what it had not finished is done by the next one. */
  stop(): void;
}

/**
 * Starts a night as a process of its own, at a lower priority: a server that starts it keeps
 * answering, and a night that dies does not take the server along.
 */
export function startNight(dataRoot: string): CommandProcess {
  return start(['--data', dataRoot, 'nacht', '--json']);
}

/** Starts the attestation of the current publication in the same way. */
export function startAttestation(dataRoot: string): CommandProcess {
  return start(['--data', dataRoot, 'attesteer']);
}

function start(words: readonly string[]): CommandProcess {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  lowerPriority(child);
  return {
    done: new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    }),
    stop: () => {
      child.kill('SIGTERM');
    },
  };
}

function lowerPriority({pid}: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system does not allow it: it runs at the priority of the server.
  }
}
