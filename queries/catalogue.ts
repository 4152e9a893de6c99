import {readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {parse} from 'yaml';
import {z} from 'zod';
import {NIVEAUS, PERIODESOORTEN, VORMEN} from './contract/figure.ts';
import {NULMETINGREGELS, RICHTINGEN, type Indicator} from './contract/indicator.ts';

/** An indicator as its two files say it; the titles of its dimensions are in the lattice. */
export interface Definition extends Omit<Indicator, 'uitsplitsingen'> {
  uitsplitsingen: string[];
  /** What the count is divided by: inhabitants, inhabitants × time, or nothing outside the rows. */
  noemerSoort: 'persoonsjaren' | 'inwoners' | 'geen';
  /** Age groups of the denominator; empty = all ages. */
  noemerLeeftijd: string[];
  /** Name of the base population in the rounding label. */
  basispopulatie: string;
  /**
   * `personen`: somebody counts once in a cell, however many rows he has there. `deelnemers`: each
   * row is a respondent, who is no client that `kern` knows.
   */
  telt: 'gebeurtenissen' | 'clienten' | 'personen' | 'deelnemers';
  /** Dimensions that split the numerator only. */
  tellerDimensies: string[];
  /** Last months of the data in which a figure can still change. */
  voorlopigMaanden: number;
  /** Days that each row has to be followed; a period that is not followed so long is incomplete. */
  opvolgingDagen: number;
  /** What a duration publishes: a median in days, or a percentage at the day of the norm. */
  maat: Maat;
  /** Whether a duration follows those who start in the period, to the end of the data. */
  cohort: boolean;
  /** Nodes that all its units have: its label is that of the same units under another indicator. */
  basisknopen: Readonly<Record<string, string>>;
  /** Titles of the variants, by node; empty when there is one way to count. */
  varianten: Readonly<Record<string, string>>;
  /** Tables whose sources decide which periods are complete; empty = all that are read. */
  dataeinde: string[];
  /** The same for variants of a stock that are counted from other tables. */
  dataeindeVarianten: Readonly<Record<string, readonly string[]>>;
  /** The gemeente has rows of its own: those of its wijken do not count there. */
  gemeenteApart: boolean;
  /** Fewest units in the denominator of a share, above what protection asks (0 = no more). */
  minimum: number;
  /** What an amount is; null for the other forms. */
  bedrag: SoortBedrag | null;
  /** Whether the rows say in `gedekt` if the source knew the answer. */
  metDekking: boolean;
}

/** Median of the duration; share still open after the norm; share ended within the norm. */
export const MATEN_VAN_DUUR = ['mediaan', 'open_na_norm', 'binnen_norm'] as const;
export type Maat = (typeof MATEN_VAN_DUUR)[number];

/**
 * What a form `bedrag` publishes: what was budgeted (public), what a year is expected to cost (an
 * estimate), or what a client costs (a protected mean).
 */
export const SOORTEN_BEDRAG = ['begroot', 'verwacht', 'per_client'] as const;
export type SoortBedrag = (typeof SOORTEN_BEDRAG)[number];

/** All indicators of one folder. */
export interface Catalogue {
  all(): readonly Definition[];
  /** Throws when no indicator has this id: callers check ids from outside first. */
  get(id: string): Definition;
}

/** A definition that does not hold together. Its author reads the message. */
export class DefinitieOngeldig extends Error {
  readonly code = 'DEFINITIE_ONGELDIG';
  override readonly name = 'DefinitieOngeldig';
}

const datum = z.iso.date();

const onderdeel = z.strictObject({
  indicator: z.string().min(1),
  knopen: z.record(z.string(), z.string()).default({}),
});

const FRONT_MATTER = z
  .strictObject({
    titel: z.string().min(1),
    vraag: z.string().endsWith('?'),
    vorm: z.enum(VORMEN),
    eenheid: z.string().min(1),
    decimalen: z.int().min(0).max(3),
    teller: z.string().min(1),
    noemer: z.strictObject({
      /** Empty where nothing is divided by. */
      omschrijving: z.string(),
      soort: z.enum(['persoonsjaren', 'inwoners', 'geen']),
      leeftijd: z.array(z.string()),
    }),
    richting: z.enum(RICHTINGEN),
    periodesoorten: z.array(z.enum(PERIODESOORTEN)).min(1),
    uitsplitsingen: z.array(z.string()),
    teller_dimensies: z.array(z.string()),
    hoofdcel: z.record(z.string(), z.string()),
    thema: z.string().min(1),
    doel: z.array(z.string()),
    bron: z.string().min(1),
    auteur: z.string().min(1),
    gecontroleerd_door: z.string().min(1),
    versie: z.string().min(1),
    geldig_vanaf: datum,
    herzien_voor: datum,
    delta: z.number().positive().max(1),
    norm: z.number().positive().nullable(),
    verwacht_maanden: z.int().min(0),
    voorlopig_maanden: z.int().min(0),
    basispopulatie: z.string().min(1),
    opvolging_dagen: z.int().min(0).default(0),
    maat: z.enum(MATEN_VAN_DUUR).default('mediaan'),
    cohort: z.boolean().default(false),
    basisknopen: z.record(z.string(), z.string()).default({}),
    telt: z.enum(['gebeurtenissen', 'clienten', 'personen', 'deelnemers']),
    nulmeting: z.enum(NULMETINGREGELS).default('12_maanden_voor_start'),
    netto: z.strictObject({gelijk_of_hoger: onderdeel, hoger: onderdeel}).nullable().default(null),
    zonder_totaal: z.array(z.string()).default([]),
    varianten: z.record(z.string(), z.string()).default({}),
    dataeinde: z.array(z.string()).default([]),
    dataeinde_varianten: z.record(z.string(), z.array(z.string())).default({}),
    gemeente_apart: z.boolean().default(false),
    minimum: z.int().min(0).default(0),
    dekking: z.boolean().default(false),
    niveaus: z
      .array(z.enum(NIVEAUS))
      .min(1)
      .default([...NIVEAUS]),
    bedrag: z.enum(SOORTEN_BEDRAG).nullable().default(null),
  })
  .refine(({vorm, bedrag}) => (vorm === 'bedrag') === (bedrag !== null), {
    path: ['bedrag'],
    message: 'zeg bij de vorm bedrag wat voor bedrag het is, en alleen daar',
  });

/**
 * Reads every `<id>.md` of `folder` with its `<id>.sql`.
 * Throws DefinitieOngeldig, naming file and field, for a page that is not complete.
 */
export function readCatalogue(folder: string): Catalogue {
  const ids = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => basename(file, '.sql'))
    .sort();
  const definitions = new Map(ids.map((id) => [id, readDefinition(folder, id)]));
  return {
    all: () => [...definitions.values()],
    get: (id) => {
      const definition = definitions.get(id);
      if (definition === undefined)
        throw new DefinitieOngeldig(`${id}: deze indicator is er niet.`);
      return definition;
    },
  };
}

