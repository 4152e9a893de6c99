import {existsSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {z} from 'zod';
import type {Kwaliteit, Nacht} from '../queries/contract/quality.ts';
import type {CheckOutcome} from '../warehouse/run-checks.ts';
import type {DataDirectory} from './data-directory.ts';

/** What the dashboard shows of the last night: no path, no name of a delivery, no value. */
export interface NightStatus {
  laatste_nacht: string;
  gelukt: boolean;
  melding: string | null;
  bronnen: {gemeente: string; bron: string; periode_tot: string; aangemaakt_op: string}[];
  bevindingen: CheckOutcome[];
}

/** Newest and last day of what was loaded, per gemeente and bron. */
type Bronnen = NightStatus['bronnen'];

const earlier = z.looseObject({
  laatste_nacht: z.string().nullable(),
  bronnen: z.array(z.unknown()).default([]),
  bevindingen: z.array(z.unknown()).default([]),
});

/** When the last night ran (ISO time), or null when there was none or its status is damaged. */
export function lastNight(data: DataDirectory): string | null {
  return readEarlier(data)?.laatste_nacht ?? null;
}

/** Writes the status of a night that came to its end. */
export function writeStatus(data: DataDirectory, status: NightStatus): void {
  writeAtomically(join(data.publicaties, STATUS), status);
}

/** Writes that the night failed and why; freshness and findings stay those of the night before. */
export function writeFailure(data: DataDirectory, now: Date, melding: string): void {
  const {bronnen = [], bevindingen = []} = readEarlier(data) ?? {};
  const facts = {gelukt: false, geladen: 0, geweigerd: 0, publicatie: null, melding};
  recordNight(data, {begonnen_op: now.toISOString(), ...facts}, null);
  writeAtomically(join(data.publicaties, STATUS), {
    laatste_nacht: now.toISOString(),
    gelukt: false,
    melding,
    bronnen,
    bevindingen,
  });
}

/** Rows of `freshness()` as the status has them. */
export function toBronnen(rows: readonly Record<string, unknown>[]): Bronnen {
  return rows.map(({gemeente_code, bron, periode_tot, aangemaakt_op}) => ({
    gemeente: String(gemeente_code),
    bron: String(bron),
    periode_tot: String(periode_tot),
    aangemaakt_op: String(aangemaakt_op),
  }));
}

/** Nights that the dashboard lists. */
const NIGHTS = 60;
const nacht = z.object({
  begonnen_op: z.string(),
  gelukt: z.boolean(),
  geladen: z.number(),
  geweigerd: z.number(),
  publicatie: z.string().nullable(),
  melding: z.string().nullable(),
});
const earlierQuality = z.looseObject({nachten: z.array(nacht)});

/** Adds a night to the quality file. Without `quality` the rest stays that of the night before. */
export function recordNight(
  data: DataDirectory,
  night: Nacht,
  quality: Omit<Kwaliteit, 'nachten'> | null,
): void {
  const file = join(data.publicaties, QUALITY);
  const before = readJson(file, earlierQuality) ?? {...NO_QUALITY, nachten: []};
  const nachten = [night, ...before.nachten].slice(0, NIGHTS);
  writeAtomically(file, {...before, ...quality, nachten});
}

const NO_QUALITY: Omit<Kwaliteit, 'nachten'> = {
  leveringen: [],
  afgewezen: [],
  volledigheid: [],
  vertraging: [],
  wachtend: [],
};
const STATUS = 'status.json';
const QUALITY = 'kwaliteit.json';

function readEarlier(data: DataDirectory): z.infer<typeof earlier> | null {
  return readJson(join(data.publicaties, STATUS), earlier);
}

function readJson<T>(file: string, schema: z.ZodType<T>): T | null {
  if (!existsSync(file)) return null;
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // A power cut can leave it damaged; this night writes a new one.
    return null;
  }
}

/** Writes JSON beside its place and moves it there: a reader sees the old or the new one. */
export function writeAtomically(file: string, content: unknown): void {
  writeFileSync(`${file}.tmp`, JSON.stringify(content, null, 2));
  renameSync(`${file}.tmp`, file);
}
