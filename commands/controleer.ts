import {randomBytes} from 'node:crypto';
import {cpSync, existsSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import type {Command} from 'commander';
import {readKAnonymity, type KAnonymity} from '../ingest/gate/k-anonymity.ts';
import {THOROUGH, type Budget} from '../ingest/gate/reverse-digest.ts';
import {loadInbox} from '../ingest/load.ts';
import type {DeliveryOutcome} from '../ingest/outcome.ts';
import {Database} from '../warehouse/open.ts';
import {applySchema} from '../warehouse/schema.ts';
import {deliveryReport} from './delivery-report.ts';
import {GebruikOnjuist} from './errors.ts';

/** What the checks say of one delivery: what a supplier gets back. */
export interface CheckedDelivery extends DeliveryOutcome {
  /** How many clients fall together with how few others; empty when it was refused. */
  k_anonimiteit: KAnonymity[];
}

/** Adds `controleer`: the checks of a delivery without loading it anywhere. */
export function controleer(program: Command): void {
  program
    .command('controleer')
    .description('controleert leveringen zonder ze te laden')
    .argument('<bestand...>', 'zip, map of XML-bestand; oudste eerst')
    .option('--json', 'als JSON')
    .option('--grondig', 'probeert hashes tegen alle burgerservicenummers (enkele minuten)')
    .action(async (files: string[], {json, grondig}: {json?: true; grondig?: true}) => {
      const checked = await checkDeliveries(files, grondig ? THOROUGH : null);
      console.log(json ? JSON.stringify(checked) : checked.map(deliveryReport).join('\n\n'));
      if (checked.some(({status}) => status === 'geweigerd')) process.exitCode = 1;
    });
}

/**
 * Loads the deliveries, in the order given, into an empty warehouse in memory and forgets it.
 * Throws `GebruikOnjuist` when a file is not there.
 */
export async function checkDeliveries(
  files: readonly string[],
  hashBudget: Budget | null = null,
): Promise<CheckedDelivery[]> {
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) throw new GebruikOnjuist(`${missing}: dit bestand is er niet.`);
  const folder = mkdtempSync(join(tmpdir(), 'controleer-'));
  const warehouse = await Database.open(':memory:', {temp_directory: join(folder, 'warehouse')});
  const pseudonymKey = randomBytes(32);
  try {
    for (const name of ['inbox', 'warehouse', 'verwerkt', 'quarantaine']) {
      mkdirSync(join(folder, name), {mode: 0o700});
    }
    await applySchema(warehouse);
    const checked: CheckedDelivery[] = [];
    for (const file of files) {
      cpSync(file, join(folder, 'inbox', basename(file)), {recursive: true});
      const outcomes = await loadInbox({
        data: folder,
        warehouse,
        pseudonymKey,
        now: new Date(),
        thresholds: {afgewezen_procent: 5, verschil_procent: 30},
        bevestig: [],
        hashBudget,
        perFile: true,
        onProgress: () => undefined,
      });
      for (const outcome of outcomes) {
        const k_anonimiteit = await readKAnonymity(warehouse, outcome.levering_id);
        checked.push({...outcome, k_anonimiteit});
      }
    }
    return checked;
  } finally {
    warehouse.close();
    rmSync(folder, {recursive: true, force: true});
  }
}
