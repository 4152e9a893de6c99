import {emailIn} from '../../gate/contact.ts';
import {personIn} from '../../gate/names.ts';

const OTHER_ELEMENT = 'een ander element bevat dit BSN. Haal het daar weg.';

/**
 * Watches the texts of a message that are kept (numbers and references): the BSN of a client, an
 * e-mail address or a name may not hide in them. Answers why one can't be kept (Dutch), or null.
 */
export class TextGuard {
  #bsn: string | null = null;
  /** Texts before any client, that may hold the BSN of each. */
  readonly #before: string[] = [];

  bsn(value: string): string | null {
    this.#bsn = value;
    return this.#before.some((text) => text.includes(value)) ? OTHER_ELEMENT : null;
  }

  text(value: string): string | null {
    const digits = value.replaceAll(/[ .-]/g, '');
    if (this.#bsn === null) this.#before.push(digits);
    else if (digits.includes(this.#bsn)) return OTHER_ELEMENT;
    // A plain number is no sentence: most references are.
    if (!/[@ .]/.test(value)) return null;
    if (emailIn(value) !== null) return 'dit element bevat een e-mailadres. Haal het weg.';
    return personIn(value) === null
      ? null
      : 'dit element lijkt een naam te bevatten. Haal die weg.';
  }

  /** After a client: the texts that follow are of another one. */
  leaveClient(): void {
    this.#bsn = null;
  }
}
