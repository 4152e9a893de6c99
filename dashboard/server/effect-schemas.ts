import {z} from 'zod';
import {PERIODESOORTEN} from '../../queries/contract/figure.ts';

const interval = {effect: z.number(), ondergrens: z.number(), bovengrens: z.number()};
const schatting = {waargenomen: z.number(), verwacht: z.number(), ...interval};

const team = z.object({
  team: z.string(),
  naam: z.string(),
  startdatum: z.string(),
  schatting: z.object(schatting).nullable(),
  woord: z.string(),
  reden: z.string().nullable(),
  perioden: z.array(
    z.object({
      periode: z.string(),
      waargenomen: z.number().nullable(),
      verwacht: z.number().nullable(),
      na: z.boolean(),
    }),
  ),
  fasen: z.array(z.object({fase: z.string(), van: z.string()})),
});

/** What the teams changed: observed against expected, or why that can't be said. */
export const effect = z.object({
  indicator: z.string(),
  gemeente: z.string(),
  status: z.enum(['ok', 'niet_vergelijkbaar', 'onvolledig', 'nvt']),
  reden: z.string().nullable(),
  woord: z.string(),
  zin: z.string(),
  toelichting: z.array(z.string()),
  evaluatiedatum: z.string().nullable(),
  basis: z.object({van: z.string(), tot: z.string()}).nullable(),
  periodesoort: z.enum(PERIODESOORTEN).nullable(),
  voorlopig: z.boolean(),
  aantoonbaar: z.number().nullable(),
  samen: z.object(schatting).nullable(),
  teams: z.array(team),
  halfjaren: z.array(
    z.object({
      ...schatting,
      halfjaar: z.number(),
      teams: z.number(),
      wijken: z.number(),
      fase: z.string().nullable(),
    }),
  ),
  extern: z.array(z.string()),
  placebo: z.object(interval).nullable(),
  volgordes: z
    .object({
      aantal: z.number(),
      mogelijk: z.number(),
      minstens_zo_uitgesproken: z.number(),
    })
    .nullable(),
  weglaten: z.object({laagste: z.number(), hoogste: z.number(), wijken: z.number()}).nullable(),
  controle: z.object(interval).nullable(),
  att: z.number().nullable(),
});
