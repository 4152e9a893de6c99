import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestProject} from 'vitest/node';
import {openDataDirectory} from '../../commands/data-directory.ts';
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
  await prepareDemo(openDataDirectory(folder), {now: new Date('2026-11-22T02:00:00Z')});
  project.provide('dataDirectory', folder);
  return () => {
    rmSync(folder, {recursive: true, force: true});
  };
}
