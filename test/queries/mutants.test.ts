// Every query broken by every slip at every place: its worked example has to notice. A mutant that
// the engine refuses is no mutant.
import {afterAll, describe, expect, it} from 'vitest';
import {readCatalogue, type Definition} from '../../queries/catalogue.ts';
import {readModels, type Model} from '../../warehouse/build.ts';
import type {Database} from '../../warehouse/open.ts';
import {tablesRead} from '../../warehouse/sql-tables.ts';
import {mutantsOf, type Mutant} from '../support/sql-mutants.ts';
import {agrees, openExample, readExample, type WorkedExample} from '../support/worked-example.ts';

/** Slips that change no answer to any question, and why: they say nothing about the examples. */
const HARMLESS: readonly [RegExp, string][] = [
  [/a (filter|condition) dropped .*<= (dataeinde|gevolgd)\.data_tot/, 'it was not seen yet'],
  [/a filter dropped .*is not null/, 'what has no date is in no period'],
  [/^(crisis|wachtlijst|zorguren_per_client): union/, 'every row has a key of its own'],
  [/^zelf_opgelost: union/, 'of the second line only the first day counts'],
  [/^(caseload|instroom_per_fte|inzet_per_client): outer join/, 'a filter below drops the rest'],
  [/^(inzet|zorguren)_per_client: least → greatest/, 'days outside are cut off afterwards'],
  [/^(inzet|zorguren)_per_client: one less \(line \d+: 1\)/, 'a moved mask has as many bits'],
  [/^wachtlijst: one (more|less) .*2000000/, 'any day beyond a lifetime will do'],
  [/^wachtlijst: > → ≥/, 'on that day itself a bare count is left out already'],
  [/^ref\.maand: (min|max)/, 'months at the ends of the data are in no question'],
  [/^collectief: (union|distinct)/, 'persons are counted, each once'],
  [/^zorguren_per_client: no default .*minuten/, 'a sum skips what is not known'],
  [
    /^(doorlooptijd|langer_dan_drie_maanden): (another date|or → and) .*(datum_einde|or)\)/,
    'without an end there is no outcome to count',
  ],
  [/^terugkeer: another date \(line 13/, 'what has not ended begins in no period'],
  [/: (first → last day|end → start) .*\(line 2\d: (verblijf|\.einddatum)/, 'it only spares work'],
];
const LOWEST_RATE = 0.95;
/** By default one in four, so that the suite stays quick; `MUTANTS=all` tries all and tells. */
const TELLS = process.env['MUTANTS'] === 'all';
const STEP = TELLS ? 1 : 4;

const catalogue = readCatalogue('queries/indicators');
const survivors: string[] = [];
let killed = 0;

function chosen(name: string, sql: string): Mutant[] {
  return mutantsOf(sql)
    .map((mutant) => ({...mutant, name: `${name}: ${mutant.name}`}))
    .filter((mutant) => !HARMLESS.some(([slip]) => slip.test(mutant.name)))
    .filter((_, index) => index % STEP === 0);
}

function tell(name: string, isAlive: boolean | null): void {
  if (isAlive === true) survivors.push(name);
  if (isAlive === false) killed += 1;
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
      for (const {name, sql} of chosen(table, model)) {
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
    expect(rate, survivors.join('\n')).toBeGreaterThanOrEqual(LOWEST_RATE);
  });
});
