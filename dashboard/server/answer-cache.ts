/** An answer ready to be sent: bytes already compressed, headers already made. */
export interface CachedAnswer {
  headers: Readonly<Record<string, string>>;
  etag: string;
  bytes: Buffer;
}

/**
 * Answers of immutable publications, bounded by bytes; the least recently used go first.
 * Two readers who ask the same at the same time share one computation.
 */
export class AnswerCache {
  readonly #maxBytes: number;
  readonly #answers = new Map<string, CachedAnswer>();
  readonly #pending = new Map<string, Promise<CachedAnswer>>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Bytes held now. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The answer under this key, marked as used; undefined when it isn't held. */
  get(key: string): CachedAnswer | undefined {
    const found = this.#answers.get(key);
    if (!found) return undefined;
    this.#answers.delete(key);
    this.#answers.set(key, found);
    return found;
  }

  /** The answer under this key, made once when it isn't held. A failure is not kept. */
  async getOrMake(key: string, make: () => Promise<CachedAnswer>): Promise<CachedAnswer> {
    const found = this.get(key);
    if (found) return found;
    const pending = this.#pending.get(key) ?? this.#make(key, make);
    return pending;
  }

  #make(key: string, make: () => Promise<CachedAnswer>): Promise<CachedAnswer> {
    const making = make()
      .then((answer) => {
        this.#keep(key, answer);
        return answer;
      })
      .finally(() => this.#pending.delete(key));
    this.#pending.set(key, making);
    return making;
  }

  #keep(key: string, answer: CachedAnswer): void {
    const size = weight(key, answer);
    if (size > this.#maxBytes / 4) return; // one large export must not push out all views
    this.#answers.set(key, answer);
    this.#bytes += size;
    for (const [oldKey, old] of this.#answers) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#answers.delete(oldKey);
      this.#bytes -= weight(oldKey, old);
    }
  }
}

/** Bytes of an entry; strings of headers and bookkeeping are counted as half a kB. */
function weight(key: string, answer: CachedAnswer): number {
  return answer.bytes.length + key.length * 2 + 512;
}
