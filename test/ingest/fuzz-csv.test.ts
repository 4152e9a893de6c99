import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {LoadedFile} from '../../ingest/outcome.ts';
import {listQuarantine} from '../../ingest/quarantine-item.ts';
import {manifestOf, TestInbox} from '../support/delivery.ts';
import {FileReader, type ReadFile} from '../support/file-reader.ts';
import {mutantsOf} from '../support/mutant.ts';

/** How many files: small in the suite; `test/README.md` says how to run the long campaign. */
const RUNS = Number(process.env['WIJKMONITOR_FUZZ_CSV'] ?? 400);
/** Of those so many as whole deliveries, through the inbox: fifty times as slow. */
const DELIVERIES = Math.max(30, Math.ceil(RUNS / 500));

const SAMPLES: Record<string, string> = {
  'aanmelding.csv': [
    'aanmelding_id;client_id;team_id;datum_aanmelding;vraagtype;datum_eerste_contact',
    'A1;;T1;2022-01-05;adl;',
    'A2;client-aaaa;T1;2022-01-06;financien;2022-01-07',
    'A2;client-aaaa;T1;2022-01-06;financien;2022-01-07',
    '"A3";;"T1";2022-01-08;adl;',
    'A4;;T1;2022-02-30;adl;',
    '',
  ].join('\n'),
  'gebeurtenis.csv':
    'datum;omschrijving\r\n2021-01-01;"twee\nregels"\r\n2021-02-01;een ""\r\n2021-03-01;"a;b"\r\n',
};

const mutant = fc
  .constantFrom(...Object.keys(SAMPLES))
  .chain((naam) =>
    mutantsOf(
      [SAMPLES[naam]!],
      ['', '', '0', ' ', 'A9', '2022-01-09', '\n'],
      [
        ';',
        '"',
        '""',
        '\r',
        '\n\n',
        '\0',
        '\uFEFF',
        'é',
        ';;',
        'A2;;T1;2022-01-06;adl;\n',
        '-',
        ',',
        '\t',
      ],
    ).map((tekst) => ({naam, tekst})),
  );

/** What once went wrong, found by damaging files. */
const FOUND: [{naam: string; tekst: Buffer}][] = [
  // A quote inside a cell is text; the rows after it are rows.
  [['2022-01-05', '2"022-01-05']],
  // A carriage return alone ends a line.
  [['A4;;T1', 'A4;\r;T1']],
  // After two kinds of line ends the engine is a line ahead: its last line is none of the file.
  [
    ['05;adl;\n', '05;adl;\r\n'],
    ['A4;;T1;2022-02-30;adl;', 'A4;;T1'],
  ],
  // A line break inside a cell, and behind it a carriage return that ends a line.
  [
    ['T1;2022-01-05;adl;', 'T1;2022-13-05;"a\ndl"\r '],
    ['2022-02-30', '2022-02-31'],
  ],
  // A carriage return behind quotes is part of a broken record, not the end of one.
  [
    ['T1;2022-01-05;adl;', 'T1;2022-01-05;adl;"x"\r'],
    ['\nA4', '\r\n\r\nA4'],
  ],
].map((edits) => {
  let tekst = SAMPLES['aanmelding.csv'] ?? '';
  for (const [from = '', to = ''] of edits) tekst = tekst.replace(from, to);
  return [{naam: 'aanmelding.csv', tekst: Buffer.from(tekst)}];
});

/** Files that are read one by one and judged together: see `FileReader`. */
const BATCH = 200;
const batches = fc.array(
  fc.tuple(mutant, fc.boolean()).map(([file, onDisk]) => ({...file, onDisk})),
  {minLength: BATCH, maxLength: BATCH},
);
const ONCE_WRONG = FOUND.flatMap(([file]) => [true, false].map((onDisk) => ({...file, onDisk})));

/** Records as a reader that knows nothing of the product counts them: none may get lost unseen. */
function countLines(text: Buffer): number {
  return text
    .toString('latin1')
    .split(/\r\n|\n|\r/)
    .filter((line) => line !== '').length;
}

/** Puts the file in the inbox as a delivery of which only the file itself can be wrong. */
function deliver(
  inbox: TestInbox,
  at: number,
  file: {naam: string; tekst: Buffer},
  rijen: number,
): string {
  const name = `d${at}`;
  mkdirSync(inbox.path(name));
  const sha256 = createHash('sha256').update(file.tekst).digest('hex');
  const manifest = manifestOf([], {
    bestanden: [{naam: file.naam, sha256, rijen}],
    bron: `bron${at}`,
  });
  for (const one of [manifest, file]) writeFileSync(join(inbox.path(name), one.naam), one.tekst);
  return name;
}

/** What became of a file, offered with the number of rows that its reader says it has. */
async function offer(inbox: TestInbox, at: number, file: {naam: string; tekst: Buffer}) {
  const name = deliver(inbox, at, file, 0);
  const [first] = await inbox.load();
  const told = /het bestand heeft (\d+) rijen/.exec(first?.reden ?? '')?.[1];
  if (first?.status !== 'geweigerd' || told === undefined) return first;
  rmSync(join(inbox.data, 'quarantaine', name), {recursive: true, force: true});
  rmSync(join(inbox.data, 'quarantaine', `${name}.reden.json`), {force: true});
  deliver(inbox, at, file, Number(told));
  const [second] = await inbox.load();
  return second;
}

