import {readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import type {Database} from './open.ts';

/** What a finding means: figures that can't be true are not published, a notice is told only. */
export type Gevolg = 'geen publicatie' | 'melding';

/** A check of `warehouse/checks/`: one SELECT, and what its rows mean to a reader (Dutch, B1). */
export interface Check {
  check: string;
  /** What ought to be true. */
  uitleg: string;
  gevolg: Gevolg;
  /** What functioneel beheer can do about a finding. */
  actie: string;
  sql: string;
}

/** What a check found: how many rows can't be true. */
export type CheckOutcome = Omit<Check, 'sql'> & {bevindingen: number};

const CHECKS = join(import.meta.dirname, 'checks');

/** All checks by name. Throws when a file lacks one of its four lines of explanation. */
export function readChecks(): Check[] {
  return readdirSync(CHECKS)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readCheck(basename(name, '.sql')));
}

/** The check of this name. Throws when it does not exist or lacks a line of explanation. */
export function readCheck(check: string): Check {
  const sql = readFileSync(join(CHECKS, `${check}.sql`), 'utf8');
  const line = (name: string): string => {
    const text = new RegExp(`^-- ${name}: (.+)$`, 'm').exec(sql)?.[1];
    if (text === undefined) throw new Error(`checks/${check}.sql has no line "-- ${name}: …"`);
    return text;
  };
  const gevolg = line('Gevolg');
  if (gevolg !== 'geen publicatie' && gevolg !== 'melding') {
    throw new Error(`checks/${check}.sql has an unknown Gevolg`);
  }
  return {check, uitleg: line('Uitleg'), gevolg, actie: line('Actie'), sql};
}

/** Runs every check and keeps the outcome in meta.keuring, in place of the last one. */
export async function runChecks(database: Database, now: Date): Promise<CheckOutcome[]> {
  const outcomes: CheckOutcome[] = [];
  for (const {sql, ...check} of readChecks()) {
    const [row] = await database.rows(`select count(*) as aantal from (${sql}\n)`);
    outcomes.push({...check, bevindingen: Number(row?.['aantal'] ?? 0)});
  }
  await database.transaction(async () => {
    await database.run('delete from meta.keuring');
    for (const {check, uitleg, bevindingen} of outcomes) {
      await database.run(
        `insert into meta.keuring by name select $check as check_id, $uitleg as uitleg,
           $now::timestamp as gekeurd_op, $bevindingen as bevindingen`,
        {check, uitleg, now: now.toISOString(), bevindingen},
      );
    }
  });
  return outcomes;
}
