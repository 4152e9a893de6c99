import type {Indicator} from '../../queries/contract/indicator.ts';

/**
 * A text about the 0-meting, in the words of the indicator: what no team registered before its start has
 * no before. Its first half-year is the uitgangspunt.
 */
export function baselineWords(text: string, {nulmeting}: Pick<Indicator, 'nulmeting'>): string {
  if (nulmeting !== 'eerste_halfjaar') return text;
  return text
    .replaceAll('\u2060', '')
    .replaceAll('de 0-meting', 'het uitgangspunt')
    .replaceAll('Deze 0-meting', 'Dit uitgangspunt')
    .replaceAll('0-meting', 'uitgangspunt');
}
