import type {Veld} from '../uitwisselprofiel/profile.ts';
import type {ColumnMapping, FileMapping} from './mapping.ts';
import {literal, lowerList} from './sql-text.ts';

/** SQL that writes a cell as the profile does, and what makes it impossible. */
export interface Conversion {
  /** A first step, once per cell; `sql` and `waar` know it by the name that they were given. */
  eerst: string;
  /** The canonical text, null when the cell is empty. */
  sql: string;
  /** Conditions under which the row is rejected; the first one that holds gives the reason. */
  fouten: {waar: string; code: string; reden: string}[];
}

/** The SQL of a delivered cell (null when it is empty), and the name of its first step. */
interface Cell {
  cel: string;
  stap: string;
}

/** How a canonical column is filled from a cell. */
export function conversionOf(
  veld: Veld,
  from: ColumnMapping,
  cell: Cell,
  decimaal: FileMapping['decimaal'],
): Conversion {
  if ('vast' in from) return {eerst: 'null', sql: literal(from.vast), fouten: []};
  const converted = from.waarden
    ? listed(from, from.waarden, cell)
    : byType(veld, from, cell, decimaal);
  if (from.als_leeg === undefined) return converted;
  return {...converted, sql: `coalesce(${converted.sql}, ${literal(from.als_leeg)})`};
}

type FromColumn = Extract<ColumnMapping, {kolom: string}>;

function byType(
  {type}: Veld,
  from: FromColumn,
  {cel, stap}: Cell,
  decimaal: FileMapping['decimaal'],
): Conversion {
  if (type === 'date') return {eerst: isoDate(cel), ...date(stap, from.onvolledig)};
  if (type === 'integer' || type === 'number') {
    return {eerst: point(cel, decimaal), ...number({cel, stap}, type, from.keer, decimaal)};
  }
  if (type === 'boolean') return {eerst: `lower(${cel})`, sql: yesOrNo({cel, stap}), fouten: []};
  const {lengte} = from;
  if (lengte === undefined) return {eerst: 'null', sql: cel, fouten: []};
  const short = `regexp_full_match(${cel}, '[0-9]{1,${lengte}}')`;
  const sql = `case when ${short} then lpad(${cel}, ${lengte}, '0') else ${cel} end`;
  return {eerst: 'null', sql, fouten: []};
}

function listed(
  {anders}: FromColumn,
  waarden: Record<string, string>,
  {cel, stap}: Cell,
): Conversion {
  const whens = Object.entries(waarden).map(
    ([value, to]) => `when ${lowerList([value])} then ${literal(to)}`,
  );
  const other = anders === undefined ? 'null' : `if(${cel} is null, null, ${literal(anders)})`;
  const conversion = {
    eerst: `lower(${cel})`,
    sql: `case ${stap} ${whens.join(' ')} else ${other} end`,
  };
  if (anders !== undefined) return {...conversion, fouten: []};
  const waar = `${stap} not in (${lowerList(Object.keys(waarden))})`;
  const reden = 'deze waarde staat niet in de lijst van het profiel. Vul de lijst aan.';
  return {...conversion, fouten: [{waar, code: 'WAARDE_ONBEKEND', reden}]};
}

function yesOrNo({cel, stap}: Cell): string {
  return `case when ${stap} in ('ja', 'j', '1', 'true', 'waar', 'yes', 'y') then 'ja'
    when ${stap} in ('nee', 'n', '0', 'false', 'onwaar', 'no') then 'nee' else ${cel} end`;
}

/**
 * Amounts as people write them: € in front or behind, thousands apart, a minus in front or behind,
 * ",-" for whole euros. A point among decimal commas is only accepted where thousands stand apart,
 * so that 1.5 never becomes 15. Null for what is no number.
 */
function point(cel: string, decimaal: FileMapping['decimaal']): string {
  const groep = decimaal === ',' ? '.' : ',';
  const bare = `regexp_replace(regexp_replace(${cel}, '€|EUR|\\s', '', 'gi'), '${decimaal}-{1,2}$', '')`;
  const signed = `regexp_replace(${bare}, '^([0-9.,]+)-$', '-\\1')`;
  const pattern = `[-+]?([0-9]{1,3}([${groep}][0-9]{3})+|[0-9]+)([${decimaal}][0-9]+)?`;
  const written = `replace(replace(ltrim(${signed}, '+'), '${groep}', ''), '${decimaal}', '.')`;
  // The plain form first: most cells are, and the other one costs ten times as much.
  return `case
    when regexp_full_match(${cel}, '-?[0-9]+([${decimaal}][0-9]+)?')
      then replace(${cel}, '${decimaal}', '.')
    when regexp_full_match(${signed}, '${pattern}') then ${written}
  end`;
}

