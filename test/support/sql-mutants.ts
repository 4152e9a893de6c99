// Every way in which a query is broken by one slip of the hand, at every place where it can be made.

/** A broken query, and where it was broken. */
export interface Mutant {
  name: string;
  sql: string;
}

type Slip = readonly [name: string, at: RegExp, to: (match: RegExpExecArray) => string];

const SLIPS: readonly Slip[] = [
  ['≤ → <', / <= /g, () => ' < '],
  ['≥ → >', / >= /g, () => ' > '],
  ['< → ≤', / < /g, () => ' <= '],
  ['> → ≥', / > /g, () => ' >= '],
  ['= → ≠', / = (?='|true)/g, () => ' <> '],
  // What only narrows a join to days that overlap is cut to those days afterwards.
  ['a condition dropped', /\n +(?:and|or) (?!(?:maand|verblijf)\.\w+ [<>]=)[^\n]+/g, () => ''],
  ['a filter dropped', /\n *where (?!true)[^\n]+/g, () => '\nwhere true'],
  ['inner join', /\bleft join\b/g, () => 'join'],
  // Every row has its client, and every client his stay: only other parents can be absent.
  [
    'outer join',
    /(?<!left |asof )\bjoin(?= (?!kern\.(?:client|verblijf|dataeinde)|ref\.|gevolgd|klasse))/g,
    () => 'left join',
  ],
  ['least → greatest', /\bleast\(/g, () => 'greatest('],
  ['greatest → least', /\bgreatest\(/g, () => 'least('],
  ['min → max', /\bmin\(/g, () => 'max('],
  ['max → min', /\bmax\(/g, () => 'min('],
  ['sum → max', /\bsum\(/g, () => 'max('],
  ['sum → avg', /\bsum\(/g, () => 'avg('],
  ['bit_or → bit_xor', /\bbit_or\(/g, () => 'bit_xor('],
  ['distinct dropped', /\bdistinct /g, () => ''],
  ['union', /\bunion all\b/g, () => 'union'],
  ['one more', /(?<=[-+<>=] )[1-9]\d*\b(?!-)/g, ([number]) => String(Number(number) + 1)],
  ['one less', /(?<=[-+<>=] )[1-9]\d*\b(?!-)/g, ([number]) => String(Number(number) - 1)],
  ['another value', /(?<== )'[a-z_0-9]+'/g, () => "'iets_anders'"],
  ['the first of a list dropped', /in \('[^']+', /g, () => 'in ('],
  ['the last of a list dropped', /(?<=in \([^)]*), '[^']+'\)/g, () => ')'],
  ['no default', /coalesce\(([^(),]+), [^(),]+\)/g, ([, first]) => first ?? ''],
  ['null turned', / is not null/g, () => ' is null'],
  ['null turned back', / is null/g, () => ' is not null'],
  ['competing ends count', /then 'concurrent'/g, () => "then 'einde'"],
  ['ends compete', /then 'einde'/g, () => "then 'concurrent'"],
  [
    'area of long ago',
    /\S+ between verblijf\.geldig_van/g,
    () => "date '2000-01-01' between verblijf.geldig_van",
  ],
  [
    'area of today',
    /\S+ between verblijf\.geldig_van/g,
    () => "date '2030-01-01' between verblijf.geldig_van",
  ],
  ['another date', /\bdatum_(aanvraag|besluit)\b/g, other('aanvraag', 'besluit')],
  ['another date', /\bdatum_(start|einde)\b/g, other('start', 'einde')],
  [
    'another date',
    /\bdatum_(eerste_contact|afgesloten|aanmelding)\b/g,
    other('eerste_contact', 'afgesloten'),
  ],
];

/** The other of two columns with the same beginning. */
function other(one: string, two: string): Slip[2] {
  return ([, part]) => `datum_${part === one ? two : one}`;
}

/** All mutants of a query, one slip each; comments are left out. */
export function mutantsOf(sql: string): Mutant[] {
  const bare = sql.replace(/^ *--.*\n/gm, '');
  return SLIPS.flatMap(([name, at, to]) =>
    [...bare.matchAll(at)].map((match) => {
      const before = bare.slice(0, match.index);
      const after = bare.slice(match.index + match[0].length);
      const line = before.split('\n').length;
      return {
        name: `${name} (line ${line}: ${match[0].trim()})`,
        sql: `${before}${to(match)}${after}`,
      };
    }),
  );
}
