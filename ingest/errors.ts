/** A delivery we refuse to load. The supplier reads the message: Dutch, naming the file and the cure. */
export class LeveringGeweigerd extends Error {
  readonly code = 'LEVERING_GEWEIGERD';
  override readonly name = 'LeveringGeweigerd';
  readonly bestand: string;

  constructor(bestand: string, reden: string, options?: ErrorOptions) {
    super(`${bestand}: ${reden}`, options);
    this.bestand = bestand;
  }
}

/** Nothing in quarantine has this id. The message says how to list what there is. */
export class QuarantaineOnbekend extends Error {
  readonly code = 'QUARANTAINE_ONBEKEND';
  override readonly name = 'QuarantaineOnbekend';
}

/** A corrected file does not fit what is in quarantine. The message names the file and the cure. */
export class HerstelOngeldig extends Error {
  readonly code = 'HERSTEL_ONGELDIG';
  override readonly name = 'HerstelOngeldig';
}
