import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';

/** A publication on disk. */
export interface PublicationFile {
  id: string;
  path: string;
}

/** How many publications are kept: one a day for `dagen`, one a month for `maanden`. */
export interface Retention {
  dagen: number;
  maanden: number;
}

/** That a publication was adopted for a raadsstuk: when (ISO time), and why in a few words. */
export interface Vaststelling {
  vastgesteld_op: string;
  toelichting: string;
}

const POINTER = 'actueel';
/** Names the publication that is about to become the current one. */
const INTENT = 'wordt-actueel';
const EXTENSION = '.duckdb';
const MARK = '.vastgesteld.json';

/**
 * The folder of publications: immutable DuckDB files, a manifest beside each, and a pointer to the
 * current one. The pointer is written last and atomically, so readers see the old or the new one,
 * never half of it. A pointer file, not a symlink: Windows.
 */
export class Publications {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
    mkdirSync(directory, {recursive: true});
  }

  /** The publication that is served now, or null when there is none yet. */
  current(): PublicationFile | null {
    const pointer = join(this.#directory, POINTER);
    if (!existsSync(pointer)) return null;
    const id = readFileSync(pointer, 'utf8').trim();
    const path = this.path(id);
    return existsSync(path) ? {id, path} : null;
  }

  /** All publications, oldest first. */
  list(): PublicationFile[] {
    return readdirSync(this.#directory)
      .filter((name) => name.endsWith(EXTENSION) && !name.startsWith('.'))
      .sort()
      .map((name) => name.slice(0, -EXTENSION.length))
      .map((id) => ({id, path: this.path(id)}));
  }

  /** Where the publication with this id is, or would be. */
  path(id: string): string {
    return join(this.#directory, `${id}${EXTENSION}`);
  }

  /** A place to build the next publication in; leftovers of a killed run are removed. */
  draft(): string {
    for (const name of readdirSync(this.#directory).filter((name) => name.startsWith('.'))) {
      rmSync(join(this.#directory, name), {force: true, recursive: true});
    }
    return join(this.#directory, '.ontwerp.duckdb');
  }

  /**
   * Makes a closed draft the current publication. `manifest` is kept beside it as JSON, and so is its
   * attestation; null when that follows later.
   */
  publish(draft: string, id: string, manifest: unknown, attestation: unknown): void {
    if (existsSync(`${draft}.wal`))
      throw new Error('the draft was not closed: its log is still there');
    syncFile(draft);
    if (attestation !== null) this.attest(id, attestation);
    this.#writeAtomically(`${id}.json`, JSON.stringify(manifest, null, 2));
    this.#writeAtomically(INTENT, `${id}\n`);
    renameSync(draft, this.path(id));
    this.#switchTo(id);
    rmSync(join(this.#directory, INTENT), {force: true});
  }

  /**
   * Finishes what a run that was killed had begun: a publication that was whole but not yet current
   * becomes current. Answers its id, or null when there was none.
   */
  recover(): string | null {
    const intent = join(this.#directory, INTENT);
    if (!existsSync(intent)) return null;
    const id = readFileSync(intent, 'utf8').trim();
    const isWhole = existsSync(this.path(id));
    if (isWhole) this.#switchTo(id);
    else rmSync(join(this.#directory, `${id}.json`), {force: true});
    rmSync(intent, {force: true});
    return isWhole ? id : null;
  }

  /** Keeps the attestation of a publication beside it, as `attest-<id>.json`. */
  attest(id: string, attestation: unknown): void {
    this.#writeAtomically(`attest-${id}.json`, JSON.stringify(attestation, null, 2));
  }

  /** The attestation of a publication as JSON text, or null while there is none. */
  attestation(id: string): string | null {
    const path = join(this.#directory, `attest-${id}.json`);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  }

  /** Makes an older publication the current one. */
  rollback(id: string): void {
    if (!existsSync(this.path(id))) throw new RangeError(`there is no publication ${id}`);
    this.#switchTo(id);
  }

  /** Marks a publication for a raadsstuk: it is never deleted. The first mark stays. */
  establish(id: string, vaststelling: Vaststelling): void {
    if (!existsSync(this.path(id))) throw new RangeError(`there is no publication ${id}`);
    if (this.isEstablished(id)) return;
    this.#writeAtomically(`${id}${MARK}`, JSON.stringify(vaststelling, null, 2));
  }

  /** Whether a publication was marked for a raadsstuk. */
  isEstablished(id: string): boolean {
    return existsSync(join(this.#directory, `${id}${MARK}`));
  }

  /**
   * Deletes what the retention no longer asks for; never the current one, nor one that was
   * established. Answers the ids that are gone.
   */
  clean({dagen, maanden}: Retention): string[] {
    const newestFirst = this.list().reverse();
    const established = newestFirst.map(({id}) => id).filter((id) => this.isEstablished(id));
    const keep = new Set([...established, this.current()?.id ?? '']);
    const firstOf = (length: number): string[] => {
      const kept = new Map<string, string>();
      for (const {id} of newestFirst)
        if (!kept.has(id.slice(0, length))) kept.set(id.slice(0, length), id);
      return [...kept.values()];
    };
    for (const id of firstOf('2026-11-22'.length).slice(0, dagen)) keep.add(id);
    for (const id of firstOf('2026-11'.length).slice(0, maanden)) keep.add(id);
    const gone = newestFirst.filter(({id}) => !keep.has(id));
    for (const {id, path} of gone) {
      rmSync(path, {force: true});
      for (const beside of [`${id}.json`, `attest-${id}.json`]) {
        rmSync(join(this.#directory, beside), {force: true});
      }
    }
    return gone.map(({id}) => id);
  }

  #switchTo(id: string): void {
    this.#writeAtomically(POINTER, `${id}\n`);
  }

  #writeAtomically(name: string, text: string): void {
    const temporary = join(this.#directory, `.${name}.tmp`);
    writeFileSync(temporary, text);
    syncFile(temporary);
    renameSync(temporary, join(this.#directory, name));
    syncFile(this.#directory);
  }
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
