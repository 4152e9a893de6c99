import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {PrivacytoetsNietGehaald} from '../queries/attack/attestation.ts';
import {readCatalogue} from '../queries/catalogue.ts';
import type {Nulmeting} from '../queries/contract/verdict.ts';
import {IndicatorMislukt} from '../queries/errors.ts';
import {baselineKey, readBaselines, writeBaselines} from '../queries/judgement/nulmeting.ts';
import {
  heldWijken,
  mutationGate,
  readMutations,
  rememberState,
  type HeldWijk,
} from '../queries/mutations.ts';
import {openPublication} from '../queries/publication.ts';
import {release} from '../queries/release.ts';
import type {Database} from '../warehouse/open.ts';
import {Publications} from '../warehouse/publications.ts';
import type {CheckOutcome} from '../warehouse/run-checks.ts';
import {isOutOfSpace} from './failure.ts';
import {readKey} from './keys.ts';
import type {NightOptions} from './night.ts';
import {mayRelease} from './release-rhythm.ts';

/** What became of the release: an id, or why there is none. */
export interface PublishOutcome {
  id: string | null;
  /** Dutch, for the status page; empty when there is an id. */
  reden: string;
  /** False when a release was due but the figures can't be trusted: the last one stays. */
  gelukt: boolean;
}

const INDICATORS = join(import.meta.dirname, '..', 'queries', 'indicators');

/**
 * Releases figures when the rhythm asks for it, unless a check says that they can't be true or an
 * indicator fails: then the last publication stays, and `reden` says why.
 */
export async function publish(
  warehouse: Database,
  options: NightOptions,
  checks: readonly CheckOutcome[],
): Promise<PublishOutcome> {
  const {data, now, display, releaseNow = false} = options;
  const publications = new Publications(data.publicaties);
  const decision = mayRelease(data.configuration.publicatie, lastRelease(publications, now), now);
  const onProgress = display.next('Beschermt en publiceert de cijfers');
  const blocked = blockedBy(checks);
  if (blocked !== null) return {id: null, reden: blocked, gelukt: false};
  if (!decision.mag && !releaseNow) return {id: null, reden: decision.reden, gelukt: true};
  const [filled] = await warehouse.rows('select count(*) as aantal from ref.gebied_boom');
  if (Number(filled?.['aantal']) === 0) {
    return {id: null, reden: 'Er zijn nog geen gebieden en cijfers geladen.', gelukt: true};
  }
  const isFirst = publications.current() === null;
  const changes = isFirst ? [] : await readMutations(warehouse);
  const waits = mutationGate(changes);
  if (waits !== null) return {id: null, reden: waits, gelukt: true};
  const held = isFirst ? [] : heldWijken(changes, await wijkenOf(warehouse));
  try {
    const id = await releaseFigures(warehouse, publications, {...options, held, onProgress});
    return {id, reden: '', gelukt: true};
  } catch (error) {
    const isKnown = error instanceof IndicatorMislukt || error instanceof PrivacytoetsNietGehaald;
    if (!isKnown || isOutOfSpace(error)) throw error;
    options.log?.error({gebeurtenis: 'publicatie', err: error});
    return {id: null, reden: error.message, gelukt: false};
  }
}

async function releaseFigures(
  warehouse: Database,
  publications: Publications,
  {data, now, makeKeys = false, attestLater = false, held, onProgress}: NightOptions & ReleaseTo,
): Promise<string> {
  const baselineFile = join(data.beheer, 'nulmetingen.json');
  const {manifest, baselines} = await release({
    warehouse,
    catalogue: readCatalogue(INDICATORS),
    publications,
    salts: {
      label: readKey(data.sleutels, 'label-zout', makeKeys),
      record: readKey(data.sleutels, 'record-zout', makeKeys),
    },
    now,
    codeVersion: codeVersion(),
    frozen: await frozenBaselines(baselineFile, publications),
    held,
    attestLater,
    onProgress,
  });
  await rememberState(warehouse);
  writeBaselines(baselineFile, baselines);
  return manifest.id;
}

interface ReleaseTo {
  held: readonly HeldWijk[];
  onProgress: (progress: {done: number; total: number; what: string}) => void;
}

async function wijkenOf(warehouse: Database): Promise<HeldWijk[]> {
  const rows = await warehouse.rows(
    "select gemeente_code, gebied_code from ref.gebied_boom where niveau = 'wijk'",
  );
  return rows.map(({gemeente_code, gebied_code}) => ({
    gemeente: String(gemeente_code),
    gebied: String(gebied_code),
  }));
}

/** Why figures can't be published, or null: the first check that says so, and what to do. */
function blockedBy(checks: readonly CheckOutcome[]): string | null {
  const broken = checks.filter(
    ({gevolg, bevindingen}) => gevolg === 'geen publicatie' && bevindingen > 0,
  );
  const [first] = broken;
  if (first === undefined) return null;
  const more = broken.length > 1 ? ` Nog ${broken.length - 1} controle(s) zijn niet goed.` : '';
  return `Een controle is niet goed, dus er komen geen nieuwe cijfers. Het moet zo zijn: ${first.uitleg} ${first.actie}${more}`;
}

/**
 * Baselines frozen so far. A run that was killed just after it published has not written them to the
 * file yet, but its publication has them: frozen is frozen.
 */
async function frozenBaselines(file: string, publications: Publications): Promise<Nulmeting[]> {
  const written = readBaselines(file);
  const current = publications.current();
  if (current === null) return written;
  const publication = await openPublication(current.path);
  try {
    const known = new Set(written.map(baselineKey));
    const published = publication.nulmetingen.filter(
      (baseline) => !known.has(baselineKey(baseline)),
    );
    return [...written, ...published];
  } finally {
    publication.close();
  }
}

/** The last release before `now`: one from a clock that was ahead must not stop all others. */
function lastRelease(publications: Publications, now: Date): Date | null {
  const last = publications
    .list()
    .map(({id}) => new Date(`${id.slice(0, 10)}T00:00:00Z`))
    .filter((day) => day <= now)
    .at(-1);
  return last ?? null;
}

function codeVersion(): string {
  const text = readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8');
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? 'onbekend';
}
