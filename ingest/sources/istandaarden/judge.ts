import type {RejectedRow} from '../../outcome.ts';
import type {Gathered} from './events.ts';

/** A record with the client that it belongs to. */
export interface Entry {
  record: Gathered;
  client: Gathered;
}

/** The records that are loaded, those that are not, and how many were an exact copy. */
export interface Judged {
  good: Entry[];
  afgewezen: RejectedRow[];
  dubbel: number;
}

type Finding = Omit<RejectedRow, 'regel'>;

/** First and last day of a record, per kind of message. */
const PERIODS: Readonly<Record<string, readonly [string, string]>> = {
  '301': ['Ingangsdatum', 'Einddatum'],
  '307': ['Begindatum', 'Einddatum'],
  '315': ['ToewijzingIngangsdatum', 'ToewijzingEinddatum'],
  '317': ['GewensteIngangsdatum', 'Einddatum'],
  '323': ['ProductPeriode/Begindatum', 'ProductPeriode/Einddatum'],
};
/** What happened can't lie in the future; an end can be planned. */
const EVENTS: Readonly<Record<string, string>> = {
  '305': 'Begindatum',
  '307': 'Begindatum',
  '323': 'ProductPeriode/Begindatum',
};
/** R5: a record that is withdrawn. */
const WITHDRAWN = '3';
const TIME_UNITS: ReadonlySet<string> = new Set(['01', '04', '16']);
/** Far above what a line of time can hold, far below where minutes leave an INTEGER. */
const MAX_TIME_VOLUME = 1_000_000;

/**
 * Rejects records that can't be true; `vandaag` is an ISO day. A line of a 325 is never rejected: it would count as granted.
 * R6: a reference names one line. A copy counts once; twice with other content, none can be trusted.
 */
export function judgeRecords(nummer: string, entries: readonly Entry[], vandaag: string): Judged {
  if (nummer === '325') return {good: [...entries], afgewezen: [], dubbel: 0};
  const references = nummer === '323' ? contentsByReference(entries) : new Map<string, string[]>();
  const taken = new Set<string>();
  const judged: Judged = {good: [], afgewezen: [], dubbel: 0};
  for (const entry of entries) {
    const reference = referenceOf(entry.record);
    const several = new Set(references.get(reference)).size > 1;
    const finding = several ? DOUBLE : findingOf(nummer, entry.record, vandaag);
    if (finding !== null) judged.afgewezen.push({regel: entry.record.regel, ...finding});
    else if (nummer === '323' && taken.has(reference)) judged.dubbel += 1;
    else judged.good.push(entry);
    taken.add(reference);
  }
  return judged;
}

const DOUBLE: Finding = {
  kolom: 'ProductReferentie',
  code: 'SLEUTEL_DUBBEL',
  reden:
    'dit ReferentieNummer staat meer dan één keer in het bericht. Geef elke regel een eigen nummer.',
};

const referenceOf = ({waarden}: Gathered): string =>
  waarden.get('ProductReferentie/ReferentieNummer') ?? '';

function contentsByReference(entries: readonly Entry[]): Map<string, string[]> {
  const contents = new Map<string, string[]>();
  for (const {record, client} of entries) {
    const content = JSON.stringify([client.waarden.get('Bsn'), ...[...record.waarden].sort()]);
    contents.set(referenceOf(record), [...(contents.get(referenceOf(record)) ?? []), content]);
  }
  return contents;
}

function findingOf(nummer: string, {waarden}: Gathered, vandaag: string): Finding | null {
  const [from = '', to = ''] = PERIODS[nummer] ?? [];
  const [van, tot] = [waarden.get(from), waarden.get(to)];
  // R2: the dates of a toewijzing that never existed mean nothing; its withdrawal does.
  const withdrawn = waarden.get('RedenWijziging') === '13';
  if (van !== undefined && tot !== undefined && tot < van && !withdrawn) {
    const reden = 'de einddatum ligt voor de begindatum. Herstel een van beide.';
    return {kolom: to, code: 'EINDDATUM_VOOR_BEGINDATUM', reden};
  }
  const event = EVENTS[nummer] ?? '';
  const later = (waarden.get(event) ?? '') > vandaag;
  if (later && waarden.get('StatusAanlevering') !== WITHDRAWN) {
    const reden = 'deze datum ligt in de toekomst. Herstel de datum.';
    return {kolom: event, code: 'DATUM_TOEKOMST', reden};
  }
  const volume = Number(waarden.get('GeleverdVolume') ?? 0);
  if (TIME_UNITS.has(waarden.get('Eenheid') ?? '') && volume > MAX_TIME_VOLUME) {
    const reden = 'dit volume past in geen enkele maand. Controleer volume en eenheid.';
    return {kolom: 'GeleverdVolume', code: 'VOLUME_TE_GROOT', reden};
  }
  return null;
}
