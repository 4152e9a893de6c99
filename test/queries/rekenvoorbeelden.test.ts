// The page a councillor reads carries a sum worked out by hand. Here the real query has to agree.
import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {readCatalogue} from '../../queries/catalogue.ts';
import {buildModels} from '../../warehouse/build.ts';
import {Database} from '../../warehouse/open.ts';
import {applySchema} from '../../warehouse/schema.ts';
import {exactFigure} from '../support/exact-figures.ts';

type Table = Record<string, string>[];
const catalogue = readCatalogue('queries/indicators');
const MONTHS = readFileSync('warehouse/models/ref/maand.sql', 'utf8');

function readTable(markdown: string): Table {
  const lines = markdown.split('\n').filter((line) => line.startsWith('|'));
  const [names = [], , ...rows] = lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
}

async function warehouseWith(page: string): Promise<Database> {
  const database = await Database.open(':memory:');
  await applySchema(database);
  await buildModels(database);
  for (const part of page.split(/^### Gegeven: /m).slice(1)) {
    const table = /^`(.*?)`/.exec(part)![1]!;
    for (const row of readTable(part.split('### Uitkomst')[0]!)) {
      const values = Object.entries(row).map(
        ([name, value]) => `${value === '' ? 'null' : `'${value}'`} as ${name}`,
      );
      await database.run(`insert into ${table} by name select ${values.join(', ')}`);
    }
  }
  await database.run(`create or replace table ref.maand as ${MONTHS}`);
  return database;
}

const INPUTS = new Set(['gebied', 'periode', 'meervoudig', 'variant']);

describe('the worked example on the page of', () => {
  it.each(catalogue.all())('$id', async (definition) => {
    const database = await warehouseWith(definition.rekenvoorbeeld);
    const expected = readTable(definition.rekenvoorbeeld.split('### Uitkomst')[1] ?? '');
    expect(expected.length).toBeGreaterThan(1);
    for (const row of expected) {
      const split = (inputs: boolean) =>
        Object.entries(row).filter(([name]) => INPUTS.has(name) === inputs);
      const outcome = await exactFigure(database, definition, Object.fromEntries(split(true)));
      expect({gebied: row['gebied'], ...outcome}).toEqual({
        gebied: row['gebied'],
        ...Object.fromEntries(split(false).map(([name, value]) => [name, Number(value)])),
      });
    }
    database.close();
  });
});
