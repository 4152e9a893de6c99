import {createReadStream, mkdirSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {copyFile} from 'node:fs/promises';
import {isUtf8} from 'node:buffer';
import {join} from 'node:path';
import type {UnpackedFile} from './delivery.ts';
import type {UnpackedFiles} from './unpacked-files.ts';
import type {RejectedRow} from './outcome.ts';
import {NOTICE, writeNotice, type RowsNotice} from './quarantine-item.ts';
import {Lines} from './sources/lines.ts';
import {Quotes} from './sources/quotes.ts';
import {readWhole} from './sources/whole-file.ts';
import {MANIFEST_FILE} from './sources/uitwisselprofiel/adapter.ts';

/** What was rejected of one file of the supplier. */
interface RejectedOfFile {
  naam: string;
  afgewezen: readonly RejectedRow[];
}

/**
 * Keeps the rejected rows of a delivery as they came, so that they can be corrected and offered
 * again: a CSV of the profile row by row, each with its line and reason; of another format the file
 * that holds them. They hold personal data: the folder is for its owner only. Call it before the
 * delivery is committed: then a crash loses none, and the next night writes the same again.
 */
export async function writeQuarantine(
  folder: string,
  delivery: {naam: string; levering_id: string; now: Date},
  unpacked: UnpackedFiles,
  loaded: readonly RejectedOfFile[],
): Promise<void> {
  const rejected = loaded.filter(({afgewezen}) => afgewezen.length > 0);
  const target = join(folder, `${delivery.naam.replace(/\.zip$/i, '')}-${delivery.levering_id}`);
  rmSync(target, {recursive: true, force: true});
  if (rejected.length === 0) return;
  mkdirSync(target, {recursive: true, mode: 0o700});
  const byRow = unpacked.some(({naam}) => naam === MANIFEST_FILE);
  const sources = sourcesOf(unpacked, rejected);
  // The name of a workbook can have its sheet behind it.
  const sourceOf = (naam: string): UnpackedFile | undefined =>
    sources.get(naam) ?? sources.get(naam.split('#', 1)[0] ?? '');
  const nameOf = ownNames();
  for (const {naam, afgewezen} of rejected) {
    const source = sourceOf(naam);
    if (source === undefined) continue;
    const place = join(target, nameOf(source.naam));
    if (byRow) await keepRows(source.pad, place, afgewezen);
    else await copyWhole(source, place);
  }
  for (const file of unpacked.filter(({naam}) => isSideFile(naam))) {
    await copyWhole(file, join(target, nameOf(file.naam)));
  }
  const notice: RowsNotice = {
    soort: 'rijen',
    levering: delivery.naam,
    levering_id: delivery.levering_id,
    op: delivery.now.toISOString(),
    wijze: byRow ? 'rijen' : 'bestanden',
    bestanden: rejected.map(({naam, afgewezen}) => ({
      naam: nameOf(sourceOf(naam)?.naam ?? naam),
      meldingen: afgewezen.map(({regel, kolom, reden}) => ({regel, kolom, reden})),
    })),
    aangeboden_op: null,
  };
  writeNotice(target, notice);
  utimesSync(target, delivery.now, delivery.now);
}

/** The files of which something was rejected, by name, looked for once: there can be many of both. */
function sourcesOf(
  unpacked: UnpackedFiles,
  rejected: readonly RejectedOfFile[],
): ReadonlyMap<string, UnpackedFile> {
  const names = new Set(rejected.flatMap(({naam}) => [naam, naam.split('#', 1)[0]]));
  const found = unpacked.filter(({naam}) => names.has(naam));
  return new Map(found.map((file) => [file.naam, file]));
}

async function copyWhole(file: UnpackedFile, place: string): Promise<void> {
  if (file.deel === undefined) await copyFile(file.pad, place);
  else writeFileSync(place, readWhole(file), {mode: 0o600});
}

/** What a delivery says of itself (levering.json, a mapping profile): without it no file is read. */
function isSideFile(naam: string): boolean {
  return /\.(json|ya?ml)$/i.test(naam);
}

/**
 * Gives each file of a delivery a name that stays within one folder and is its own there: "a/b.xml"
 * and "a_b.xml" are two files, and the notice has a name too.
 */
function ownNames(): (naam: string) => string {
  const given = new Map<string, string>();
  const taken = new Set([NOTICE]);
  return (naam) => {
    let own = given.get(naam) ?? naam.replaceAll(/[/\\]/g, '_');
    if (given.has(naam)) return own;
    while (taken.has(own)) own = `_${own}`;
    given.set(naam, own);
    taken.add(own);
    return own;
  };
}

async function keepRows(
  pad: string,
  place: string,
  afgewezen: readonly RejectedRow[],
): Promise<void> {
  const reasons = new Map(afgewezen.map(({regel, reden, code}) => [regel, {reden, code}]));
  const kept: string[] = [];
  let header = '';
  for await (const {regel, tekst} of recordsAt(pad, reasons)) {
    const found = reasons.get(regel);
    if (regel === 1) header = tekst.replace(/^\uFEFF/, '');
    if (found !== undefined) kept.push(`${regel};"${found.reden.replaceAll('"', '""')}";${tekst}`);
  }
  writeFileSync(place, [`regel;reden;${header}`, ...kept, ''].join('\n'), {mode: 0o600});
}

/**
 * The header and the records that begin on the wanted lines, as UTF-8. A line break inside quotes
 * belongs to its record; a record that was unreadable is its line alone.
 */
async function* recordsAt(
  pad: string,
  wanted: ReadonlyMap<number, {code: string}>,
): AsyncGenerator<{regel: number; tekst: string}> {
  let open: {regel: number; tekst: string} | null = null;
  let regel = 0;
  for await (const line of linesOf(pad)) {
    regel += 1;
    if (open !== null && wanted.has(regel)) {
      // The reader began a record here, so the quote before it was never one.
      yield {regel: open.regel, tekst: open.tekst.split('\n', 1)[0] ?? ''};
      open = null;
    }
    if (open !== null) {
      open.tekst += `\n${line}`;
      if (isWhole(open.tekst)) {
        yield open;
        open = null;
      }
      continue;
    }
    if (regel > 1 && !wanted.has(regel)) continue;
    const isBroken = wanted.get(regel)?.code === 'REGEL_STUK';
    if (isBroken || isWhole(line)) yield {regel, tekst: line};
    else open = {regel, tekst: line};
  }
  if (open !== null) yield open;
}

/** Whether no quote is open at the end. */
function isWhole(text: string): boolean {
  const quotes = new Quotes();
  for (let at = 0; at < text.length; at += 1) quotes.feed(text.charCodeAt(at));
  return !quotes.open;
}

/** The lines of a file, without what ends them; a line can be of either encoding. */
async function* linesOf(pad: string): AsyncGenerator<string> {
  const lines = new Lines();
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(pad)) {
    if (!Buffer.isBuffer(chunk)) continue;
    const bytes = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let at = rest.length; at < bytes.length; at += 1) {
      const {line} = lines;
      lines.feed(bytes[at] ?? 0);
      if (lines.line === line) continue;
      yield decodeLine(bytes.subarray(start, at));
      start = at;
    }
    rest = bytes.subarray(start);
  }
  if (rest.length > 0) yield decodeLine(rest);
}

function decodeLine(bytes: Buffer): string {
  const text = isUtf8(bytes)
    ? bytes.toString('utf8')
    : new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\r\n]+$/, '');
}
