import type {Database} from '../warehouse/open.ts';
import type {Publications} from '../warehouse/publications.ts';
import type {Catalogue} from './catalogue.ts';
import type {Nulmeting} from './contract/verdict.ts';
import type {Salts} from './cube/noise.ts';
import type {HeldWijk} from './mutations.ts';

/** What a release needs. The warehouse is open and its models are built. */
export interface ReleaseOptions {
  warehouse: Database;
  catalogue: Catalogue;
  publications: Publications;
  salts: Salts;
  now: Date;
  codeVersion: string;
  frozen: readonly Nulmeting[];
  /** Wijken in which too little changed to split them anew. */
  held?: readonly HeldWijk[];
  /**
   * The first publication of a synthetic warehouse may go online before its attestation, which then
   * has to follow at once. Of real people it never may: then this is ignored.
   */
  attestLater?: boolean;
  onProgress?: (progress: {done: number; total: number; what: string}) => void;
}
