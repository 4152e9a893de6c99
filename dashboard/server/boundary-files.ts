import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Logger} from 'pino';
import {z} from 'zod';

const position = z.array(z.number()).min(2);

/** What `gebieden laad` keeps: the areas of one gemeente with their outlines, ready to be drawn. */
export const boundaryCollection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({gebied_code: z.string(), jaar: z.number().int(), naam: z.string()}),
      geometry: z.object({
        type: z.literal('MultiPolygon'),
        coordinates: z.array(z.array(z.array(position).min(4)).min(1)).min(1),
      }),
    }),
  ),
});

/** Outlines as GeoJSON. */
export type BoundaryCollection = z.infer<typeof boundaryCollection>;

const NAME = /^(GM[0-9]{4})-([0-9]{4})\.geojson$/;

/**
 * The newest outlines of each gemeente, as `gebieden laad` kept them in `folder`; none when nothing
 * was loaded. A file that can't be read is left out, with a line in the log.
 */
export async function readBoundaries(folder: string, log: Logger): Promise<BoundaryCollection> {
  const newest = new Map<string, string>();
  for (const name of (await namesIn(folder)).sort()) {
    const gemeente = NAME.exec(name)?.[1];
    if (gemeente !== undefined) newest.set(gemeente, name);
  }
  const features: BoundaryCollection['features'] = [];
  for (const name of newest.values()) {
    try {
      const text = await readFile(join(folder, name), 'utf8');
      features.push(...boundaryCollection.parse(JSON.parse(text)).features);
    } catch (error) {
      log.error({err: error, bestand: name}, 'grenzen niet te lezen');
    }
  }
  return {type: 'FeatureCollection', features};
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
