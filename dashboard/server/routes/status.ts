import {readFile} from 'node:fs/promises';
import {z} from 'zod';
import {liveRoute, type Surroundings} from '../route.ts';

/** What the night writes for the screen: no path, no value of a person. Unknown fields are dropped. */
const nightStatus = z.object({
  laatste_nacht: z.string().nullable(),
  gelukt: z.boolean(),
  melding: z.string().nullable().default(null),
  bronnen: z
    .array(
      z.object({
        gemeente: z.string(),
        bron: z.string(),
        periode_tot: z.string(),
        aangemaakt_op: z.string(),
      }),
    )
    .default([]),
  bevindingen: z
    .array(z.object({check: z.string(), uitleg: z.string(), bevindingen: z.number()}))
    .default([]),
});

/** Freshness: how old the figures are, how the last night went, and what it found. */
export const statusRoute = liveRoute({
  path: '/status',
  naam: 'status',
  samenvatting: 'Hoe vers de cijfers zijn, hoe de laatste nacht ging en wat opviel.',
  antwoord: z.object({
    publicatie: z.string().nullable(),
    gemaakt_op: z.string().nullable(),
    /** Id of a newer publication that could not be opened: the one before it is still served. */
    geweigerd: z.string().nullable(),
    nacht: nightStatus.nullable(),
  }),
  answer: async (surroundings) => ({
    soort: 'json',
    inhoud: {
      publicatie: surroundings.live.current?.manifest.id ?? null,
      gemaakt_op: surroundings.live.current?.manifest.gemaakt_op ?? null,
      geweigerd: surroundings.live.refused,
      nacht: await readNightStatus(surroundings),
    },
  }),
});

/** Null before the first night, and (with a line in the log) when the file can't be read. */
async function readNightStatus({
  statusFile,
  log,
}: Surroundings): Promise<z.output<typeof nightStatus> | null> {
  try {
    return nightStatus.parse(JSON.parse(await readFile(statusFile, 'utf8')));
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isAbsent) log.error({err: error}, 'status van de nacht niet te lezen');
    return null;
  }
}
