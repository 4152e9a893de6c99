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

/** How much is loaded: of each CSV so many MB, and so many messages of 6 kB. */
export interface LargeSize {
  megabytes: number;
  messages: number;
}

/** What a gemeente of a million inhabitants could bring at once. */
export const FULL_SIZE: LargeSize = {megabytes: 1024, messages: 50_000};

/** One piece of work: how to write its input into an inbox, and the bare reading of it. */
interface Work {
  what: string;
  raw: 'rawCsv' | 'rawXml';
  write: (inbox: string, share: number) => Promise<string>;
}

function workOf({megabytes, messages}: LargeSize): readonly Work[] {
  const bytes = megabytes * MEGABYTE;
  return [
    {
      what: `${megabytes} MB uitwisselprofiel`,
      raw: 'rawCsv',
      write: (inbox, share) => writeProfileDelivery(join(inbox, 'levering'), share * bytes),
    },
    {
      what: `${megabytes} MB export by a mapping profile`,
      raw: 'rawCsv',
      write: (inbox, share) => writeExportDelivery(join(inbox, 'levering'), share * bytes),
    },
    {
      what: `${messages} messages of 6 kB`,
      raw: 'rawXml',
      write: async (inbox, share) => {
        const path = join(inbox, 'berichten.zip');
        await writeMessages(path, share * messages);
        return path;
      },
    },
  ];
}

/** Loads what a large gemeente has, each in a process of its own, beside the bare reader of it. */
export async function measureLarge(size: LargeSize): Promise<[string, Measurement[]][]> {
  const sections: [string, Measurement[]][] = [];
  for (const work of workOf(size)) {
    const part = await measure(work, PART);
    const whole = await measure(work, 1);
    sections.push([
      work.what,
      [
        {what: 'rows or elements loaded', value: whole.load.rows, unit: ''},
        {what: 'load: wall clock', value: whole.load.seconds, unit: 's'},
        {what: 'load: processor', value: whole.load.cpu, unit: 's'},
        {what: 'rows per second of processor', value: whole.load.rows / whole.load.cpu, unit: '/s'},
        {what: 'bare reader: processor', value: whole.raw.cpu, unit: 's'},
        {what: 'load against bare reader', value: whole.load.cpu / whole.raw.cpu, unit: '×'},
        {what: 'peak memory', value: whole.load.peak_mb, unit: 'MB', aim: '< 2,000 MB'},
        {
          what: 'peak memory on a quarter of it',
          value: part.load.peak_mb,
          unit: 'MB',
          aim: 'as above',
        },
      ],
    ]);
  }
  return sections;
}

async function measure(
  {what, raw, write}: Work,
  share: number,
): Promise<{raw: LargeOutcome; load: LargeOutcome}> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-groot-'));
  try {
    mkdirSync(join(folder, 'inbox'));
    const path = await write(join(folder, 'inbox'), share);
    const bare = run(raw, path, join(folder, 'kaal'));
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
