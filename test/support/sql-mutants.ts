// Every way in which a query is broken by one slip of the hand, at every place where it can be made.

/** A broken query, and what was done to it. */
export interface Mutant {
  name: string;
  sql: string;
}

type Slip = readonly [name: string, at: RegExp, to: (...match: string[]) => string];

const SLIPS: readonly Slip[] = [
  ['≤ → <', / <= /g, () => ' < '],
  ['≥ → >', / >= /g, () => ' > '],
  ['< → ≤', / < /g, () => ' <= '],
  ['> → ≥', / > /g, () => ' >= '],
  ['= → ≠', / = (?='|true)/g, () => ' <> '],
  [
    'first day lost',
    /([\w.]+) between ([\w.]+)\s+and ([\w.]+)/g,
    (_, day = '', van = '', tot = '') => `${day} > ${van} and ${day} <= ${tot}`,
  ],
  [
    'last day lost',
    /([\w.]+) between ([\w.]+)\s+and ([\w.]+)/g,
    (_, day = '', van = '', tot = '') => `${day} >= ${van} and ${day} < ${tot}`,
  ],
  // In an example there is one gemeente, and keys are unique in it.
  [
    'a condition dropped',
    /\n +(?:and|or) (?!\S*gemeente_code)(?!\S*\.(?:client|casus|aanmelding)_id =)[^\n]+/g,
    () => '',
  ],
  ['a filter dropped', /\bwhere (?!true|\()[^\n]+/g, () => 'where true'],
  ['inner join', /\bleft join\b/g, () => 'join'],
  // Every row has its client, and every client his stay: only other parents can be absent.
  [
    'outer join',
    /(?<!left |asof )\bjoin(?= (?!kern\.(?:client|verblijf|dataeinde|volgeinde)|ref\.|eigen|gevolgd|klasse))/g,
    () => 'left join',
  ],
  ['least → greatest', /\bleast\(/g, () => 'greatest('],
  ['greatest → least', /\bgreatest\(/g, () => 'least('],
  ['min → max', /(?<!\w)min\(/g, () => 'max('],
  ['max → min', /(?<!\w)max\(/g, () => 'min('],
  ['first → last', /\barg_min\(/g, () => 'arg_max('],
  ['last → first', /\barg_max\(/g, () => 'arg_min('],
  ['sum → max', /\bsum\(/g, () => 'max('],
  ['sum → avg', /\bsum\(/g, () => 'avg('],
  ['median → avg', /\bmedian\(/g, () => 'avg('],
  ['any → all', /\bbool_or\(/g, () => 'bool_and('],
  ['bit_or → bit_xor', /\bbit_or\(/g, () => 'bit_xor('],
  ['distinct dropped', /\bdistinct (?!from)/g, () => ''],
  ['union', /\bunion all\b/g, () => 'union'],
  ['or → and', / or /g, () => ' and '],
  ['not lost', /\(not /g, () => '('],
  ['one more', /(?<=[-+<>=/] )[1-9]\d*\b(?!-)/g, (number = '') => String(Number(number) + 1)],
  ['one less', /(?<=[-+<>=/] )[1-9]\d*\b(?!-)/g, (number = '') => String(Number(number) - 1)],
  ['one row more', /range\(/g, () => 'range(1 + '],
  ['1 → 0', /\b1::integer/g, () => '0::integer'],
  ['another top of the scale', /\b[56]::integer/g, () => '4::integer'],
  ['another value', /(?<!date )'(?!9999)[^'|]+'(?! as (?:tabel|herkomst))/g, () => "'x'"],
  ['the first of a list dropped', /in \('[^']+', /g, () => 'in ('],
  ['the last of a list dropped', /(?<=in \([^)]*), '[^']+'\)/g, () => ')'],
  ['no default', /coalesce\(([^(),]+), [^(),]+\)/g, (_, first = '') => first],
  ['null counts as other', / is distinct from /g, () => ' <> '],
  ['null turned', / is not null/g, () => ' is null'],
  ['null turned back', / is null/g, () => ' is not null'],
  ['competing ends count', /then 'concurrent'/g, () => "then 'einde'"],
  ['ends compete', /then 'einde'/g, () => "then 'concurrent'"],
  ['area of long ago', /\S+ between (?=verblijf\.geldig_van)/g, () => "date '2000-01-01' between "],
  ['area of today', /\S+ between (?=verblijf\.geldig_van)/g, () => "date '2030-01-01' between "],
  ['another date', /\bdatum_(aanvraag|besluit)\b/g, other('aanvraag', 'besluit')],
  ['another date', /\bdatum_(start|einde)\b/g, other('start', 'einde')],
  [
    'another date',
    /\bdatum_(eerste_contact|afgesloten|aanmelding)\b/g,
    other('eerste_contact', 'afgesloten'),
  ],
  ['end → start', /\.einddatum\b/g, () => '.ingangsdatum'],
  ['start → end', /\.(?:ingangsdatum|begindatum)\b/g, () => '.einddatum'],
  ['first → last day', /(verblijf\.geldig_|halfjaar\.|maand\.)van\b/g, (_, of = '') => `${of}tot`],
  ['last → first day', /(verblijf\.geldig_|halfjaar\.|maand\.)tot\b/g, (_, of = '') => `${of}van`],
  ['start ↔ end of a pair', /paar\.start\b/g, () => 'paar.eind'],
  ['start ↔ end of a pair', /paar\.eind\b/g, () => 'paar.start'],
];

/** The other of two columns with the same beginning. */
function other(one: string, two: string): Slip[2] {
  return (_, part) => `datum_${part === one ? two : one}`;
}

/**
 * Conditions that may go: they only spare work, by which stays and months can overlap an interval.
 * Its own greatest and least decide, and an interval that ends before it begins counts nowhere.
 */
const OVERLAP =
  /^ *(?:and|join .* on|where) (?:verblijf\.geldig_(?:van <=|tot >=)|maand\.(?:van <=|tot >=)).*$/;

/**
 * All mutants of a query, one slip each; comments are left out. Named after the slip and what the line
 * has become, or was where it was dropped.
 */
export function mutantsOf(sql: string): Mutant[] {
  const bare = sql.replace(/^ *--.*\n/gm, '');
  return SLIPS.flatMap(([name, at, to]) =>
    [...bare.matchAll(at)].flatMap((match): Mutant[] => {
      const before = bare.slice(0, match.index);
      const after = bare.slice(match.index + match[0].length);
      const start = match.index + match[0].search(/\S|$/);
      const line = lineAt(bare, start);
      const isDropped = name.endsWith(' dropped');
      if (isDropped && OVERLAP.test(line)) return [];
      const broken = `${before}${to(...match)}${after}`;
      const become = isDropped ? line : lineAt(broken, start);
      return [{name: `${name}: ${become.trim()}`, sql: broken}];
    }),
  );
}

function lineAt(text: string, place: number): string {
  return text.slice(text.lastIndexOf('\n', place - 1) + 1).split('\n', 1)[0] ?? '';
}
