import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Package {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

interface Lock {
  packages: Record<string, {hasInstallScript?: boolean; optional?: boolean}>;
}

const ALLOWED = new Set([
  'MIT',
  'ISC',
  'BSD-3-Clause',
  'Apache-2.0',
  'MPL-2.0',
  'OFL-1.1',
  'EUPL-1.2',
]);

const {dependencies, devDependencies} = JSON.parse(read('package.json')) as Package;
const names = Object.keys({...dependencies, ...devDependencies}).sort();

describe('the dependencies', () => {
  it('are exactly those that docs/dependencies.md explains', () => {
    const explained = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` +\|/gm)];
    expect(explained.map(([, name]) => name).sort()).toEqual(names);
  });

  it.each(names)('%s has a licence that goes with the EUPL', (name) => {
    const {license} = JSON.parse(read(`node_modules/${name}/package.json`)) as {license: string};
    expect(ALLOWED).toContain(license);
  });

  it('are pinned to one version', () => {
    for (const version of Object.values({...dependencies, ...devDependencies})) {
      expect(version).toMatch(/^\d/);
    }
  });

  it('need no install script: esbuild has one, and works without it', () => {
    const {packages} = JSON.parse(read('package-lock.json')) as Lock;
    const scripted = Object.entries(packages)
      .filter(([, {hasInstallScript, optional}]) => hasInstallScript === true && optional !== true)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect([...new Set(scripted)]).toEqual(['esbuild']);
  });
});

describe('the project', () => {
  it('has the files that a public project needs', () => {
    for (const file of [
      'LICENSE',
      'publiccode.yml',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      'SECURITY.md',
    ]) {
      expect(existsSync(join(ROOT, file))).toBe(true);
    }
    expect(read('LICENSE')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v. 1.2/);
  });

  it('names no registry host in its lock file', () => {
    const hosts = [...read('package-lock.json').matchAll(/"resolved": "https?:\/\/([^/"]+)/g)];
    expect(hosts).toEqual([]);
  });
});
