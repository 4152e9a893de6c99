import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {writeExportDelivery, writeMessages, writeProfileDelivery} from './large-files.ts';
import type {LargeOutcome} from './large-child.ts';
import type {Measurement} from './report.ts';

const MEGABYTE = 1024 ** 2;
/** The same work on a quarter: a peak that stays the same is flat in the size of the input. */
const PART = 0.25;
/** Messages are small: of them four times as many can be loaded too. */
const MORE = 4;

/** How much is loaded: of each CSV so many MB, and so many messages of 6 kB. */
export interface LargeSize {
  megabytes: number;
  messages: number;
}

/** What a gemeente of a million inhabitants could bring at once. */
export const FULL_SIZE: LargeSize = {megabytes: 1024, messages: 50_000};

/** What is measured: both kinds of CSV, or messages. */
export type LargeKind = 'csv' | 'berichten';

/** One piece of work: how to write its input into an inbox, and the bare reading of it. */
interface Work {
  what: string;
  kind: LargeKind;
  raw: 'rawCsv' | 'rawXml';
  write: (inbox: string, share: number) => Promise<string> | string;
}

function workOf({megabytes, messages}: LargeSize): readonly Work[] {
  const bytes = megabytes * MEGABYTE;
  return [
    {
      what: `${megabytes} MB uitwisselprofiel`,
      kind: 'csv',
      raw: 'rawCsv',
      write: (inbox, share) => writeProfileDelivery(join(inbox, 'levering'), share * bytes),
    },
    {
      what: `${megabytes} MB export by a mapping profile`,
      kind: 'csv',
      raw: 'rawCsv',
      write: (inbox, share) => writeExportDelivery(join(inbox, 'levering'), share * bytes),
    },
    {
      what: `${messages} messages of 6 kB`,
      kind: 'berichten',
      raw: 'rawXml',
      write: (inbox, share) => {
        const path = join(inbox, 'berichten.zip');
        writeMessages(path, share * messages);
        return path;
      },
    },
  ];
}

/** Loads what a large gemeente has, each in a process of its own, beside the bare reader of it. */
export async function measureLarge(
  size: LargeSize,
  kinds: readonly LargeKind[],
): Promise<[string, Measurement[]][]> {
  const sections: [string, Measurement[]][] = [];
  for (const work of workOf(size).filter(({kind}) => kinds.includes(kind))) {
    const part = await measure(work, PART);
    const whole = await measure(work, 1);
    const more = work.kind === 'berichten' ? await measure(work, MORE) : null;
    sections.push([work.what, figuresOf(part, whole, more)]);
  }
  return sections;
}

interface Measured {
  raw: LargeOutcome | null;
  load: LargeOutcome;
}

function figuresOf(part: Measured, {raw, load}: Measured, more: Measured | null): Measurement[] {
  const bare = raw?.cpu ?? NaN;
  const aim = 'as above';
  const figures = [
    {what: 'rows or elements loaded', value: load.rows, unit: ''},
    {what: 'load: wall clock', value: load.seconds, unit: 's'},
    {what: 'load: processor', value: load.cpu, unit: 's'},
    {what: 'rows per second of processor', value: load.rows / load.cpu, unit: '/s'},
    {what: 'bare reader: processor', value: bare, unit: 's'},
    {what: 'load against bare reader', value: load.cpu / bare, unit: '×'},
    {what: 'peak memory', value: load.peak_mb, unit: 'MB', aim: '< 2,000 MB'},
    {what: 'peak memory on a quarter of it', value: part.load.peak_mb, unit: 'MB', aim},
  ];
  if (more === null) return figures;
  const what = 'peak memory on four times as many';
  return [...figures, {what, value: more.load.peak_mb, unit: 'MB', aim}];
}

/** The bare reader is run on the whole only. */
async function measure({what, raw, write}: Work, share: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-groot-'));
  try {
    mkdirSync(join(folder, 'inbox'));
    const path = await write(join(folder, 'inbox'), share);
    const bare = share === 1 ? run(raw, path, join(folder, 'kaal')) : null;
    rmSync(join(folder, 'kaal'), {recursive: true, force: true});
    const load = run('load', folder, '');
    console.error(`${what} × ${share}: ${JSON.stringify({bare, load})}`);
    return {raw: bare, load};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function run(kind: string, path: string, scratch: string): LargeOutcome {
  const child = join(import.meta.dirname, 'large-child.ts');
  const text = execFileSync(process.execPath, ['--import', 'tsx', child, kind, path, scratch], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  return JSON.parse(text) as LargeOutcome;
}
