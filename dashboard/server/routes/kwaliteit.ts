import {z} from 'zod';
import {AANTALKLASSEN} from '../../../queries/contract/quality.ts';
import {readNightFile} from '../night-file.ts';
import {liveRoute} from '../route.ts';

const klasse = z.enum(AANTALKLASSEN);
const bron = {gemeente: z.string(), bron: z.string(), tabel: z.string()};

/** Made by the night of classes and shares only; fields that are not named here are dropped. */
const quality = z.object({
  nachten: z.array(
    z.object({
      begonnen_op: z.string(),
      gelukt: z.boolean(),
      geladen: z.number(),
      geweigerd: z.number(),
      publicatie: z.string().nullable(),
      melding: z.string().nullable(),
    }),
  ),
  leveringen: z.array(
    z.object({
      gemeente: z.string().nullable(),
      bron: z.string().nullable(),
      soort: z.string().nullable(),
      periode_van: z.string().nullable(),
      periode_tot: z.string().nullable(),
      verwerkt_op: z.string(),
      status: z.enum(['geladen', 'geweigerd']),
      gelezen: klasse,
      afgewezen: klasse,
    }),
  ),
  afgewezen: z.array(z.object({...bron, reden: z.string(), aantal: klasse})),
  volledigheid: z.array(z.object({...bron, kolom: z.string(), procent: z.number()})),
  vertraging: z.array(
    z.object({...bron, helft_weken: z.number(), negen_van_tien_weken: z.number()}),
  ),
  wachtend: z.array(z.object({gemeente: z.string(), tabel: z.string(), aantal: klasse})),
});

/** Nights, deliveries and their quality, and which figures the newest publication changed. */
export const kwaliteitRoute = liveRoute({
  path: '/kwaliteit',
  naam: 'kwaliteit',
  samenvatting:
    'Nachten, leveringen, afgewezen rijen, volledigheid, vertraging en herziene cijfers.',
  antwoord: z.object({
    kwaliteit: quality.nullable(),
    /** Against the publication before the current one. */
    herzieningen: z.array(
      z.object({
        indicator: z.string(),
        gewijzigd: z.number(),
        nieuw: z.number(),
        vervallen: z.number(),
      }),
    ),
  }),
  answer: async ({qualityFile, live, log}) => ({
    soort: 'json',
    inhoud: {
      kwaliteit: await readNightFile(qualityFile, quality, log),
      herzieningen: live.current?.manifest.herzieningen ?? [],
    },
  }),
});
