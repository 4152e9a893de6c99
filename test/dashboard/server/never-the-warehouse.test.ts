import {spawn} from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, relative, resolve} from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import {Database} from '../../../warehouse/open.ts';
import {wireGet} from '../../support/server.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** All product files that this file loads, itself included. Types are not loaded. */
function loadedBy(start: string): string[] {
  const seen = new Set<string>();
  const visit = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    const source = readFileSync(path, 'utf8');
    for (const [statement, from] of source.matchAll(
      /^(?:import|export) [^;]*?from '(\.[^']+)';/gms,
    )) {
      if (!statement.startsWith('import type')) visit(resolve(dirname(path), from!));
    }
  };
  visit(join(ROOT, start));
  return [...seen].map((path) => relative(ROOT, path));
}

describe('the server never opens the warehouse', () => {
  it('loads no code of it, and no database at all by itself', () => {
    const files = loadedBy('dashboard/server/main.ts');
    expect(files).toContain('dashboard/server/routes/cijfers.ts');
    expect(files.filter((file) => /^(warehouse|ingest|commands|fixtures)\//.test(file))).toEqual(
      [],
    );
    const opening = files.filter((file) =>
      readFileSync(join(ROOT, file), 'utf8').includes('@duckdb'),
    );
    expect(opening).toEqual([]);
  });

  // /proc tells which files a process has open; only Linux has it
  it.skipIf(!existsSync('/proc/self/fd'))(
    'answers all questions while the night holds the warehouse, without opening a file of it',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'wijkmonitor-'));
      mkdirSync(join(folder, 'warehouse'));
      const night = await Database.open(join(folder, 'warehouse', 'wijkmonitor.duckdb'));
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', join(ROOT, 'test/support/serve-child.ts'), folder],
        {cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit']},
      );
      onTestFinished(() => {
        child.kill('SIGKILL');
        night.close();
        rmSync(folder, {recursive: true});
      });
      const url = await new Promise<string>((ready) => {
        child.stdout.once('data', (line: Buffer) => {
          ready(line.toString().trim());
        });
      });
      const question = 'indicator=wachtlijst&gemeente=0400&niveau=wijk&periodesoort=jaar';
      for (const path of [
        '/publicatie',
        '/publicaties',
        '/status',
        '/gebieden',
        '/indicatoren',
        '/indicatoren/wachtlijst',
        `/cijfers?${question}&vorm=arrow`,
        '/nulmetingen',
        '/oordelen?gemeente=0400',
        '/overzicht?gemeente=0400',
        `/grafieken/tegelkaart.svg?${question}`,
      ]) {
        expect([path, (await wireGet(`${url}/api/v1${path}`)).status]).toEqual([path, 200]);
        expect(openFiles(child.pid!).filter((file) => file.includes('/warehouse/'))).toEqual([]);
      }
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    },
  );
});

function openFiles(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/${pid}/fd/${fd}`)];
    } catch {
      return []; // closed between the two calls
    }
  });
}
