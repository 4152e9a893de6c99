import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {cpus, tmpdir} from 'node:os';
import {join} from 'node:path';
import {openDataDirectory} from '../commands/data-directory.ts';
import {buildApp} from '../commands/demo.ts';
import {serveData} from '../commands/serveer.ts';
import {makeDeliveries} from '../fixtures/make.ts';
import {measureApi} from './api.ts';
import {measureLoad} from './load.ts';
import {measurePaint} from './paint.ts';
import {measureRelease} from './release.ts';
import {asTable, timed, type Measurement} from './report.ts';

/** Measures everything on the fixtures at full size and writes docs/benchmarks.md. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const data = openDataDirectory(folder);
  const sections: [string, Measurement[]][] = [];
  try {
    const made = await timed(() => makeDeliveries({folder: data.inbox}));
    console.error(`fixtures: ${made.outcome.rows} rows in ${made.seconds.toFixed(1)} s`);
    sections.push(['Loading', await measureLoad(data, made.outcome.files)]);
    sections.push(['Release', await measureRelease(data)]);
    await buildApp();
    const server = await serveData(data, {host: '127.0.0.1', poort: 0});
    sections.push(['API, one connection', await measureApi(server.url)]);
    sections.push(['First paint in Chromium', await measurePaint(server.url)]);
    await server.close();
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
  const text = report(sections);
  writeFileSync(join(import.meta.dirname, '..', 'docs', 'benchmarks.md'), text);
  console.log(text);
}

function report(sections: readonly [string, Measurement[]][]): string {
  const body = sections.map(([title, measurements]) => `## ${title}\n\n${asTable(measurements)}\n`);
  return `# Benchmarks

\`npm run bench\` makes the fixtures of both gemeenten at full size in a temporary folder and measures
on this machine (${cpus().length} cores, Node ${process.version}). Ratios are taken in the same run, on the same
data; absolute times differ per machine.

${body.join('\n')}`;
}

await main();
