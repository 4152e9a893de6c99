import {existsSync, writeFileSync} from 'node:fs';
import type {Command} from 'commander';
import {qualityHtml} from '../ingest/quality-html.ts';
import {qualityReport, type QualityReport} from '../ingest/quality-report.ts';
import {MagazijnBezet} from '../warehouse/errors.ts';
import {Database} from '../warehouse/open.ts';
import {openDataDirectory, type DataDirectory} from './data-directory.ts';
import {GebruikOnjuist, NachtBezig} from './errors.ts';
import {lockWarehouse} from './night.ts';

/** Adds `kwaliteit`: the report on a delivery for the team that supplied it. */
export function kwaliteit(program: Command): void {
  program
    .command('kwaliteit')
    .description('maakt het kwaliteitsrapport van een levering, voor wie haar leverde')
    .argument('[levering]', 'naam of nummer; zonder: de laatste levering')
    .option('--uit <bestand>', 'schrijft de pagina (HTML) in dit bestand')
    .option('--json', 'als JSON')
    .action(async (levering: string | undefined, {uit, json}: {uit?: string; json?: true}) => {
      const data = openDataDirectory(program.opts<{data: string}>().data);
      const report = await reportOf(data, levering ?? null, new Date());
      const text = json ? `${JSON.stringify(report)}\n` : qualityHtml(report);
      if (uit === undefined) process.stdout.write(text);
      else {
        writeFileSync(uit, text, {mode: 0o600});
        console.log(`Het rapport staat in ${uit}.`);
      }
    });
}

/**
 * Reads the report while no night can run. Throws `NachtBezig` when one does, and `GebruikOnjuist`
 * when there is no such delivery.
 */
export async function reportOf(
  data: DataDirectory,
  levering: string | null,
  now: Date,
): Promise<QualityReport> {
  if (!existsSync(data.warehouse)) throw new GebruikOnjuist('Er is nog geen levering verwerkt.');
  const lock = lockWarehouse(data, now);
  try {
    const warehouse = await Database.open(data.warehouse, {access_mode: 'READ_ONLY'});
    try {
      const report = await qualityReport(warehouse, levering);
      if (report !== null) return report;
      throw new GebruikOnjuist(
        `Levering ${levering ?? ''} is niet bekend. Zie beheer/nacht.jsonl.`,
      );
    } finally {
      warehouse.close();
    }
  } catch (error) {
    if (!(error instanceof MagazijnBezet)) throw error;
    throw new NachtBezig('Er loopt een nacht. Wacht tot die klaar is.', {cause: error});
  } finally {
    lock.release();
  }
}
