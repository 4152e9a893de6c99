/** What a value in a table can be. */
export type TableCell = string | number | boolean | null;

/** A flat table: the same cells in each format. */
export interface Table {
  kolommen: readonly {naam: string; soort: 'tekst' | 'getal' | 'waar'}[];
  rijen: readonly (readonly TableCell[])[];
}

/** What a route answers, before it is written in a format. A table always has its JSON too. */
export type Answer =
  | {soort: 'json'; inhoud: unknown}
  | {soort: 'tabel'; inhoud: unknown; tabel: Table; naam: string}
  | {soort: 'svg'; svg: string};

/** The formats of the API, by the name used in `?vorm=`. */
export const VORMEN = ['json', 'csv', 'csv-excel', 'arrow'] as const;
export type AnswerVorm = (typeof VORMEN)[number] | 'svg';
