import {readFileSync} from 'node:fs';
import type {Database} from '../../../warehouse/open.ts';
import type {UnpackedFile} from '../../delivery.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import type {Pseudonymizer} from '../../gate/pseudonym.ts';
import {scanColumns} from '../../gate/scan.ts';
import type {LoadedFile, Warning} from '../../outcome.ts';
import {loadTable} from './load-table.ts';
import {parseManifest, type Manifest} from './manifest.ts';
import type {Profile, Tabel} from './profile.ts';
import {readCsv, type RawTable} from './read-csv.ts';

/** Share of rejected rows above which a table refuses its delivery (percent), and where it applies. */
export interface Thresholds {
  afgewezen_procent: number;
  verschil_procent: number;
}

const MIN_ROWS_FOR_THRESHOLD = 100;
export const MANIFEST_FILE = 'levering.json';

interface Context {
  database: Database;
  profile: Profile;
  pseudonym: Pseudonymizer;
  thresholds: Thresholds;
  /** Confirmed by functioneel beheer: load also when it differs much from the previous one. */
  bevestigd: boolean;
}

/** Reads what the delivery says of itself; throws `LeveringGeweigerd`. */
export function readManifest(files: readonly UnpackedFile[], profile: Profile): Manifest {
  const file = files.find(({naam}) => naam === MANIFEST_FILE);
  if (file === undefined) {
    throw new LeveringGeweigerd(MANIFEST_FILE, 'dit bestand ontbreekt. Voeg het toe aan de zip.');
  }
  return parseManifest(readFileSync(file.pad, 'utf8'), profile);
}

/**
 * Loads all tables of a delivery into stg, inside the transaction of the caller.
 * Throws `LeveringGeweigerd` when the delivery as a whole can't be trusted; nothing stays then.
 */
export async function loadUitwisselprofiel(
  context: Context,
  files: readonly UnpackedFile[],
  manifest: Manifest,
  leveringId: string,
): Promise<LoadedFile[]> {
  const tables = matchFiles(files, manifest, context.profile);
  const outdated = await newerFullDelivery(context.database, manifest, leveringId);
  const outcomes: LoadedFile[] = [];
  for (const {file, tabel, rijen} of tables) {
    outcomes.push(await loadFile(context, {file, tabel, rijen, manifest, leveringId}));
  }
  if (manifest.soort === 'volledig') {
    await checkVolume(context, manifest, outcomes);
    await removeOlder(context, manifest, leveringId);
  }
  if (outdated) await removeThis(context, leveringId);
  return outcomes;
}

interface Task {
  file: UnpackedFile;
  tabel: Tabel;
  rijen: number;
  manifest: Manifest;
  leveringId: string;
}

async function loadFile(context: Context, task: Task): Promise<LoadedFile> {
  const {database, pseudonym} = context;
  const {file, tabel, rijen, manifest, leveringId} = task;
  const raw = await readCsv(database, file.naam, file.pad, tabel);
  if (raw.gelezen !== rijen) {
    throw new LeveringGeweigerd(
      file.naam,
      `het bestand heeft ${raw.gelezen} rijen, levering.json zegt ${rijen}. Maak de levering opnieuw.`,
    );
  }
  await refuseIdentifiers(database, file.naam, tabel, raw);
  const origin = {levering_id: leveringId, bestand: file.naam, manifest};
  const outcome = await loadTable(database, tabel, raw, origin, pseudonym);
  refuseTooManyRejected(context.thresholds, file.naam, raw, outcome.afgewezen.length);
  return {
    naam: file.naam,
    sha256: file.sha256,
    ...outcome,
    waarschuwingen: raw.windows1252 ? [WINDOWS_1252] : [],
  };
}

const WINDOWS_1252: Warning = {
  regel: null,
  code: 'CODERING',
  reden: 'het bestand heeft codering Windows-1252 en is omgezet. Lever liever UTF-8.',
};

function matchFiles(
  files: readonly UnpackedFile[],
  manifest: Manifest,
  profile: Profile,
): {file: UnpackedFile; tabel: Tabel; rijen: number}[] {
  const announced = new Map(manifest.bestanden.map((bestand) => [bestand.naam, bestand]));
  for (const {naam} of files) {
    if (naam === MANIFEST_FILE || announced.has(naam)) continue;
    throw new LeveringGeweigerd(
      naam,
      'dit bestand staat niet in levering.json. Voeg het daar toe of haal het uit de zip.',
    );
  }
  return manifest.bestanden.map(({naam, sha256, rijen}) => {
    const file = files.find((candidate) => candidate.naam === naam);
    if (file === undefined) {
      throw new LeveringGeweigerd(naam, 'dit bestand staat in levering.json, maar niet in de zip.');
    }
    const tabel = profile.tabellen.get(naam.replace(/\.csv$/i, ''));
    if (tabel === undefined) {
      throw new LeveringGeweigerd(naam, 'deze tabel staat niet in het profiel. Zie het profiel.');
    }
    if (file.sha256 !== sha256.toLowerCase()) {
      throw new LeveringGeweigerd(
        naam,
        'de controlegetallen (sha256) verschillen. Het bestand is veranderd of kapot. Lever opnieuw.',
      );
    }
    return {file, tabel, rijen};
  });
}

