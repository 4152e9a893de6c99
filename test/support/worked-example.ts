import {readFileSync} from 'node:fs';
import type {Definition} from '../../queries/catalogue.ts';
import {buildModels} from '../../warehouse/build.ts';
import {Database} from '../../warehouse/open.ts';
import {applySchema} from '../../warehouse/schema.ts';
import {exactFigure, type Question} from './exact-figures.ts';

type Rows = Record<string, string>[];

/** What a page gives and expects: rows per table, and questions with their outcome. */
export interface WorkedExample {
  given: [table: string, rows: Rows][];
  expected: {question: Question; outcome: Record<string, number | null>}[];
}

const MONTHS = readFileSync('warehouse/models/ref/maand.sql', 'utf8');
const INPUTS = new Set(['gebied', 'periode', 'meervoudig', 'variant']);

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

/** Runs the query over the given rows, in an otherwise empty warehouse; one outcome per question. */
export async function runExample(
  definition: Pick<Definition, 'vorm' | 'sql' | 'tellerDimensies'>,
  {given, expected}: WorkedExample,
): Promise<Record<string, unknown>[]> {
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
  await database.run(`create or replace table ref.maand as ${MONTHS}`);
  const outcomes = [];
  for (const {question} of expected) {
    outcomes.push(await exactFigure(database, definition, question));
  }
  database.close();
  return outcomes;
}

/** Whether the query gives exactly what the page promises. */
export async function exampleAgrees(
  definition: Pick<Definition, 'vorm' | 'sql' | 'tellerDimensies'>,
  example: WorkedExample,
): Promise<boolean> {
  const outcomes = await runExample(definition, example);
  return example.expected.every(({outcome}, at) =>
    Object.entries(outcome).every(([name, value]) => outcomes[at]?.[name] === value),
  );
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
