// Every query broken by every slip at every place: its worked example has to notice. A mutant that
// the engine refuses is no mutant.
import {afterAll, describe, expect, it} from 'vitest';
import {readCatalogue, type Definition} from '../../queries/catalogue.ts';
import {readModels, type Model} from '../../warehouse/build.ts';
import type {Database} from '../../warehouse/open.ts';
import {tablesRead} from '../../warehouse/sql-tables.ts';
import {harmlessBecause} from '../support/harmless-slips.ts';
import {mutantsOf, type Mutant} from '../support/sql-mutants.ts';
import {agrees, openExample, readExample, type WorkedExample} from '../support/worked-example.ts';

const LOWEST_RATE = 0.95;
/** By default one in four, so that the suite stays quick; `MUTANTS=all` tries all and tells. */
const TELLS = process.env['MUTANTS'] === 'all';
const STEP = TELLS ? 1 : 4;

const catalogue = readCatalogue('queries/indicators');
const survivors: string[] = [];
/** Slips that were called harmless, and are not. */
const harmful: string[] = [];
let killed = 0;

function chosen(name: string, sql: string): Mutant[] {
  return mutantsOf(sql)
    .map((mutant) => ({...mutant, name: `${name}: ${mutant.name}`}))
    .filter((mutant) => TELLS || harmlessBecause(mutant.name) === null)
    .filter((_, index) => index % STEP === 0);
}

function tell(name: string, isAlive: boolean | null): void {
  if (harmlessBecause(name) !== null) {
    if (isAlive === false) harmful.push(name);
  } else if (isAlive === true) survivors.push(name);
  else if (isAlive === false) killed += 1;
}

/** Whether the example still agrees; null when the query does not run at all. */
function survives(
  database: Database,
  definition: Definition,
  example: WorkedExample,
): Promise<boolean | null> {
  return agrees(database, definition, example).catch(() => null);
}

/** Models that an example derives from its own rows are a part of the query. */
async function modelsOf(
  database: Database,
  {sql}: Definition,
  {given}: WorkedExample,
): Promise<Model[]> {
  const read = await tablesRead(database, sql);
  const isGiven = new Set(given.map(([table]) => table));
  return (await readModels(database)).filter(
    ({table, reads}) =>
      read.has(table) && !isGiven.has(table) && [...reads].every((name) => isGiven.has(name)),
  );
}

describe('a query broken by a slip is noticed by its worked example:', () => {
  it.each(catalogue.all())('$id', async (definition) => {
    const example = readExample(definition.rekenvoorbeeld);
    const database = await openExample(example);
    expect(await survives(database, definition, example)).toBe(true);
    const before = killed;
    for (const {name, sql} of chosen(definition.id, definition.sql))
      tell(name, await survives(database, {...definition, sql}, example));
    if (definition.telt === 'personen') {
      const counted: Definition = {...definition, telt: 'gebeurtenissen'};
      tell(`${definition.id}: persons dropped`, await survives(database, counted, example));
    }
    for (const {table, sql: model} of await modelsOf(database, definition, example)) {
      for (const {name, sql} of chosen(`${definition.id}: ${table}`, model)) {
        const isMade = await database.run(`create or replace table ${table} as ${sql}`).then(
          () => true,
          () => false,
        );
        if (isMade) tell(name, await survives(database, definition, example));
      }
      await database.run(`create or replace table ${table} as ${model}`);
    }
    database.close();
    expect(killed).toBeGreaterThan(before);
  });

  afterAll(() => {
    const rate = killed / (killed + survivors.length);
    if (TELLS)
      console.log(
        [...survivors, `${killed} noticed of ${killed + survivors.length}: ${rate}`].join('\n'),
      );
    expect(harmful).toEqual([]);
    expect(rate, survivors.join('\n')).toBeGreaterThanOrEqual(LOWEST_RATE);
  });
});
