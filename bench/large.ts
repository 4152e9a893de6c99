import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {writeExportDelivery, writeMessages, writeProfileDelivery} from './large-files.ts';
import type {LargeOutcome} from './large-child.ts';
import type {Measurement} from './report.ts';

const GIGABYTE = 1024 ** 3;
const MESSAGES = 50_000;
/** The same work on a quarter: a peak that stays the same is flat in the size of the input. */
const PART = 0.25;

/** One piece of work: how to write its input into an inbox, and the bare reading of it. */
interface Work {
  what: string;
  raw: 'rawCsv' | 'rawXml';
  write: (inbox: string, share: number) => Promise<string>;
}

const WORK: readonly Work[] = [
  {
    what: '1 GB uitwisselprofiel',
    raw: 'rawCsv',
    write: (inbox, share) => writeProfileDelivery(join(inbox, 'levering'), share * GIGABYTE),
  },
  {
    what: '1 GB export by a mapping profile',
    raw: 'rawCsv',
    write: (inbox, share) => writeExportDelivery(join(inbox, 'levering'), share * GIGABYTE),
  },
  {
    what: '50.000 messages of 6 kB',
    raw: 'rawXml',
    write: async (inbox, share) => {
      const path = join(inbox, 'berichten.zip');
      await writeMessages(path, share * MESSAGES);
      return path;
    },
  },
];

/** Loads what a large gemeente has, each in a process of its own, beside the bare reader of it. */
export async function measureLarge(): Promise<[string, Measurement[]][]> {
  const sections: [string, Measurement[]][] = [];
  for (const work of WORK) {
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
