import {z} from 'zod';
import {liveRoute} from '../route.ts';

const aanval = z.object({
  id: z.string(),
  poging: z.string(),
  geslaagd: z.boolean(),
  gemeten: z.record(z.string(), z.number()),
  grens: z.string(),
});

const toets = z.object({
  publicatie: z.string(),
  gemaakt_op: z.string(),
  cellen_sha256: z.string(),
  parameters: z.record(z.string(), z.union([z.number(), z.string()])),
  resultaten: z.array(aanval),
  geslaagd: z.boolean(),
});

/** The attestation of the current publication; null while a demo still works on it. */
export const privacytoetsRoute = liveRoute({
  path: '/privacytoets',
  naam: 'privacytoets',
  samenvatting: 'Hoe de huidige publicatie is aangevallen, en wat dat opleverde.',
  antwoord: z.object({publicatie: z.string().nullable(), toets: toets.nullable()}),
  answer: ({live}) => {
    const publicatie = live.current?.manifest.id ?? null;
    const text = publicatie === null ? null : live.attestation(publicatie);
    const inhoud = {publicatie, toets: text === null ? null : toets.parse(JSON.parse(text))};
    return {soort: 'json', inhoud};
  },
});
