import {closeSync, openSync, readSync, writeSync} from 'node:fs';

/** Where a small file stands within a larger one that holds many. */
export interface Part {
  van: number;
  lengte: number;
}

/** What is written at once, and what is read at once. */
const BUFFER_BYTES = 128 * 1024;

/**
 * Writes many small files behind each other into one, for its owner only: tens of thousands of files
 * cost more than what is in them.
 */
export class Pack {
  readonly pad: string;
  readonly #file: number;
  #waiting: Uint8Array[] = [];
  #held = 0;
  #length = 0;

  constructor(pad: string) {
    this.pad = pad;
    this.#file = openSync(pad, 'w', 0o600);
  }

  /** Adds a file; it can be read after `close`. */
  add(bytes: Uint8Array): Part {
    const part = {van: this.#length, lengte: bytes.length};
    this.#length += bytes.length;
    this.#held += bytes.length;
    this.#waiting.push(bytes);
    if (this.#held >= BUFFER_BYTES) this.#flush();
    return part;
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#waiting);
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
    this.#waiting = [];
    this.#held = 0;
  }
}

/** Reads parts of one file in about the order in which they stand there, a window at a time. */
export class PartReader {
  readonly #file: number;
  #window: Buffer = Buffer.alloc(0);
  #from = 0;

  constructor(pad: string) {
    this.#file = openSync(pad, 'r');
  }

  /** The bytes of a part; they hold until the next `read`. */
  read({van, lengte}: Part): Buffer {
    if (van < this.#from || van + lengte > this.#from + this.#window.length) {
      const window = Buffer.allocUnsafe(Math.max(lengte, BUFFER_BYTES));
      this.#window = window.subarray(0, readSync(this.#file, window, 0, window.length, van));
      this.#from = van;
    }
    return this.#window.subarray(van - this.#from, van - this.#from + lengte);
  }

  close(): void {
    closeSync(this.#file);
  }
}
