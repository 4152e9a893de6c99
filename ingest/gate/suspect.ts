/**
 * Cells that can't identify anybody, whatever else is in the column: dates of this century, short
 * numbers, amounts and UUIDs. Written so that RE2 (DuckDB) and JavaScript read it alike.
 */
const HARMLESS =
  '(20[0-9]{2}-[01]?[0-9]-[0-3]?[0-9]|[0-3]?[0-9][-/][01]?[0-9][-/]20[0-9]{2})([ T][0-9:.]{4,12}Z?)?' +
  '|-?[0-9]{1,7}([.,][0-9]{1,2})?' +
  '|[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}';

/** Every cell that a detector can hit, seen cheaply; a test holds the two together. */
const SUSPECT = [
  '[^ -~]', // other than plain ASCII: read it closely
  '@|://|[wW]{3}[.]',
  '[0-9][0-9 ./-]{6,}[0-9]', // BSN, telephone, old date
  '[(]0[0-9]{1,3}[)]', // telephone
  '[1-9][0-9]{3} ?[A-Za-z]{2}', // postcode
  '[A-Za-z]{2}[0-9]{2}[ .-]?[A-Za-z0-9]{4}', // IBAN
  '[A-Za-z0-9+/_-]{22}', // hash
  '[A-Za-z]{2,}[ ,.]', // sentence or name
  "^[A-Za-z][A-Za-z'.-]+$", // one word: a name?
].join('|');

/** Of a column with a code list, single words are codes and no names. */
const SUSPECT_CODE = SUSPECT.slice(0, SUSPECT.lastIndexOf('|'));

const CLEAN = new RegExp(`^(${HARMLESS})$`);
const LOOK = new RegExp(SUSPECT);
const LOOK_CODE = new RegExp(SUSPECT_CODE);

/** Whether a cell must be looked at closely. */
export function isSuspect(value: string, code: boolean): boolean {
  return (code ? LOOK_CODE : LOOK).test(value) && !CLEAN.test(value);
}

/** The same question as an SQL condition over a text expression. */
export function suspectSql(cell: string, code: boolean): string {
  const pattern = (code ? SUSPECT_CODE : SUSPECT).replaceAll("'", "''");
  return `(regexp_matches(${cell}, '${pattern}') and not regexp_full_match(${cell}, '${HARMLESS}'))`;
}
