import writeExcelFile, {type Cell, type SheetData} from 'write-excel-file/node';
import type {Table, TableCell} from '../answer.ts';

/** What stands on the second sheet: a name and what it means, a row each. */
export type Toelichting = readonly (readonly [naam: string, uitleg: string])[];

const MONEY = '_cent';
const HEADER = {fontWeight: 'bold'} as const;

/**
 * A workbook of two sheets: the cells with their types, and what they mean. Columns in cents become
 * euros with two decimals, under their own name, and days become dates; an unknown or withheld value is an empty cell.
 */
export async function workbook(tabel: Table, toelichting: Toelichting): Promise<Buffer> {
  const header = tabel.kolommen.map(({naam}) => ({
    value: naam.endsWith(MONEY) ? naam.replace(/_cent$/, '_euro') : naam,
    ...HEADER,
  }));
  const rows = tabel.rijen.map((row) =>
    row.map((cell, index) => typedCell(cell, tabel.kolommen[index]?.naam ?? '')),
  );
  const uitleg: SheetData = [
    [
      {value: 'naam', ...HEADER},
      {value: 'uitleg', ...HEADER},
    ],
    ...toelichting.map(([naam, tekst]) => [textCell(naam), textCell(tekst)]),
  ];
  return writeExcelFile([
    {
      data: [header, ...rows],
      sheet: 'Cijfers',
      columns: tabel.kolommen.map(({soort}) => ({width: soort === 'tekst' ? 28 : 18})),
      stickyRowsCount: 1,
    },
    {data: uitleg, sheet: 'Uitleg', columns: [{width: 28}, {width: 100}]},
  ]).toBuffer();
}

function typedCell(cell: TableCell, naam: string): Cell {
  if (cell === null) return null;
  if (typeof cell === 'string') return isDay(cell, naam) ? dayCell(cell) : textCell(cell);
  if (typeof cell === 'boolean') return {value: cell, type: Boolean};
  if (naam.endsWith(MONEY)) return {value: cell / 100, type: Number, format: '#,##0.00'};
  return {value: cell, type: Number};
}

function isDay(cell: string, naam: string): boolean {
  return naam.startsWith('datum') && /^\d{4}-\d{2}-\d{2}$/.test(cell);
}

/** A day that a reader can sort and count with; a workbook knows no time zones. */
function dayCell(day: string): Cell {
  return {value: new Date(`${day}T00:00:00Z`), type: Date, format: 'dd-mm-yyyy'};
}

/** Text stays text: a cell that begins with = is no formula. */
function textCell(text: string): Cell {
  return {value: text, type: String};
}
