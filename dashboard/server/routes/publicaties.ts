import {z} from 'zod';
import {liveRoute} from '../route.ts';

/** Which publications can be pinned with `publicatie=`. */
export const publicatiesRoute = liveRoute({
  path: '/publicaties',
  naam: 'publicaties',
  samenvatting: 'Alle publicaties die bewaard zijn. De huidige is gemarkeerd.',
  antwoord: z.object({
    publicaties: z.array(z.object({id: z.string(), actueel: z.boolean()})),
  }),
  answer: ({live}) => {
    const current = live.current?.manifest.id;
    const publicaties = live.ids().map((id) => ({id, actueel: id === current}));
    return {soort: 'json', inhoud: {publicaties}};
  },
});
