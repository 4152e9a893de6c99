import {existsSync, mkdirSync} from 'node:fs';
import {join} from 'node:path';
import type {Command} from 'commander';
import {sentence} from '../ingest/gate/finding.ts';
import {makeSourcePseudonymizer} from '../ingest/gate/source-pseudonym.ts';
import {pseudonymizeCsv} from '../ingest/gate/pseudonymize-csv.ts';
import {GebruikOnjuist} from './errors.ts';
import {readKey} from './keys.ts';

/** What a pseudonym stands for. Each has a key of its own, so that two can't be joined. */
const PURPOSES = ['client', 'huishouden'] as const;
type Purpose = (typeof PURPOSES)[number];

interface Options {
  kolom?: string[];
  uit?: string;
  sleutels?: string;
  versie?: string;
  maakSleutel?: true;
}

/** Adds `pseudonimiseer`: keyed pseudonyms at the source, so that nobody has to invent md5(bsn). */
export function pseudonimiseer(program: Command): void {
  program
    .command('pseudonimiseer')
    .description(
      'vervangt nummers van personen in een CSV-bestand door pseudoniemen met een sleutel',
    )
    .argument('<bestand>', 'CSV-bestand met een kopregel')
    .option(
      '--kolom <naam>',
      'kolom met nummers; voor een huishouden: naam:huishouden (herhaal voor meer kolommen)',
      (naam: string, before: string[] | undefined) => [...(before ?? []), naam],
    )
    .option('--uit <bestand>', 'nieuw bestand met pseudoniemen (anders: op het scherm)')
    .option('--sleutels <map>', 'map met de sleutels (anders: de map sleutels bij de gegevens)')
    .option('--versie <nummer>', 'versie van de sleutel, staat voor elk pseudoniem (anders: 1)')
    .option('--maak-sleutel', 'maakt een sleutel die er nog niet is')
    .addHelpText('after', HELP)
    .action(async (file: string, options: Options) => {
      const folder = options.sleutels ?? join(program.opts<{data: string}>().data, 'sleutels');
      await run(file, options, folder);
    });
}

const HELP = `
De sleutel staat in <map>/bron-client.sleutel, of in WIJKMONITOR_SLEUTEL_BRON_CLIENT.
Voor een huishouden: bron-huishouden.sleutel. Een sleutel heeft 64 tekens (0-9 en a-f).
Bewaar de sleutel bij de bron. Geef hem aan niemand. Zonder dezelfde sleutel past een
volgende levering niet bij de vorige.

Voorbeeld:
  wijkmonitor pseudonimiseer personen.csv --kolom bsn --uit client.csv --maak-sleutel
`;

async function run(file: string, options: Options, folder: string): Promise<void> {
  const {kolom = [], uit, versie = '1', maakSleutel = false} = options;
  if (kolom.length === 0) throw new GebruikOnjuist('Noem een kolom met --kolom.');
  if (!/^[1-9][0-9]{0,2}$/.test(versie)) {
    throw new GebruikOnjuist('De versie is een getal van 1 tot en met 999.');
  }
  if (!existsSync(file)) throw new GebruikOnjuist(`${file}: dit bestand is er niet.`);
  if (uit !== undefined && existsSync(uit)) {
    throw new GebruikOnjuist(`${uit}: dit bestand bestaat al. Kies een andere naam.`);
  }
  if (maakSleutel) mkdirSync(folder, {recursive: true, mode: 0o700});
  const columns = kolom.map((text) => {
    const {naam, purpose} = parseColumn(text);
    const key = readKey(folder, `bron-${purpose}`, maakSleutel);
    return {naam, pseudonym: makeSourcePseudonymizer(key, purpose, Number(versie))};
  });
  const {rijen, bevindingen} = await pseudonymizeCsv(file, columns, uit ?? null);
  console.error(`${rijen} rijen. Pseudoniemen staan in: ${kolom.join(', ')}.`);
  for (const finding of bevindingen) console.error(`Let op: ${sentence(finding)}`);
}

function parseColumn(text: string): {naam: string; purpose: Purpose} {
  const naam = text.replace(/:(\w+)$/, '');
  const given = naam === text ? 'client' : text.slice(naam.length + 1);
  const purpose = PURPOSES.find((known) => known === given);
  if (purpose !== undefined) return {naam, purpose};
  throw new GebruikOnjuist(`Het doel van een kolom is ${PURPOSES.join(' of ')}.`);
}
