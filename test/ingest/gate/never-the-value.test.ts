import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterEach, describe, expect, it, vi} from 'vitest';
import {Chance} from '../../../fixtures/random.ts';
import {readProfile} from '../../../ingest/sources/uitwisselprofiel/profile.ts';
import {TestInbox, type TestFile, type TestManifest} from '../../support/delivery.ts';
import {IDENTIFYING} from '../../support/gate-columns.ts';

/** Deliveries that are tried; `POORT_LEKPROEVEN=2000` is the long run (see ingest/gate/README.md). */
const RUNS = Number(process.env['POORT_LEKPROEVEN'] ?? 40);
/** So many signs in a row of an identifier are recognisable. */
const PART = 5;

const TABLES = [...readProfile().tabellen.values()];
const PLACES = ['cel', 'kop', 'bestandsnaam', 'levering', 'bron', 'veld'] as const;
/** Systems name files by a hash of their content, so in a name a hash tells nothing by itself. */
const HASH_PLACES = ['cel', 'kop', 'veld'] as const;
const PLANTS = Object.keys(IDENTIFYING).flatMap((kind) =>
  (kind.includes('hash') ? HASH_PLACES : PLACES).map((place) => ({kind, place})),
);

interface Planted {
  name: string;
  files: TestFile[];
  override: TestManifest;
  values: string[];
}

/** A delivery with identifiers of one kind in one place. */
function plant(seed: number, kind: string, place: (typeof PLACES)[number]): Planted {
  const random = new Chance(seed);
  const values = IDENTIFYING[kind]!(random)
    .filter((value) => value.trim() !== '')
    .slice(0, 40);
  const value = values[0] ?? '';
  const tabel = TABLES[random.between(0, TABLES.length - 1)]!;
  const names = tabel.velden.map(({name}) => name);
  const column = random.between(0, names.length - 1);
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '')}"`;
  const header = names.map((name, at) => (place === 'kop' && at === column ? quoted(value) : name));
  const rows = values.map((cell, row) =>
    names.map((_, at) => (place === 'cel' && at === column ? quoted(cell) : `a${row}`)).join(';'),
  );
  const safe = value.normalize('NFKC').replaceAll(/[^\w .@+-]/g, '_');
  return {
    name: place === 'levering' ? `${safe}.zip` : 'levering.zip',
    files: [
      {
        naam: place === 'bestandsnaam' ? `${safe}.csv` : `${tabel.naam}.csv`,
        tekst: [header.join(';'), ...rows, ''].join('\n'),
      },
    ],
    override: {
      ...(place === 'bron' ? {bron: safe} : {}),
      ...(place === 'veld' ? {[value]: 'x'} : {}),
    },
    values: place === 'cel' ? values : [value],
  };
}

/** Everything that a person, a log or a later page can see of what became of a delivery. */
async function visible(
  inbox: TestInbox,
  outcome: unknown,
  logged: readonly unknown[],
): Promise<string> {
  const quarantine = join(inbox.data, 'quarantaine');
  const reports = readdirSync(quarantine).flatMap((name) =>
    name.endsWith('.json') ? [name, readFileSync(join(quarantine, name), 'utf8')] : [name],
  );
  const tables = await inbox.warehouse.rows(
    "select table_name as naam from duckdb_tables() where schema_name = 'meta'",
  );
  const rows = await Promise.all(
    tables.map(({naam}) => inbox.warehouse.rows(`select * from meta.${String(naam)}`)),
  );
  return JSON.stringify([outcome, logged, reports, rows]).toLowerCase();
}

/** Ordinary words of an address or a sentence that generated cells have around an identifier. */
const ORDINARY = /^(?:mailto|rekening|kerkstraat)$/;

/** The first recognisable part of a value that a text shows, or null. */
function shownPart(text: string, value: string): string | null {
  const plain = value.normalize('NFKC').toLowerCase();
  const words = value.includes('@') ? (plain.match(/[a-z]{6,}/g) ?? []) : [];
  const shown = words.find((word) => !ORDINARY.test(word) && text.includes(word));
  if (shown !== undefined) return shown;
  for (const signs of [plain, plain.replaceAll(/[^a-z0-9]/g, '')]) {
    for (let at = 0; at + PART <= signs.length; at += 1) {
      const part = signs.slice(at, at + PART);
      if (/^[a-z0-9]*\d{3}[a-z0-9]*$/.test(part) && text.includes(part)) return part;
    }
  }
  return null;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('whatever identifier is in whatever place of a delivery', () => {
  it('no outcome, report, name, log or table of meta shows it or a part of it', async () => {
    const logged: unknown[] = [];
    for (const method of ['log', 'info', 'warn', 'error'] as const) {
      vi.spyOn(console, method).mockImplementation((...args: unknown[]) => void logged.push(args));
    }
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.constantFrom(...PLANTS), async (seed, {kind, place}) => {
        const {name, files, override, values} = plant(seed, kind, place);
        const inbox = await TestInbox.open();
        await inbox.put(name, files, override);
        const outcome = await inbox.load();
        const {status, levering_id} = outcome[0]!;
        expect(status).toBe('geweigerd');
        // The hash of the delivery has any digits, also some that a value has by chance.
        const own = new RegExp(`${levering_id}[0-9a-f]*`, 'g');
        const text = (await visible(inbox, outcome, logged)).replaceAll(own, '');
        inbox.warehouse.close();
        for (const value of values) expect(shownPart(text, value)).toBeNull();
      }),
      {numRuns: RUNS},
    );
  }, 3_600_000);
});
