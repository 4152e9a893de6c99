import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
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
import {measureEffect} from './effect.ts';
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
  const text = report(sections) + effectSection(readFileSync(REPORT, 'utf8'));
  writeFileSync(REPORT, text);
  console.log(text);
}

const REPORT = join(import.meta.dirname, '..', 'docs', 'benchmarks.md');
const EFFECT = '\n## Effect:';

/** The part on effects takes a quarter of an hour and is measured apart: it stays as it was. */
function effectSection(before: string): string {
  const from = before.indexOf(EFFECT);
  return from === -1 ? '' : before.slice(from);
}

/** `npm run bench -- effect [publication]`: draws the worlds and replaces that part of docs/benchmarks.md. */
async function effect(): Promise<void> {
  const before = readFileSync(REPORT, 'utf8');
  const section = await measureEffect(process.argv[3] ?? null);
  writeFileSync(REPORT, before.replace(effectSection(before), '') + section);
  console.log(section);
}

function report(sections: readonly [string, Measurement[]][]): string {
  const body = sections.map(([title, measurements]) => `## ${title}\n\n${asTable(measurements)}\n`);
  return `# Benchmarks

\`npm run bench\` makes the fixtures of both gemeenten at full size in a temporary folder and measures
on this machine (${cpus().length} cores, Node ${process.version}). Ratios are taken in the same run, on the same
data; absolute times differ per machine.

${body.join('\n')}`;
}

await (process.argv[2] === 'effect' ? effect() : main());
