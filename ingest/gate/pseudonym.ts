import {createHmac} from 'node:crypto';

/** What is hashed: never two kinds into one space, so that a BSN can't be tried as a pseudonym. */
export type PseudonymSoort = 'bsn' | 'pseudoniem' | 'huishouden';

/** Makes the key that the warehouse uses for a person or household. */
export type Pseudonymizer = (gemeente: string, soort: PseudonymSoort, value: string) => string;

/**
 * base64url(HMAC-SHA-256(key, gemeente ‖ 0 ‖ soort ‖ 0 ‖ value)): 43 characters.
 * A delivered pseudonym is hashed again, so that the warehouse can't be joined to its source without
 * the key. Source: design/data.md "Pseudonyms"; AVG art. 4(5).
 */
export function makePseudonymizer(key: Uint8Array): Pseudonymizer {
  return (gemeente, soort, value) =>
    createHmac('sha256', key).update(`${gemeente}\0${soort}\0${value}`).digest('base64url');
}
