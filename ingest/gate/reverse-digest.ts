import type {Database} from '../../warehouse/open.ts';
import type {DigestColumn} from './digest.ts';

/** Numbers of eight digits that, with their check digit, are all BSNs there can be. */
const PREFIXES = 100_000_000;
/** Coprime to `PREFIXES`: the steps visit every prefix once, spread over the whole range. */
const STEPS = 64;
/** Test numbers (9999…) come first: they are few, and a trial delivery is made of them. */
const TEST_NUMBERS = 'range(99990000, 100000000)';

/** How much of all BSNs is tried. */
export interface Budget {
  /** Expected number of hits at which the search stops when it found none; e^-20 is no chance. */
  verwacht: number;
  /** Most steps of 64, each 1/64 of all BSNs (about 1.4 million). */
  stappen: number;
}

/** For a source that was tried before: seconds, and certain from about 250 distinct values. */
export const QUICK: Budget = {verwacht: 20, stappen: 5};
/** For a new source: certain for any number of values; the fewer, the longer, at most minutes. */
export const CERTAIN: Budget = {verwacht: 20, stappen: STEPS};
/** The optional job: every BSN there can be, however many values. */
export const THOROUGH: Budget = {verwacht: Infinity, stappen: STEPS};

/**
 * Whether a hash of the column is the bare hash of a BSN. All hashes are tried against the same BSNs
 * at once: with n distinct hashes of BSNs, a share s of all BSNs is expected to hit n·s of them, so
 * the more rows, the sooner the answer. Written with and without leading zeros.
 */
export function isHashedBsn(
  database: Database,
  column: DigestColumn,
  {verwacht, stappen}: Budget,
): Promise<boolean> {
  const enough = Math.ceil((verwacht * STEPS) / Math.max(1, column.waarden.length));
  const steps = Array.from({length: Math.min(enough, stappen)}, (_, step) => stepOf(step));
  return isHashOf(database, column, [TEST_NUMBERS, ...steps]);
}

/** One of 64 equal parts of all BSNs, spread over their whole range, as an SQL range of prefixes. */
export function stepOf(step: number): string {
  return `range(${step}, ${PREFIXES}, ${STEPS})`;
}

/** Whether a hash of the column is that of a BSN in one of the ranges, which are tried in order. */
export async function isHashOf(
  database: Database,
  {algoritme, waarden}: DigestColumn,
  ranges: readonly string[],
): Promise<boolean> {
  await database.run('create or replace temp table hash_gezocht (waarde varchar)');
  const appender = await database.connection.createAppender('hash_gezocht');
  for (const waarde of waarden) {
    appender.appendVarchar(waarde);
    appender.endRow();
  }
  appender.closeSync();
  try {
    for (const range of ranges) if (await hits(database, algoritme, range)) return true;
    return false;
  } finally {
    await database.run('drop table hash_gezocht');
  }
}

async function hits(database: Database, algoritme: string, prefixes: string): Promise<boolean> {
  const found = await database.rows(
    `with prefix as (select range as p from ${prefixes}),
     getal as (
       select p, (
         9 * (p // 10000000 % 10) + 8 * (p // 1000000 % 10) + 7 * (p // 100000 % 10)
         + 6 * (p // 10000 % 10) + 5 * (p // 1000 % 10) + 4 * (p // 100 % 10)
         + 3 * (p // 10 % 10) + 2 * (p % 10)
       ) % 11 as controle
       from prefix
     ),
     bsn as (select (p * 10 + controle)::varchar as bsn from getal where controle < 10),
     schrijfwijze as (
       select bsn from bsn
       union all
       select lpad(bsn, 9, '0') from bsn where length(bsn) < 9
     )
     select 1 as een from schrijfwijze
     where ${algoritme}(bsn) in (select waarde from hash_gezocht)
     limit 1`,
  );
  return found.length > 0;
}
