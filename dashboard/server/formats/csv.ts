import {stringify} from 'csv-stringify/sync';
import type {Table, TableCell} from '../answer.ts';

const COMMA = new Intl.NumberFormat('nl-NL', {useGrouping: false, maximumFractionDigits: 12});

/** Open CSV (RFC 4180): comma, decimal point, UTF-8, an empty field for null. */
export function openCsv(table: Table): string {
  return write(table, ',', (cell) => (typeof cell === 'number' ? String(cell) : cell));
}

/** CSV that Excel with Dutch settings opens at once: BOM, semicolon, decimal comma. */
export function excelCsv(table: Table): string {
  return (
    '\uFEFF' + write(table, ';', (cell) => (typeof cell === 'number' ? COMMA.format(cell) : cell))
  );
}

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP CSV injection).
 * Numbers are ours and may start with a minus.
 */
function write(table: Table, delimiter: string, number: (cell: TableCell) => TableCell): string {
  const rows = table.rijen.map((row) =>
    row.map((cell) => {
      if (typeof cell === 'boolean') return cell ? 'ja' : 'nee';
      return typeof cell === 'string' ? withoutFormula(cell) : number(cell);
    }),
  );
  return stringify([table.kolommen.map(({naam}) => naam), ...rows], {
    delimiter,
    record_delimiter: '\r\n',
  });
}

function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
