import {anyHit} from './detector.ts';

const EMAIL = /[^\s@;,<>"()]+@[^\s@;,<>"()]+\.\p{L}{2,}/u;
const URL_START = /(?:https?|ftp):\/\/\S+|(?<![\p{L}\d.])www\.[^\s.]+\.\S+/iu;

/** The first e-mail address in a text, or null. */
export function emailIn(text: string): string | null {
  return EMAIL.exec(text)?.[0] ?? null;
}

/** An e-mail address anywhere in a cell. */
export const email = anyHit('e-mailadres', ({tekst}) => emailIn(tekst));

/** A web address anywhere in a cell: it can name a profile or a file of a person. */
export const webAddress = anyHit('webadres', ({tekst}) => URL_START.exec(tekst)?.[0] ?? null);
