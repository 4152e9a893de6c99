import {createServer, type Server} from 'node:http';
import {pino, type Logger} from 'pino';
import {createApp} from './app.ts';
import {DemoNietToegestaan} from './errors.ts';
import type {Judgement} from './judgement.ts';
import {LivePublications} from './live-publications.ts';
import type {OpenPublication, PublicationFiles} from './source.ts';

/** How to serve; `poort: 0` takes a free one. */
export interface ServeOptions {
  files: PublicationFiles;
  open: OpenPublication;
  judgement: Judgement;
  statusFile: string;
  qualityFile: string;
  boundariesFolder: string;
  appDirectory: string;
  host: string;
  poort: number;
  productie: boolean;
  warmUp?: boolean;
  log?: Logger;
}

/** A running server. `close` finishes the requests in hand and lets go of the files. */
export interface RunningServer {
  url: string;
  close(): Promise<void>;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);
/** After this the last slow readers are cut off. */
const CLOSE_WITHIN_MS = 10_000;

/** Opens the current publication, follows the pointer and listens. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  refuseOutsideDemo(options);
  const log = options.log ?? serverLog();
  const {files, open, judgement, statusFile, qualityFile, boundariesFolder} = options;
  const {appDirectory, host, poort, warmUp = true} = options;
  const live = new LivePublications({files, open: onlySynthetic(open), log});
  await live.start();
  const app = createApp({
    live,
    judgement,
    statusFile,
    qualityFile,
    boundariesFolder,
    appDirectory,
    log,
    toegang: 'demo',
    warmUp,
  });
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(poort, host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : poort;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${port}`,
    async close() {
      await finishRequests(server);
      await live.stop();
    },
  };
}

async function finishRequests(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  // a connection kept alive goes idle only after its last answer
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, 50);
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, CLOSE_WITHIN_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}

/** Closes on SIGTERM and SIGINT, once. */
export function closeOnSignal(server: RunningServer, done: () => void): void {
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= server.close().then(done);
  };
  process.once('SIGTERM', close);
  process.once('SIGINT', close);
}

/** JSON lines; headers that can carry a secret never reach the log. */
export function serverLog(): Logger {
  return pino({
    level: 'info',
    redact: {
      paths: ['req.headers', 'headers', '*.headers', '*.cookie', '*.authorization'],
      remove: true,
    },
  });
}

/** Without a login, figures of real people are never served. */
function onlySynthetic(open: OpenPublication): OpenPublication {
  return async (path) => {
    const publication = await open(path);
    if (publication.manifest.synthetisch) return publication;
    publication.close();
    throw new DemoNietToegestaan(
      'De demo toont alleen verzonnen gegevens. Deze publicatie is niet als synthetisch gemerkt.',
    );
  };
}

function refuseOutsideDemo({productie, host}: ServeOptions): void {
  if (productie) {
    throw new DemoNietToegestaan(
      'De demo draait niet met NODE_ENV=production. Wacht op de stap met inloggen (auth: oidc).',
    );
  }
  if (!LOOPBACK.has(host)) {
    throw new DemoNietToegestaan(
      `De demo luistert alleen op deze computer, niet op ${host}. Gebruik --host 127.0.0.1.`,
    );
  }
}
