import type {Logger} from 'pino';
import type {Privacytoets} from '../../queries/contract/publication.ts';
import {readAttestation, requireAttestation} from './attestation.ts';
import {GeenPublicatie, PublicatieOnbekend} from './errors.ts';
import type {OpenPublication, Publication, PublicationFiles} from './source.ts';

/** A publication that stays open until `release` is called. */
export interface Lease {
  readonly publication: Publication;
  release(): void;
}

interface Options {
  files: PublicationFiles;
  open: OpenPublication;
  log: Logger;
  /** How often the pointer is read; at most a second, so a new publication is never far away. */
  pollMs?: number;
}

/** How many older publications stay open for readers that pin one with `publicatie=`. */
const PINNED_OPEN = 3;

/**
 * The publication that is served now, and pinned older ones. It follows the pointer: opens the new
 * one, switches, and closes the old one when its last reader is done, so no request is dropped.
 * A publication that can't be opened is reported, and the last good one stays. So is one of real
 * people that did not withstand the attacks: whoever put it there, it does not go online.
 */
export class LivePublications {
  readonly #options: Options;
  readonly #pinned = new Map<string, Promise<Holder>>();
  readonly #listeners: ((lease: Lease) => void)[] = [];
  #current: Holder | null = null;
  #refused: string | null = null;
  #timer: NodeJS.Timeout | null = null;
  #polling: Promise<void> | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Opens the current publication if there is one, and starts to follow the pointer. */
  async start(): Promise<void> {
    await this.poll();
    this.#timer = setInterval(() => void this.poll(), this.#options.pollMs ?? 1000);
    this.#timer.unref();
  }

  /** Calls `tell` with each publication that becomes current, the present one included. */
  onSwitch(tell: (lease: Lease) => void): void {
    this.#listeners.push(tell);
    if (this.#current) tell(this.#current.lease());
  }

  /** Id of a newer publication that can't be opened, or null when all is well. */
  get refused(): string | null {
    return this.#refused;
  }

  /** The attestation of a kept publication, or null while there is none. */
  attestation(id: string): Privacytoets | null {
    return readAttestation(this.#options.files, id);
  }

  /** The publication served now, or null. For a look only: lease it to ask it something. */
  get current(): Publication | null {
    return this.#current?.publication ?? null;
  }

  /** All kept publication ids. */
  ids(): string[] {
    return this.#options.files.list().map(({id}) => id);
  }

  /** The current publication, held open; throws GeenPublicatie. */
  lease(): Lease {
    if (!this.#current) throw new GeenPublicatie();
    return this.#current.lease();
  }

  /** The publication with this id, held open; throws PublicatieOnbekend, PublicatieNietGetoetst. */
  async leasePinned(id: string): Promise<Lease> {
    if (this.#current?.id === id) return this.#current.lease();
    const holder = await (this.#pinned.get(id) ?? this.#openPinned(id));
    if (!holder.closed) return holder.lease();
    // Pushed out by others while we waited: open it again.
    return (await this.#openPinned(id)).lease();
  }

  /** Looks at the pointer once; never throws. */
  async poll(): Promise<void> {
    this.#polling ??= this.#follow().finally(() => {
      this.#polling = null;
    });
    await this.#polling;
  }

  /** Stops following and closes what no reader holds; the rest closes with its last reader. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#polling;
    this.#current?.retire();
    this.#current = null;
    for (const pinned of this.#pinned.values()) (await pinned).retire();
    this.#pinned.clear();
  }

  async #follow(): Promise<void> {
    const {files, log} = this.#options;
    let id = 'onbekend';
    try {
      const pointer = files.current();
      if (!pointer || pointer.id === this.#current?.id) {
        if (pointer) this.#refused = null;
        return;
      }
      id = pointer.id;
      const holder = new Holder(pointer.id, await this.#open(pointer.path));
      const old = this.#current;
      this.#current = holder;
      this.#refused = null;
      log.info({publicatie: pointer.id}, 'publicatie in gebruik');
      for (const tell of this.#listeners) tell(holder.lease());
      old?.retire();
    } catch (error) {
      if (this.#refused !== id)
        log.error({err: error, publicatie: id}, 'publicatie niet te openen');
      this.#refused = id;
    }
  }

  #openPinned(id: string): Promise<Holder> {
    const {files} = this.#options;
    if (!this.ids().includes(id)) return Promise.reject(new PublicatieOnbekend());
    const opening = this.#open(files.path(id)).then((publication) => new Holder(id, publication));
    this.#pinned.set(id, opening);
    opening.catch(() => this.#pinned.delete(id));
    this.#trimPinned();
    return opening;
  }

  async #open(path: string): Promise<Publication> {
    const {files, open} = this.#options;
    const publication = await open(path);
    try {
      requireAttestation(files, publication);
      return publication;
    } catch (error) {
      publication.close();
      throw error;
    }
  }

  #trimPinned(): void {
    const [oldest] = this.#pinned;
    if (this.#pinned.size <= PINNED_OPEN || !oldest) return;
    const [id, opening] = oldest;
    this.#pinned.delete(id);
    opening.then(
      (holder) => {
        holder.retire();
      },
      () => undefined, // it never opened: its own reader got the error
    );
  }
}

/** Counts the readers of one publication and closes it once it is retired and nobody reads. */
class Holder {
  readonly id: string;
  readonly publication: Publication;
  #readers = 0;
  #retired = false;
  closed = false;

  constructor(id: string, publication: Publication) {
    this.id = id;
    this.publication = publication;
  }

  lease(): Lease {
    this.#readers += 1;
    let held = true;
    return {
      publication: this.publication,
      release: () => {
        if (!held) return;
        held = false;
        this.#readers -= 1;
        this.#closeWhenDone();
      },
    };
  }

  retire(): void {
    this.#retired = true;
    this.#closeWhenDone();
  }

  #closeWhenDone(): void {
    if (!this.#retired || this.#readers > 0 || this.closed) return;
    this.closed = true;
    this.publication.close();
  }
}
