import {anyHit} from './detector.ts';

const EMAIL = /[^\s@;,<>"()]+@[^\s@;,<>"()]+\.\p{L}{2,}/u;
const URL_START = /(?:https?|ftp):\/\/\S+|(?<![\p{L}\d.])www\.[^\s.]+\.\S+/iu;

/** An e-mail address anywhere in a cell. */
export const email = anyHit('e-mailadres', ({tekst}) => EMAIL.exec(tekst)?.[0] ?? null);

/** A web address anywhere in a cell: it can name a profile or a file of a person. */
export const webAddress = anyHit('webadres', ({tekst}) => URL_START.exec(tekst)?.[0] ?? null);
