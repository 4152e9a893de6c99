/** First day of the period as UTC milliseconds; notation 2021-03, 2021-K1, 2021-H1 or 2021. */
export function periodStart(periode: string): number {
  const {year, month} = parse(periode);
  return Date.UTC(year, month, 1);
}

/** First day after the period as UTC milliseconds. */
export function periodEnd(periode: string): number {
  const {year, month, months} = parse(periode);
  return Date.UTC(year, month + months, 1);
}

/** Where the figure of a period is drawn: halfway. */
export function periodMiddle(periode: string): number {
  return (periodStart(periode) + periodEnd(periode)) / 2;
}

/** A day (ISO) as UTC milliseconds. */
export function dayStart(dag: string): number {
  return Date.parse(`${dag}T00:00:00Z`);
}

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/** The period as people write it: maart 2021, 1e kwartaal 2021, 1e halfjaar 2021, 2021. */
export function periodTitle(periode: string): string {
  const {year, month, months} = parse(periode);
  if (months === 1) return `${MONTHS[month] ?? ''} ${year}`;
  if (months === 3) return `${month / 3 + 1}e kwartaal ${year}`;
  if (months === 6) return `${month / 6 + 1}e halfjaar ${year}`;
  return String(year);
}

/** A day as people write it: 22 november 2026. */
export function dayTitle(dag: string): string {
  const date = new Date(dayStart(dag));
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}

function parse(periode: string): {year: number; month: number; months: number} {
  const year = Number(periode.slice(0, 4));
  const part = periode.slice(5);
  if (part === '') return {year, month: 0, months: 12};
  const index = Number(part.replace(/^[KH]/, '')) - 1;
  if (part.startsWith('K')) return {year, month: index * 3, months: 3};
  if (part.startsWith('H')) return {year, month: index * 6, months: 6};
  return {year, month: index, months: 1};
}
