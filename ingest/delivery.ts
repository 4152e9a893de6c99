import {createHash} from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import {basename, join, relative, sep} from 'node:path';
import {Transform} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {crc32, inflateRawSync} from 'node:zlib';
import yauzl from 'yauzl';
import {LeveringGeweigerd} from './errors.ts';
import {PartReader, type Part} from './pack.ts';
import {FileList, type UnpackedFiles} from './unpacked-files.ts';

/** A file of a delivery, unpacked into a temporary place that the caller deletes. */
export interface UnpackedFile {
  /** Name inside the delivery, without the folder that all its files share. */
  naam: string;
  /** Where it stands, under a name of ours: a name of the supplier can mean something to a reader. */
  pad: string;
  sha256: string;
  /** Of a message in a zip: where it stands in `pad`, which holds many. Else use `pathOf`. */
  deel?: Part;
}

/** A zip bomb fills a disk: a delivery may not unpack to more than this. */
const MAX_UNPACKED_BYTES = 16 * 1024 ** 3;

/** The files of an unpacked delivery, and one hash over all that it holds. */
export interface UnpackedDelivery {
  bestanden: UnpackedFiles;
  sha256: string;
}

/**
 * Unpacks a delivery (zip, folder, or one file) into `target`, hashing while it copies. Throws
 * `LeveringGeweigerd` when it can't be read or is empty, or when not every file in it could be told
 * apart. No message names a file of it: nobody has looked yet at what those names tell.
 */
export async function unpackDelivery(path: string, target: string): Promise<UnpackedDelivery> {
  mkdirSync(target, {recursive: true, mode: 0o700});
  const bestanden = new FileList(target);
  try {
    await unpackAny(path, {target, files: bestanden});
  } finally {
    bestanden.close();
  }
  if (bestanden.length === 0) {
    throw new LeveringGeweigerd(
      basename(path),
      'de levering is leeg. Voeg levering.json en de CSV-bestanden toe.',
    );
  }
  const {sha256, isTwice} = bestanden.digest();
  if (isTwice) {
    throw new LeveringGeweigerd(
      basename(path),
      'twee bestanden in de zip hebben dezelfde naam. Geef elk bestand een eigen naam.',
    );
  }
  return {bestanden, sha256};
}

interface Unpacking {
  target: string;
  files: FileList;
}

async function unpackAny(path: string, unpacking: Unpacking): Promise<void> {
  const naam = basename(path);
  if (statSync(path).isDirectory()) {
    // One at a time: a system has a limit to how many files are open.
    for (const name of namesIn(path)) await unpackFile(join(path, name), name, unpacking);
  } else if (!statSync(path).isFile()) {
    throw new LeveringGeweigerd(naam, 'dit is geen bestand en geen map. Lever een zip.');
  } else if (path.toLowerCase().endsWith('.zip')) await unpackZip(path, unpacking);
  else await copy(naam, createReadStream(path), unpacking);
}

async function unpackFile(path: string, naam: string, unpacking: Unpacking): Promise<void> {
  if (isMessage(naam, statSync(path).size)) unpacking.files.addMessage(naam, readFileSync(path));
  else await copy(naam, createReadStream(path), unpacking);
}

/** The files of a folder and of the folders in it, named as in a zip. */
function namesIn(folder: string): string[] {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true});
  return entries.flatMap((entry) => {
    const naam = relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/');
    if (entry.isDirectory() || CLUTTER.test(naam)) return [];
    if (entry.isFile()) return [naam];
    // A link could bring in any file of this machine.
    throw new LeveringGeweigerd(
      basename(folder),
      'er staat een verwijzing (link) in deze map. Zet het bestand zelf in de map.',
    );
  });
}

async function unpackZip(path: string, unpacking: Unpacking): Promise<void> {
  const packed = new PartReader(path);
  try {
    const zip = await yauzl.openPromise(path, {lazyEntries: true, strictFileNames: true});
    let bytes = 0;
    for await (const entry of zip.eachEntry()) {
      const {fileName, compressedSize, uncompressedSize} = entry;
      if (fileName.endsWith('/') || CLUTTER.test(fileName)) continue;
      if (entry.isEncrypted()) {
        throw new LeveringGeweigerd(
          basename(path),
          'deze zip heeft een wachtwoord. Maak de zip opnieuw, zonder wachtwoord.',
        );
      }
      bytes += uncompressedSize;
      if (bytes > MAX_UNPACKED_BYTES) throw new Error('too large');
      const size = Math.max(uncompressedSize, compressedSize);
      if (isMessage(fileName, size) && entry.canDecodeFileData()) {
        unpacking.files.addMessage(fileName, await readMessage(zip, entry, packed));
      } else await copy(fileName, await zip.openReadStreamPromise(entry), unpacking);
    }
  } catch (error) {
    // A full disk or a file without rights says nothing about the zip.
    if (error instanceof LeveringGeweigerd) throw error;
    if (error instanceof Error && 'syscall' in error) throw error;
    throw new LeveringGeweigerd(
      basename(path),
      'dit zip-bestand is kapot of niet compleet. Maak de zip opnieuw en lever hem nog eens.',
      {cause: error},
    );
  } finally {
    packed.close();
  }
}

/** What an operating system adds to a zip by itself. */
const CLUTTER = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;
/** Below this a file of its own costs more than what is in it: a zip holds tens of thousands. */
const SMALL_BYTES = 1024 ** 2;
/** How a zip says that an entry is deflated (APPNOTE 4.4.5). */
const DEFLATED = 8;

function isMessage(naam: string, size: number): boolean {
  return /\.xml$/i.test(naam) && size <= SMALL_BYTES;
}

/** The bytes of a message in a zip. Throws when it is not what the zip says. */
async function readMessage(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  packed: PartReader,
): Promise<Buffer> {
  const {compressedSize, uncompressedSize, compressionMethod} = entry;
  const {fileDataStart} = await zip.readLocalFileHeaderPromise(entry, {minimal: true});
  const data = packed.read({van: fileDataStart, lengte: compressedSize});
  const bytes =
    compressionMethod === DEFLATED
      ? inflateRawSync(data, {maxOutputLength: Math.max(1, uncompressedSize)})
      : Buffer.from(data);
  if (bytes.length !== uncompressedSize || crc32(bytes) !== entry.crc32) {
    throw new Error('an entry is damaged');
  }
  return bytes;
}

/** How many bytes a file of a delivery has. */
export function sizeOf({pad, deel}: UnpackedFile): number {
  return deel?.lengte ?? statSync(pad).size;
}

/**
 * The file itself, for a reader of one that is no message. Throws `LeveringGeweigerd` when it is: it
 * has no file of its own.
 */
export function pathOf({naam, pad, deel}: UnpackedFile): string {
  if (deel === undefined) return pad;
  throw new LeveringGeweigerd(naam, 'dit is een bericht (XML). Lever berichten apart.');
}

async function copy(
  naam: string,
  stream: NodeJS.ReadableStream,
  {target, files}: Unpacking,
): Promise<void> {
  const pad = join(target, String(files.length));
  const hash = createHash('sha256');
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(stream, tap, createWriteStream(pad, {mode: 0o600}));
  files.add({naam, pad, sha256: hash.digest('hex')});
}
