import {LeveringGeweigerd} from '../../errors.ts';

/** Levels of CBS areas, with the letters of their code and what holds them. */
const LEVELS = [
  {letters: 'GM', digits: 4, niveau: 'gemeente', ouder: null},
  {letters: 'WK', digits: 6, niveau: 'wijk', ouder: {letters: 'GM', digits: 4}},
  {letters: 'BU', digits: 8, niveau: 'buurt', ouder: {letters: 'WK', digits: 6}},
] as const;

/** A CBS area by its full code. */
export interface Area {
  gebied_code: string;
  niveau: (typeof LEVELS)[number]['niveau'];
  ouder_code: string | null;
  gemeente_code: string;
}

/**
 * Reads an area code as CBS writes it: padded with spaces, with or without its letters. Null for
 * what is no gemeente, wijk or buurt (the country, a province). Wijk codes may hold letters.
 */
export function parseArea(code: string): Area | null {
  const text = code.trim().toUpperCase();
  const level = LEVELS.find(({letters, digits}) =>
    new RegExp(`^(${letters})?[0-9]{4}[0-9A-Z]{${digits - 4}}$`).test(text),
  );
  if (level === undefined) return null;
  const {letters, digits, niveau, ouder} = level;
  const number = text.slice(-digits);
  return {
    gebied_code: `${letters}${number}`,
    niveau,
    ouder_code: ouder === null ? null : `${ouder.letters}${number.slice(0, ouder.digits)}`,
    gemeente_code: `GM${number.slice(0, 4)}`,
  };
}

/** Areas have a year: from a property, else from the name of the file, else from cbs.json. */
export function yearOf(
  bestand: string,
  fromProperty: number | null,
  fromSideFile: number | null,
): number {
  // A year alone (wijk_2024) or the first part of a day (pc6hnr20240801).
  const inName = /(?<![0-9])(20[1-9][0-9])(?=([01][0-9][0-3][0-9])?(?![0-9]))/.exec(bestand)?.[1];
  const named = inName === undefined ? null : Number(inName);
  if (fromProperty !== null && named !== null && fromProperty !== named) {
    throw new LeveringGeweigerd(
      bestand,
      'het jaar in de naam is anders dan in het bestand. Herstel de naam.',
    );
  }
  const year = fromProperty ?? named ?? fromSideFile;
  if (year !== null) return year;
  throw new LeveringGeweigerd(
    bestand,
    'het jaar van de indeling is onbekend. Zet het jaar in de naam, zoals wijk_2024.geojson.',
  );
}
