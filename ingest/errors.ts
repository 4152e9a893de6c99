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
