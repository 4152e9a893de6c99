/** First day (ISO) of 2021, 2021-H1, 2021-K1 or 2021-03. */
export function firstDay(periode: string): string {
  const {year, month} = parsed(periode);
  return isoDay(year, month, 1);
}

/** Last day (ISO) of the period. */
export function lastDay(periode: string): string {
  const {year, month, months} = parsed(periode);
  return isoDay(year, month + months, 0);
}

/** The day (ISO) in the middle: half of the period lies before it. */
export function middleDay(periode: string): string {
  const {year, month, months} = parsed(periode);
  return months === 1 ? isoDay(year, month, 16) : isoDay(year, month + Math.floor(months / 2), 1);
}

/** The same day so many calendar months later (ISO); the first of the month for a first. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return isoDay(year, month - 1 + months, date);
}

function parsed(periode: string): {year: number; month: number; months: number} {
  const [text = '', part] = periode.split('-');
  const year = Number(text);
  if (part === undefined) return {year, month: 0, months: 12};
  const months = part.startsWith('K') ? 3 : part.startsWith('H') ? 6 : 1;
  return {year, month: (Number(part.replace(/\D/g, '')) - 1) * months, months};
}

function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}
