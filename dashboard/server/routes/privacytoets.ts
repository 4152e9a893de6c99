import {z} from 'zod';
import {privacytoets} from '../attestation.ts';
import {liveRoute} from '../route.ts';

/** The attestation of the current publication; null while a demo still works on it. */
export const privacytoetsRoute = liveRoute({
  path: '/privacytoets',
  naam: 'privacytoets',
  samenvatting: 'Hoe de huidige publicatie is aangevallen, en wat dat opleverde.',
  antwoord: z.object({publicatie: z.string().nullable(), toets: privacytoets.nullable()}),
  answer: ({live}) => {
    const publicatie = live.current?.manifest.id ?? null;
    const toets = publicatie === null ? null : live.attestation(publicatie);
    return {soort: 'json', inhoud: {publicatie, toets}};
  },
});
