import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {build} from 'vite';
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'wijkmonitor-app-'));
const packed = (name: string) => gzipSync(readFileSync(join(folder, name)), {level: 9}).length;
const assets = (ending: RegExp) =>
  readdirSync(join(folder, 'assets')).filter((name) => ending.test(name));

beforeAll(() => {
  // with `test` vite takes the development version of Lit, which nobody gets
  vi.stubEnv('NODE_ENV', 'production');
  return build({logLevel: 'error', build: {outDir: folder, emptyOutDir: true}});
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, {recursive: true, force: true});
});

describe('the built app', () => {
  it('has a small shell and small styles', () => {
    const [shell] = assets(/^index-.*\.js$/);
    const [styles] = assets(/\.css$/);
    expect(packed(`assets/${shell!}`)).toBeLessThan(15 * 1024);
    expect(packed(`assets/${styles!}`)).toBeLessThan(15 * 1024);
  });

  it('needs less than 150 kB for the whole Overzicht, fonts included', () => {
    const first = assets(/^(index|overzicht|page-context|period|states).*\.js$|\.css$|\.woff2$/);
    const bytes = first.reduce((sum, name) => sum + packed(`assets/${name}`), 0);
    expect(bytes).toBeLessThan(150 * 1024);
  });

  it('has nothing inline that the policy would block', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });
});
