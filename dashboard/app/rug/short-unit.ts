/** The unit in as few letters as a cell has room for; the row says it in full. */
export function shortUnit(eenheid: string): string {
  // a percent sign or a euro sign already stands at the number
  if (/^(%|procent\b|euro\b)/.test(eenheid)) return '';
  if (eenheid.includes('per 1.000')) return 'per 1.000';
  return /^[^ ,(]+/.exec(eenheid)?.[0] ?? eenheid;
}
