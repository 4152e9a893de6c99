import {EENHEDEN, FREQUENTIES, REDENEN_EINDE, type Wet} from '../istandaarden/codes.ts';

/** `regeling.identificatie`: the law. */
export const REGELINGEN: Readonly<Record<string, Wet>> = {
  WMO: 'wmo',
  JW: 'jeugdwet',
  JEUGDWET: 'jeugdwet',
};

/**
 * Reasons of ending from before iWmo 2.0 that Zorgned still holds, by code and description: 02 was
 * "nieuwe indicatie" then and is "overlijden" now. Null: the old reason says nothing we count.
 */
const OUDE_REDENEN: Readonly<Record<string, string | null>> = {
  '02 nieuw indicatie': 'wijziging',
  '02 nieuwe indicatie': 'wijziging',
  '02 overlijden': 'overlijden',
  '03 overig': null,
  '04 overplaatsing': 'andere_aanbieder',
  '07 einde zorg': 'volgens_plan',
  '16 einde hulp beëindigd door aanbieder': 'aanbieder',
  '17 einde hulp overleg beide': 'overleg',
};

/** A code that had another meaning before is only known together with its description. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['02']);

/** The reason of ending in words of the profile; `undefined` when it is unknown. */
export function reasonOf(
  wet: Wet,
  {code, omschrijving}: {code: string; omschrijving: string},
): string | null | undefined {
  const text = omschrijving.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  const old = OUDE_REDENEN[`${code.trim()} ${text}`];
  if (old !== undefined) return old;
  return AMBIGUOUS.has(code.trim()) ? undefined : REDENEN_EINDE[wet][code.trim()];
}

/** Zorgned's own frequency: no word of the profile means four weeks. */
const VIER_WEKEN = '3';
/** Euros; Zorgned writes them as cents. */
const EURO = '83';

/** The size of a provision, as text cells. */
export interface Omvang {
  volume: string | null;
  eenheid: string | null;
  frequentie: string | null;
  budget: string | null;
}

/** No size: allowed, see rule R8. */
export const ZONDER_OMVANG: Omvang = {volume: null, eenheid: null, frequentie: null, budget: null};

/** The size in words of the profile, or the name of the field of which the code is unknown. */
export function omvangOf(
  volume: number,
  eenheid: string,
  frequentie: string,
): Omvang | {onbekend: 'eenheid' | 'frequentie'} | 'vier_weken' {
  const unit = EENHEDEN[eenheid.trim()];
  if (unit === undefined) return {onbekend: 'eenheid'};
  if (frequentie.trim() === VIER_WEKEN) return 'vier_weken';
  const per = FREQUENTIES[frequentie.trim()];
  if (per === undefined) return {onbekend: 'frequentie'};
  if (eenheid.trim() === EURO) {
    return {volume: null, eenheid: unit, frequentie: per, budget: (volume / 100).toFixed(2)};
  }
  return {volume: String(volume), eenheid: unit, frequentie: per, budget: null};
}
