import {createHmac} from 'node:crypto';
import {bsnCandidate} from './bsn.ts';
import {readCell} from './cell.ts';

/**
 * Makes pseudonyms at the source: `v<versie>-` and base64url(HMAC-SHA-256(key, doel ‖ 0 ‖ value)),
 * 43 characters. A number is written the same way first (nine digits, no spaces or dots), so that a
 * lost zero does not split a person. The prefix tells which key was used, and that there was one.
 */
export function makeSourcePseudonymizer(
  key: Uint8Array,
  doel: string,
  versie: number,
): (value: string) => string {
  return (value) => {
    const {tekst} = readCell(value, 0, 1);
    const plain = bsnCandidate(tekst) ?? tekst;
    const code = createHmac('sha256', key).update(`${doel}\0${plain}`).digest('base64url');
    return `v${versie}-${code}`;
  };
}
