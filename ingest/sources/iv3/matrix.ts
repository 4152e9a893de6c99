/** What an Iv3 report says of itself. */
export interface Iv3Report {
  gemeente_code: string;
  boekjaar: number;
  status: 'Begroting' | 'Realisatie';
  /** 0 is the begroting, 1 to 4 the quarters (from 1 January on), 5 the annual account. */
  periode: number;
  /** ISO date-time on which the report was made. */
  datum: string;
  synthetisch: boolean;
}

/** One line of the matrix: an amount of one taakveld and one category. Keys have no padding. */
export interface Iv3Line {
  /** The line in the file, or the number of the record: lasten first, then baten. */
  regel: number;
  kant: 'lasten' | 'baten';
  taakveld: string;
  categorie: string;
  /** In thousands of euros; null = no figure. */
  bedrag_duizend: number | null;
  /** What is wrong with the line as it came, or null. */
  fout: {kolom: string; reden: string} | null;
}

/** The last month that a report counts: quarters run from 1 January, period 5 is the whole year. */
export function lastMonth(periode: number): number {
  return periode >= 1 && periode <= 4 ? periode * 3 : 12;
}

/** The last day of that month. */
export function lastDay({boekjaar, periode}: Iv3Report): string {
  const month = lastMonth(periode);
  const days = new Date(Date.UTC(boekjaar, month, 0)).getUTCDate();
  return `${boekjaar}-${String(month).padStart(2, '0')}-${days}`;
}
