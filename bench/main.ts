import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {cpus, tmpdir} from 'node:os';
import {join} from 'node:path';
import {openDataDirectory} from '../commands/data-directory.ts';
import {buildApp} from '../commands/demo.ts';
import {serveData} from '../commands/serveer.ts';
import {makeDeliveries} from '../fixtures/make.ts';
import {measureApi} from './api.ts';
import {FULL_SIZE, measureLarge} from './large.ts';
import {measureLoad} from './load.ts';
import {measurePaint} from './paint.ts';
import {measureRelease} from './release.ts';
import {measureEffect} from './effect.ts';
import {measureEffectNights, NIGHTS} from './effect-nights.ts';
import {measureExistence} from './existence.ts';
import {measureFinance} from './finance.ts';
import {measureFinanceWorlds, WORLDS} from './finance-worlds.ts';
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
  const before = readFileSync(REPORT, 'utf8');
  const text = report(sections) + APART.map((heading) => partOf(before, heading)).join('');
  writeFileSync(REPORT, text);
  console.log(text);
}

const REPORT = join(import.meta.dirname, '..', 'docs', 'benchmarks.md');
/** Parts that take long and are measured apart: they stay as they were, in this order. */
const LARGE = '\n## Large deliveries\n';
const EFFECT = '\n## Effect:';
const FINANCE = '\n## Finance:';
const APART = [LARGE, EFFECT, NIGHTS, FINANCE, WORLDS];

/** A part of the report, from its heading up to the next part. */
function partOf(text: string, heading: string): string {
  const from = text.indexOf(heading);
  if (from === -1) return '';
  const ends = APART.map((other) => text.indexOf(other, from + 1));
  return text.slice(from, Math.min(...ends.filter((end) => end !== -1), text.length));
}

/** Puts a part into docs/benchmarks.md in place of the one that was there. */
function replacePart(heading: string, part: string): void {
  const before = readFileSync(REPORT, 'utf8');
  const parts = APART.map((one) => (one === heading ? part : partOf(before, one)));
  const rest = APART.reduce((text, one) => text.replace(partOf(before, one), ''), before);
  writeFileSync(REPORT, rest + parts.join(''));
  console.log(part);
}

/** `npm run bench -- effect [publication]`: draws worlds and measures the effects in them. */
async function effect(): Promise<void> {
  replacePart(EFFECT, await measureEffect(process.argv[3] ?? null));
}

/** `npm run bench -- effect-nachten [worlds]`: whole nights over registrations of other seeds. */
async function effectNights(): Promise<void> {
  replacePart(NIGHTS, await measureEffectNights(Number(process.argv[3] ?? 100)));
}

/** `npm run bench -- financien [publication]`: the backtest of the forecast. */
async function finance(): Promise<void> {
  replacePart(FINANCE, await measureFinance(process.argv[3] ?? null));
}

/** `npm run bench -- financien-werelden 11 12`: the same in registrations of other seeds. */
async function financeWorlds(): Promise<void> {
  replacePart(WORLDS, await measureFinanceWorlds(process.argv.slice(3).map(Number)));
}

/**
 * `npm run bench -- groot [csv | berichten]`: loads 1 GB of CSV, twice, and 50.000 messages.
 * `npm run bench -- groot MB [messages]`: of another size the figures are only shown.
 */
async function large(): Promise<void> {
  const [first = ''] = process.argv.slice(3);
  const all = ['csv', 'berichten'] as const;
  const kinds = all.filter((kind) => kind === first);
  const [megabytes = NaN, messages = megabytes * 30] = process.argv.slice(3).map(Number);
  if (!Number.isNaN(megabytes)) {
    console.log(tables(await measureLarge({megabytes, messages}, all), '###'));
    return;
  }
  const sections = await measureLarge(FULL_SIZE, kinds.length === 0 ? all : kinds);
  const before = partOf(readFileSync(REPORT, 'utf8'), LARGE);
  replacePart(LARGE, kinds.length === 0 ? largePart(sections) : withSections(before, sections));
}

/** A part with these sections in place of those that it had under the same heading. */
function withSections(part: string, sections: readonly [string, Measurement[]][]): string {
  const [head = '', ...old] = part.split(/\n(?=### )/);
  const fresh = sections.map(([title, measurements]) => tables([[title, measurements]], '###'));
  const headingOf = (text: string): string => text.split('\n', 1)[0] ?? '';
  const texts = old.map((one) => fresh.find((two) => headingOf(two) === headingOf(one)) ?? one);
  return [head, ...texts].join('\n');
}

function largePart(sections: readonly [string, Measurement[]][]): string {
  return `${LARGE}
\`npm run bench -- groot\` writes three deliveries in a temporary folder and loads each through the
inbox, in a process of its own, as a night does (${cpus().length} cores, Node ${process.version}). The bare reader is
\`read_csv\` of the same file into a table of text, or the saxes parser over the same messages, doing
nothing. Seconds of processor are those of all threads of the process.

${tables(sections, '###')}`;
}

function tables(sections: readonly [string, Measurement[]][], level: string): string {
  return sections
    .map(([title, measurements]) => `${level} ${title}\n\n${asTable(measurements)}\n`)
    .join('\n');
}

function report(sections: readonly [string, Measurement[]][]): string {
  return `# Benchmarks

\`npm run bench\` makes the fixtures of both gemeenten at full size in a temporary folder and measures
on this machine (${cpus().length} cores, Node ${process.version}). Ratios are taken in the same run, on the same
data; absolute times differ per machine.

${tables(sections, '##')}`;
}

/** `npm run bench -- bestaan <data directory>`: A12, whether time tells an empty group from a small one. */
async function existence(): Promise<void> {
  console.log(await measureExistence(process.argv[3] ?? 'data'));
}

const commands: Record<string, () => Promise<void>> = {
  effect,
  'effect-nachten': effectNights,
  groot: large,
  financien: finance,
  bestaan: existence,
  'financien-werelden': financeWorlds,
};
await (commands[process.argv[2] ?? ''] ?? main)();
