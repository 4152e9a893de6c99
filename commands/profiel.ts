import {cpSync, existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import type {Command} from 'commander';
import {proposeMapping, type Proposal} from '../ingest/sources/csv-profiel/propose.ts';
import {readProfile} from '../ingest/sources/uitwisselprofiel/profile.ts';
import {Database} from '../warehouse/open.ts';
import {GebruikOnjuist} from './errors.ts';

/** Adds `profiel maak`: a mapping profile to start from, for an export of a case-management system. */
export function profiel(program: Command): void {
  program
    .command('profiel')
    .description('maakt een profiel voor een export (CSV of XLSX)')
    .command('maak')
    .description('stelt een profiel voor: naar het scherm gaat het profiel, met uitleg ernaast')
    .argument('<bestand>', 'CSV of XLSX')
    .option('--json', 'profiel en bevindingen samen als JSON')
    .action(async (file: string, {json}: {json?: true}) => {
      const proposal = await propose(file);
      console.log(JSON.stringify(json ? proposal : proposal.profiel, null, 2));
      if (!json) console.error(explanation(proposal));
    });
}

/** Reads `file` in a temporary place and proposes its mapping. Throws `GebruikOnjuist` without it. */
export async function propose(file: string): Promise<Proposal> {
  if (!existsSync(file)) {
    throw new GebruikOnjuist(`${file}: dit bestand is er niet. Controleer de naam.`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'profiel-'));
  const database = await Database.open(':memory:', {temp_directory: folder});
  try {
    const pad = join(folder, 'export');
    cpSync(file, pad);
    return await proposeMapping(database, {naam: basename(file), pad, sha256: ''}, readProfile());
  } finally {
    database.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

function explanation({tabel, niet_geplaatst, ontbreekt, te_vertalen}: Proposal): string {
  const lines = [
    `Deze export lijkt op de tabel "${tabel}". Controleer het profiel en vul het aan.`,
    ...niet_geplaatst.map((kolom) => `  Niet geplaatst: "${kolom}". De kolom staat bij "negeer".`),
    ...ontbreekt.map((kolom) => `  Verplicht, maar niet gevonden: "${kolom}".`),
    ...te_vertalen.map(
      ({kolom, aantal}) =>
        `  Kolom "${kolom}" heeft ${aantal} waarden zonder vertaling. Vul de lijst aan.`,
    ),
  ];
  return lines.join('\n');
}
