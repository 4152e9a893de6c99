import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestProject} from 'vitest/node';
import {build} from 'vite';
import {prepareDemo} from '../../commands/demo.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Data directory in which a full night over both fictional gemeenten has run. */
    dataDirectory: string;
  }
}

/** Does once what `npm start` does: fixtures, night, dashboard. The tests share the outcome. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'wijkmonitor-'));
  await prepareDemo(folder, new Date('2026-11-22T02:00:00Z'));
  await build({logLevel: 'error'});
  project.provide('dataDirectory', folder);
  return () => {
    rmSync(folder, {recursive: true, force: true});
  };
}
