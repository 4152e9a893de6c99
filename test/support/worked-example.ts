import {buildModels, readModels} from '../../warehouse/build.ts';
import {Database} from '../../warehouse/open.ts';
import {applySchema} from '../../warehouse/schema.ts';
import {exactFigure, type Counted, type Question} from './exact-figures.ts';

type Rows = Record<string, string>[];

/** What a page gives and expects: rows per table, and questions with their outcome. */
export interface WorkedExample {
  given: [table: string, rows: Rows][];
  expected: {question: Question; outcome: Record<string, number | null>}[];
}

const INPUTS = new Set([
  'gebied',
  'periode',
  'meervoudig',
  'variant',
  'stroom',
  'discipline',
  'wet',
  'vraagtype',
  'wachtduurklasse',
  'productcategorie',
  'domein',
  'vraag',
  'toegangspoort',
]);

/** Reads the tables under the heading Rekenvoorbeeld. */
export function readExample(page: string): WorkedExample {
  const [input = '', output = ''] = page.split('### Uitkomst');
  const given = input
    .split(/^### Gegeven: /m)
    .slice(1)
    .map((part): [string, Rows] => [/^`(.*?)`/.exec(part)![1]!, readTable(part)]);
  const expected = readTable(output).map((row) => {
    const cells = Object.entries(row);
    return {
      question: Object.fromEntries(
        cells.filter(([name, value]) => INPUTS.has(name) && value !== ''),
      ),
      outcome: Object.fromEntries(
        cells
          .filter(([name]) => !INPUTS.has(name))
          .map(([name, value]) => [name, value === '' ? null : Number(value)]),
      ),
    };
  });
  return {given, expected};
}

/** An otherwise empty warehouse with the rows of an example, and all that is derived from them. */
export async function openExample({given}: WorkedExample): Promise<Database> {
  const database = await Database.open(':memory:');
  await applySchema(database);
  await buildModels(database);
  for (const [table, rows] of given) {
    for (const row of rows) {
      const values = Object.entries(row).map(
        ([name, value]) => `${value === '' ? 'null' : `'${value}'`} as ${name}`,
      );
      await database.run(`insert into ${table} by name select ${values.join(', ')}`);
    }
  }
  const isGiven = new Set(given.map(([table]) => table));
  for (const {table, sql, reads} of await readModels(database)) {
    const fromGiven = [...reads].every((name) => /^(kern|ref)\./.test(name));
    if (fromGiven && !isGiven.has(table)) {
      await database.run(`create or replace table ${table} as ${sql}`);
    }
  }
  return database;
}

/** Runs the query over the given rows, in an otherwise empty warehouse; one outcome per question. */
export async function runExample(
  definition: Counted,
  example: WorkedExample,
): Promise<Record<string, unknown>[]> {
  const database = await openExample(example);
  const outcomes = [];
  for (const {question} of example.expected) {
    outcomes.push(await exactFigure(database, definition, question));
  }
  database.close();
  return outcomes;
}

/** Whether the query gives exactly what the page promises. */
export async function exampleAgrees(definition: Counted, example: WorkedExample): Promise<boolean> {
  const database = await openExample(example);
  const isTrue = await agrees(database, definition, example);
  database.close();
  return isTrue;
}

/** Whether a query gives what the page promises; stops at the first question where it does not. */
export async function agrees(
  database: Database,
  definition: Counted,
  {expected}: WorkedExample,
): Promise<boolean> {
  // Evaluated once: every question is asked of the same contributions.
  await database.run(`create or replace temp table bijdrage_voorbeeld as ${definition.sql}`);
  const counted = {...definition, sql: 'from bijdrage_voorbeeld'};
  for (const {question, outcome} of expected) {
    const found = await exactFigure(database, counted, question);
    if (Object.entries(outcome).some(([name, value]) => found[name] !== value)) return false;
  }
  return true;
}

function readTable(markdown: string): Rows {
  const lines = markdown.split('\n').filter((line) => line.startsWith('|'));
  const [names = [], , ...rows] = lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
}
