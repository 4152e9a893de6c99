import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {z} from 'zod';
import {QuarantaineOnbekend} from './errors.ts';

const rowsNotice = z.object({
  soort: z.literal('rijen'),
  levering: z.string(),
  levering_id: z.string(),
  /** When it was set aside (ISO time). */
  op: z.string(),
  /** `rijen`: CSV files with the rejected rows only; `bestanden`: whole files of the supplier. */
  wijze: z.enum(['rijen', 'bestanden']),
  bestanden: z.array(
    z.object({
      naam: z.string(),
      meldingen: z.array(
        z.object({regel: z.number(), kolom: z.string().nullable(), reden: z.string()}),
      ),
    }),
  ),
  aangeboden_op: z.string().nullable(),
});

const refusalNotice = z
  .object({
    levering: z.string(),
    levering_id: z.string(),
    reden: z.string(),
    geweigerd_op: z.string(),
    aangeboden_op: z.string().nullable().default(null),
  })
  .transform(({geweigerd_op, ...rest}) => ({
    soort: 'levering' as const,
    op: geweigerd_op,
    ...rest,
  }));

/** What `melding.json` says of rejected rows: place and reason, never a value. */
export type RowsNotice = z.infer<typeof rowsNotice>;
export type RefusalNotice = z.infer<typeof refusalNotice>;

/** Something in quarantine: rejected rows of a delivery, or a delivery that was refused whole. */
export type QuarantineItem = (RowsNotice | RefusalNotice) & {
  /** The folder with the rows, or the delivery. */
  pad: string;
};

/** What stands beside rejected rows. A file of the supplier of that name gets another one there. */
export const NOTICE = 'melding.json';
const REASON = '.reden.json';

/** Everything in quarantine, the oldest first. An entry without a readable notice is left out. */
export function listQuarantine(folder: string): QuarantineItem[] {
  const items = readdirSync(folder).flatMap((name): QuarantineItem[] => {
    const pad = join(folder, name);
    if (name.endsWith(REASON)) return readRefusal(pad);
    const notice = parseNotice(join(pad, NOTICE), rowsNotice);
    return notice === null ? [] : [{...notice, pad}];
  });
  return items.sort((a, b) => (a.op < b.op ? -1 : 1));
}

function readRefusal(file: string): QuarantineItem[] {
  const pad = file.slice(0, -REASON.length);
  const notice = parseNotice(file, refusalNotice);
  // Its delivery went back to the inbox and a crash kept the reason: nothing is waiting here.
  return notice === null || !existsSync(pad) ? [] : [{...notice, pad}];
}

function parseNotice<T>(file: string, schema: z.ZodType<T>): T | null {
  if (!existsSync(file)) return null;
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Half-written when the power failed, or something that a person put there.
    return null;
  }
}

/** The newest item with this id (or its first characters). Throws `QuarantaineOnbekend`. */
export function findItem(folder: string, id: string): QuarantineItem {
  const found =
    id === '' ? [] : listQuarantine(folder).filter(({levering_id}) => levering_id.startsWith(id));
  const item = found.at(-1);
  if (item === undefined) {
    throw new QuarantaineOnbekend(`${id} staat niet in quarantaine. Zie: wijkmonitor quarantaine.`);
  }
  return item;
}

/** Writes what is known of rejected rows beside them. */
export function writeNotice(folder: string, notice: RowsNotice): void {
  writeJson(join(folder, NOTICE), notice);
}

/** Writes why a delivery was refused beside it. */
export function writeReason(pad: string, notice: Omit<RefusalNotice, 'soort'>): void {
  const {op, ...rest} = notice;
  writeJson(`${pad}${REASON}`, {...rest, geweigerd_op: op});
  // The term of the reason is that of its delivery.
  utimesSync(`${pad}${REASON}`, new Date(op), new Date(op));
}

/** Remembers that an item was offered again: it waits for nothing, and goes with its term. */
export function markOffered({pad, ...notice}: QuarantineItem, now: Date): void {
  const offered = {...notice, aangeboden_op: now.toISOString()};
  if (offered.soort === 'rijen') writeNotice(pad, offered);
  else writeReason(pad, offered);
}

function writeJson(file: string, content: unknown): void {
  writeFileSync(`${file}.tmp`, JSON.stringify(content, null, 2), {mode: 0o600});
  renameSync(`${file}.tmp`, file);
}
