import {createHash} from 'node:crypto';
import {closeSync, lstatSync, openSync, readSync} from 'node:fs';
import {basename} from 'node:path';

/** Names of files that are still being written, by convention of those who write them. */
const UNFINISHED = /^\.|\.(part|partial|tmp|filepart|crdownload)$/i;

/** Whether a name in the inbox is that of a delivery that has come in whole. */
export function isDelivery(name: string): boolean {
  return !UNFINISHED.test(name);
}

/** Codes of the system for something that is there but can't be read. */
const UNREADABLE = new Set(['EACCES', 'EPERM', 'ENOENT', 'ELOOP', 'EIO', 'ENXIO', 'ENOTDIR']);

/** Whether an error says that this delivery in the inbox can't be read; the disk may be fine. */
export function isUnreadable(error: unknown, path: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return false;
  return UNREADABLE.has(String(error.code)) && String(error.path).startsWith(path);
}

const CHUNK = 1024 * 1024;

/** Tells a delivery apart before (or without) its content can be read: 16 hex characters. */
export function fingerprint(path: string): string {
  const hash = createHash('sha256').update(basename(path));
  try {
    if (lstatSync(path).isFile()) readInto(hash, path);
  } catch {
    // Unreadable: its name has to do, and the reading itself will say what is wrong.
  }
  return hash.digest('hex').slice(0, 16);
}

function readInto(hash: ReturnType<typeof createHash>, path: string): void {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK);
    for (let bytes = readSync(file, chunk); bytes > 0; bytes = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, bytes));
    }
  } finally {
    closeSync(file);
  }
}
