import {createHash} from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {basename, join} from 'node:path';
import {z} from 'zod';
import {correctedRows, keptRows} from './corrected-rows.ts';
import {HerstelOngeldig} from './errors.ts';
import {markOffered, NOTICE, type QuarantineItem} from './quarantine-item.ts';
import {MANIFEST_FILE} from './sources/uitwisselprofiel/adapter.ts';

type RowsItem = Extract<QuarantineItem, {soort: 'rijen'}>;

/** How an item is offered again. */
export interface Replay {
  inbox: string;
  /** A corrected file, or a folder of them; without it the item is offered as it is. */
  hersteld: string | null;
  now: Date;
}

/**
 * Makes the delivery that offers an item again, in a place of its own beside the inbox that no night
 * looks at. Rejected rows keep the moment of their delivery (one millisecond later), so that they
 * never replace what came since. Answers its path. Throws `HerstelOngeldig`.
 */
export function prepareReplay(
  item: QuarantineItem,
  {inbox, hersteld}: Omit<Replay, 'now'>,
): string {
  if (hersteld !== null && !existsSync(hersteld)) {
    throw new HerstelOngeldig(`${hersteld} bestaat niet. Geef een bestand of een map.`);
  }
  const draft = join(inbox, `.opnieuw-${item.levering_id}`);
  rmSync(draft, {recursive: true, force: true});
  mkdirSync(draft, {mode: 0o700});
  if (item.soort === 'levering') {
    const name = basename(hersteld ?? item.levering);
    cpSync(hersteld ?? item.pad, join(draft, name), {recursive: true});
    return join(draft, name);
  }
  const folder = join(draft, `${item.levering.replace(/\.zip$/i, '')}-${item.levering_id}-opnieuw`);
  mkdirSync(folder, {mode: 0o700});
  const corrected = correctedFiles(item, hersteld);
  if (item.wijze === 'bestanden') copyFiles(item, corrected, folder);
  else writeDelivery(item, corrected, folder);
  return folder;
}

/** Puts a prepared replay into the inbox, for the next night. Answers its name there. */
export function offerReplay(
  item: QuarantineItem,
  prepared: string,
  {inbox, hersteld, now}: Replay,
): string {
  const plain = basename(prepared);
  const name = existsSync(join(inbox, plain)) ? `${item.levering_id}-${plain}` : plain;
  renameSync(prepared, join(inbox, name));
  discardReplay(item, inbox);
  // The delivery itself is in the inbox again; of a corrected one the original stays for its term.
  if (item.soort === 'levering' && hersteld === null) {
    rmSync(item.pad, {recursive: true, force: true});
    rmSync(`${item.pad}.reden.json`, {force: true});
  } else markOffered(item, now);
  return name;
}

/** Forgets a replay that was prepared. */
export function discardReplay({levering_id}: QuarantineItem, inbox: string): void {
  rmSync(join(inbox, `.opnieuw-${levering_id}`), {recursive: true, force: true});
}

/** Path per name of the item. Throws `HerstelOngeldig` for a file that it does not have. */
function correctedFiles(item: RowsItem, hersteld: string | null): ReadonlyMap<string, string> {
  if (hersteld === null) return new Map();
  const paths = statSync(hersteld).isDirectory()
    ? readdirSync(hersteld).map((name) => join(hersteld, name))
    : [hersteld];
  const known = item.bestanden.map(({naam}) => naam);
  const corrected = paths.filter((path) => !basename(path).endsWith('.json'));
  for (const path of corrected) {
    if (known.includes(basename(path))) continue;
    throw new HerstelOngeldig(
      `${basename(path)} hoort niet bij deze rijen. Verwacht: ${known.join(', ')}.`,
    );
  }
  return new Map(corrected.map((path) => [basename(path), path]));
}

function copyFiles(item: RowsItem, corrected: ReadonlyMap<string, string>, folder: string): void {
  for (const name of readdirSync(item.pad).filter((one) => one !== NOTICE)) {
    const delivered = name === `_${NOTICE}` ? NOTICE : name;
    cpSync(corrected.get(name) ?? join(item.pad, name), join(folder, delivered));
  }
}

const head = z.looseObject({aangemaakt_op: z.string()});

function writeDelivery(
  item: RowsItem,
  corrected: ReadonlyMap<string, string>,
  folder: string,
): void {
  // With a corrected file only that file is offered: the others wait for their own correction.
  const wanted = item.bestanden.filter(({naam}) => corrected.size === 0 || corrected.has(naam));
  const bestanden = wanted.map(({naam}) => {
    const path = corrected.get(naam);
    const {tekst, rijen} =
      path === undefined ? keptRows(join(item.pad, naam)) : correctedRows(path);
    writeFileSync(join(folder, naam), tekst, {mode: 0o600});
    return {naam, rijen, sha256: createHash('sha256').update(tekst).digest('hex')};
  });
  const original = head.parse(
    JSON.parse(readFileSync(join(item.pad, MANIFEST_FILE), 'utf8').replace(/^\uFEFF/, '')),
  );
  const manifest = {
    ...original,
    soort: 'aanvulling',
    aangemaakt_op: justAfter(original.aangemaakt_op),
    bestanden,
  };
  writeFileSync(join(folder, MANIFEST_FILE), JSON.stringify(manifest), {mode: 0o600});
}

/** One millisecond later, in the same notation: newer than its delivery, older than the next. */
function justAfter(moment: string): string {
  const [, zone = ''] = /(Z|[+-]\d{2}:?\d{2})$/.exec(moment) ?? [];
  const local = moment.slice(0, moment.length - zone.length);
  const later = new Date(Date.parse(`${local}Z`) + 1).toISOString();
  return `${later.slice(0, -1)}${zone}`;
}
