import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {BSN} from './message-text.ts';
import {read, refusal} from './read.ts';
import {realPath} from '../../support/real-files.ts';

const FOLDER = realPath('istandaarden');
const example = (name: string): Buffer => readFileSync(join(FOLDER, `${name}.xml`));

describe.skipIf(!existsSync(FOLDER))('the example messages of iWmo and iJw 3.2', () => {
  it.each([
    ['WMO301', {bericht_client: 1, bericht_toewijzing: 1}],
    ['JW301', {bericht_client: 1, bericht_toewijzing: 2}],
    ['WMO305', {bericht_client: 1, bericht_levering: 2}],
    ['JW305', {bericht_client: 1, bericht_levering: 2}],
    ['WMO307', {bericht_client: 1, bericht_levering: 2}],
    ['WMO315', {bericht_client: 1, bericht_verzoek: 2}],
    ['WMO317', {bericht_verzoek: 3}],
    ['WMO319', {bericht_verzoek: 1}],
    ['WMO323', {bericht_prestatie: 4}],
  ])('%s loads fully, without a remark', async (name, expected) => {
    const bericht = await read(example(name));
    const counts: Record<string, number> = {};
    for (const {tabel} of bericht.rijen) counts[tabel] = (counts[tabel] ?? 0) + 1;
    expect(counts).toEqual(expected);
    expect(bericht).toMatchObject({soort: name.toLowerCase(), afgewezen: [], waarschuwingen: []});
    for (const bsn of Object.values(BSN)) expect(JSON.stringify(bericht)).not.toContain(bsn);
  });

  it('JW323 uses RN004 twice and a toewijzing for two clients: both with their lines', async () => {
    const {gelezen, rijen, afgewezen, waarschuwingen} = await read(example('JW323'));
    expect({gelezen, geladen: rijen.length}).toEqual({gelezen: 5, geladen: 3});
    expect(afgewezen.map(({regel, code}) => [regel, code])).toEqual([
      [95, 'SLEUTEL_DUBBEL'],
      [114, 'SLEUTEL_DUBBEL'],
    ]);
    expect(waarschuwingen.map(({regel, code}) => [regel, code])).toEqual([
      [95, 'TOEWIJZING_TWEE_CLIENTEN'],
      [114, 'TOEWIJZING_TWEE_CLIENTEN'],
    ]);
  });

  // 58.000 submitted − 34.000 granted = 24.000 cents = the three listed lines (5.000, 14.000, 5.000):
  // its total is right, read as "rejected lines only". Wrong is 16 × 1.500 = 24.000, not 14.000.
  it('JW325 has one wrong amount, on line 67, and a total that ties out', async () => {
    const {gelezen, afgewezen, waarschuwingen, rijen} = await read(example('JW325'));
    expect({gelezen, afgewezen}).toEqual({gelezen: 3, afgewezen: []});
    expect(waarschuwingen.map(({regel, code}) => [regel, code])).toEqual([[67, 'BEDRAG_WIJKT_AF']]);
    expect(rijen.map(({rij}) => rij['oordeel'])).toEqual([
      'goed',
      'afgekeurd',
      'afgekeurd',
      'afgekeurd',
    ]);
  });

  it('the envelope holds a sentence instead of a message, and is refused for that', async () => {
    const {regel, reden} = await refusal(example('envelopHeenbericht-ggk_Di01_v21-xml'));
    expect({regel, reden}).toEqual({
      regel: 1,
      reden: 'de XML is kapot op deze regel. Maak het bericht opnieuw.',
    });
  });
});
