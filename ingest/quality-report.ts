import type {Database, Row} from '../warehouse/open.ts';
import {readCheck} from '../warehouse/run-checks.ts';

/** How many line numbers of one reason are told; the rest is in quarantine. */
const MAX_LINES = 20;
/** Below this share a column is worth a word. */
const COMPLETE_PERCENT = 90;
/** Empty as long as something runs: no reason to ask for more. */
const OPEN_ENDED = /einde|einddatum|_tot$|afgesloten|uitkomst|eerste_contact|^casus_id$/;
/** What is registered later than this makes the last month look better or worse than it was. */
const LATE_DAYS = 31;

/** What the supplying team gets back of one delivery. Line numbers, never a value of a row. */
export interface QualityReport {
  levering_id: string;
  bestandsnaam: string;
  status: 'geladen' | 'geweigerd';
  /** Why it was refused; empty when it was loaded. */
  reden: string;
  gemeente: string | null;
  bron: string | null;
  soort: string | null;
  aangemaakt_op: string | null;
  periode_van: string | null;
  periode_tot: string | null;
  verwerkt_op: string;
  bestanden: FileQuality[];
  afgewezen: {bestand: string; reden: string; aantal: number; regels: number[]}[];
  waarschuwingen: {bestand: string; regel: number | null; reden: string}[];
  /** Of the rows that were loaded. */
  volledigheid: {tabel: string; kolom: string; rijen: number; gevuld: number}[];
  /** Days between an event and its delivery; only of an aanvulling. */
  vertraging: {tabel: string; rijen: number; mediaan_dagen: number; p90_dagen: number}[];
  /** Rows whose client, team, casus or toewijzing has not been delivered. One reason per table. */
  wachtend: {tabel: string; ouder: string; aantal: number}[];
  /** What the team can do, most important first (Dutch, B1). */
  acties: string[];
}

export interface FileQuality {
  bestand: string;
  tabel: string | null;
  gelezen: number;
  geladen: number;
  afgewezen: number;
  dubbel: number;
  verouderd: number;
}

/**
 * The report of one delivery, by its id (or its first characters) or name; without one the newest.
 * Null when there is no such delivery. The models must have been built.
 */
export async function qualityReport(
  database: Database,
  wanted: string | null,
): Promise<QualityReport | null> {
  const [levering] = await database.rows(
    `select levering_id, bestandsnaam, status, gemeente_code, bron, soort,
       aangemaakt_op::varchar as aangemaakt_op, periode_van::varchar as periode_van,
       periode_tot::varchar as periode_tot, geladen_op::varchar as geladen_op,
       coalesce(weigering.reden, '') as reden
     from meta.levering
     left join meta.weigering using (levering_id)
     where $wanted is null or bestandsnaam = $wanted or starts_with(levering_id, $wanted)
     order by geladen_op desc, aangemaakt_op desc, levering_id
     limit 1`,
    {wanted},
  );
  if (levering === undefined) return null;
  const id = String(levering['levering_id']);
  const refused = levering['status'] === 'geweigerd';
  const report = {
    levering_id: id,
    bestandsnaam: String(levering['bestandsnaam']),
    status: refused ? ('geweigerd' as const) : ('geladen' as const),
    reden: refused ? String(levering['reden']) : '',
    gemeente: text(levering, 'gemeente_code'),
    bron: text(levering, 'bron'),
    soort: text(levering, 'soort'),
    aangemaakt_op: text(levering, 'aangemaakt_op'),
    periode_van: text(levering, 'periode_van'),
    periode_tot: text(levering, 'periode_tot'),
    verwerkt_op: String(levering['geladen_op']),
    ...(await findings(database, id)),
    ...(await measures(database, id)),
  };
  return {...report, acties: actionsOf(report)};
}

