import {join} from 'node:path';
import type {Command} from 'commander';
import type {Logger} from 'pino';
import {closeOnSignal, serve, serverLog, type RunningServer} from '../dashboard/server/main.ts';
import {judgeTogether} from '../queries/judgement/judge-together.ts';
import {sentences} from '../queries/judgement/overview.ts';
import {openPublication} from '../queries/publication.ts';
import {Publications} from '../warehouse/publications.ts';
import {openDataDirectory, type DataDirectory} from './data-directory.ts';
import {GebruikOnjuist} from './errors.ts';
import {startNight, type CommandProcess} from './night-process.ts';
import {scheduleNight, type Schedule} from './schedule.ts';

/** Where the browser app is built. */
export const APP_DIRECTORY = join(import.meta.dirname, '..', 'dist', 'app');

/** Read once at the start: a build of the app in this process sets NODE_ENV to production itself. */
const PRODUCTION = process.env['NODE_ENV'] === 'production';

/** Where the server listens. */
export interface Address {
  host: string;
  poort: number;
}

/** Serves the publications of a data directory; follows new ones by itself. */
export function serveData(
  data: DataDirectory,
  {host, poort}: Address,
  log: Logger = serverLog(),
): Promise<RunningServer> {
  return serve({
    log,
    files: new Publications(data.publicaties),
    open: openPublication,
    judgement: {judgeTogether, sentences},
    statusFile: join(data.publicaties, 'status.json'),
    qualityFile: join(data.publicaties, 'kwaliteit.json'),
    boundariesFolder: join(data.beheer, 'grenzen'),
    appDirectory: APP_DIRECTORY,
    host,
    poort,
    productie: PRODUCTION,
  });
}

/** Adds `serve`: the dashboard and the API, from publications only. */
export function serveer(program: Command): void {
  program
    .command('serve')
    .description('toont het dashboard en de API')
    .option('--poort <nummer>', 'poort', '8080')
    .option('--host <adres>', 'adres', '127.0.0.1')
    .option('--nacht <uu:mm>', 'draait elke nacht om deze tijd (Nederlandse tijd)')
    .action(async ({poort, host, nacht}: {poort: string; host: string; nacht?: string}) => {
      const data = openDataDirectory(program.opts<{data: string}>().data);
      const log = serverLog();
      const nights = nacht === undefined ? null : nightly(data, nacht, log);
      const server = await serveData(data, {host, poort: parsePort(poort)}, log);
      console.log(`Wijkmonitor draait op ${server.url}`);
      closeOnSignal(server, () => {
        nights?.stop();
        process.exit(0);
      });
    });
}

/** Runs the night at a fixed time in a process of its own. Throws `GebruikOnjuist`. */
export function nightly(
  data: Pick<DataDirectory, 'root'>,
  time: string,
  log: Logger,
  start: typeof startNight = startNight,
): Schedule {
  let running: CommandProcess | null = null;
  const schedule = scheduleNight(time, async () => {
    log.info('nacht begint');
    try {
      running = start(data.root);
      const code = await running.done;
      if (code === 0) log.info({volgende: schedule.next()}, 'nacht klaar');
      else log.error({code, volgende: schedule.next()}, 'nacht niet goed, zie beheer/nacht.jsonl');
    } catch (error) {
      log.error({err: error}, 'nacht niet te starten');
    } finally {
      running = null;
    }
  });
  log.info({volgende: schedule.next()}, 'nacht gepland');
  return {
    next: () => schedule.next(),
    stop: () => {
      schedule.stop();
      running?.stop();
    },
  };
}

/** A port number; throws `GebruikOnjuist`. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new GebruikOnjuist('De poort is een getal van 0 tot 65535.');
}
