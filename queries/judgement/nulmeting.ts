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
import {NIVEAUS, STATUSSEN, type Nulmeting} from '../contract.ts';

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

/** Which baseline a record is: one per indicator, area and cell. */
export function baselineKey({indicator, gebied, niveau, dimensies}: Nulmeting): string {
  const nodes = Object.entries(dimensies).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([indicator, niveau, gebied, nodes]);
}

/**
 * Freezes what is not frozen yet; what is frozen never changes. Where today's figure differs, the
 * frozen one says so in `herzien`.
 */
export function freeze(frozen: readonly Nulmeting[], today: readonly Nulmeting[]): Nulmeting[] {
  const current = new Map(today.map((baseline) => [baselineKey(baseline), baseline]));
  const known = new Set(frozen.map(baselineKey));
  const kept = frozen.map((baseline) => {
    const now = current.get(baselineKey(baseline))?.waarde ?? null;
    return {...baseline, herzien: now === null || now === baseline.waarde ? null : now};
  });
  const added = today
    .filter((baseline) => baseline.status === 'ok' && !known.has(baselineKey(baseline)))
    .map((baseline) => ({...baseline, herzien: null, hash: baselineHash(baseline)}));
  return [...kept, ...added];
}
