import {rmSync} from 'node:fs';
import {writeZip} from '../../../fixtures/zip.ts';
import type {DeliveryOutcome} from '../../../ingest/outcome.ts';
import type {Row} from '../../../warehouse/open.ts';
import {TestInbox, type TestFile} from '../../support/delivery.ts';

const SIDE = {
  gemeente_code: 'GM0400',
  bron: 'zaaksysteem',
  aangemaakt_op: '2022-02-04T03:00:00Z',
  periode_van: '2022-01-01',
  periode_tot: '2022-01-31',
  soort: 'aanvulling',
  profiel: 'profiel.json',
};

/** Columns of an export of aanmeldingen, and what they fill. */
export const HEADER = 'Nummer;Team;Datum melding;Vraag;Crisis';
export const MAPPING = {
  bestand: 'meldingen.*',
  tabellen: [
    {
      tabel: 'aanmelding',
      kolommen: {
        aanmelding_id: 'Nummer',
        team_id: {kolom: 'Team', waarden: {'Team Noord': 'T1', 'Team Zuid': 'T2'}},
        datum_aanmelding: 'Datum melding',
        vraagtype: {
          kolom: 'Vraag',
          waarden: {Geld: 'financien', Zelfzorg: 'adl'},
          anders: 'anders',
        },
        crisis: 'Crisis',
      },
    },
  ],
};

/** A mapping of hours and amounts: prestaties with what a test is about. */
export const NUMBERS = {
  bestand: 'uren.*',
  tabellen: [
    {
      tabel: 'prestatie',
      kolommen: {
        wet: {vast: 'wmo'},
        aanbieder_id: {vast: 'A1'},
        referentie: 'Nr',
        client_id: {vast: 'client-aaaa'},
        productcategorie: {vast: '02'},
        periode_begin: {vast: '2022-01-01'},
        periode_eind: {vast: '2022-01-31'},
        volume: 'Uren',
        eenheid: {vast: 'uur'},
        bedrag: 'Bedrag',
        datum_ingediend: {vast: '2022-02-01'},
        status: {vast: 'toegekend'},
      },
    },
  ],
};

/** What became of an export, and what stands in the warehouse after it. */
export interface Offered {
  outcome: DeliveryOutcome;
  rows: (table: string, columns: string) => Promise<Row[]>;
  inbox: TestInbox;
}

const OPEN: TestInbox[] = [];

/** Closes what the tests of a file opened: call it in `afterAll`. */
export function closeInboxes(): void {
  for (const {warehouse, data} of OPEN.splice(0)) {
    warehouse.close();
    rmSync(data, {recursive: true, force: true});
  }
}

/** Loads exports through the real inbox; without a mapping of its own, `side` names a shipped one. */
export async function offerExport(
  files: readonly TestFile[],
  bestanden: readonly unknown[] | null = [MAPPING],
  side: Record<string, unknown> = {},
  inbox?: TestInbox,
): Promise<Offered> {
  const into = inbox ?? (await openInbox());
  return offerInto(into, files, bestanden, side);
}

/** An inbox that `closeInboxes` closes. */
export async function openInbox(): Promise<TestInbox> {
  const inbox = await TestInbox.open();
  OPEN.push(inbox);
  return inbox;
}

async function offerInto(
  inbox: TestInbox,
  files: readonly TestFile[],
  bestanden: readonly unknown[] | null,
  side: Record<string, unknown>,
): Promise<Offered> {
  await writeZip(inbox.path('export.zip'), [
    {naam: 'csv-profiel.json', tekst: JSON.stringify({...SIDE, ...side})},
    ...(bestanden === null
      ? []
      : [{naam: 'profiel.json', tekst: JSON.stringify({naam: 'proef', bestanden})}]),
    ...files,
  ]);
  const [outcome] = await inbox.load();
  if (outcome === undefined) throw new Error('nothing was loaded');
  return {
    outcome,
    inbox,
    rows: (table, columns) =>
      inbox.warehouse.rows(`select ${columns} from stg.${table} order by bronregel`),
  };
}

/** An export of aanmeldingen with these lines under its header. */
export const meldingen = (tekst: string | Buffer): TestFile => ({naam: 'meldingen.csv', tekst});

/** Findings of the first file, short: line and code. */
export function findings({outcome}: Offered): [number | null, string][] {
  const [file] = outcome.bestanden;
  return [...(file?.afgewezen ?? []), ...(file?.waarschuwingen ?? [])].map(({regel, code}) => [
    regel,
    code,
  ]);
}
