import {join} from 'node:path';
import {pino} from 'pino';
import {closeOnSignal, serve} from '../../dashboard/server/main.ts';
import {fakeJudgement} from './judgement.ts';
import {fakePublication} from './publication.ts';

// A server in a process of its own, over the data directory in the first argument.

const folder = process.argv[2] ?? '';
const server = await serve({
  files: {
    current: () => ({id: 'p1', path: join(folder, 'publicaties', 'p1.duckdb')}),
    list: () => [{id: 'p1'}],
    path: (id) => join(folder, 'publicaties', `${id}.duckdb`),
    attestation: () => null,
  },
  open: () => Promise.resolve(fakePublication('p1')),
  judgement: fakeJudgement,
  statusFile: join(folder, 'publicaties', 'status.json'),
  qualityFile: join(folder, 'publicaties', 'kwaliteit.json'),
  boundariesFolder: join(folder, 'beheer', 'grenzen'),
  appDirectory: join(folder, 'app'),
  host: '127.0.0.1',
  poort: 0,
  productie: false,
  log: pino({level: 'silent'}),
});
closeOnSignal(server, () => process.exit(0));
console.log(server.url);
