import {z} from 'zod';
import {STATUSSEN} from '../../queries/contract/figure.ts';
import {HERKOMSTEN, ONDERDELEN, PROGNOSEMETHODEN} from '../../queries/contract/finance.ts';

const cent = z.number();
const withheld = z.number().nullable();
const onderdeel = z.enum(ONDERDELEN);
const status = z.enum(STATUSSEN);
const herkomst = z.enum(HERKOMSTEN);
const band = z.tuple([z.number(), z.number()]).readonly().nullable();

/** What every answer about money begins with. */
export const where = {
  publicatie: z.string(),
  gemeente: z.string(),
  boekjaar: z.number(),
  boekjaren: z.array(z.number()),
};

/** What an answer about one look at a boekjaar begins with. */
export const look = {...where, peilmaand: z.number(), peilmaanden: z.array(z.number())};

export const begrotingspost = z.object({
  regel: z.string(),
  omschrijving: z.string(),
  kant: z.enum(['lasten', 'baten']),
  onderdeel,
  taakveld: z.string().nullable(),
  groep: z.string().nullable(),
  standen_cent: z.array(cent),
});

const amounts = {bedragen_cent: z.array(cent), samen_cent: cent};

/** What was budgeted per group of taakvelden, comparable over the generations of Iv3. */
export const taakveldgroepen = z.object({
  boekjaren: z.array(z.number()),
  groepen: z.array(z.object({groep: z.string(), bedragen_cent: z.array(withheld)})),
});

/** The posts without a law, over all years that have them. */
export const plan = z.object({
  boekjaren: z.array(z.number()),
  posten: z.array(
    z.object({
      regel: z.string(),
      omschrijving: z.string(),
      kant: z.enum(['lasten', 'baten']),
      ...amounts,
    }),
  ),
  totalen: z.array(z.object({kant: z.enum(['lasten', 'baten']), ...amounts})),
});

export const stand = z.object({
  boekjaar: z.number(),
  peilmaand: z.number(),
  onderdeel,
  regel: z.string().nullable(),
  omschrijving: z.string(),
  begroot_cent: cent,
  verplicht_cent: withheld,
  gedeclareerd_cent: withheld,
  toegekend_cent: withheld,
  realisatie_cent: withheld,
  realisatie_herkomst: herkomst,
  prognose: z
    .object({
      verwacht_cent: cent,
      band80: band,
      band95: band,
      methode: z.enum(PROGNOSEMETHODEN),
      voorlopig: z.boolean(),
    })
    .nullable(),
  status,
});

export const maandlast = z.object({
  boekjaar: z.number(),
  peilmaand: z.number(),
  onderdeel,
  maand: z.string(),
  bekend_cent: withheld,
  verwacht_cent: withheld,
  status,
});

export const terugtoets = z.object({
  peilmaand: z.number(),
  methode: z.enum(['model', 'kastempo', 'seizoen']),
  aantal: z.number(),
  bias: z.number().nullable(),
  mape: z.number().nullable(),
  dekking80: z.number().nullable(),
  dekking95: z.number().nullable(),
  dekking80_fouten: z.number().nullable(),
  dekking95_fouten: z.number().nullable(),
  wis_cent: z.number().nullable(),
  gekozen: z.boolean(),
});

export const verschil = z.object({
  boekjaar: z.number(),
  peilmaand: z.number(),
  onderdeel,
  begroot_cent: cent,
  verwacht_cent: cent,
  volume_cent: cent,
  mix_cent: cent,
  intensiteit_cent: cent,
  prijs_cent: cent,
  overig_cent: cent,
});

export const gebiedsafwijking = z.object({
  gebied: z.string().nullable(),
  begroot_cent: withheld,
  verwacht_cent: withheld,
  verschil_cent: withheld,
});

export const gebiedskosten = z.object({
  gebied: z.string(),
  niveau: z.enum(['gemeente', 'team', 'wijk']),
  onderdeel,
  productcategorie: z.string().nullable(),
  periodesoort: z.enum(['kwartaal', 'jaar']),
  periode: z.string(),
  clienten: withheld,
  kosten_cent: withheld,
  per_client_cent: withheld,
  status,
});

export const verzilvering = z.object({
  boekjaar: z.number(),
  onderdeel,
  productcategorie: z.string(),
  verzilverd: withheld,
  status,
});

export const aansluiting = z.object({
  boekjaar: z.number(),
  kwartaal: z.number(),
  onderdeel,
  toegekend_cent: withheld,
  geboekt_cent: withheld,
  verschil_cent: withheld,
  herkomst,
  status,
});
