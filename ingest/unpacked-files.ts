import {createHash} from 'node:crypto';
import {closeSync, openSync, readSync} from 'node:fs';
import {join} from 'node:path';
import type {UnpackedFile} from './delivery.ts';
import {Pack} from './pack.ts';

/** The files of a delivery, one by one: a zip can hold a hundred thousand messages. */
export interface UnpackedFiles extends Iterable<UnpackedFile> {
  readonly length: number;
  find: (test: (file: UnpackedFile) => boolean) => UnpackedFile | undefined;
  some: (test: (file: UnpackedFile) => boolean) => boolean;
  every: (test: (file: UnpackedFile) => boolean) => boolean;
  filter: (test: (file: UnpackedFile) => boolean) => UnpackedFile[];
}

/**
 * Files as they are unpacked: those with a file of their own are remembered, by name; after them come
 * the messages, of which the content stands in one file and name, hash and place in another.
 */
export class FileList implements UnpackedFiles {
  readonly #own: UnpackedFile[] = [];
  readonly #pack: Pack;
  readonly #index: Pack;
  #messages = 0;
  /** The folder that all files share, with its slash; null before the first file. */
  #folder: string | null = null;

  /** `target` is the folder that the caller deletes. */
  constructor(target: string) {
    this.#pack = new Pack(join(target, 'berichten'));
    this.#index = new Pack(join(target, 'namen'));
  }

  get length(): number {
    return this.#own.length + this.#messages;
  }

  add(file: UnpackedFile): void {
    this.#own.push(file);
    this.#share(file.naam);
  }

  /** Adds a message, with all that is in it. */
  addMessage(naam: string, bytes: Uint8Array): void {
    const {van, lengte} = this.#pack.add(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.#index.add(Buffer.from(`${van} ${lengte} ${sha256} ${encodeURIComponent(naam)}\n`));
    this.#messages += 1;
    this.#share(naam);
  }

  /** After the last file; only then can they be read. */
  close(): void {
    this.#pack.close();
    this.#index.close();
    this.#own.sort((a, b) => (a.naam < b.naam ? -1 : 1));
  }

  *[Symbol.iterator](): Generator<UnpackedFile> {
    const inFolder = this.#folder?.length ?? 0;
    for (const file of this.#own) yield inFolder === 0 ? file : {...file, naam: file.naam.slice(inFolder)};
    for (const line of linesOf(this.#index.pad)) {
      const [van = '', lengte = '', sha256 = '', naam = ''] = line.split(' ');
      yield {
        naam: decodeURIComponent(naam).slice(inFolder),
        pad: this.#pack.pad,
        sha256,
        deel: {van: Number(van), lengte: Number(lengte)},
      };
    }
  }

  find(test: (file: UnpackedFile) => boolean): UnpackedFile | undefined {
    for (const file of this) if (test(file)) return file;
    return undefined;
  }

  some(test: (file: UnpackedFile) => boolean): boolean {
    return this.find(test) !== undefined;
  }

  every(test: (file: UnpackedFile) => boolean): boolean {
    return !this.some((file) => !test(file));
  }

  filter(test: (file: UnpackedFile) => boolean): UnpackedFile[] {
    const found: UnpackedFile[] = [];
    for (const file of this) if (test(file)) found.push(file);
    return found;
  }

  #share(naam: string): void {
    this.#folder ??= /^.*\//.exec(naam)?.[0] ?? '';
    if (!naam.startsWith(this.#folder)) this.#folder = '';
  }
}

const CHUNK_BYTES = 64 * 1024;
const LINE_FEED = 10;

/** The lines of a text file, a chunk at a time. */
function* linesOf(pad: string): Generator<string> {
  const file = openSync(pad, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let rest = Buffer.alloc(0);
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
      const end = bytes.lastIndexOf(LINE_FEED) + 1;
      for (const line of bytes.toString('utf8', 0, end).split('\n')) if (line !== '') yield line;
      rest = bytes.subarray(end);
    }
  } finally {
    closeSync(file);
  }
}
