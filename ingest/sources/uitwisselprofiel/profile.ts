import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {z} from 'zod';

const field = z.object({
  name: z.string(),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'date']),
  description: z.string().optional(),
  constraints: z
    .object({
      required: z.boolean().optional(),
      pattern: z.string().optional(),
      enum: z.array(z.string()).optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
    })
    .default({}),
});

const datapackage = z.object({
  name: z.string(),
  version: z.string(),
  resources: z.array(
    z.object({
      name: z.string(),
      schema: z.object({fields: z.array(field), primaryKey: z.array(z.string())}),
    }),
  ),
});

/** A column of the profile, with its rules (Frictionless Table Schema). */
export type Veld = z.infer<typeof field>;

/** A table of the profile; the file is `<naam>.csv`. */
export interface Tabel {
  naam: string;
  velden: Veld[];
  sleutel: string[];
}

/** The Wijkteam-uitwisselprofiel: name, version and its 24 tables by name. */
export interface Profile {
  naam: string;
  versie: string;
  tabellen: ReadonlyMap<string, Tabel>;
}

/** Reads the profile that the project carries. */
export function readProfile(): Profile {
  const text = readFileSync(join(import.meta.dirname, 'datapackage.json'), 'utf8');
  const {name, version, resources} = datapackage.parse(JSON.parse(text));
  const tabellen = resources.map(({name: naam, schema}): [string, Tabel] => [
    naam,
    {naam, velden: schema.fields, sleutel: schema.primaryKey},
  ]);
  return {naam: name, versie: version, tabellen: new Map(tabellen)};
}

/** The column in stg that holds a field: euros are integer cents; `bron` there is the supplier. */
export function stgColumn(veld: Veld): string {
  if (isMoney(veld)) return `${veld.name}_cent`;
  return veld.name === 'bron' ? 'cijfer_bron' : veld.name;
}

/** Whether a number is an amount in euros. */
export function isMoney({name, type}: Veld): boolean {
  return type === 'number' && (name === 'bedrag' || name === 'budget');
}
