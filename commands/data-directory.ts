import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {parse, YAMLParseError} from 'yaml';
import {z} from 'zod';
import {nl} from 'zod/locales';
import {GebruikOnjuist} from './errors.ts';

z.config(nl());

const configuration = z.strictObject({
  publicatie: z
    .strictObject({
      ritme: z.enum(['nacht', 'maand', 'kwartaal']).default('maand'),
      akkoord_fg: z.string().min(1).optional(),
    })
    .prefault({})
    .refine(({ritme, akkoord_fg}) => ritme !== 'nacht' || akkoord_fg !== undefined, {
      message: 'ritme "nacht" mag alleen met de tekst van het akkoord van de FG (akkoord_fg)',
    }),
  drempels: z
    .strictObject({
      afgewezen_procent: z.number().min(0).max(100).default(5),
      verschil_procent: z.number().min(0).max(1000).default(30),
    })
    .prefault({}),
  bewaren: z
    .strictObject({
      /** Deliveries as they came, in verwerkt/ and quarantaine/. */
      leveringen_dagen: z.number().int().min(1).default(30),
      /** What is known of persons, counted from the end of it. */
      microdata_jaren: z.number().int().min(1).default(5),
      publicaties_dagen: z.number().int().min(1).default(35),
      publicaties_maanden: z.number().int().min(0).default(24),
    })
    .prefault({}),
});

/** Settings of one installation, from `wijkmonitor.yaml` in the data directory. */
export type Configuration = z.infer<typeof configuration>;

/** The folders of one installation. All paths are absolute; every folder exists. */
export interface DataDirectory {
  root: string;
  inbox: string;
  verwerkt: string;
  quarantaine: string;
  warehouse: string;
  publicaties: string;
  beheer: string;
  sleutels: string;
  configuration: Configuration;
}

/**
 * Opens the data directory `path`, makes missing folders and reads its configuration.
 * Throws `GebruikOnjuist` with file and field when the configuration is wrong.
 */
export function openDataDirectory(path: string): DataDirectory {
  const root = resolve(path);
  const folder = (name: string, mode = 0o750): string => {
    const full = join(root, name);
    mkdirSync(full, {recursive: true, mode});
    return full;
  };
  return {
    root,
    inbox: folder('inbox', 0o700),
    verwerkt: folder('verwerkt', 0o700),
    quarantaine: folder('quarantaine', 0o700),
    warehouse: join(folder('warehouse', 0o700), 'wijkmonitor.duckdb'),
    publicaties: folder('publicaties'),
    beheer: folder('beheer', 0o700),
    sleutels: folder('sleutels', 0o700),
    configuration: readConfiguration(join(root, 'wijkmonitor.yaml')),
  };
}

function readConfiguration(file: string): Configuration {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const outcome = configuration.safeParse(parseYaml(file, text) ?? {});
  if (outcome.success) return outcome.data;
  const findings = outcome.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`);
  throw new GebruikOnjuist(`${file}: pas deze instellingen aan. ${findings.join('; ')}`);
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = error.linePos?.[0].line ?? 1;
    throw new GebruikOnjuist(
      `${file}, regel ${line}: dit is geen geldige YAML. Herstel de regel.`,
      {
        cause: error,
      },
    );
  }
}
