import {createServer, request, type IncomingHttpHeaders} from 'node:http';
import {pino} from 'pino';
import {onTestFinished} from 'vitest';
import {createApp} from '../../dashboard/server/app.ts';
import {LivePublications} from '../../dashboard/server/live-publications.ts';
import {fakeJudgement} from './judgement.ts';
import {fakePublication, type FakePublication} from './publication.ts';

/** What came over the wire, byte for byte: fetch would undo the compression. */
export interface WireAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
}

export interface TestServer {
  url: string;
  live: LivePublications;
  /** Makes this id the current publication, or none; seen at the next poll. */
  point(id: string | null): void;
  opened: Map<string, FakePublication>;
  log: string[];
  get(path: string, headers?: Record<string, string>): Promise<WireAnswer>;
}

export interface TestServerOptions {
  ids?: string[];
  current?: string | null;
  statusFile?: string;
  qualityFile?: string;
  boundariesFolder?: string;
  appDirectory?: string;
  /** Ids whose file can't be opened. */
  broken?: string[];
  pollMs?: number;
  warmUp?: boolean;
}

/** A real server on a free port over publications in memory; closes with the test. */
export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const {ids = ['2022-11-a', '2022-11-b'], broken = []} = options;
  let current = options.current === undefined ? (ids[0] ?? null) : options.current;
  const opened = new Map<string, FakePublication>();
  const log: string[] = [];
  const logger = pino({level: 'info'}, {write: (line: string) => log.push(line)});
  const live = new LivePublications({
    files: {
      current: () => (current === null ? null : {id: current, path: current}),
      list: () => ids.map((id) => ({id})),
      path: (id) => id,
      attestation: () => null,
    },
    open: (path) => {
      if (broken.includes(path)) return Promise.reject(new Error(`cannot open secret/${path}`));
      const publication = fakePublication(path);
      opened.set(path, publication);
      return Promise.resolve(publication);
    },
    log: logger,
    pollMs: options.pollMs ?? 20,
  });
  await live.start();
  const app = createApp({
    live,
    judgement: fakeJudgement,
    statusFile: options.statusFile ?? '/nergens/status.json',
    qualityFile: options.qualityFile ?? '/nergens/kwaliteit.json',
    boundariesFolder: options.boundariesFolder ?? '/nergens/grenzen',
    appDirectory: options.appDirectory ?? '/nergens/app',
    log: logger,
    toegang: 'demo',
    warmUp: options.warmUp ?? false,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}`;
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await live.stop();
  });
  return {
    url,
    live,
    point: (id) => {
      current = id;
    },
    opened,
    log,
    get: (path, headers = {}) => wireGet(url + path, headers),
  };
}

/** One GET (or another method in `headers.method`) without undoing compression. */
export function wireGet(
  url: string,
  {method = 'GET', ...headers}: Record<string, string> = {},
): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    request(url, {method, headers}, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const {statusCode: status = 0} = response;
        resolve({status, headers: response.headers, bytes, text: bytes.toString('utf8')});
      });
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}
