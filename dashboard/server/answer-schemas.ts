import {z} from 'zod';
import {NIVEAUS, PERIODESOORTEN, STATUSSEN, VORMEN} from '../../queries/contract/figure.ts';
import {NULMETINGREGELS, RICHTINGEN} from '../../queries/contract/indicator.ts';
import {VERGELIJKINGEN} from '../../queries/contract/verdict.ts';

/** A figure with all that is needed to read it; every number is already protected. */
export const matenShape = {
  waarde: z.number().nullable(),
  ondergrens: z.number().nullable(),
  bovengrens: z.number().nullable(),
  teller: z.number().nullable(),
  noemer: z.number().nullable(),
  aantal: z.number().nullable(),
  methode: z.string(),
  status: z.enum(STATUSSEN),
  voorlopig: z.boolean(),
  dekking: z.number().nullable(),
  p80: z.number().nullable(),
  boven_norm: z.number().nullable(),
};

/** Flat: the dimensions of the question are columns beside area and period. */
export const cijferAntwoord = z.object({
  publicatie: z.string(),
  indicator: z.string(),
  filters: z.record(z.string(), z.string()),
  cijfers: z.array(
    z
      .object({gebied: z.string(), niveau: z.enum(NIVEAUS), periode: z.string(), ...matenShape})
      .catchall(z.string()),
  ),
});

export const nulmeting = z.object({
  ...matenShape,
  indicator: z.string(),
  gebied: z.string(),
  niveau: z.enum(NIVEAUS),
  dimensies: z.record(z.string(), z.string()),
  periode_van: z.string(),
  periode_tot: z.string(),
  versie: z.string(),
  publicatie: z.string(),
  vastgelegd_op: z.string(),
  herkomst: z.enum(['registratie', 'geleverd']),
  hash: z.string(),
  herzien: z.number().nullable(),
});

export const oordeel = z.object({
  indicator: z.string(),
  gebied: z.string(),
  niveau: z.enum(NIVEAUS),
  periode: z.string(),
  dimensies: z.record(z.string(), z.string()),
  vergelijking: z.enum(VERGELIJKINGEN),
  woord: z.string(),
  antwoord: z.string(),
  zin: z.string(),
  poort: z.string().nullable(),
  cijfer: z.object(matenShape),
  nulmeting: nulmeting.nullable(),
  ijkpunt: z
    .object({
      naam: z.string(),
      waarde: z.number(),
      ondergrens: z.number().nullable(),
      bovengrens: z.number().nullable(),
      hooguit: z.boolean(),
      voor_leeftijd: z.boolean().nullable(),
    })
    .nullable(),
  verschil: z.number().nullable(),
  verschil_ondergrens: z.number().nullable(),
  verschil_bovengrens: z.number().nullable(),
  verschil_methode: z.string(),
  p: z.number().nullable(),
  p_gecorrigeerd: z.number().nullable(),
});

export const gebied = z.object({
  code: z.string(),
  naam: z.string(),
  niveau: z.enum(NIVEAUS),
  gemeente: z.string(),
  ouder: z.string().nullable(),
  sorteersleutel: z.string(),
  inwoners: z.number().nullable(),
  startdatum: z.string().nullable(),
  fasen: z.array(z.object({fase: z.string(), van: z.string()})),
  tegel: z.object({kolom: z.number(), rij: z.number()}).nullable(),
});

export const gebeurtenis = z.object({
  datum: z.string(),
  datum_tot: z.string().nullable(),
  gebied: z.string().nullable(),
  omschrijving: z.string(),
});

const dimensie = z.object({
  id: z.string(),
  titel: z.string(),
  knopen: z.array(z.object({id: z.string(), titel: z.string(), ouder: z.string().nullable()})),
});

const onderdeel = z.object({indicator: z.string(), knopen: z.record(z.string(), z.string())});

const indicatorShape = {
  id: z.string(),
  titel: z.string(),
  vraag: z.string(),
  vorm: z.enum(VORMEN),
  eenheid: z.string(),
  decimalen: z.number(),
  teller: z.string(),
  noemer: z.string(),
  richting: z.enum(RICHTINGEN),
  delta: z.number(),
  norm: z.number().nullable(),
  periodesoorten: z.array(z.enum(PERIODESOORTEN)),
  niveaus: z.array(z.enum(NIVEAUS)),
  uitsplitsingen: z.array(dimensie),
  hoofdcel: z.record(z.string(), z.string()),
  zonder_totaal: z.array(z.string()),
  nulmeting: z.enum(NULMETINGREGELS),
  netto: z.object({gelijk_of_hoger: onderdeel, hoger: onderdeel}).nullable(),
  thema: z.string(),
  doel: z.array(z.string()),
  bron: z.string(),
  auteur: z.string(),
  gecontroleerd_door: z.string(),
  versie: z.string(),
  geldig_vanaf: z.string(),
  herzien_voor: z.string(),
  verwacht_maanden: z.number(),
};

/** An indicator in the list: all that a screen needs before its page is opened. */
export const indicatorKort = z.object(indicatorShape);

/** An indicator with its page and its SQL. */
export const indicator = z.object({
  ...indicatorShape,
  wat_meten_we: z.string(),
  wat_zegt_dit_niet: z.string(),
  rekenvoorbeeld: z.string(),
  sql: z.string(),
});

/** The manifest without its deliveries: each page reads it, so it stays small. */
export const publicatiekop = z.object({
  id: z.string(),
  gemaakt_op: z.string(),
  versie_code: z.string(),
  synthetisch: z.boolean(),
  definities: z.array(z.object({indicator: z.string(), versie: z.string(), sha256: z.string()})),
  gemeenten: z.array(
    z.object({
      code: z.string(),
      naam: z.string(),
      data_tot: z.string(),
      eerste_dag: z.string(),
      leveringen: z.number(),
    }),
  ),
  keuringen: z.array(z.object({check: z.string(), uitleg: z.string(), bevindingen: z.number()})),
  cellen: z.number(),
  cellen_sha256: z.string(),
  herzieningen: z.array(
    z.object({
      indicator: z.string(),
      gewijzigd: z.number(),
      nieuw: z.number(),
      vervallen: z.number(),
    }),
  ),
  parameters: z.record(z.string(), z.union([z.number(), z.string()])),
});

/** What a delivery was, and how many of its rows are in use. */
export const levering = z.object({
  levering_id: z.string(),
  gemeente: z.string(),
  bron: z.string(),
  soort: z.string(),
  aangemaakt_op: z.string(),
  periode_van: z.string(),
  periode_tot: z.string(),
  sha256: z.string(),
  gelezen: z.number(),
  geladen: z.number(),
  afgewezen: z.number(),
});
