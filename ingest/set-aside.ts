import {cpSync, existsSync, mkdirSync, renameSync, rmSync, utimesSync} from 'node:fs';
import {join} from 'node:path';

/** A place outside the inbox; never that of another delivery of the same name. */
export function placeFor(data: string, folder: string, name: string, id: string): string {
  const plain = join(data, folder, name);
  mkdirSync(join(data, folder), {recursive: true});
  return existsSync(plain) ? join(data, folder, `${id}-${name}`) : plain;
}

/** Moves a delivery out of the inbox. Its term begins at `now`, whenever the supplier made it. */
export function moveOut(source: string, target: string, now: Date): void {
  rmSync(target, {recursive: true, force: true});
  try {
    utimesSync(source, now, now);
    renameSync(source, target);
  } catch {
    // Of another user, or on another disk: a copy is ours, and begins its term now.
    cpSync(source, target, {recursive: true});
    rmSync(source, {recursive: true});
  }
}
