const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;
const SEMICOLON = 59;

/**
 * Follows the quotes of a CSV file, character by character, as the reader of the engine does: a quote
 * opens at the start of a cell only, two of them inside quotes are one, and elsewhere it is text.
 */
export class Quotes {
  readonly #separator: number;
  #open = false;
  #closed = false;
  #atStart = true;

  constructor(separator: number = SEMICOLON) {
    this.#separator = separator;
  }

  /** Whether what comes next lies inside quotes. */
  get open(): boolean {
    return this.#open;
  }

  /** Whether the last character closed quotes; what comes next can open them again. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Takes the next character, by its code. */
  feed(code: number): void {
    if (code === QUOTE && this.#open) {
      this.#open = false;
      this.#closed = true;
    } else if (code === QUOTE && (this.#atStart || this.#closed)) {
      this.#open = true;
      this.#closed = false;
    } else {
      this.#closed = false;
    }
    this.#atStart =
      !this.#open && (code === this.#separator || code === LINE_FEED || code === RETURN);
  }
}
