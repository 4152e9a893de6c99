import {baselineWords} from '../../charts/baseline-words.ts';
import {figureText, reason, valueText} from '../../charts/figure-text.ts';
import type {Indicator} from '../../../queries/contract/indicator.ts';
import type {Oordeel} from '../../../queries/contract/verdict.ts';

/** What is said of a 0-meting that can't be shown, by the gate that stopped the verdict. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  geen_nulmeting: 'geen 0-\u2060meting',
  korte_nulmeting: '0-\u2060meting te kort',
  nulmeting_te_klein: `0-\u2060meting ${reason('te_klein')}`,
};

/** The 0-meting behind a verdict in words; one that is withheld still says how high it can have been. */
export function baselineText({nulmeting, ijkpunt, poort}: Oordeel, indicator: Indicator): string {
  const text =
    typeof nulmeting?.waarde === 'number'
      ? `0-\u2060meting ${figureText(nulmeting, indicator)}`
      : ijkpunt?.hooguit === true
        ? `0-\u2060meting hooguit ${valueText(ijkpunt.waarde, indicator)}`
        : (NOT_SHOWN[poort ?? ''] ?? '');
  return baselineWords(text, indicator);
}
