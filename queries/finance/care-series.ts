/** Claims of one month of service that came in one month: months count from the year 0. */
export interface ClaimCell {
  dienst: number;
  ingediend: number;
  /** Not rejected; `toegekend` is the part that is approved. */
  cent: number;
  toegekend: number;
  volume: number;
}

/** A spell of help, in days since 1970. */
export interface CareSpell {
  begin: number;
  /** Last day, or null while it runs. */
  einde: number | null;
}

/** All that is known of one kind of care (wet, productcategorie, eenheid) in one gemeente. */
export interface CareSeries {
  wet: string;
  productcategorie: string;
  /** First month of the registration. */
  vanaf: number;
  /** Mean square over squared mean of what clients cost per claimed month: 1 when all cost the same. */
  spreiding: number;
  claims: readonly ClaimCell[];
  spells: readonly CareSpell[];
}

const DAY_MS = 86_400_000;

/** First day of a month. */
export function firstDay(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY_MS;
}

/** Number of days in a month. */
export function daysIn(month: number): number {
  return firstDay(month + 1) - firstDay(month);
}

/** The month of a day. */
export function monthOfDay(day: number): number {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The series as it was known at the end of a month: nothing that came in or happened later. */
export function asKnownAt(series: CareSeries, month: number): CareSeries {
  const last = firstDay(month + 1) - 1;
  return {
    ...series,
    claims: series.claims.filter(({ingediend}) => ingediend <= month),
    spells: series.spells
      .filter(({begin}) => begin <= last)
      .map(({begin, einde}) => ({begin, einde: einde !== null && einde > last ? null : einde})),
  };
}
