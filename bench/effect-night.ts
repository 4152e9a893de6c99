import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openDataDirectory} from '../commands/data-directory.ts';
import {readKey} from '../commands/keys.ts';
import {yearOf} from '../fixtures/days.ts';
import type {Truth} from '../fixtures/effects.ts';
import type {Gemeente} from '../fixtures/gemeenten.ts';
import {referenceRows} from '../fixtures/reference.ts';
import {registerSupport} from '../fixtures/support.ts';
import {World} from '../fixtures/world.ts';
import {writeDelivery} from '../fixtures/zip.ts';
import {loadInbox} from '../ingest/load.ts';
import {readCatalogue, type Catalogue} from '../queries/catalogue.ts';
import type {Effectantwoord} from '../queries/contract/effect.ts';
import {openPublication} from '../queries/publication.ts';
import {release} from '../queries/release.ts';
import {buildModels} from '../warehouse/build.ts';
import {Database} from '../warehouse/open.ts';
import {Publications} from '../warehouse/publications.ts';
import {applySchema} from '../warehouse/schema.ts';

/** Which world is made; the same seed gives the same one. */
export interface NightWorld {
  gemeente: Gemeente;
  seed: number;
  truth: Truth;
}

/** The indicators whose effect is looked at, and the tables that they are counted from. */
export const INDICATORS = ['verwijzingen_tweede_lijn', 'wachtlijst'] as const;
const TABLES = ['client', 'client_gebied', 'aanmelding', 'casus', 'verwijzing'] as const;
const NOW = new Date('2026-11-22T02:00:00Z');

/**
 * What `/effecten` answers about a whole fixture world: everybody in it registered, delivered, loaded,
 * modelled, protected under fresh salts and published, as in a night. Delivered at once, in full, and
 * only the tables that these indicators are counted from: that makes it affordable some hundreds of times.
 */
export async function effectsOfNight({
  gemeente,
  seed,
  truth,
}: NightWorld): Promise<readonly Effectantwoord[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const data = openDataDirectory(folder);
    await deliver(data.inbox, new World(gemeente, seed, 1, truth));
    const warehouse = await Database.open(data.warehouse);
    await applySchema(warehouse);
    const outcomes = await loadInbox({
      data: data.root,
      warehouse,
      pseudonymKey: readKey(data.sleutels, 'pseudoniem', true),
      now: NOW,
      thresholds: data.configuration.drempels,
      bevestig: [],
      onProgress: () => undefined,
    });
    const refused = outcomes.find(({status}) => status !== 'geladen');
    if (refused !== undefined) throw new Error(refused.reden);
    await buildModels(warehouse);
    const publications = new Publications(data.publicaties);
    await release({
      warehouse,
      catalogue: onlyThese(),
      publications,
      salts: {
        label: readKey(data.sleutels, 'label-zout', true),
        record: readKey(data.sleutels, 'record-zout', true),
      },
      now: NOW,
      codeVersion: 'bench',
      frozen: [],
      attestLater: true,
    });
    warehouse.close();
    const publication = await openPublication(publications.current()?.path ?? '');
    const {effecten} = publication;
    publication.close();
    return effecten;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function deliver(inbox: string, world: World): Promise<void> {
  registerSupport(world);
  const {gemeente} = world;
  const head = {
    gemeente_code: gemeente.code,
    aangemaakt_op: `${gemeente.tot}T23:00:00Z`,
    periode_van: gemeente.van,
    periode_tot: gemeente.tot,
    soort: 'volledig',
  } as const;
  const reference: Record<string, string[]> = {};
  for (let year = yearOf(world.van); year <= yearOf(world.tot); year += 1) {
    for (const [table, rows] of Object.entries(
      referenceRows(world, year, year === yearOf(world.van)),
    ))
      reference[table] = [...(reference[table] ?? []), ...rows];
  }
  await writeDelivery(join(inbox, '1.zip'), {...head, bron: 'referentie'}, reference);
  const support = Object.fromEntries(
    TABLES.map((table) => [table, world.wijkteam.allRows(table)] as const),
  );
  await writeDelivery(join(inbox, '2.zip'), {...head, bron: 'wijkteam'}, support);
}

/** The two indicators without their breakdowns: an effect looks at the main cell. */
function onlyThese(): Catalogue {
  const all = readCatalogue(join(import.meta.dirname, '..', 'queries', 'indicators'));
  const definitions = INDICATORS.map((id) => {
    const definition = all.get(id);
    return {...definition, uitsplitsingen: Object.keys(definition.hoofdcel)};
  });
  const get: Catalogue['get'] = (id) => {
    const found = definitions.find((one) => one.id === id);
    if (found === undefined) throw new RangeError(`no indicator ${id}`);
    return found;
  };
  return {...all, all: () => definitions, get};
}
