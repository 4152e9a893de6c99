import type {Indicator} from '../../../queries/contract/indicator.ts';

/** One choice of a select. */
export interface Option {
  waarde: string;
  titel: string;
}

/** The levels, as the reader sees them. */
export const NIVEAU: readonly Option[] = [
  {waarde: 'wijk', titel: 'Wijken'},
  {waarde: 'team', titel: 'Teams'},
  {waarde: 'gemeente', titel: 'Alleen de gemeente'},
];

/** The kinds of period, as the reader sees them. */
export const PERIODE: Readonly<Record<string, string>> = {
  maand: 'Per maand',
  kwartaal: 'Per kwartaal',
  halfjaar: 'Per halfjaar',
  jaar: 'Per jaar',
};

/** What no choice means: everything, or the cell that stands for the indicator. */
export function usual({hoofdcel, uitsplitsingen}: Indicator, id: string): string {
  const node = hoofdcel[id];
  if (node === undefined) return 'Alles';
  const knopen = uitsplitsingen.find((one) => one.id === id)?.knopen ?? [];
  return `Gewoon (${knopen.find((one) => one.id === node)?.titel.toLowerCase() ?? node})`;
}
