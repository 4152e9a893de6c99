import {Quotes} from './quotes.ts';

export const LINE_FEED = 10;
export const RETURN = 13;

/**
 * Counts the lines of a CSV file, byte by byte; whoever reads a line number back has to count so too. A
 * line feed always ends one. A carriage return alone does so outside quotes, but not right behind them:
 * to the engine what follows there is part of a broken record.
 */
export class Lines {
  /** The line of the byte that was taken last; a line end belongs to the line that it ends. */
  line = 1;
  readonly #quotes: Quotes;
  #fresh = true;
  #fed = false;
  #returned = false;

  constructor(separator?: string) {
    this.#quotes = new Quotes(separator?.charCodeAt(0));
  }

  /** Takes the next byte; whether a record starts with it: a line break in quotes belongs to its own. */
  feed(byte: number): boolean {
    const isAlone = this.#returned && byte !== LINE_FEED;
    if (this.#fed || isAlone) {
      this.line += 1;
      this.#fresh ||= isAlone || !this.#quotes.open;
    }
    this.#returned = byte === RETURN && !this.#quotes.open && !this.#quotes.closed;
    this.#fed = byte === LINE_FEED;
    const starts = this.#fresh && !isBreak(byte);
    if (starts) this.#fresh = false;
    this.#quotes.feed(byte);
    return starts;
  }
}

/** Whether this byte can be (a part of) a line end. */
export function isBreak(byte: number): boolean {
  return byte === LINE_FEED || byte === RETURN;
}
