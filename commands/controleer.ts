import {cpSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {randomBytes} from 'node:crypto';
import type {Command} from 'commander';
import {loadInbox} from '../ingest/load.ts';
import {totals, type DeliveryOutcome} from '../ingest/outcome.ts';
import {Database} from '../warehouse/open.ts';
import {applySchema} from '../warehouse/schema.ts';

const MAX_LINES = 20;

/** Adds `controleer`: the checks of a delivery without loading it anywhere. */
export function controleer(program: Command): void {
  program
    .command('controleer')
    .description('controleert leveringen zonder ze te laden')
    .argument('<bestand...>', 'zip, map of XML-bestand')
    .option('--json', 'als JSON')
    .action(async (files: string[], {json}: {json?: true}) => {
      const outcomes = await checkDeliveries(files);
      if (json) console.log(JSON.stringify(outcomes));
      else for (const outcome of outcomes) console.log(reportOf(outcome));
      if (outcomes.some(({status}) => status === 'geweigerd')) process.exitCode = 1;
    });
}

/** Loads the deliveries into an empty warehouse in memory and forgets it. */
export async function checkDeliveries(files: readonly string[]): Promise<DeliveryOutcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'controleer-'));
  const warehouse = await Database.open(':memory:');
  try {
    for (const name of ['inbox', 'warehouse', 'verwerkt', 'quarantaine']) {
      mkdirSync(join(folder, name), {mode: 0o700});
    }
    for (const file of files)
      cpSync(file, join(folder, 'inbox', basename(file)), {recursive: true});
    await applySchema(warehouse);
    return await loadInbox({
      data: folder,
      warehouse,
      pseudonymKey: randomBytes(32),
      now: new Date(),
      thresholds: {afgewezen_procent: 5, verschil_procent: 30},
      bevestig: [],
      onProgress: () => undefined,
    });
  } finally {
    warehouse.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

function reportOf({bestandsnaam, status, reden, bestanden}: DeliveryOutcome): string {
  if (status !== 'geladen') return `${bestandsnaam}: geweigerd. ${reden}`;
  const {gelezen, afgewezen} = totals(bestanden);
  const findings = bestanden.flatMap((file) => [
    ...file.afgewezen.map(({regel, reden: why}) => `  ${file.naam}, regel ${regel}: ${why}`),
    ...file.waarschuwingen.map(
      ({regel, reden: why}) => `  ${file.naam}, regel ${regel ?? '-'}: ${why}`,
    ),
  ]);
  const more =
    findings.length > MAX_LINES ? [`  en nog ${findings.length - MAX_LINES} meldingen`] : [];
  const heading = `${bestandsnaam}: goed. ${gelezen} rijen gelezen, ${afgewezen} afgewezen.`;
  return [heading, ...findings.slice(0, MAX_LINES), ...more].join('\n');
}
