import {VERGELIJKINGEN, type Vergelijking} from '../../../queries/contract/verdict.ts';

/** How the comparison is called in a select and in a sentence. */
interface Words {
  titel: string;
  /** After "vergeleken met". */
  met: string;
  uitleg: string;
}

const WORDS: Readonly<Record<Vergelijking, Words>> = {
  nulmeting: {
    titel: 'De 0-\u2060meting',
    met: 'de 0-\u2060meting',
    uitleg: 'Dat is het jaar voor het team begon.',
  },
  gemeente: {
    titel: 'De gemeente',
    met: 'de rest van de gemeente',
    uitleg: 'Waar het kan, telt verschil in leeftijd niet mee.',
  },
  regio: {
    titel: 'Andere gemeenten',
    met: 'andere gemeenten',
    uitleg: 'Dat zijn openbare cijfers over hetzelfde jaar.',
  },
  streefwaarde: {
    titel: 'De streefwaarde',
    met: 'de streefwaarde',
    uitleg: 'Voor het doeljaar ligt die op een rechte lijn vanaf de 0-\u2060meting.',
  },
};

/** The comparison of the address; the 0-meting when it names none that we know. */
export function chosenComparison(query: URLSearchParams): Vergelijking {
  return VERGELIJKINGEN.find((one) => one === query.get('vergelijking')) ?? 'nulmeting';
}

/** The words of a comparison. */
export function comparisonWords(vergelijking: Vergelijking): Words {
  return WORDS[vergelijking];
}

/** All comparisons for a select; the usual one is no parameter. */
export const COMPARISON_OPTIONS = VERGELIJKINGEN.map((one) => ({
  waarde: one === 'nulmeting' ? '' : one,
  titel: WORDS[one].titel,
}));
