import {
  Bool,
  Dictionary,
  Float64,
  Int32,
  Table,
  Utf8,
  tableToIPC,
  vectorFromArray,
} from 'apache-arrow';
import type {Table as FlatTable, TableCell} from '../answer.ts';

/** Arrow IPC stream: text as dictionary, numbers as float64, null where a figure is withheld. */
export function arrowStream(table: FlatTable): Buffer {
  const columns = Object.fromEntries(
    table.kolommen.map(({naam, soort}, index) => {
      const cells = table.rijen.map((row) => row[index] ?? null);
      return [naam, vector(soort, cells)];
    }),
  );
  return Buffer.from(tableToIPC(new Table(columns), 'stream'));
}

function vector(soort: FlatTable['kolommen'][number]['soort'], cells: TableCell[]) {
  if (soort === 'getal') return vectorFromArray(cells, new Float64());
  if (soort === 'waar') return vectorFromArray(cells, new Bool());
  return vectorFromArray(cells, new Dictionary(new Utf8(), new Int32()));
}
