import type {Gebeurtenis, Gebied} from '../../queries/contract/area.ts';
import type {Effectantwoord} from '../../queries/contract/effect.ts';
import type {
  CijferAntwoord,
  CijferVraag,
  Overlevingscurve,
  OverlevingVraag,
} from '../../queries/contract/figure.ts';
import type {GemeenteFinancien} from '../../queries/contract/finance.ts';
import type {Beleid} from '../../queries/contract/goal.ts';
import type {Indicator} from '../../queries/contract/indicator.ts';
import type {Bereik, Manifest} from '../../queries/contract/publication.ts';
import type {Nulmeting} from '../../queries/contract/verdict.ts';

/** An opened publication: all that the server may know. It is protected and never changes. */
export interface Publication {
  readonly manifest: Manifest;
  readonly gebieden: readonly Gebied[];
  readonly indicatoren: readonly Indicator[];
  readonly gebeurtenissen: readonly Gebeurtenis[];
  readonly nulmetingen: readonly Nulmeting[];
  readonly bereiken: readonly Bereik[];
  readonly beleid: Beleid;
  /** Worked out at release, per indicator and gemeente; empty in an older publication. */
  readonly effecten: readonly Effectantwoord[];
  readonly financien: readonly GemeenteFinancien[];
  /** The full grid of the question; throws VraagOngeldig or IndicatorOnbekend. */
  cijfers(vraag: CijferVraag): Promise<CijferAntwoord>;
  /** The survival curves of a duration that are large enough to show. */
  overleving(vraag: OverlevingVraag): Promise<Overlevingscurve[]>;
  close(): void;
}

/** Where publications lie and which one is current; never a path of the warehouse. */
export interface PublicationFiles {
  current(): {id: string; path: string} | null;
  /** All publications that are still kept. */
  list(): readonly {id: string}[];
  path(id: string): string;
  /** The attestation of a publication as JSON text, or null while there is none. */
  attestation(id: string): string | null;
}

/** Opens one publication file, read-only. */
export type OpenPublication = (path: string) => Promise<Publication>;
