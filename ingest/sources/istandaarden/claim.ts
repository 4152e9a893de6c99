import type {Warning} from '../../outcome.ts';
import {judge} from './codes.ts';
import type {Entry} from './judge.ts';
import type {Gathered} from './events.ts';

/** What the supplier should look at in a claim (323) or its answer (325). */
export function claimWarnings(
  nummer: string,
  declaratie: Gathered,
  entries: readonly Entry[],
): Warning[] {
  const lines = entries.flatMap(({record}) =>
    claimFindings(record).map(([code, reden]) => ({regel: record.regel, code, reden})),
  );
  const total =
    nummer === '325' ? rejectedTotal(declaratie, entries) : claimTotal(declaratie, entries);
  const reden =
    total === null ? [] : [{regel: declaratie.regel, code: 'TOTAAL_WIJKT_AF', reden: total}];
  return [...lines, ...twoOwners(entries), ...reden];
}

function claimTotal(declaratie: Gathered, entries: readonly Entry[]): string | null {
  const total = cents(declaratie, 'TotaalIngediendBedrag/TotaalBedrag');
  if (total === lineTotal(entries)) return null;
  return 'het totaal van de declaratie is niet de som van de regels. Controleer de bedragen.';
}

/** A 325 lists what was not granted: submitted minus granted is the sum of its lines. */
function rejectedTotal(declaratie: Gathered, entries: readonly Entry[]): string | null {
  const listed = entries.filter(
    ({record, client}) => judge([...client.retourcodes, ...record.retourcodes]) !== 'goed',
  );
  // Rejected as a whole: then no line needs to be listed.
  if (listed.length === 0 && judge(declaratie.retourcodes) !== 'goed') return null;
  if (!declaratie.waarden.has('TotaalToegekendBedrag/TotaalBedrag')) return null;
  const submitted = cents(declaratie, 'TotaalIngediendBedrag/TotaalBedrag');
  const granted = cents(declaratie, 'TotaalToegekendBedrag/TotaalBedrag');
  if (submitted - granted === lineTotal(listed)) return null;
  return 'ingediend min toegekend is niet de som van de afgekeurde regels. Controleer de bedragen.';
}

const lineTotal = (entries: readonly Entry[]): number =>
  entries.reduce((sum, {record}) => sum + cents(record, 'IngediendBedrag/Bedrag'), 0);

/** Eurocents at a path; what is credited (C) is below zero. */
function cents({waarden}: Gathered, pad: string): number {
  const sign = waarden.get(pad.replace(/[^/]+$/, 'DebetCredit')) === 'C' ? -1 : 1;
  return sign * Number(waarden.get(pad) ?? 0);
}

/** R7: volume × tariff = amount unless the unit is euros, and one calendar month per line. */
function claimFindings(line: Gathered): [string, string][] {
  const findings: [string, string][] = [];
  const get = (pad: string): string => line.waarden.get(pad) ?? '';
  const tarief = get('ProductTarief');
  const expected = Number(get('GeleverdVolume')) * Number(tarief);
  if (
    get('Eenheid') !== '83' &&
    tarief !== '' &&
    expected !== Number(get('IngediendBedrag/Bedrag'))
  ) {
    findings.push(['BEDRAG_WIJKT_AF', 'volume maal tarief is niet het ingediende bedrag.']);
  }
  if (
    get('ProductPeriode/Begindatum').slice(0, 7) !== get('ProductPeriode/Einddatum').slice(0, 7)
  ) {
    findings.push(['PERIODE_TE_LANG', 'de periode valt niet binnen één kalendermaand.']);
  }
  return findings;
}

function twoOwners(entries: readonly Entry[]): Warning[] {
  const owners = new Map<string, string>();
  return entries.flatMap(({record, client}) => {
    const nummer = record.waarden.get('ToewijzingNummer');
    const owner = client.waarden.get('Bsn') ?? '';
    if (nummer === undefined) return [];
    const first = owners.get(nummer) ?? owner;
    owners.set(nummer, first);
    const reden = 'dit ToewijzingNummer hoort in hetzelfde bericht ook bij een andere cliënt.';
    return first === owner ? [] : [{regel: record.regel, code: 'TOEWIJZING_TWEE_CLIENTEN', reden}];
  });
}
