import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {attestCurrent, attestInBackground} from '../../commands/attesteer.ts';
import type {DataDirectory} from '../../commands/data-directory.ts';
import {NachtBezig} from '../../commands/errors.ts';
import {lockWarehouse} from '../../commands/night.ts';
import {readCatalogue} from '../../queries/catalogue.ts';
import type {Manifest, Privacytoets} from '../../queries/contract/publication.ts';
import {release} from '../../queries/release.ts';
import {Database} from '../../warehouse/open.ts';
import {Publications} from '../../warehouse/publications.ts';
import {dataWith, quietNight} from '../support/small-night.ts';
import {smallWorld} from '../support/small-world.ts';

const NOW = new Date('2026-01-10T03:00:00Z');
const INDICATORS = join(import.meta.dirname, '../../queries/indicators');

let data: DataDirectory;
beforeAll(async () => {
  const world = await smallWorld(2);
  data = dataWith(world, world.names);
});
afterAll(() => {
  rmSync(data.root, {recursive: true, force: true});
});

const attestationOf = (store: Publications): Privacytoets | null => {
  const text = store.attestation(store.current()?.id ?? '');
  return text === null ? null : (JSON.parse(text) as Privacytoets);
};

describe('the first publication of a demo', () => {
  it('goes online without attestation, and a process of its own attests it at once', async () => {
    await quietNight(data, NOW.toISOString(), {attestLater: true});
    const store = new Publications(data.publicaties);
    expect(store.current()).not.toBeNull();
    expect(attestationOf(store)).toBeNull();

    await expect(attestInBackground(data).done).resolves.toMatch(/^De privacytoets is gehaald/);

    const id = store.current()!.id;
    const manifest = JSON.parse(
      readFileSync(join(data.publicaties, `${id}.json`), 'utf8'),
    ) as Manifest;
    const toets = attestationOf(store)!;
    expect(toets).toMatchObject({publicatie: id, geslaagd: true, parameters: manifest.parameters});
    expect(toets.cellen_sha256).toBe(manifest.cellen_sha256);
    expect(toets.resultaten.map((one) => one.id)).toEqual(
      expect.arrayContaining(['A1', 'A2', 'A3', 'A4', 'A6', 'A8', 'A9', 'A11', 'A16']),
    );
  });

  it('is not attested twice, and never while a night has the warehouse', async () => {
    await expect(attestInBackground(data).done).resolves.toBeNull();
    const lock = lockWarehouse(data, NOW);
    await expect(attestCurrent(data, NOW)).rejects.toBeInstanceOf(NachtBezig);
    lock.release();
  });
});

describe('the first publication of real people', () => {
  it('is attested before it goes online, whatever the command asks', async () => {
    const warehouse = await Database.open(data.warehouse);
    await warehouse.run('update meta.levering set synthetisch = false');
    const folder = mkdtempSync(join(tmpdir(), 'echt-'));
    const store = new Publications(folder);
    const {manifest, toets} = await release({
      warehouse,
      catalogue: readCatalogue(INDICATORS),
      publications: store,
      salts: {label: Buffer.alloc(32, 1), record: Buffer.alloc(32, 2)},
      now: NOW,
      codeVersion: 'proef',
      frozen: [],
      attestLater: true,
    });
    warehouse.close();
    expect(manifest.synthetisch).toBe(false);
    expect(toets?.geslaagd).toBe(true);
    expect(attestationOf(store)).toEqual(toets);
    rmSync(folder, {recursive: true, force: true});
  });
});
