import {sentence} from '../ingest/gate/finding.ts';
import type {KAnonymity} from '../ingest/gate/k-anonymity.ts';
import type {LoadedFile} from '../ingest/outcome.ts';
import type {CheckedDelivery} from './controleer.ts';

const MAX_LINES = 20;

/** The report of a delivery for its supplier, in plain Dutch. Never a value of the delivery. */
export function deliveryReport(delivery: CheckedDelivery): string {
  const {bestandsnaam, status, reden, bevindingen, rijen, bestanden, k_anonimiteit} = delivery;
  if (status === 'bekend') return `${bestandsnaam}: ${reden}`;
  if (status === 'geweigerd') {
    const found = bevindingen.map((finding) => `  ${finding.bestand}: ${sentence(finding)}`);
    return [`${bestandsnaam}: geweigerd.`, ...(found.length > 0 ? found : [`  ${reden}`])].join(
      '\n',
    );
  }
  return [
    `${bestandsnaam}: goed. ${rijen.gelezen} rijen gelezen, ${rijen.afgewezen} afgewezen.`,
    ...rowLines(bestanden),
    ...recognisable(k_anonimiteit),
  ].join('\n');
}

function rowLines(bestanden: readonly LoadedFile[]): string[] {
  const lines = bestanden.flatMap(({naam, afgewezen, waarschuwingen}) => [
    ...afgewezen.map(({regel, reden}) => `  ${naam}, regel ${regel}: ${reden}`),
    ...waarschuwingen.map(({regel, reden}) => `  ${naam}, regel ${regel ?? '-'}: ${reden}`),
  ]);
  const more = lines.length - MAX_LINES;
  return [...lines.slice(0, MAX_LINES), ...(more > 0 ? [`  en nog ${more} meldingen`] : [])];
}

function recognisable(classes: readonly KAnonymity[]): string[] {
  if (classes.length === 0) return [];
  const [first] = classes;
  const alone = first?.klasse === '1' ? first.clienten : 0;
  return [
    '  Herkenbaarheid: wijk, geboortejaar, geslacht, wet, soort hulp en startmaand samen.',
    ...classes.map(
      ({klasse, groepen, clienten}) =>
        `    groepen van ${klasse}: ${groepen}, met ${clienten} keer een cliënt`,
    ),
    `  ${alone} keer valt een cliënt met niemand samen. Deze gegevens blijven persoonsgegevens (AVG).`,
  ];
}
