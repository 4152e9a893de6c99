import {mkdtempSync, writeFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import express from 'express';
import {compareLatency} from './latency.ts';
import type {Measurement} from './report.ts';

/** The questions of the first screens. */
const VIEWS: readonly (readonly [string, string])[] = [
  ['overzicht per team', '/api/v1/overzicht?gemeente=GM0400&niveau=team'],
  [
    'cijfers per wijk en jaar',
    '/api/v1/cijfers?indicator=wachtlijst&gemeente=GM0400&niveau=wijk&periodesoort=jaar',
  ],
  [
    'cijfers per wijk, maand en wet',
    '/api/v1/cijfers?indicator=verwijzingen_tweede_lijn&gemeente=GM0400&niveau=wijk&periodesoort=maand&uitsplitsen=wet',
  ],
];

/** Each standard view against a static file of the same bytes, compressed, served by express. */
export async function measureApi(url: string): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const [name, path] of VIEWS) {
    const body = Buffer.from(await (await fetch(url + path)).arrayBuffer());
    const rival = await staticFile(body);
    measurements.push(...(await compareLatency(name, url + path, rival.url)));
    rival.server.close();
  }
  return measurements;
}

async function staticFile(body: Buffer): Promise<{url: string; server: Server}> {
  const folder = mkdtempSync(join(tmpdir(), 'static-'));
  writeFileSync(join(folder, 'antwoord.json'), gzipSync(body));
  const app = express();
  app.use(
    express.static(folder, {
      setHeaders: (response) => {
        response.setHeader('Content-Encoding', 'gzip');
      },
    }),
  );
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {url: `http://127.0.0.1:${port}/antwoord.json`, server};
}
