/** The two laws with messages, and the standard that serves each. */
export const WETTEN = {wmo: 'wmo', jw: 'jeugdwet'} as const;
export type Wet = (typeof WETTEN)[keyof typeof WETTEN];

/** R10: unit codes of iWmo and iJw 3.2 (COD756) to the words of the profile. */
export const EENHEDEN: Readonly<Record<string, string>> = {
  '01': 'minuut',
  '04': 'uur',
  '14': 'etmaal',
  '16': 'dagdeel',
  '82': 'stuks',
  '83': 'euro',
  '84': 'stuks',
};

/** R10: frequency codes (COD757). */
export const FREQUENTIES: Readonly<Record<string, string>> = {
  '1': 'dag',
  '2': 'week',
  '4': 'maand',
  '6': 'totaal',
};

/** R9: the same code means something else per law (31: verhuizing in the Wmo, volgens plan in iJw). */
export const REDENEN_EINDE: Readonly<Record<Wet, Readonly<Record<string, string>>>> = {
  wmo: {
    '02': 'overlijden',
    '19': 'volgens_plan',
    '20': 'tijdelijk',
    '21': 'client',
    '22': 'aanbieder',
    '23': 'overleg',
    '31': 'verhuizing',
    '36': 'gemeente',
    '37': 'wijziging',
    '38': 'andere_aanbieder',
    '39': 'ander_domein',
  },
  jeugdwet: {
    '02': 'overlijden',
    '20': 'tijdelijk',
    '31': 'volgens_plan',
    '32': 'client',
    '33': 'aanbieder',
    '34': 'overleg',
    '35': 'extern',
    '36': 'gemeente',
    '37': 'wijziging',
    '38': 'andere_aanbieder',
    '39': 'ander_domein',
  },
};

const twoDigits = (from: number, to: number): string[] =>
  Array.from({length: to - from + 1}, (_, index) => String(from + index).padStart(2, '0'));

/** Product categories per law (iWmo/iJw 3.2, LDT_ProductCategorie). */
export const CATEGORIEEN: Readonly<Record<Wet, ReadonlySet<string>>> = {
  wmo: new Set(twoDigits(1, 18)),
  jeugdwet: new Set([...twoDigits(31, 38), ...twoDigits(40, 55)]),
};

/** LDT_RedenWijziging, the same in both laws; 13 says that the toewijzing never existed (R2). */
export const REDENEN_WIJZIGING: ReadonlySet<string> = new Set(twoDigits(1, 14));
/** LDT_StatusAanlevering: 1 first, 2 changed, 3 withdrawn, 9 unchanged (R5). */
export const STATUS_AANLEVERING: ReadonlySet<string> = new Set(['1', '2', '3', '9']);
export const DEBET_CREDIT: ReadonlySet<string> = new Set(['D', 'C']);
export const GESLACHTEN: Readonly<Record<string, string>> = {'0': 'o', '1': 'm', '2': 'v'};
/** LDT_RedenVerzoek (317) and LDT_RedenAfwijzingVerzoek (319), the same in both laws. */
export const REDENEN_VERZOEK: ReadonlySet<string> = new Set(['1', '2']);
export const REDENEN_AFWIJZING: ReadonlySet<string> = new Set('123456789');
/** LDT_VerzoekAntwoord: what a gemeente says to a request (319). */
export const ANTWOORDEN: Readonly<Record<string, string>> = {'1': 'afgewezen', '2': 'in_onderzoek'};
/** Retourcodes that do not reject: 0200 no remark, 8001 granted in full. */
const GOEDE_RETOURCODES: ReadonlySet<string> = new Set(['0200', '8001']);
/** "Berichtklasse is niet beoordeeld": neither granted nor rejected. */
const NIET_BEOORDEELD = '0233';

/** What an answer says of a claim or a line. */
export type Oordeel = 'goed' | 'afgekeurd' | 'niet_beoordeeld';

/** One rejecting retourcode rejects; without one, 0233 leaves the question open. */
export function judge(retourcodes: readonly string[]): Oordeel {
  const other = retourcodes.filter((code) => !GOEDE_RETOURCODES.has(code));
  if (other.some((code) => code !== NIET_BEOORDEELD)) return 'afgekeurd';
  return other.length > 0 ? 'niet_beoordeeld' : 'goed';
}