/** Columns with free content; codes, dates and numbers of the profile can't hide an identifier. */
async function refuseIdentifiers(
  database: Database,
  bestand: string,
  tabel: Tabel,
  raw: RawTable,
): Promise<void> {
  const scanned = tabel.velden
    .filter(({type, constraints}) => type === 'string' && constraints.enum === undefined)
    .map(({name}) => name)
    .filter((name) => raw.kolommen.includes(name));
  const [finding] = await scanColumns(database, scanned);
  if (finding === undefined) return;
  throw new LeveringGeweigerd(
    bestand,
    `kolom "${finding.kolom}" bevat ${finding.aantal} keer een ${finding.soort} ` +
      `(onder meer regel ${finding.regels.join(', ')}). Haal dit weg: lever alleen pseudoniemen.`,
  );
}

function refuseTooManyRejected(
  {afgewezen_procent}: Thresholds,
  bestand: string,
  raw: RawTable,
  rejected: number,
): void {
  if (raw.gelezen < MIN_ROWS_FOR_THRESHOLD) return;
  if ((100 * rejected) / raw.gelezen <= afgewezen_procent) return;
  throw new LeveringGeweigerd(
    bestand,
    `${rejected} van de ${raw.gelezen} rijen zijn fout. Dat is meer dan ${afgewezen_procent}%. Herstel de rijen en lever opnieuw.`,
  );
}

async function newerFullDelivery(
  database: Database,
  {gemeente_code, bron, aangemaakt_op}: Manifest,
  leveringId: string,
): Promise<boolean> {
  const newer = await database.rows(
    `select 1 as een from meta.levering
     where gemeente_code = $gemeente_code and bron = $bron and soort = 'volledig'
       and status = 'geladen'
       and (aangemaakt_op, levering_id) > ($aangemaakt_op::timestamp, $leveringId)
     limit 1`,
    {gemeente_code, bron, aangemaakt_op, leveringId},
  );
  return newer.length > 0;
}

/** A full delivery replaces all older rows of its gemeente and bron. */
async function removeOlder(
  {database, profile}: Context,
  {gemeente_code, bron, aangemaakt_op}: Manifest,
  leveringId: string,
): Promise<void> {
  for (const tabel of profile.tabellen.keys()) {
    await database.run(
      `delete from stg.${tabel} where gemeente_code = $gemeente_code and bron = $bron
         and (aangemaakt_op, levering_id) < ($aangemaakt_op::timestamp, $leveringId)`,
      {gemeente_code, bron, aangemaakt_op, leveringId},
    );
  }
}

/** A delivery that came after a newer full one adds nothing: the full one had the last word. */
async function removeThis({database, profile}: Context, leveringId: string): Promise<void> {
  for (const tabel of profile.tabellen.keys()) {
    await database.run(`delete from stg.${tabel} where levering_id = $leveringId`, {leveringId});
  }
}

async function checkVolume(
  {database, thresholds, bevestigd}: Context,
  {gemeente_code, bron}: Manifest,
  outcomes: readonly LoadedFile[],
): Promise<void> {
  if (bevestigd) return;
  const previous = await database.rows(
    `select bestand.naam, arg_max(bestand.gelezen, levering.aangemaakt_op) as gelezen
     from meta.levering join meta.bestand using (levering_id)
     where gemeente_code = $gemeente_code and bron = $bron and soort = 'volledig'
       and status = 'geladen'
     group by bestand.naam`,
    {gemeente_code, bron},
  );
  for (const {naam, gelezen} of previous) {
    const before = Number(gelezen);
    const now = outcomes.find((outcome) => outcome.naam === naam)?.gelezen ?? 0;
    const change = (100 * Math.abs(now - before)) / before;
    if (before < MIN_ROWS_FOR_THRESHOLD || change <= thresholds.verschil_procent) continue;
    throw new LeveringGeweigerd(
      String(naam),
      `dit bestand heeft ${now} rijen, de vorige keer ${before}. Controleer de levering. Klopt het? Draai de nacht dan met --bevestig.`,
    );
  }
}
