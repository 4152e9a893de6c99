import {lstatSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {basename, join} from 'node:path';
import {buffer} from 'node:stream/consumers';
import yauzl from 'yauzl';
import {FORMATS} from './formats.ts';

/** What is seen of a delivery before it is read. */
export interface Glance {
  /** CBS code of the gemeente that it names; null when it takes reading to know. */
  gemeente: string | null;
  /** Unpacked, as the zip says. */
  bytes: number;
}

/** A file that names the gemeente is small; of messages the first one says enough. */
const MAX_NAMING_BYTES = 1024 ** 2;
const NOTHING: Glance = {gemeente: null, bytes: Infinity};

/** Looks at a delivery in the inbox. Never throws: what is wrong with it, the reading will say. */
export async function glanceAt(path: string): Promise<Glance> {
  try {
    if (lstatSync(path).isDirectory()) return glanceAtFolder(path);
    return path.toLowerCase().endsWith('.zip') ? await glanceAtZip(path) : NOTHING;
  } catch {
    return NOTHING;
  }
}

function glanceAtFolder(path: string): Glance {
  const files = readdirSync(path).map((naam) => ({naam, pad: join(path, naam)}));
  const bytes = files.reduce((sum, {pad}) => sum + statSync(pad).size, 0);
  const naming = files.find(({naam, pad}) => namesGemeente(naam, statSync(pad).size));
  if (naming === undefined) return {gemeente: null, bytes};
  return {gemeente: gemeenteIn(naming.naam, readFileSync(naming.pad, 'utf8')), bytes};
}

async function glanceAtZip(path: string): Promise<Glance> {
  const zip = await yauzl.openPromise(path, {lazyEntries: true, autoClose: false});
  try {
    let bytes = 0;
    let naming: yauzl.Entry | undefined;
    for await (const entry of zip.eachEntry()) {
      bytes += entry.uncompressedSize;
      const names = namesGemeente(basename(entry.fileName), entry.uncompressedSize);
      if (naming === undefined && names) naming = entry;
    }
    if (naming === undefined) return {gemeente: null, bytes};
    const content = await buffer(await zip.openReadStreamPromise(naming));
    return {gemeente: gemeenteIn(basename(naming.fileName), content.toString('utf8')), bytes};
  } finally {
    zip.close();
  }
}

function namesGemeente(naam: string, bytes: number): boolean {
  return bytes <= MAX_NAMING_BYTES && FORMATS.some(({noemt}) => noemt?.bestand.test(naam));
}

function gemeenteIn(naam: string, tekst: string): string | null {
  const pattern = FORMATS.find(({noemt}) => noemt?.bestand.test(naam))?.noemt?.gemeente;
  const digits = pattern?.exec(tekst)?.[1];
  return digits === undefined ? null : `GM${digits}`;
}