/** Every row that was read is loaded, known, or stands in quarantine as it came. */
function expectNothingLost(quarantine: string, file: LoadedFile, text: Buffer): void {
  const {gelezen, geladen, afgewezen, dubbel, verouderd} = file;
  expect(gelezen).toBe(geladen + afgewezen.length + dubbel + verouderd);
  // A record has at least one line, so there are never more of them than lines below the header.
  expect(gelezen).toBeLessThanOrEqual(countLines(text));
  const [item] = listQuarantine(quarantine);
  expect(item?.soort ?? null).toBe(afgewezen.length > 0 ? 'rijen' : null);
  if (item?.soort !== 'rijen') return;
  const kept = readFileSync(join(item.pad, file.naam), 'utf8');
  const lines = new Set(afgewezen.map(({regel}) => regel));
  for (const regel of lines) expect(kept).toMatch(new RegExp(`^${regel};"`, 'm'));
  if (!ONE_KIND.test(text.toString('latin1'))) return;
  // Without quotes each line is a record.
  if (!text.includes('"')) expect(gelezen).toBe(countLines(text) - 1);
  const source = text.toString('latin1').split(/\r?\n/);
  for (const [, regel, row] of kept.matchAll(/^(\d+);"[^"]*";(.*)$/gm)) {
    expect(source[Number(regel) - 1]).toBe(row);
  }
}

/** Text of which it is plain what a line is, and that is kept as it came. */
const ONE_KIND = /^(?:[\x20-\x7e\t]|\r?\n)*$/;

function expectAccounted({reden, geladen, bestand, quarantine}: ReadFile, text: Buffer): void {
  if (bestand === null) {
    expect(reden).toMatch(/^[^:]+: .+\.$/s);
    return;
  }
  expect(geladen).toBe(bestand.geladen);
  expectNothingLost(quarantine, bestand, text);
}

describe('a CSV file that was damaged anywhere', () => {
  it(
    'is read or refused, in memory and on disk alike: no row is lost',
    async () => {
      const reader = await FileReader.open();
      const outcomes = {read: 0, refused: 0};
      await fc.assert(
        fc.asyncProperty(batches, async (files) => {
          const found = await reader.read(files);
          for (const [at, one] of found.entries()) {
            outcomes[one.bestand === null ? 'refused' : 'read'] += 1;
            try {
              expectAccounted(one, files[at]!.tekst);
            } catch (error) {
              throw new Error(`${files[at]!.naam}: ${JSON.stringify(String(files[at]!.tekst))}`, {
                cause: error,
              });
            }
          }
        }),
        // The message names the one file: to make a batch of hundreds smaller takes for ever.
        {numRuns: Math.ceil(RUNS / BATCH), examples: [[ONCE_WRONG]], endOnFailure: true},
      );
      reader.close();
      if (RUNS > 1000) console.log(outcomes);
      // Both must happen, or the mutations are too weak or too strong to say anything.
      expect(outcomes.read).toBeGreaterThan(RUNS / 20);
      expect(outcomes.refused).toBeGreaterThan(RUNS / 50);
    },
    Math.max(60_000, RUNS * 40),
  );

  it(
    'is as a delivery loaded or refused, and leaves the inbox: nothing of it is lost',
    async () => {
      const inbox = await TestInbox.open();
      const outcomes = {geladen: 0, geweigerd: 0, bekend: 0};
      let at = 0;
      await fc.assert(
        fc.asyncProperty(mutant, async (file) => {
          at += 1;
          const outcome = await offer(inbox, at, file);
          if (outcome === undefined) throw new Error('nothing happened');
          outcomes[outcome.status] += 1;
          const rows = await inbox.warehouse.rows(
            `select (select count(*) from stg.aanmelding where bron = $bron)
               + (select count(*) from stg.gebeurtenis where bron = $bron) as aantal`,
            {bron: `bron${at}`},
          );
          const [loaded] = outcome.bestanden;
          expect(Number(rows[0]?.['aantal'])).toBe(loaded?.geladen ?? 0);
          if (outcome.status === 'geweigerd') {
            expect(outcome.reden).toMatch(/^[^:]+: .+\.$/s);
            expect(existsSync(join(inbox.data, 'quarantaine', `d${at}`))).toBe(true);
          } else if (loaded !== undefined)
            expectNothingLost(join(inbox.data, 'quarantaine'), loaded, file.tekst);
          expect(readdirSync(join(inbox.data, 'inbox'))).toEqual([]);
          for (const folder of ['quarantaine', 'verwerkt']) {
            rmSync(join(inbox.data, folder), {recursive: true});
            mkdirSync(join(inbox.data, folder));
          }
          for (const table of ['stg.aanmelding', 'stg.gebeurtenis', 'meta.levering']) {
            await inbox.warehouse.run(`delete from ${table}`);
          }
        }),
        {numRuns: DELIVERIES, examples: FOUND},
      );
      inbox.warehouse.close();
      expect(outcomes.geladen).toBeGreaterThan(DELIVERIES / 20);
      expect(outcomes.geweigerd).toBeGreaterThan(DELIVERIES / 50);
    },
    Math.max(60_000, DELIVERIES * 400),
  );
});
