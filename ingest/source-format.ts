import type {Database} from '../warehouse/open.ts';
import type {UnpackedFiles} from './unpacked-files.ts';
import type {Findings} from './findings.ts';
import type {Gate} from './gate/gate.ts';
import type {Pseudonymizer} from './gate/pseudonym.ts';
import type {Profile} from './sources/uitwisselprofiel/profile.ts';

/** What a delivery says of itself, in the terms of levering.json. */
export interface DeliveryFacts {
  /** CBS code, 'GM' and four digits. */
  gemeente_code: string;
  bron: string;
  soort: 'volledig' | 'aanvulling';
  /** ISO date-time: newer rows win. */
  aangemaakt_op: string;
  /** ISO dates, both inclusive; the last one is the data end of this bron. */
  periode_van: string;
  periode_tot: string;
  synthetisch: boolean;
}

/** Shares (percent) above which a table refuses its delivery; see design/data.md, "Checks". */
export interface Thresholds {
  afgewezen_procent: number;
  verschil_procent: number;
}

/** What every format needs of the run it is part of, with the gate of this delivery. */
export interface LoadContext {
  warehouse: Database;
  profile: Profile;
  pseudonym: Pseudonymizer;
  gate: Gate;
  /** Where every file that was read is told. */
  findings: Findings;
  thresholds: Thresholds;
  now: Date;
  /** Rows of a CSV file of more bytes are set down on disk. */
  largeBytes: number;
}

/** One delivery, unpacked, on its way into the warehouse. */
export interface DeliveryTask {
  /** Name in the inbox. */
  naam: string;
  levering_id: string;
  bestanden: UnpackedFiles;
  /** Confirmed by functioneel beheer: load also when it differs much from the previous one. */
  bevestigd: boolean;
}

/**
 * A format in which deliveries come. `load` works inside the transaction of its caller, puts rows
 * into `stg` only, tells of every file in `findings`, and throws `LeveringGeweigerd` when the delivery as a whole can't be trusted.
 */
export interface SourceFormat {
  /** Name of its folder under sources/. */
  naam: string;
  /**
   * Where its deliveries name their gemeente, in the first group of `gemeente` (four digits). Without
   * it they are loaded one by one.
   */
  noemt?: {bestand: RegExp; gemeente: RegExp};
  /** True when these files are of this format; looks at content, names alone say too little. */
  recognises: (files: UnpackedFiles) => Promise<boolean> | boolean;
  load: (context: LoadContext, task: DeliveryTask) => Promise<DeliveryFacts>;
}
