import type {Privacytoets} from '../contract/publication.ts';
import {attackRelease, type GateOptions} from './gate.ts';

/** What an attestation is about. */
export interface AttestOptions extends GateOptions {
  id: string;
  cellenSha256: string;
  parameters: Readonly<Record<string, number | string>>;
  now: Date;
}

/**
 * Attacks a publication and says what came of it: the hash of the figures that were attacked, the
 * parameters of the protection, and every result. It holds no figure and no name of a group.
 */
export async function attest(options: AttestOptions): Promise<Privacytoets> {
  const {id, cellenSha256, parameters, now} = options;
  const resultaten = await attackRelease(options);
  return {
    publicatie: id,
    gemaakt_op: now.toISOString(),
    cellen_sha256: cellenSha256,
    parameters,
    resultaten: resultaten.map(({id: aanval, poging, geslaagd, gemeten, grens}) => ({
      id: aanval,
      poging,
      geslaagd,
      gemeten,
      grens,
    })),
    geslaagd: resultaten.every(({geslaagd}) => geslaagd),
  };
}

/** An attack on the new publication succeeded. The functional manager and the FG read the message. */
export class PrivacytoetsNietGehaald extends Error {
  readonly code = 'PRIVACYTOETS_NIET_GEHAALD';
  override readonly name = 'PrivacytoetsNietGehaald';

  constructor({resultaten}: Privacytoets) {
    const broken = resultaten.filter(({geslaagd}) => !geslaagd);
    const said = broken.map(({id, poging, grens}) => `${id} (${poging}; grens: ${grens})`);
    super(
      `De nieuwe cijfers zijn niet gepubliceerd: de privacytoets is niet gehaald. ${said.join('; ')}. De vorige publicatie blijft staan. Overleg met de FG.`,
    );
  }
}
