import {pathOf, type UnpackedFile} from '../../delivery.ts';
import type {UnpackedFiles} from '../../unpacked-files.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import {refuseNames} from '../../gate/inbox-names.ts';
import type {LoadedFile} from '../../outcome.ts';
import type {DeliveryTask, LoadContext, SourceFormat} from '../../source-format.ts';
import {decimalCommas} from './decimal-comma.ts';
import {loadFile} from './load-file.ts';
import {readManifestFile, type Manifest} from './manifest.ts';
import {readProfile, type Profile, type Tabel} from './profile.ts';
import {readCsv} from './read-csv.ts';
import {replaceOlder} from './replace.ts';

export const MANIFEST_FILE = 'levering.json';

/** The Wijkteam-uitwisselprofiel: CSV files as the profile describes them, with levering.json. */
export const uitwisselprofiel: SourceFormat = {
  naam: 'uitwisselprofiel',
  noemt: {bestand: /^levering\.json$/, gemeente: /"gemeente_code"\s*:\s*"GM(\d{4})"/},
  recognises: (files) => files.some(({naam}) => naam === MANIFEST_FILE) || files.every(isTable),
  load: async (context, task) => {
    const manifest = readManifest(task.bestanden, context.profile);
    const names = manifest.bestanden.map(({naam}) => naam);
    refuseNames(task.naam, manifest.bestanden, context.now);
    refuseTwice(names);
    const {profiel, versie, bestanden, ...feiten} = manifest;
    await loadTables(context, task, manifest);
    return feiten;
  },
};

/** Tables without levering.json are meant to be of this format: the refusal says what is missing. */
function isTable({naam}: UnpackedFile): boolean {
  return readProfile().tabellen.has(tableName(naam));
}

const tableName = (naam: string): string => naam.replace(/\.csv$/i, '');

/** Reads what the delivery says of itself; throws `LeveringGeweigerd`. */
function readManifest(files: UnpackedFiles, profile: Profile): Manifest {
  const file = files.find(({naam}) => naam === MANIFEST_FILE);
  if (file === undefined) {
    throw new LeveringGeweigerd(MANIFEST_FILE, 'dit bestand ontbreekt. Voeg het toe aan de zip.');
  }
  return readManifestFile(file, profile);
}

function refuseTwice(names: readonly string[]): void {
  const twice = names.find((naam, index) => names.indexOf(naam) !== index);
  if (twice === undefined) return;
  throw new LeveringGeweigerd(
    twice,
    'dit bestand staat twee keer in levering.json. Haal er één weg.',
  );
}

async function loadTables(
  context: LoadContext,
  task: DeliveryTask,
  manifest: Manifest,
): Promise<void> {
  const outcomes: LoadedFile[] = [];
  for (const {file, tabel, rijen} of matchFiles(task.bestanden, manifest, context.profile)) {
    const {naam, sha256} = file;
    const raw = await readCsv(context, naam, pathOf(file), tabel);
    if (raw.gelezen !== rijen) {
      throw new LeveringGeweigerd(
        naam,
        `het bestand heeft ${raw.gelezen} rijen, levering.json zegt ${rijen}. Maak de levering opnieuw.`,
      );
    }
    const commas = await decimalCommas(context.warehouse, naam, tabel, raw);
    raw.waarschuwingen.push(...commas);
    const origin = {levering_id: task.levering_id, bestand: naam, sha256, feiten: manifest};
    outcomes.push(await loadFile(context, tabel, raw, origin));
  }
  await replaceOlder(context, task, manifest, outcomes);
}

function matchFiles(
  files: UnpackedFiles,
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
    const tabel = profile.tabellen.get(tableName(naam));
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
