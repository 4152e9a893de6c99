// A query broken by a slip of the hand, in the standard ways. Each rule breaks one place at a time.

/** One broken query, and what was done to it. */
export interface Mutant {
  what: string;
  sql: string;
}

type Change = string | ((...match: string[]) => string);

const RULES: readonly [name: string, from: RegExp, to: Change][] = [
  ['≤ → <', / <= /g, ' < '],
  ['≥ → >', / >= /g, ' > '],
  ['< → ≤', / < /g, ' <= '],
  ['first day lost', /([\w.]+) between ([\w.]+)\s+and ([\w.]+)/g, '$1 > $2 and $1 <= $3'],
  ['last day lost', /([\w.]+) between ([\w.]+)\s+and ([\w.]+)/g, '$1 >= $2 and $1 < $3'],
  [
    'area at another date',
    /([\w.]+) between (verblijf\.geldig_van)/g,
    "date '2000-01-01' between $2",
  ],
  [
    'filter dropped',
    /\n +and (?!\S*gemeente_code)(?!\S*\.(?:client|casus|aanmelding)_id =)[^\n]+/g,
    '',
  ],
  ['filter dropped', /\bwhere (?!\()[^\n]+/g, 'where true'],
  ['join side', /\bleft join\b/g, 'join'],
  ['another value', /(?<!date )'(?!9999)[^'|]+'(?! as (?:tabel|herkomst))/g, "'x'"],
  ['null counts as other', / is distinct from /g, ' <> '],
  ['null counts as filled', / is not null/g, ' is null'],
  ['greatest → least', /\bgreatest\(/g, 'least('],
  ['least → greatest', /\bleast\(/g, 'greatest('],
  ['one more', /(?<=[\w)] \+ |\/\/ )\d+/g, (number) => String(Number(number) + 1)],
  ['end → start', /\bdatum_einde\b/g, 'datum_start'],
  ['start → end', /\bdatum_start\b/g, 'datum_einde'],
  ['end → start', /\.einddatum\b/g, '.ingangsdatum'],
  ['start → end', /\.(ingangsdatum|begindatum)\b/g, '.einddatum'],
  ['first → last day of a stay', /verblijf\.geldig_van/g, 'verblijf.geldig_tot'],
  ['last → first day of a stay', /verblijf\.geldig_tot/g, 'verblijf.geldig_van'],
  ['first → last day of a period', /(halfjaar|maand)\.van/g, '$1.tot'],
  ['last → first day of a period', /(halfjaar|maand)\.tot/g, '$1.van'],
  ['start ↔ end of a pair', /paar\.start\b/g, 'paar.eind'],
  ['start ↔ end of a pair', /paar\.eind\b/g, 'paar.start'],
  ['any → all', /\bbool_or\(/g, 'bool_and('],
  ['not lost', /\(not /g, '('],
  ['or → and', / or /g, ' and '],
  ['first → last', /\barg_min\(/g, 'arg_max('],
  ['last → first', /\barg_max\(/g, 'arg_min('],
  ['last → first', /\bmax\(/g, 'min('],
  ['one row more', /range\(/g, 'range(1 + '],
  ['1 → 0', /\b1::integer/g, '0::integer'],
  ['number', /\b([56])::integer/g, '4::integer'],
  ['median → avg', /\bmedian\(/g, 'avg('],
];

/**
 * Conditions that may go: they only spare work, by which stays and months can overlap an interval.
 * Its own greatest and least decide, and an interval that ends before it begins counts nowhere.
 */
const OVERLAP =
  /^ *(?:and|join .* on|where) (?:verblijf\.geldig_(?:van <=|tot >=)|maand\.(?:van <=|tot >=)).*$/;

/** Every query that differs from `sql` by one slip; comments are left out. */
export function mutantsOf(sql: string): Mutant[] {
  const code = sql.replaceAll(/--[^\n]*/g, '');
  return RULES.flatMap(([name, from, to]) =>
    [...code.matchAll(from)].flatMap((match): Mutant[] => {
      const at = match.index + match[0].search(/\S/);
      const line = code.slice(code.lastIndexOf('\n', at) + 1).split('\n', 1)[0] ?? '';
      if (name === 'filter dropped' && OVERLAP.test(line)) return [];
      const sqlAfter = code.replaceAll(from, (...found: (string | number)[]) => {
        const isHere = found.includes(match.index);
        const texts = found.map(String);
        if (!isHere) return texts[0] ?? '';
        return typeof to === 'string' ? fill(to, texts) : to(...texts);
      });
      return [{what: `${name}: ${match[0].trim()} (at ${at}: ${line.trim()})`, sql: sqlAfter}];
    }),
  );
}

function fill(text: string, found: readonly string[]): string {
  return text.replaceAll(/\$(\d)/g, (_, group: string) => found[Number(group)] ?? '');
}