async function findings(
  database: Database,
  id: string,
): Promise<Pick<QualityReport, 'bestanden' | 'afgewezen' | 'waarschuwingen'>> {
  const files = await database.rows(
    `select naam, tabel, gelezen, geladen, afgewezen, dubbel, verouderd from meta.bestand
     where levering_id = $id order by naam, tabel`,
    {id},
  );
  const rejected = await database.rows(
    `select bestand, reden, count(*) as aantal,
       list(regel order by regel)[1:${MAX_LINES}]::json::varchar as regels
     from meta.afgewezen_rij where levering_id = $id
     group by bestand, reden order by aantal desc, bestand, reden`,
    {id},
  );
  const warnings = await database.rows(
    `select bestand, regel, reden from meta.waarschuwing
     where levering_id = $id order by bestand, regel nulls first`,
    {id},
  );
  return {
    bestanden: files.map((row) => ({
      bestand: String(row['naam']),
      tabel: text(row, 'tabel'),
      gelezen: Number(row['gelezen']),
      geladen: Number(row['geladen']),
      afgewezen: Number(row['afgewezen']),
      dubbel: Number(row['dubbel']),
      verouderd: Number(row['verouderd']),
    })),
    afgewezen: rejected.map(({bestand, reden, aantal, regels}) => ({
      bestand: String(bestand),
      reden: String(reden),
      aantal: Number(aantal),
      regels: String(regels)
        .replaceAll(/[[\] ]/g, '')
        .split(',')
        .map(Number),
    })),
    waarschuwingen: warnings.map(({bestand, regel, reden}) => ({
      bestand: String(bestand),
      regel: regel === null ? null : Number(regel),
      reden: String(reden),
    })),
  };
}

async function measures(
  database: Database,
  id: string,
): Promise<Pick<QualityReport, 'volledigheid' | 'vertraging' | 'wachtend'>> {
  const columns = await database.rows(
    `select tabel, kolom, rijen, gevuld from meta.kolom where levering_id = $id
     order by tabel, kolom`,
    {id},
  );
  const delays = await database.rows(
    `select tabel, rijen, mediaan_dagen, p90_dagen from meta.vertraging where levering_id = $id
     order by tabel`,
    {id},
  );
  const waiting = await database.rows(
    `select tabel, ouder, count(*) as aantal from (${readCheck('wacht_op_ouder').sql}\n)
     where levering_id = $id group by tabel, ouder order by tabel`,
    {id},
  );
  return {
    volledigheid: columns.map(({tabel, kolom, rijen, gevuld}) => ({
      tabel: String(tabel),
      kolom: String(kolom),
      rijen: Number(rijen),
      gevuld: Number(gevuld),
    })),
    vertraging: delays.map(({tabel, rijen, mediaan_dagen, p90_dagen}) => ({
      tabel: String(tabel),
      rijen: Number(rijen),
      mediaan_dagen: Number(mediaan_dagen),
      p90_dagen: Number(p90_dagen),
    })),
    wachtend: waiting.map(({tabel, ouder, aantal}) => ({
      tabel: String(tabel),
      ouder: String(ouder),
      aantal: Number(aantal),
    })),
  };
}

function actionsOf(report: Omit<QualityReport, 'acties'>): string[] {
  if (report.status === 'geweigerd') {
    return ['Herstel wat hierboven staat. Lever daarna de hele levering opnieuw.'];
  }
  const rejected = report.afgewezen.reduce((sum, {aantal}) => sum + aantal, 0);
  const late = report.vertraging.filter(({p90_dagen}) => p90_dagen > LATE_DAYS);
  const empty = report.volledigheid.filter(
    ({kolom, rijen, gevuld}) =>
      gevuld > 0 && (100 * gevuld) / rijen < COMPLETE_PERCENT && !OPEN_ENDED.test(kolom),
  );
  const actions = [
    rejected > 0 &&
      'Herstel de afgewezen rijen in uw eigen systeem. Lever ze met de volgende levering.',
    ...report.wachtend.map(
      ({tabel, ouder, aantal}) =>
        `In ${tabel} wachten ${aantal} rijen. Lever ook wat daarbij hoort: ${ouder}.`,
    ),
    empty.length > 0 &&
      `Vul deze kolommen vaker in: ${[...new Set(empty.map(({tabel, kolom}) => `${kolom} (${tabel})`))].join(', ')}.`,
    ...late.map(({tabel}) => `Registreer ${tabel} sneller. Een deel komt na meer dan een maand.`),
    report.waarschuwingen.length > 0 && 'Kijk de waarschuwingen na. Die rijen zijn wel geladen.',
  ].filter((action) => action !== false);
  return actions.length > 0 ? actions : ['U hoeft niets te doen. Dank voor deze levering.'];
}

function text(row: Row, name: string): string | null {
  const value = row[name] ?? null;
  return value === null ? null : String(value);
}
