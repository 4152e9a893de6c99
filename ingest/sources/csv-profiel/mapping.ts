import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {z} from 'zod';
import type {UnpackedFile} from '../../delivery.ts';
import type {UnpackedFiles} from '../../unpacked-files.ts';
import {LeveringGeweigerd} from '../../errors.ts';
import {identifierIn} from '../../gate/name-check.ts';
import {readFields} from '../side-file.ts';
import {SIDE_FILE} from './side-file.ts';
import type {Profile} from '../uitwisselprofiel/profile.ts';

const naam = z.string().min(1, 'geef een naam');

const kolomregel = z.strictObject({
  /** Column of the export that fills this one. */
  kolom: naam,
  /** What the export writes → what the profile writes. Any other value is rejected. */
  waarden: z.record(z.string(), z.string()).optional(),
  /** With `waarden`: what every other value becomes. */
  anders: z.string().optional(),
  /** What an empty cell becomes. */
  als_leeg: z.string().optional(),
  /** A date of which day or month is 00: the first or last day that it can be. */
  onvolledig: z.enum(['eerste_dag', 'laatste_dag'], 'kies eerste_dag of laatste_dag').optional(),
  /** Digits that lost their zeros in front get them back, up to this length. */
  lengte: z.number().int().min(1).max(64).optional(),
  /** A number is multiplied: 60 makes minutes of hours. */
  keer: z.number().positive().optional(),
});

const kolom = z.union(
  [
    naam.transform((from) => kolomregel.parse({kolom: from})),
    z.strictObject({vast: z.string().min(1)}),
    kolomregel,
  ],
  'geef de naam van een kolom, {"vast": …} of {"kolom": …, "waarden": …}',
);

const tabel = z.strictObject({
  tabel: naam,
  /** Only records that have one of these values in a column (case does not matter). */
  alleen: z.strictObject({kolom: naam, waarden: z.array(z.string()).min(1)}).optional(),
  kolommen: z.record(z.string(), kolom),
});

const bestand = z.strictObject({
  /** Name of the file; a * stands for any text. */
  bestand: naam,
  /** Sheet of a workbook; the first one when absent. */
  blad: naam.optional(),
  decimaal: z.enum([',', '.'], 'kies een komma of een punt').default(','),
  /** What an empty cell looks like, next to an empty one. */
  leeg: z.array(z.string()).default(['-', '.', 'x', 'n.v.t.', 'nvt']),
  /** Columns that the export has and the profile does not want. */
  negeer: z.array(naam).default([]),
  optioneel: z.boolean().default(false),
  tabellen: z.array(tabel).min(1, 'noem minstens één tabel'),
});

const mapping = z.strictObject({
  naam,
  toelichting: z.string().optional(),
  bestanden: z.array(bestand).min(1, 'noem minstens één bestand'),
});

/** How one export becomes canonical tables: a mapping profile, checked. */
export type Mapping = z.infer<typeof mapping>;
/** What the mapping says of one file or sheet. */
export type FileMapping = z.infer<typeof bestand>;
/** What fills one canonical table. */
export type TableMapping = z.infer<typeof tabel>;
/** What fills one canonical column. */
export type ColumnMapping = z.infer<typeof kolom>;

const SHIPPED = join(import.meta.dirname, 'profielen');

/**
 * Reads the mapping that a delivery names: a file of it, or one that the product ships. Throws
 * `LeveringGeweigerd` naming every field, table or column that is wrong, unless that name identifies
 * somebody: then its place.
 */
export function readMapping(
  files: UnpackedFiles,
  naam: string,
  {profile, now}: {profile: Profile; now: Date},
): {mapping: Mapping; file: UnpackedFile | null} {
  refuseNamed(SIDE_FILE, [['profiel', naam]], now);
  const delivered = files.find((file) => file.naam === naam) ?? null;
  const pad = join(SHIPPED, `${naam}.json`);
  if (delivered === null && !existsSync(pad)) {
    throw new LeveringGeweigerd(
      naam,
      'dit profiel is niet gevonden. Voeg het bestand toe aan de levering.',
    );
  }
  const file = delivered ?? {naam: `${naam}.json`, pad, sha256: ''};
  const read = readFields(file, mapping);
  refuseNamed(file.naam, read.bestanden.flatMap(namesIn), now);
  const wrong = read.bestanden.flatMap((one) =>
    one.tabellen.flatMap((table) => faults(table, profile)),
  );
  if (wrong.length > 0) {
    throw new LeveringGeweigerd(file.naam, `${wrong.join('; ')}. Pas het profiel aan.`);
  }
  return {mapping: read, file: delivered};
}

/** Every name in the mapping of a file that a message can repeat, with its place. */
function namesIn(
  {bestand, blad, negeer, tabellen}: FileMapping,
  index: number,
): [string, string][] {
  const place = `bestanden.${index}`;
  const columns = tabellen.flatMap(({tabel, alleen, kolommen}) => [
    tabel,
    ...(alleen === undefined ? [] : [alleen.kolom]),
    ...Object.entries(kolommen).flatMap(([naam, from]) =>
      'kolom' in from ? [naam, from.kolom] : [naam],
    ),
  ]);
  return [
    [`${place}.bestand`, bestand],
    ...(blad === undefined ? [] : [[`${place}.blad`, blad] satisfies [string, string]]),
    ...negeer.map((naam): [string, string] => [`${place}.negeer`, naam]),
    ...columns.map((naam): [string, string] => [`${place}.tabellen`, naam]),
  ];
}

function refuseNamed(bestand: string, names: readonly [string, string][], now: Date): void {
  for (const [place, name] of names) {
    const soort = identifierIn(name, now);
    if (soort === null) continue;
    throw new LeveringGeweigerd(
      bestand,
      `een naam bij ${place} lijkt een ${soort} te bevatten. Kies een andere naam.`,
    );
  }
}

function faults({tabel: name, kolommen}: TableMapping, profile: Profile): string[] {
  const known = profile.tabellen.get(name);
  if (known === undefined) return [`tabel "${name}" bestaat niet`];
  const names = known.velden.map((veld) => veld.name);
  const missing = known.velden.filter(
    (veld) => veld.constraints.required === true && !(veld.name in kolommen),
  );
  return [
    ...Object.keys(kolommen)
      .filter((kolomnaam) => !names.includes(kolomnaam))
      .map((kolomnaam) => `tabel "${name}" heeft geen kolom "${kolomnaam}"`),
    ...missing.map((veld) => `tabel "${name}" mist de verplichte kolom "${veld.name}"`),
  ];
}
