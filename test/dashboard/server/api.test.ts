import {gunzipSync, brotliDecompressSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {testServer} from '../../support/server.ts';

const FIGURES =
  '/api/v1/cijfers?indicator=verwijzingen_tweede_lijn&gemeente=0400&niveau=wijk&periodesoort=kwartaal';

describe('the API', () => {
  it('answers a question with flat figures of the full grid', async () => {
    const server = await testServer();
    const answer = await server.get(`${FIGURES}&van=2021-K1&tot=2021-K2&uitsplitsen=wet`);

    expect(answer.status).toBe(200);
    const body = JSON.parse(answer.text) as {
      cijfers: Record<string, unknown>[];
      publicatie: string;
    };
    expect(body.publicatie).toBe('2022-11-a');
    expect(body.cijfers).toHaveLength(8 * 2 * 3);
    expect(Object.keys(body.cijfers[0]!)).toEqual([
      'gebied',
      'niveau',
      'periode',
      'wet',
      'waarde',
      'ondergrens',
      'bovengrens',
      'teller',
      'noemer',
      'aantal',
      'methode',
      'status',
      'voorlopig',
      'dekking',
      'p80',
      'boven_norm',
    ]);
  });

  it('gives every answer a version, an etag and a private cache', async () => {
    const server = await testServer();
    for (const path of [
      '/publicatie',
      '/publicaties',
      '/status',
      '/gebieden',
      '/indicatoren',
      '/openapi.json',
    ]) {
      const {status, headers} = await server.get(`/api/v1${path}`);
      expect([path, status]).toEqual([path, 200]);
      expect(headers['api-version']).toBe('1.0.0');
      expect(headers.etag).toMatch(/^W\/"[\w-]{22}"$/);
      expect(headers['cache-control']).toBe('private, no-cache');
    }
  });

  it('says "not modified" when the caller has the answer of this publication', async () => {
    const server = await testServer();
    const first = await server.get(FIGURES);
    const again = await server.get(FIGURES, {'if-none-match': first.headers.etag!});
    expect([again.status, again.bytes.length]).toEqual([304, 0]);

    const other = await server.get(`${FIGURES}&publicatie=2022-11-b`, {
      'if-none-match': first.headers.etag!,
    });
    expect(other.status).toBe(200);
    expect(JSON.parse(other.text)).toMatchObject({publicatie: '2022-11-b'});
  });

  it('asks the publication once for the same question, in any encoding it is compressed once', async () => {
    const server = await testServer();
    const plain = await server.get(FIGURES);
    const gzip = await server.get(FIGURES, {'accept-encoding': 'gzip'});
    const brotli = await server.get(FIGURES, {'accept-encoding': 'gzip, br'});
    await server.get(FIGURES, {'accept-encoding': 'gzip, br'});

    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true);
    expect(brotliDecompressSync(brotli.bytes).equals(plain.bytes)).toBe(true);
    expect(server.opened.get('2022-11-a')!.asked).toBe(1);
  });
});
