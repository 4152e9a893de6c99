import {z} from 'zod';
import {readNightFile} from '../night-file.ts';
import {liveRoute} from '../route.ts';

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
      nacht: await readNightFile(surroundings.statusFile, nightStatus, surroundings.log),
    },
  }),
});
