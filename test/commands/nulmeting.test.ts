import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {openDataDirectory, type DataDirectory} from '../../commands/data-directory.ts';
import {freezeOpen} from '../../commands/nulmeting.ts';
import {readBaselines, signed, writeBaselines} from '../../queries/judgement/nulmeting.ts';
import {writeParts} from '../../queries/publication-file.ts';
import {Database} from '../../warehouse/open.ts';
import {Publications} from '../../warehouse/publications.ts';
import type {Nulmeting} from '../../queries/contract/verdict.ts';
import {baseline} from '../support/judged-figures.ts';
import {fakePublication} from '../support/publication.ts';

const NOW = new Date('2022-11-25T08:00:00Z');

/** A data directory with one publication that has these baselines. */
async function withBaselines(nulmetingen: Nulmeting[]): Promise<DataDirectory> {
  const data = openDataDirectory(mkdtempSync(join(tmpdir(), 'nulmeting-')));
  const publications = new Publications(data.publicaties);
  const draft = publications.draft();
  const target = await Database.open(draft);
  const {manifest, gebieden, indicatoren, gebeurtenissen, bereiken, beleid} = fakePublication();
  const parts = {manifest, gebieden: [...gebieden], indicatoren: [...indicatoren]};
  await writeParts(target, {
    ...parts,
    gebeurtenissen: [...gebeurtenissen],
    nulmetingen,
    perioden: [],
    bereiken: [...bereiken],
    beleid,
    effecten: [],
    financien: [],
  });
  await target.run('force checkpoint');
  target.close();
  publications.publish(draft, manifest.id, manifest, null);
  return data;
}

const frozen = signed(baseline([10, 9, 11], {gebied: 'T1'}));
const open = baseline([20, 19, 21], {gebied: 'T2', voorlopig: true, hash: ''});

describe('nulmeting vastleggen', () => {
  it('freezes what waits in the newest publication, with a hash, and only once', async () => {
    const data = await withBaselines([frozen, open]);
    const file = join(data.beheer, 'nulmetingen.json');
    writeBaselines(file, [frozen]);

    const added = await freezeOpen(data, {}, NOW);
    expect(added.map(({gebied, vastgelegd_op}) => [gebied, vastgelegd_op])).toEqual([
      ['T2', NOW.toISOString()],
    ]);
    expect(readBaselines(file)).toEqual([frozen, ...added]);
    expect(await freezeOpen(data, {}, NOW)).toEqual([]);
  });

  it('changes nothing as a rehearsal', async () => {
    const data = await withBaselines([open]);
    expect(await freezeOpen(data, {proef: true}, NOW)).toHaveLength(1);
    expect(readBaselines(join(data.beheer, 'nulmetingen.json'))).toEqual([]);
  });

  it('says what to do for an area where nothing waits', async () => {
    const data = await withBaselines([open]);
    await expect(freezeOpen(data, {gebied: 'T9'}, NOW)).rejects.toThrow(
      'Voor deze keuze wacht geen nulmeting.',
    );
  });

  it('refuses when a frozen one is gone or was changed with its hash', async () => {
    const data = await withBaselines([frozen, open]);
    await expect(freezeOpen(data, {}, NOW)).rejects.toThrow(/anders dan in publicatie/);
    const file = join(data.beheer, 'nulmetingen.json');
    writeBaselines(file, [signed({...frozen, waarde: 1})]);
    await expect(freezeOpen(data, {}, NOW)).rejects.toThrow(/Zet het bestand terug/);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"waarde": 1', '"waarde": 2'));
    await expect(freezeOpen(data, {}, NOW)).rejects.toThrow(/na het vastleggen veranderd/);
  });

  it('needs a publication', async () => {
    const data = openDataDirectory(mkdtempSync(join(tmpdir(), 'nulmeting-')));
    await expect(freezeOpen(data, {}, NOW)).rejects.toThrow('Er is nog geen publicatie.');
  });
});