function number(
  {cel, stap}: Cell,
  type: 'integer' | 'number',
  keer: number | undefined,
  decimaal: FileMapping['decimaal'],
): Omit<Conversion, 'eerst'> {
  // 30,00 is a whole number; what is left behind the point is for the rules of the profile.
  const whole = type === 'integer' ? `regexp_replace(${stap}, '[.]0+$', '')` : stap;
  const times = `cast(try_cast(${stap} as decimal(18, 4)) * ${keer ?? 1} as decimal(18, 4))::varchar`;
  const naam = decimaal === ',' ? 'decimale komma' : 'decimale punt';
  const reden = `dit is geen getal met een ${naam}. Herstel de cel of pas het profiel aan.`;
  return {
    sql: keer === undefined ? whole : `regexp_replace(${times}, '[.]?0+$', '')`,
    fouten: [{waar: `${cel} is not null and ${stap} is null`, code: 'GETAL', reden}],
  };
}

const TIME = '([T ]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?)?';
const ZONED = '[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+ ?(Z|[+-][0-9]{2}:?[0-9]{2})';

/** How dates are written: what matches, and year, month and day of it. Day before month, always. */
const FORMS = [
  {patroon: `([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})${TIME}`, jaar: 1, maand: 2, dag: 3},
  {patroon: `([0-9]{4})([0-9]{2})([0-9]{2})${TIME}`, jaar: 1, maand: 2, dag: 3},
  {patroon: `([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})${TIME}`, jaar: 3, maand: 2, dag: 1},
  {patroon: `([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{2})${TIME}`, jaar: 3, maand: 2, dag: 1},
] as const;

/** Days since 30 December 1899, as a spreadsheet counts: 1954 up to 2119, so never a year. */
const SERIAL = '[2-7][0-9]{4}([.,][0-9]+)?';

function date(iso: string, onvolledig: FromColumn['onvolledig']): Omit<Conversion, 'eerst'> {
  const incomplete = `regexp_full_match(${iso}, '[1-9][0-9]{3}-(00-[0-9]{2}|[0-9]{2}-00)')`;
  // A date of zeros is how old systems write that there is none.
  const known = `nullif(${iso}, '0000-00-00')`;
  if (onvolledig === undefined) {
    const reden = 'dag of maand is 00. Vul de datum aan, of kies "onvolledig" in het profiel.';
    return {sql: known, fouten: [{waar: incomplete, code: 'DATUM_ONVOLLEDIG', reden}]};
  }
  const first = `try_cast(replace(${iso}, '-00', '-01') as date)`;
  const span = `case when ${iso}[6:7] = '00' then interval 1 year else interval 1 month end`;
  const last = `cast(${first} + ${span} - interval 1 day as date)`;
  const chosen = onvolledig === 'eerste_dag' ? first : last;
  return {sql: `case when ${incomplete} then ${chosen}::varchar else ${known} end`, fouten: []};
}

/** The cell as jjjj-mm-dd; as it is when it is no date, so that the profile's own rule rejects it. */
function isoDate(cel: string): string {
  const forms = FORMS.map(({patroon, jaar, maand, dag}) => {
    const part = (group: number): string => `regexp_extract(${cel}, '^${patroon}$', ${group})`;
    const year = `case when length(${part(jaar)}) = 4 then '' when ${part(jaar)} < '70' then '20' else '19' end`;
    return `when regexp_full_match(${cel}, '${patroon}') then
      (${year}) || ${part(jaar)} || '-' || lpad(${part(maand)}, 2, '0') || '-' || lpad(${part(dag)}, 2, '0')`;
  });
  // A moment with a zone is another day in the Netherlands than in Greenwich for an hour or two.
  const zoned = `cast(timezone('Europe/Amsterdam', try_cast(${cel} as timestamptz)) as date)::varchar`;
  // The two plain forms first: most cells are, and the others cost ten times as much.
  return `(case
    when regexp_full_match(${cel}, '[0-9]{4}-[0-9]{2}-[0-9]{2}') then ${cel}
    when regexp_full_match(${cel}, '[0-9]{2}-[0-9]{2}-[0-9]{4}')
      then ${cel}[7:10] || '-' || ${cel}[4:5] || '-' || ${cel}[1:2]
    when regexp_full_match(${cel}, '${ZONED}') then ${zoned}
    ${forms.join('\n    ')}
    when regexp_full_match(${cel}, '${SERIAL}') then
      (date '1899-12-30' + cast(${cel}[1:5] as integer))::varchar
    else ${cel} end)`;
}
