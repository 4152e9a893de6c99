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
  | {
      soort: 'tabel';
      inhoud: unknown;
      tabel: Table;
      naam: string;
      /** What columns and filters mean; only a workbook has room for it. */
      toelichting?: readonly (readonly [naam: string, uitleg: string])[];
    }
  | {soort: 'svg'; svg: string};

/** The formats of the API, by the name used in `?vorm=`. */
export const VORMEN = ['json', 'csv', 'csv-excel', 'arrow'] as const;
/** The same, with a workbook: for answers that explain themselves on a second sheet. */
export const VORMEN_MET_WERKBOEK = [...VORMEN, 'xlsx'] as const;
export type AnswerVorm = (typeof VORMEN_MET_WERKBOEK)[number] | 'svg';
