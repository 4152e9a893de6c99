import {createHash} from 'node:crypto';
import {join} from 'node:path';
import type {UnpackedFile} from './delivery.ts';
import {Pack} from './pack.ts';
import {asLine, readLines, sorted} from './sorted.ts';

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
  readonly #target: string;
  readonly #own: UnpackedFile[] = [];
  readonly #pack: Pack;
  readonly #index: Pack;
  #messages = 0;
  /** The folder that all files share, with its slash; null before the first file. */
  #folder: string | null = null;

  /** `target` is the folder that the caller deletes. */
  constructor(target: string) {
    this.#target = target;
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
    this.#index.add(Buffer.from(asLine([van, lengte, sha256, naam].join(' '))));
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
    for (const file of this.#own)
      yield inFolder === 0 ? file : {...file, naam: file.naam.slice(inFolder)};
    for (const line of readLines(this.#index.pad)) {
      const [van = '', lengte = '', sha256 = '', ...naam] = line.split(' ');
      yield {
        naam: naam.join(' ').slice(inFolder),
        pad: this.#pack.pad,
        sha256,
        deel: {van: Number(van), lengte: Number(lengte)},
      };
    }
  }

  /** One hash over names and contents, whatever the order of packing; and whether a name is there twice. */
  digest(): {sha256: string; isTwice: boolean} {
    const hash = createHash('sha256');
    let before: string | undefined;
    let isTwice = false;
    for (const line of sorted(this.#lines(), this.#target)) {
      hash.update(line);
      const [naam] = line.split('\0', 1);
      isTwice ||= naam === before;
      before = naam;
    }
    return {sha256: hash.digest('hex'), isTwice};
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

  *#lines(): Generator<string> {
    for (const {naam, sha256} of this) yield `${naam}\0${sha256}\n`;
  }

  #share(naam: string): void {
    this.#folder ??= /^.*\//.exec(naam)?.[0] ?? '';
    if (!naam.startsWith(this.#folder)) this.#folder = '';
  }
}
