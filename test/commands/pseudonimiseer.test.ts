import {Command} from 'commander';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {exitCode} from '../../commands/errors.ts';
import {pseudonimiseer} from '../../commands/pseudonimiseer.ts';
import {runCli} from '../support/cli.ts';

const CSV =
  'bsn;naam;gezin\r\n999900006;"A;b";7\r\n9999.00.018;c;\r\n;leeg;7\r\n999900006;nogmaals;8\r\n';
const PSEUDONYM = /^v1-[A-Za-z0-9_-]{43}$/;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pseudonimiseer-'));
  writeFileSync(join(folder, 'in.csv'), CSV);
});

/** What a run printed, wrote and answered. */
interface Run {
  status: number;
  stderr: string;
  /** What is in uit.csv, or an empty text. */
  uit: string;
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Runs the command in this process, in the folder: paths in `args` that end in .csv lie there. */
async function run(args: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  vi.unstubAllEnvs();
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const lines: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
  const program = new Command('wijkmonitor').option('--data <map>', '', folder).exitOverride();
  pseudonimiseer(program);
  const inFolder = args.map((one) => (/\.csv$|^s$/.test(one) ? join(folder, one) : one));
  let status = 0;
  try {
    await program.parseAsync(['pseudonimiseer', ...inFolder], {from: 'user'});
  } catch (error) {
    status = exitCode(error);
    lines.push(String(error));
  }
  const file = join(folder, 'uit.csv');
  const uit = existsSync(file) ? readFileSync(file, 'latin1') : '';
  rmSync(file, {force: true});
  return {status, stderr: lines.join('\n'), uit};
}

const OUT = ['--uit', 'uit.csv'];
const KEY = {WIJKMONITOR_SLEUTEL_BRON_CLIENT: '0a'.repeat(32)};

function cells(text: string): string[][] {
  return text
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'));
}

describe('wijkmonitor pseudonimiseer', () => {
  it('replaces numbers by keyed pseudonyms with a version, and nothing else', () => {
    const {stdout, stderr, status} = runCli(
      ['pseudonimiseer', join(folder, 'in.csv'), '--kolom', 'bsn'],
      KEY,
    );
    expect(status).toBe(0);
    const [header, first, second, empty, again] = cells(stdout);
    expect(header).toEqual(['bsn', 'naam', 'gezin']);
    expect(first?.[0]).toMatch(PSEUDONYM);
    expect(first?.slice(1)).toEqual(['"A', 'b"', '7']);
    expect(second?.[0]).toMatch(PSEUDONYM);
    expect(empty).toEqual(['', 'leeg', '7']);
    expect(again?.[0]).toBe(first?.[0]);
    expect(stdout + stderr).not.toContain('9999');
    expect(stderr).toContain('4 rijen. Pseudoniemen staan in: bsn.');
  });

  it('gives one person one pseudonym, however the number is written', async () => {
    const spellings = ['012345678', '12345678', '0123.45.678', '012 345 678', ' 012345678'];
    writeFileSync(join(folder, 'in.csv'), `nr,x\n${spellings.map((one) => `${one},1\n`).join('')}`);
    const {uit} = await run(['in.csv', '--kolom', 'nr', ...OUT], KEY);
    const found = uit
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    expect(new Set(found).size).toBe(1);
    expect(found).toHaveLength(spellings.length);
  });

  it('refuses without a key and makes nothing', () => {
    const paths = ['in.csv', 'uit.csv', 's'].map((name) => join(folder, name));
    const [file = '', out = '', keys = ''] = paths;
    const {status, stderr} = runCli([
      'pseudonimiseer',
      file,
      '--kolom',
      'bsn',
      '--uit',
      out,
      '--sleutels',
      keys,
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain('De sleutel "bron-client" ontbreekt. Zet hem in ');
    expect(readdirSync(folder)).toEqual(['in.csv']);
  });

  it('makes a key file for its owner only, once, and a key per purpose', async () => {
    const args = [
      'in.csv',
      '--kolom',
      'bsn',
      '--kolom',
      'gezin:huishouden',
      '--sleutels',
      's',
      ...OUT,
    ];
    const first = await run([...args, '--maak-sleutel']);
    expect(first.status).toBe(0);
    expect(readdirSync(join(folder, 's'))).toEqual([
      'bron-client.sleutel',
      'bron-huishouden.sleutel',
    ]);
    const file = join(folder, 's', 'bron-client.sleutel');
    expect(statSync(file).mode & 0o077).toBe(0);
    const key = readFileSync(file, 'utf8');
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect((await run([...args, '--maak-sleutel'])).uit).toBe(first.uit);
    expect((await run(args)).uit).toBe(first.uit);
    expect(first.uit + first.stderr).not.toContain(key);
  });

  it('gives other pseudonyms under another key, purpose or version', async () => {
    const of = async (args: string[], env: Record<string, string>): Promise<string | undefined> =>
      cells((await run(['in.csv', ...args, ...OUT], env)).uit)[1]?.[0];
    const household = {WIJKMONITOR_SLEUTEL_BRON_HUISHOUDEN: '0a'.repeat(32)};
    const other = {WIJKMONITOR_SLEUTEL_BRON_CLIENT: '0b'.repeat(32)};
    const codes = [
      await of(['--kolom', 'bsn'], KEY),
      await of(['--kolom', 'bsn'], other),
      await of(['--kolom', 'bsn:huishouden'], household),
      await of(['--kolom', 'bsn', '--versie', '2'], KEY),
    ];
    expect(new Set(codes).size).toBe(4);
    expect(codes[3]).toMatch(/^v2-/);
  });

  it.each([
    ['no column', ['in.csv'], 2, 'Noem een kolom met --kolom.'],
    [
      'a column that is not there',
      ['in.csv', '--kolom', 'bsm', '--uit', 'uit.csv'],
      1,
      'in.csv: kolom "bsm" staat niet in de kopregel.',
    ],
    [
      'a file that is not there',
      ['weg.csv', '--kolom', 'bsn'],
      2,
      'weg.csv: dit bestand is er niet.',
    ],
    [
      'an output that exists',
      ['in.csv', '--kolom', 'bsn', '--uit', 'in.csv'],
      2,
      'in.csv: dit bestand bestaat al. Kies een andere naam.',
    ],
    [
      'an unknown purpose',
      ['in.csv', '--kolom', 'bsn:alles'],
      2,
      'Het doel van een kolom is client of huishouden.',
    ],
    ['an empty file', ['leeg.csv', '--kolom', 'bsn'], 1, 'leeg.csv: het bestand is leeg.'],
    [
      'a broken line',
      ['stuk.csv', '--kolom', 'bsn', '--uit', 'uit.csv'],
      1,
      'stuk.csv: regel 3: deze regel heeft te veel of te weinig kolommen',
    ],
    ['UTF-16', ['utf16.csv', '--kolom', 'bsn'], 1, 'utf16.csv: het bestand heeft codering UTF-16.'],
  ])('says in Dutch what is wrong with %s, and writes nothing', async (_what, args, code, text) => {
    writeFileSync(join(folder, 'leeg.csv'), '');
    writeFileSync(join(folder, 'stuk.csv'), 'bsn;x\n999900006;1\n999900018;1;2\n');
    writeFileSync(join(folder, 'utf16.csv'), Buffer.from(CSV, 'utf16le'));
    const {status, stderr, uit} = await run(args, KEY);
    expect(stderr).toContain(text);
    expect(stderr).not.toMatch(/9999/);
    expect(status).toBe(code);
    expect(uit).toBe('');
    expect(existsSync(join(folder, 'uit.csv.tmp'))).toBe(false);
  });

  it('warns about identifiers that stay behind, without showing them', async () => {
    writeFileSync(join(folder, 'in.csv'), 'bsn;memo\n999900006;jan@voorbeeld.nl\n');
    const {stderr, status} = await run(['in.csv', '--kolom', 'bsn', ...OUT], KEY);
    expect(status).toBe(0);
    expect(stderr).toContain('Let op: kolom "memo" bevat 1 keer een e-mailadres (patroon x@x.x');
  });

  it('keeps the bytes of a Windows-1252 file and of a byte order mark', async () => {
    const bytes = Buffer.from('\u00EF\u00BB\u00BFbsn;plaats\n999900006;Caf\u00E9\n', 'latin1');
    writeFileSync(join(folder, 'in.csv'), bytes);
    const {uit} = await run(['in.csv', '--kolom', 'bsn', ...OUT], KEY);
    expect(uit).toMatch(/^\u00EF\u00BB\u00BFbsn;plaats\nv1-.{43};Caf\u00E9\n$/);
  });

  it('explains itself in Dutch', () => {
    const {stdout, status} = runCli(['pseudonimiseer', '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('Bewaar de sleutel bij de bron. Geef hem aan niemand.');
    expect(stdout).not.toMatch(/default|Usage|Options/);
  });
});
