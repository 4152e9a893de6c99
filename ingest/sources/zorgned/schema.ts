import {z} from 'zod';

/** Keys that are absent and keys that are null mean the same to Zorgned. */
const optional = <T extends z.ZodType>(type: T) =>
  type.nullish().transform((value) => value ?? null);
const text = z.string().transform((value) => value.trim());
const identification = z.union([z.string(), z.number()]).transform((value) => String(value).trim());

/** A day, or a moment of which only the day counts. */
const day = z
  .string()
  .regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?$/)
  .transform((value) => value.slice(0, 10))
  .pipe(z.iso.date());
const moment = z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}/);
/** No code of any list is longer. */
const code = text.pipe(z.string().regex(/^[0-9A-Za-z]{1,4}$/));
const coded = z.object({code, omschrijving: optional(text)});

const leverancier = z.object({
  identificatie: optional(identification),
  agbcode: optional(identification),
});

export const levering = z.object({
  begindatum: day,
  einddatum: optional(day),
  redenBeeindiging: optional(coded),
});

export const toewijzing = z.object({
  toewijzingNummer: identification,
  toewijzingsDatumTijd: optional(moment),
  ingangsdatum: day,
  einddatum: optional(day),
  leverancier: optional(leverancier),
  redenWijziging: optional(coded),
  leveringen: optional(z.array(z.unknown())),
});

export const toegewezenProduct = z.object({
  datumIngangGeldigheid: optional(day),
  datumEindeGeldigheid: optional(day),
  omvang: optional(z.object({volume: z.number().int().min(0), eenheid: coded, frequentie: coded})),
  leveringsvorm: optional(text),
  leverancier: optional(leverancier),
  toewijzingen: optional(z.array(z.unknown())),
});

export const beschiktProduct = z.object({
  identificatie: identification,
  product: z.object({identificatie: optional(text), productCode: optional(text)}),
  productCategorie: z.object({code}),
  resultaat: text,
  toegewezenProduct: z.unknown().optional(),
});

/**
 * What is read of an aanvraag; all other keys (people, addresses, documents, remarks) are dropped
 * here. `client_id` is not of Zorgned: the supplier can add it.
 */
export const aanvraag = z.object({
  client_id: optional(z.string()),
  identificatie: identification,
  regeling: z.object({identificatie: text}),
  datumAanmelding: optional(day),
  datumAanvraag: optional(day),
  beschikking: optional(
    z.object({datumAfgifte: optional(day), beschikteProducten: optional(z.array(z.unknown()))}),
  ),
});

export type Aanvraag = z.infer<typeof aanvraag>;
export type Product = z.infer<typeof beschiktProduct>;
export type ToegewezenProduct = z.infer<typeof toegewezenProduct>;
export type Toewijzing = z.infer<typeof toewijzing>;

/** The answer of Zorgned, or the bare list in it. */
export const answer = z.union([
  z
    .object({_embedded: z.object({aanvraag: z.array(z.unknown())})})
    .transform(({_embedded}) => _embedded.aanvraag),
  z.array(z.unknown()),
]);
