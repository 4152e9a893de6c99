/** A message that can't be read or breaks its schema. Never holds a value. */
export class BerichtGeweigerd extends Error {
  readonly code = 'BERICHT_GEWEIGERD';
  override readonly name = 'BerichtGeweigerd';
  readonly regel: number;
  readonly pad: string;

  constructor(regel: number, pad: string, reden: string) {
    super(reden);
    this.regel = regel;
    this.pad = pad;
  }
}