function readDefinition(folder: string, id: string): Definition {
  const file = `${id}.md`;
  const page = readFileSync(join(folder, file), 'utf8');
  const [, yaml, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(page) ?? [];
  if (yaml === undefined || body === undefined) {
    throw new DefinitieOngeldig(`${file}: begin de pagina met kenmerken tussen twee regels ---.`);
  }
  const {
    noemer,
    teller_dimensies,
    voorlopig_maanden,
    opvolging_dagen,
    dataeinde_varianten,
    gemeente_apart,
    dekking,
    ...rest
  } = parseFrontMatter(file, yaml);
  return {
    ...rest,
    id,
    noemer: noemer.omschrijving,
    noemerSoort: noemer.soort,
    noemerLeeftijd: noemer.leeftijd,
    tellerDimensies: teller_dimensies,
    voorlopigMaanden: voorlopig_maanden,
    opvolgingDagen: opvolging_dagen,
    dataeindeVarianten: dataeinde_varianten,
    gemeenteApart: gemeente_apart,
    metDekking: dekking,
    wat_meten_we: section(file, body, 'Wat meten we'),
    wat_zegt_dit_niet: section(file, body, 'Wat zegt dit niet'),
    rekenvoorbeeld: section(file, body, 'Rekenvoorbeeld'),
    sql: readFileSync(join(folder, `${id}.sql`), 'utf8'),
  };
}

function parseFrontMatter(file: string, yaml: string): z.infer<typeof FRONT_MATTER> {
  const outcome = FRONT_MATTER.safeParse(parse(yaml), {error: z.locales.nl().localeError});
  if (outcome.success) return outcome.data;
  const faults = outcome.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`);
  throw new DefinitieOngeldig(`${file}: verbeter deze kenmerken. ${faults.join('; ')}`);
}

function section(file: string, body: string, heading: string): string {
  const part = body.split(/^## /m).find((text) => text.startsWith(`${heading}\n`));
  if (part === undefined) {
    throw new DefinitieOngeldig(`${file}: voeg de kop "## ${heading}" met tekst toe.`);
  }
  return part.slice(heading.length + 1).trim();
}
