import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import type {Command} from 'commander';
import {build} from 'vite';
import {closeOnSignal} from '../dashboard/server/main.ts';
import {makeDeliveries} from '../fixtures/make.ts';
import {attestInBackground} from './attesteer.ts';
import {openDataDirectory, type DataDirectory} from './data-directory.ts';
import {hasWarehouse, runNight} from './night.ts';
import {ProgressDisplay} from './progress.ts';
import {parsePort, serveData} from './serveer.ts';

/** How long the steps take, relative to each other. */
const WEIGHTS = {fixtures: 8, load: 45, models: 4, release: 43};

/** How the demo is prepared; `schaal` below 1 makes a smaller world for a quick test. */
export interface DemoOptions {
  now: Date;
  schaal?: number;
}

/** Makes fixture deliveries if there is no warehouse yet, runs the night and builds the app. */
export async function prepareDemo(data: DataDirectory, options: DemoOptions): Promise<void> {
  const {now, schaal = 1} = options;
  const display = new ProgressDisplay(Object.values(WEIGHTS));
  // Beside the night, which takes far longer: what goes wrong with it is told when that is over.
  const app = Promise.allSettled([buildApp()]);
  try {
    const onProgress = display.next('Maakt de fictieve leveringen');
    if (!hasWarehouse(data) && readdirSync(data.inbox).length === 0) {
      await makeDeliveries({folder: data.inbox, schaal, onProgress});
    }
    await runNight({data, now, bevestig: [], display, makeKeys: true, attestLater: true});
    const [built] = await app;
    if (built.status === 'rejected') throw built.reason;
  } finally {
    display.stop();
  }
}

/** Builds the browser app into `dist/app`. */
export async function buildApp(): Promise<void> {
  await build({configFile: join(import.meta.dirname, '..', 'vite.config.ts'), logLevel: 'error'});
}

/** Adds `demo`: everything, from nothing to a served dashboard. */
export function demo(program: Command): void {
  program
    .command('demo')
    .description('maakt fictieve leveringen, draait de nacht en toont het dashboard')
    .option('--poort <nummer>', 'poort', '8080')
    .option('--host <adres>', 'adres', '127.0.0.1')
    .action(async ({poort, host}: {poort: string; host: string}) => {
      const start = performance.now();
      const port = parsePort(poort);
      const data = openDataDirectory(program.opts<{data: string}>().data);
      await prepareDemo(data, {now: new Date()});
      const server = await serveData(data, {host, poort: port});
      const seconds = Math.round((performance.now() - start) / 1000);
      console.log(`Wijkmonitor draait op ${server.url} (klaar in ${seconds} seconden)`);
      console.log('Alle gegevens zijn verzonnen. Stop met Ctrl+C.');
      const attestation = attestInBackground(data);
      closeOnSignal(server, () => {
        attestation.stop();
        process.exit(0);
      });
      const told = await attestation.done;
      if (told !== null) console.log(told);
    });
}
