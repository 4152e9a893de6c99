import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeEach, describe, expect, it} from 'vitest';
import type {DeliveryOutcome} from '../../ingest/outcome.ts';
import {TestInbox, type TestFile} from '../support/delivery.ts';
import {warehouseState} from '../support/warehouse-state.ts';
import {closeInboxes, MAPPING, meldingen, offerExport, openInbox} from './csv-profiel/sample.ts';

afterAll(closeInboxes);

/** Bounds in bytes: every file is large, or none is. */
const ON_DISK = 0;
const IN_MEMORY = Infinity;

const AANMELDING: TestFile = {
  naam: 'aanmelding.csv',
  tekst: Buffer.from(
    [
      'aanmelding_id;client_id;team_id;datum_aanmelding;vraagtype',
      'A1;;T1;2022-01-05;adl',
      'A2;client-aaaa;T1;2022-01-06;financien',
      'A2;client-aaaa;T1;2022-01-06;financien',
      'A3;;T1;2022-01-06',
      'A4;;"T\n1";2022-01-06;adl',
      'A5;;T1;2022-02-30;adl',
      'A6;;T1;2022-01-07;adl',
      'A6;;T1;2022-01-08;adl',
      'A7;client-bbbb;Té;2022-01-09;adl',
      '',
    ].join('\n'),
    'latin1',
  ),
};
/** Two spellings of one key. */
const TEVREDENHEID: TestFile = {
  naam: 'tevredenheid.csv',
  tekst:
    'jaar;wet;gebied_code;vraag;antwoord;aantal\n' +
    '2021;wmo;GM0400;Tevreden;eens;10\n02021;wmo;GM0400;Tevreden;eens;11\n2021;wmo;GM0400;Tevreden;oneens;3\n',
};

describe('rows that are set down on disk', () => {
  let inbox: TestInbox;
  beforeEach(async () => {
    inbox = await openInbox();
  });

  async function both<T>(work: (inbox: TestInbox) => Promise<T>): Promise<[T, T, unknown[]]> {
    const outcomes: T[] = [];
    const states: unknown[] = [];
    for (const largeBytes of [IN_MEMORY, ON_DISK]) {
      inbox = await openInbox();
      inbox.largeBytes = largeBytes;
      outcomes.push(await work(inbox));
      states.push(await warehouseState(inbox.warehouse));
    }
    return [outcomes[0]!, outcomes[1]!, states];
  }

  it('of the uitwisselprofiel are judged, counted and stored as in memory', async () => {
    const [memory, disk, [before, after]] = await both(async (one) => {
      const first = await one.offer([AANMELDING, TEVREDENHEID]);
      // The same rows again, and older ones: what is known stays.
      await one.put('ouder.zip', [AANMELDING], {aangemaakt_op: '2022-02-01T03:00:00Z'});
      await one.put('nieuwer.zip', [AANMELDING], {aangemaakt_op: '2022-02-05T03:00:00Z'});
      return [first, ...(await one.load())];
    });
    expect(disk).toEqual(memory);
    expect(after).toEqual(before);
    const counts = (outcome: DeliveryOutcome | undefined): unknown =>
      outcome?.bestanden.map(({gelezen, geladen, dubbel, verouderd, afgewezen}) => [
        gelezen,
        geladen,
        dubbel,
        verouderd,
        afgewezen.map(({regel, code}) => `${regel} ${code}`),
      ]);
    const broken = ['5 REGEL_STUK', '8 DATUM', '9 SLEUTEL_DUBBEL', '10 SLEUTEL_DUBBEL'];
    expect(counts(disk[0])).toEqual([
      [9, 4, 1, 0, broken],
      [3, 1, 0, 0, ['2 SLEUTEL_DUBBEL', '3 SLEUTEL_DUBBEL']],
    ]);
    expect(disk.slice(1).map(counts)).toEqual([[[9, 4, 1, 0, broken]], [[9, 0, 1, 4, broken]]]);
  });

  it('of an export lose the same noise, and break the same rules', async () => {
    const text =
      'Nummer;Team;Datum melding;Vraag;Crisis\nM1;Team Noord;5-1-2022;Geld;Ja\n;;;;\n' +
      'Nummer;Team;Datum melding;Vraag;Crisis\nM2;Team West;5-1-2022;Geld;Ja\n' +
      'M3;Team Zuid;6-1-2022;Anders;\nTotaal;;;;3\n\n';
    const [memory, disk, [before, after]] = await both(async (one) => {
      const {outcome} = await offerExport([meldingen(text)], [MAPPING], {}, one);
      return outcome;
    });
    expect(disk).toEqual(memory);
    expect(after).toEqual(before);
    const [file] = disk.bestanden;
    expect(file).toMatchObject({gelezen: 3, geladen: 2});
    expect(file?.waarschuwingen.map(({regel, code}) => [regel, code])).toEqual([
      [4, 'KOP_HERHAALD'],
      [3, 'LEGE_REGEL'],
      [7, 'TOTAALREGEL'],
    ]);
  });

  it('leave nothing on disk, loaded or refused', async () => {
    inbox.largeBytes = ON_DISK;
    await inbox.offer([AANMELDING]);
    const bsns = Array.from({length: 12}, () => '999900006').join('\n');
    await inbox.offer([{naam: 'client.csv', tekst: `client_id\n${bsns}\n`}]);
    expect(readdirSync(join(inbox.data, 'warehouse'))).toEqual([]);
  });

  it('of which too many are unreadable refuse their file, before they fill the memory', async () => {
    const lines = 'A1;;T1\n'.repeat(100_001);
    const {status, reden} = await inbox.offer([
      {
        naam: 'aanmelding.csv',
        tekst: `aanmelding_id;client_id;team_id;datum_aanmelding;vraagtype\n${lines}`,
      },
    ]);
    expect(status).toBe('geweigerd');
    expect(reden).toContain('100001 regels zijn niet compleet of hebben te veel kolommen');
  });
});
