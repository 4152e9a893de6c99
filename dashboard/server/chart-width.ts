import {z} from 'zod';

const NARROWEST = 280;
const WIDEST = 1600;

/** The parameters of every picture: how wide it is, and whether its title is in it. */
export const chartWidth = {
  breedte: z
    .string()
    .regex(/^\d{3,4}$/)
    .refine((text) => Number(text) >= NARROWEST && Number(text) <= WIDEST, {
      error: `Geef een breedte van ${NARROWEST} tot en met ${WIDEST} pixels.`,
    })
    .default('768')
    .meta({description: `Breedte in pixels, van ${NARROWEST} tot en met ${WIDEST}.`}),
  kop: z
    .enum(['ja', 'nee'])
    .default('ja')
    .meta({description: 'Of titel, eenheid en periode in het plaatje staan.'}),
};
