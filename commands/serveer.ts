import {join} from 'node:path';
import type {Command} from 'commander';
import {closeOnSignal, serve, type RunningServer} from '../dashboard/server/main.ts';
import {judge} from '../queries/judgement/verdict.ts';
import {sentences} from '../queries/judgement/overview.ts';
import {openPublication} from '../queries/publication.ts';
import {Publications} from '../warehouse/publications.ts';
import {openDataDirectory, type DataDirectory} from './data-directory.ts';
import {GebruikOnjuist} from './errors.ts';

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
export function serveData(data: DataDirectory, {host, poort}: Address): Promise<RunningServer> {
  return serve({
    files: new Publications(data.publicaties),
    open: openPublication,
    judgement: {judge, sentences},
    statusFile: join(data.publicaties, 'status.json'),
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
    .action(async ({poort, host}: {poort: string; host: string}) => {
      const data = openDataDirectory(program.opts<{data: string}>().data);
      const server = await serveData(data, {host, poort: parsePort(poort)});
      console.log(`Wijkmonitor draait op ${server.url}`);
      closeOnSignal(server, () => process.exit(0));
    });
}

/** A port number; throws `GebruikOnjuist`. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new GebruikOnjuist('De poort is een getal van 0 tot 65535.');
}
