import {describe, expect, it} from 'vitest';
import {pino} from 'pino';
import {DemoNietToegestaan} from '../../../dashboard/server/errors.ts';
import {serve, type ServeOptions} from '../../../dashboard/server/main.ts';
import {fakeJudgement} from '../../support/judgement.ts';
import {fakePublication} from '../../support/publication.ts';
import {testServer, wireGet} from '../../support/server.ts';

const OPTIONS: ServeOptions = {
  files: {
    current: () => ({id: 'p', path: 'p'}),
    list: () => [{id: 'p'}],
    path: (id) => id,
    attestation: () => null,
  },
  open: (path) => Promise.resolve(fakePublication(path)),
  judgement: fakeJudgement,
  statusFile: '/nergens/status.json',
  qualityFile: '/nergens/kwaliteit.json',
  boundariesFolder: '/nergens/grenzen',
  appDirectory: '/nergens/app',
  host: '127.0.0.1',
  poort: 0,
  productie: false,
  log: pino({level: 'silent'}),
};

describe('every answer', () => {
  it.each(['/api/v1/publicatie', '/api/v1/onzin', '/onzin'])(
    '%s has the strict headers',
    async (path) => {
      const server = await testServer();
      const {headers} = await server.get(path);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;" +
          "font-src 'self';connect-src 'self';manifest-src 'self';base-uri 'none';" +
          "form-action 'none';frame-ancestors 'none'",
      );
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
    },
  );
});

describe('the demo', () => {
  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io:80', '192.168.1.9:8080'])(
    'does not answer as %s',
    async (host) => {
      const server = await testServer();
      const answer = await server.get('/api/v1/publicatie', {host});
      expect(answer.status).toBe(421);
    },
  );

  it.each(['localhost:8080', 'LOCALHOST', '127.0.0.1', '[::1]:8080'])(
    'answers as %s',
    async (host) => {
      const server = await testServer();
      expect((await server.get('/api/v1/publicatie', {host})).status).toBe(200);
    },
  );

  it('refuses to run in production or on an address that others reach', async () => {
    await expect(serve({...OPTIONS, productie: true})).rejects.toThrow(DemoNietToegestaan);
    await expect(serve({...OPTIONS, host: '0.0.0.0'})).rejects.toThrow('--host 127.0.0.1');
  });

  it('does not serve a publication that is not made of fictional data', async () => {
    const open = (path: string) => {
      const publication = fakePublication(path);
      return Promise.resolve({
        ...publication,
        manifest: {...publication.manifest, synthetisch: false},
      });
    };
    const server = await serve({...OPTIONS, open});
    const answer = await wireGet(`${server.url}/api/v1/publicatie`);
    await server.close();
    expect(answer.status).toBe(503);
  });
});

describe('stopping', () => {
  it('finishes the request in hand, then closes the publication', async () => {
    const publication = fakePublication('p');
    const answerSlowly = publication.cijfers;
    publication.cijfers = async (vraag) => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      return answerSlowly(vraag);
    };
    const server = await serve({
      ...OPTIONS,
      warmUp: false,
      open: () => Promise.resolve(publication),
    });
    const path = '/api/v1/cijfers?indicator=wachtlijst&gemeente=0400&niveau=wijk&periodesoort=jaar';
    const inHand = wireGet(server.url + path);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server.close();

    expect((await inHand).status).toBe(200);
    expect(publication.closed).toBe(true);
    await expect(wireGet(server.url + path)).rejects.toThrow();
  });
});
