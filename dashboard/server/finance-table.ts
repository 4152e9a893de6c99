import type {Answer, Table, TableCell} from './answer.ts';
import type {Publication} from './source.ts';

/** A column of a table about money: its name, its type, and what it means to a reader. */
export type FinanceColumn = readonly [
  naam: string,
  soort: Table['kolommen'][number]['soort'],
  uitleg: string,
];

const GENERAL = [
  ['bedragen', 'In hele centen in CSV, JSON en Arrow. In dit werkblad in euro.'],
  ['lege cel', 'Niet getoond of niet bekend. De kolom status zegt waarom. Leeg is nooit nul.'],
  [
    'grootboek, exact',
    'Uit de financiële administratie, op de cent. Er staan minstens 50 cliënten achter.',
  ],
  ['beschermd', 'Bedragen per wijk, team of maand en declaraties. Ze wijken een paar procent af.'],
  ['prijspeil', 'Bedragen zijn niet gecorrigeerd voor loon- en prijsstijging.'],
] as const;

/** Indicators whose definition says what these amounts are. */
const MONEY = new Set(['lasten_begroting', 'prognose_jaareinde', 'kosten_per_client']);

/** An answer about money: its JSON, and the same rows as a table that explains itself. */
export function financeAnswer(
  {manifest}: Publication,
  {
    naam,
    inhoud,
    rijen,
    kolommen,
    filters,
  }: {
    naam: string;
    inhoud: Readonly<Record<string, unknown>>;
    rijen: readonly Readonly<Record<string, TableCell>>[];
    kolommen: readonly FinanceColumn[];
    filters: Readonly<Record<string, string | number>>;
  },
): Answer {
  const publicatie = manifest.id;
  return {
    soort: 'tabel',
    naam: `${naam}-${publicatie}`,
    inhoud: {publicatie, ...inhoud},
    tabel: {
      kolommen: [
        ...kolommen.map(([name, soort]) => ({naam: name, soort})),
        {naam: 'publicatie', soort: 'tekst'},
      ],
      rijen: rijen.map((row) => [...kolommen.map(([name]) => row[name] ?? null), publicatie]),
    },
    toelichting: [
      ['publicatie', publicatie],
      ['versie van de software', manifest.versie_code],
      ...manifest.definities
        .filter(({indicator}) => MONEY.has(indicator))
        .map(({indicator, versie}) => [`definitie ${indicator}`, `versie ${versie}`] as const),
      ...Object.entries(filters).map(
        ([name, value]) => [`gekozen ${name}`, String(value)] as const,
      ),
      ...kolommen.map(([name, , uitleg]) => [name.replace(/_cent$/, '_euro'), uitleg] as const),
      ...GENERAL,
    ],
  };
}
