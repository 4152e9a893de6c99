import {cpSync, existsSync, mkdirSync, renameSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import type {Command} from 'commander';
import {readBoundaries, type Boundary} from '../ingest/sources/cbs/boundaries.ts';
import {openDataDirectory, type DataDirectory} from './data-directory.ts';
import {GebruikOnjuist} from './errors.ts';

/** Adds `gebieden laad`: areas and their boundaries from a GeoJSON file of CBS. */
export function gebieden(program: Command): void {
  program
    .command('gebieden')
    .description('beheert gebieden en hun grenzen')
    .command('laad')
    .description('laadt wijken of buurten met hun grenzen (GeoJSON van het CBS)')
    .argument('<geojson>', 'bestand met gebieden in lengte- en breedtegraden')
    .option('--json', 'als JSON')
    .option('--proef', 'controleer alleen')
    .action((file: string, {json, proef}: {json?: true; proef?: true}) => {
      const {data} = program.opts<{data: string}>();
      const outcome = loadBoundaries(openDataDirectory(data), file, proef === true);
      console.log(json ? JSON.stringify(outcome) : sentence(outcome, proef === true));
    });
}

/** What was loaded: one gemeente, one year. */
export interface BoundariesOutcome {
  gemeente_code: string;
  jaar: number;
  gebieden: number;
}

/**
 * Judges the file, keeps its boundaries under `beheer/grenzen/` as GeoJSON that d3 can draw, and
 * puts the file in the inbox: codes and names load with the next night, by the same rules as any
 * delivery. Throws `LeveringGeweigerd` or `GebruikOnjuist`; nothing is kept then.
 */
export function loadBoundaries(
  {beheer, inbox}: Pick<DataDirectory, 'beheer' | 'inbox'>,
  file: string,
  proef: boolean,
): BoundariesOutcome {
  if (!existsSync(file)) {
    throw new GebruikOnjuist(`${file}: dit bestand is er niet. Controleer de naam.`);
  }
  const boundaries = readBoundaries(file);
  const [gemeente, ...others] = new Set(
    boundaries.map(({gebied_code}) => `GM${gebied_code.slice(2, 6)}`),
  );
  const jaar = boundaries[0]?.jaar;
  if (gemeente === undefined || jaar === undefined || others.length > 0) {
    throw new GebruikOnjuist(
      `${basename(file)}: het bestand gaat niet over precies één gemeente. Maak een bestand per gemeente.`,
    );
  }
  const outcome = {gemeente_code: gemeente, jaar, gebieden: boundaries.length};
  if (proef) return outcome;
  const folder = join(beheer, 'grenzen');
  mkdirSync(folder, {recursive: true});
  const target = join(folder, `${gemeente}-${jaar}.geojson`);
  writeFileSync(`${target}.tmp`, JSON.stringify(asGeoJson(boundaries)));
  renameSync(`${target}.tmp`, target);
  cpSync(file, join(inbox, basename(file)));
  return outcome;
}

function asGeoJson(boundaries: readonly Boundary[]): unknown {
  return {
    type: 'FeatureCollection',
    features: boundaries.map(({gebied_code, jaar, naam, polygonen}) => ({
      type: 'Feature',
      properties: {gebied_code, jaar, naam},
      geometry: {type: 'MultiPolygon', coordinates: polygonen},
    })),
  };
}

function sentence(
  {gemeente_code, jaar, gebieden: aantal}: BoundariesOutcome,
  proef: boolean,
): string {
  const found = `${aantal} gebieden van ${gemeente_code} (${jaar})`;
  return proef
    ? `${found}: het bestand is goed. Er is niets geladen.`
    : `${found}: de grenzen zijn bewaard. De namen laden in de volgende nacht.`;
}
