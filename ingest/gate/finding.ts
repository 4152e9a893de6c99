import {LeveringGeweigerd} from '../errors.ts';

/** A refused finding can't be confirmed away; one to look at can (`--bevestig`). */
export type Oordeel = 'geweigerd' | 'nakijken';

/** An identifier that was found: where, how often and in which pattern. Never the value. */
export interface GateFinding {
  bestand: string;
  /** Name of the column, or its place when the name itself identifies; empty for a file name. */
  kolom: string;
  /** What it is, as a Dutch noun: "BSN", "e-mailadres". */
  soort: string;
  oordeel: Oordeel;
  /** Cells that hold it. */
  aantal: number;
  /** The first hit with letters as x and digits as #. */
  patroon: string;
  /** The first lines that hold it, at most five. */
  regels: number[];
}

/** A delivery that holds direct identifiers, or may hold them: all findings, for the supplier. */
export class IdentificerendeGegevens extends LeveringGeweigerd {
  readonly bevindingen: readonly GateFinding[];

  /** `bevindingen` must not be empty; the message tells the first one and how many more there are. */
  constructor(bevindingen: readonly GateFinding[]) {
    const first = bevindingen.find(({oordeel}) => oordeel === 'geweigerd') ?? bevindingen[0];
    const more = bevindingen.length - 1;
    const rest = more > 0 ? ` Er zijn nog ${more} bevindingen.` : '';
    super(first?.bestand ?? '', first === undefined ? '' : `${sentence(first)}${rest}`);
    this.bevindingen = bevindingen;
  }
}

/** A finding in plain Dutch, without the name of the file: what, where and the cure. */
export function sentence({kolom, soort, oordeel, aantal, patroon, regels}: GateFinding): string {
  if (kolom === '') {
    return `de naam van dit bestand lijkt een ${soort} te bevatten. Geef het een andere naam.`;
  }
  const perhaps = oordeel === 'nakijken' ? 'mogelijk ' : '';
  const lines = regels.length === 0 ? '' : `, onder meer regel ${regels.join(', ')}`;
  const what =
    `kolom "${kolom}" bevat ${aantal} keer ${perhaps}een ${soort} ` +
    `(patroon ${patroon}${lines}).`;
  return oordeel === 'geweigerd'
    ? `${what} Haal dit weg: lever alleen pseudoniemen.`
    : `${what} Kijk dit na. Is het geen ${soort}? Draai de nacht dan met --bevestig.`;
}
