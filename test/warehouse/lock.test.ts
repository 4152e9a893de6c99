import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, utimesSync, writeFileSync} from 'node:fs';
import {hostname, tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {isTaken, takeLock, type Lock} from '../../warehouse/lock.ts';

const now = new Date('2026-11-22T02:00:00Z');
const lockFile = (): string => join(mkdtempSync(join(tmpdir(), 'lock-')), 'nacht.lock');

describe('the lock of the night', () => {
  it('is given to one run; a second one hears who has it and since when', () => {
    const file = lockFile();
    const first = takeLock(file, now);
    const second = takeLock(file, now);
    expect(isTaken(first)).toBe(true);
    expect(second).toMatchObject({
      pid: process.pid,
      host: hostname(),
      begonnen_op: now.toISOString(),
    });
  });

  it('can be taken again after it was given back', () => {
    const file = lockFile();
    (takeLock(file, now) as Lock).release();
    expect(isTaken(takeLock(file, now))).toBe(true);
  });

  it('is taken over from a process that died', () => {
    const file = lockFile();
    const {pid} = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(file, JSON.stringify({pid, host: hostname(), begonnen_op: now.toISOString()}));
    expect(isTaken(takeLock(file, now))).toBe(true);
  });

  it('is taken over when it was only half written', () => {
    const file = lockFile();
    writeFileSync(file, '{"pid": 12');
    expect(isTaken(takeLock(file, now))).toBe(true);
  });

  it('of another machine is respected, since nobody can see whether that run lives', () => {
    const file = lockFile();
    const elsewhere = {pid: 1, host: 'andere-machine', begonnen_op: now.toISOString()};
    writeFileSync(file, JSON.stringify(elsewhere));
    expect(takeLock(file, now)).toMatchObject(elsewhere);
  });

  it('of another machine is taken over after an hour without a sign of life', () => {
    const file = lockFile();
    const gone = {pid: 1, host: 'container-van-gisteren', begonnen_op: now.toISOString()};
    writeFileSync(file, JSON.stringify(gone));
    const longAgo = new Date(Date.now() - 61 * 60_000);
    utimesSync(file, longAgo, longAgo);
    expect(isTaken(takeLock(file, now))).toBe(true);
  });

  it('is taken over when its number now belongs to another process, as in a container', () => {
    const file = lockFile();
    const before = {
      pid: process.pid,
      host: hostname(),
      begonnen_op: now.toISOString(),
      proces: 'een eerdere start',
    };
    writeFileSync(file, JSON.stringify(before));
    expect(isTaken(takeLock(file, now))).toBe(true);
  });

  it('that was taken over is not given back by the run that lost it', () => {
    const file = lockFile();
    const lost = takeLock(file, now) as Lock;
    const other = {...(JSON.parse(readFileSync(file, 'utf8')) as object), merk: 'ander'};
    writeFileSync(file, JSON.stringify(other));
    lost.release();
    expect(existsSync(file)).toBe(true);
  });
});
