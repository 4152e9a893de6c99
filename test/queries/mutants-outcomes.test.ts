// Every query broken in every standard way, one place at a time: the worked example has to notice.
import {afterAll, describe, expect, it} from 'vitest';
import {readCatalogue, type Definition} from '../../queries/catalogue.ts';
import {readModels} from '../../warehouse/build.ts';
import type {Database} from '../../warehouse/open.ts';
import {tablesRead} from '../../warehouse/sql-tables.ts';
import {mutantsOf} from '../support/broken-queries.ts';
import {agrees, openExample, readExample, type WorkedExample} from '../support/worked-example.ts';

/** Outcomes, stocks of people and surveys. */
const IDS = [
  'bereik',
  'collectief',
  'eigen_kracht',
  'huishoudelijke_hulp',
  'jeugdhulp',
  'participatie',
  'tevredenheid',
  'wmo_maatwerk',
  'zelfredzaamheid_op_peil',
  'zelfredzaamheid_verbeterd',
];
const catalogue = readCatalogue('queries/indicators');
const LOWEST_RATE = 0.95;
const survivors: string[] = [];
let killed = 0;

/** Whether the example still agrees; a query that does not run at all is no mutant. */
async function survives(
  database: Database,
  definition: Definition,
  example: WorkedExample,
): Promise<boolean | null> {
  try {
    return await agrees(database, definition, example);
  } catch {
    return null;
  }
}

function tell(what: string, isAlive: boolean | null): void {
  if (isAlive === true) survivors.push(what);
  if (isAlive === false) killed += 1;
}

/** Models that an example derives from its own rows are a part of the query. */
async function modelsOf(database: Database, {sql}: Definition, {given}: WorkedExample) {
  const read = await tablesRead(database, sql);
  const isGiven = new Set(given.map(([table]) => table));
  return (await readModels(database)).filter(
    ({table, reads}) =>
      read.has(table) && !isGiven.has(table) && [...reads].every((name) => isGiven.has(name)),
  );
}

describe('a query broken in a standard way is noticed by its worked example:', () => {
  it.each(IDS.map((id) => catalogue.get(id)))('$id', async (definition) => {
    const example = readExample(definition.rekenvoorbeeld);
    const database = await openExample(example);
    expect(await survives(database, definition, example)).toBe(true);
    const before = killed;
    for (const {what, sql} of mutantsOf(definition.sql)) {
      tell(`${definition.id}: ${what}`, await survives(database, {...definition, sql}, example));
    }
    if (definition.telt === 'personen') {
      const counted: Definition = {...definition, telt: 'gebeurtenissen'};
      tell(`${definition.id}: distinct dropped`, await survives(database, counted, example));
    }
    for (const {table, sql: model} of await modelsOf(database, definition, example)) {
      for (const {what, sql} of mutantsOf(model)) {
        const isMade = await database.run(`create or replace table ${table} as ${sql}`).then(
          () => true,
          () => false,
        );
        if (!isMade) continue;
        tell(`${table}: ${what}`, await survives(database, definition, example));
      }
      await database.run(`create or replace table ${table} as ${model}`);
    }
    database.close();
    expect(killed).toBeGreaterThan(before);
  });

  afterAll(() => {
    const rate = killed / (killed + survivors.length);
    const alive = survivors.join('\n');
    expect(rate, alive).toBeGreaterThanOrEqual(LOWEST_RATE);
  });
});
