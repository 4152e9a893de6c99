import {createHash} from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import {z} from 'zod';
import {NIVEAUS, STATUSSEN} from '../contract/figure.ts';
import type {Nulmeting} from '../contract/verdict.ts';

/** The file of frozen baselines was changed by hand, or is damaged. */
export class NulmetingVeranderd extends Error {
  readonly code = 'NULMETING_VERANDERD';
  override readonly name = 'NulmetingVeranderd';
}

const number = z.number().nullable();

const record = z.strictObject({
  indicator: z.string(),
  gebied: z.string(),
  niveau: z.enum(NIVEAUS),
  dimensies: z.record(z.string(), z.string()),
  periode_van: z.string(),
  periode_tot: z.string(),
  versie: z.string(),
  publicatie: z.string(),
  vastgelegd_op: z.string(),
  herkomst: z.enum(['registratie', 'geleverd']),
  hash: z.string(),
  waarde: number,
  ondergrens: number,
  bovengrens: number,
  teller: number,
  noemer: number,
  aantal: number,
  methode: z.string(),
  status: z.enum(STATUSSEN),
  voorlopig: z.boolean(),
  dekking: number,
  p80: number,
  boven_norm: number,
  herzien: number,
});

/** SHA-256 over all that a frozen baseline says, in a fixed order. `herzien` is not part of it. */
export function baselineHash(baseline: Nulmeting): string {
  const content = Object.entries(baseline)
    .filter(([name]) => name !== 'hash' && name !== 'herzien')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** Reads the frozen baselines. Throws `NulmetingVeranderd` when one no longer fits its hash. */
export function readBaselines(file: string): Nulmeting[] {
  if (!existsSync(file)) return [];
  const baselines: Nulmeting[] = z.array(record).parse(JSON.parse(readFileSync(file, 'utf8')));
  const changed = baselines.find((baseline) => baselineHash(baseline) !== baseline.hash);
  if (changed !== undefined) {
    throw new NulmetingVeranderd(
      `${file}: de nulmeting van ${changed.indicator} voor ${changed.gebied} is na het vastleggen veranderd. Zet het bestand terug uit de back-up.`,
    );
  }
  return baselines;
}

/** Writes the frozen baselines, all or nothing. */
export function writeBaselines(file: string, baselines: readonly Nulmeting[]): void {
  const temporary = `${file}.tmp`;
  writeFileSync(temporary, JSON.stringify(baselines, null, 1), {mode: 0o600});
  const handle = openSync(temporary, 'r');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(temporary, file);
}

/**
 * Which baseline a record is: one per indicator, area, cell and version of the definition. A delivered
 * one stands for every version: it was not made by our definition.
 */
export function baselineKey(baseline: Nulmeting): string {
  const {indicator, gebied, niveau, dimensies, herkomst, versie} = baseline;
  const nodes = Object.entries(dimensies).sort(([a], [b]) => (a < b ? -1 : 1));
  const version = herkomst === 'geleverd' ? '' : versie;
  return JSON.stringify([indicator, niveau, gebied, nodes, version]);
}

/** Which cell it is about, whoever made it. */
function cellKey(baseline: Nulmeting): string {
  return baselineKey({...baseline, herkomst: 'geleverd'});
}

/** What is frozen, and what may be shown but still waits: `hash` is empty there. */
export interface Baselines {
  frozen: Nulmeting[];
  open: Nulmeting[];
}

/**
 * Freezes what is final and not frozen yet; what is frozen never changes. Where today's figure
 * differs, the frozen one says so in `herzien`. A delivered baseline takes precedence over our own of
 * the same cell. Provisional ones stay open: `nulmeting vastleggen` freezes them.
 */
export function freeze(frozen: readonly Nulmeting[], today: readonly Nulmeting[]): Baselines {
  const delivered = new Set(
    [...frozen, ...today].filter(({herkomst}) => herkomst === 'geleverd').map(cellKey),
  );
  const current = new Map(
    today
      .filter((one) => one.herkomst === 'geleverd' || !delivered.has(cellKey(one)))
      .map((baseline) => [baselineKey(baseline), baseline]),
  );
  const known = new Set(frozen.map(baselineKey));
  const kept = frozen.map((baseline) => {
    const now = current.get(baselineKey(baseline))?.waarde ?? null;
    return {...baseline, herzien: now === null || now === baseline.waarde ? null : now};
  });
  const added = [...current.values()].filter(
    (baseline) => baseline.status === 'ok' && !known.has(baselineKey(baseline)),
  );
  return {
    frozen: [...kept, ...added.filter(({voorlopig}) => !voorlopig).map(signed)],
    open: added.filter(({voorlopig}) => voorlopig).map((one) => ({...one, hash: ''})),
  };
}

/** A baseline as it is frozen: with the hash over all that it says. */
export function signed(baseline: Nulmeting): Nulmeting {
  return {...baseline, herzien: null, hash: baselineHash(baseline)};
}

/**
 * Frozen baselines that a publication shows but the file no longer has, or has otherwise. Who changes
 * a record and its hash together is found here: a published file never changes.
 */
export function missingFrom(
  file: readonly Nulmeting[],
  published: readonly Nulmeting[],
): Nulmeting[] {
  const hashes = new Map(file.map((one) => [baselineKey(one), one.hash]));
  return published.filter((one) => one.hash !== '' && hashes.get(baselineKey(one)) !== one.hash);
}
