import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'vite';

/** The folder of the built browser app; builds it when a test runs without the whole product. */
export async function builtApp(): Promise<string> {
  const directory = 'dist/app';
  if (!existsSync(join(directory, 'index.html'))) await build({logLevel: 'error'});
  return directory;
}
