import {setTimeout as wait} from 'node:timers/promises';
import {describe, expect, it, vi} from 'vitest';
import {testServer} from '../../support/server.ts';

const PATHS = [
  '/api/v1/publicatie',
  '/api/v1/indicatoren',
  '/api/v1/cijfers?indicator=wachtlijst&gemeente=0400&niveau=wijk&periodesoort=jaar',
];

const WAIT = {timeout: 30_000, interval: 5};

describe('a new publication', () => {
  it('takes over under load without one failed or mixed answer, and the old one is closed', async () => {
    const ids = ['p1', 'p2', 'p3', 'p4'];
    const server = await testServer({ids, pollMs: 5});
    const seen = new Set<string>();
    let asked = 0;
    let failed = 0;
    let running = true;
    const reader = async (path: string) => {
      while (running) {
        const answer = await server.get(`${path}${path.includes('?') ? '&' : '?'}vorm=json`);
        asked += 1;
        if (answer.status !== 200) failed += 1;
        const body = JSON.parse(answer.text) as {id?: string; publicatie?: string};
        seen.add(body.id ?? body.publicatie ?? 'none');
      }
    };
    const readers = [...PATHS, ...PATHS].map(reader);
    // Answers, not milliseconds: on a busy machine the readers are slow too.
    const answersOf = async (more: number) => {
      const until = asked + more;
      await vi.waitUntil(() => asked >= until, WAIT);
    };
    for (const id of ids.slice(1)) {
      await answersOf(20);
      server.point(id);
      await vi.waitUntil(() => server.live.current?.manifest.id === id, WAIT);
    }
    await answersOf(20);
    running = false;
    await Promise.all(readers);

    expect(failed).toBe(0);
    expect(asked).toBeGreaterThanOrEqual(20 * ids.length);
    expect([...seen].toSorted()).toEqual(ids);
    const closed = ids.map((id) => server.opened.get(id)!.closed);
    expect(closed).toEqual([true, true, true, false]);
  });

  it('that can not be opened leaves the last good one in place, and the status says so', async () => {
    const server = await testServer({ids: ['goed', 'stuk'], broken: ['stuk'], pollMs: 5});
    server.point('stuk');
    await vi.waitUntil(() => server.live.refused === 'stuk', WAIT);

    expect(JSON.parse((await server.get('/api/v1/publicatie')).text)).toMatchObject({id: 'goed'});
    expect(JSON.parse((await server.get('/api/v1/status')).text)).toMatchObject({
      publicatie: 'goed',
      geweigerd: 'stuk',
    });
    await wait(50);
    const reports = server.log.filter((line) => line.includes('publicatie niet te openen'));
    expect(reports).toHaveLength(1);

    server.point('goed');
    await vi.waitUntil(() => server.live.refused === null, WAIT);
  });

  it('waits for a reader who is still busy with the old one', async () => {
    const server = await testServer({ids: ['oud', 'nieuw'], pollMs: 5});
    const lease = server.live.lease();
    server.point('nieuw');
    await vi.waitUntil(() => server.live.current?.manifest.id === 'nieuw', WAIT);

    expect(server.opened.get('oud')!.closed).toBe(false);
    lease.release();
    lease.release();
    expect(server.opened.get('oud')!.closed).toBe(true);
  });

  it('is the first one: the server was up before it', async () => {
    const server = await testServer({ids: ['eerste'], current: null, pollMs: 5});
    expect((await server.get('/api/v1/publicatie')).status).toBe(503);
    server.point('eerste');
    await vi.waitUntil(() => server.live.current !== null, WAIT);
    expect((await server.get('/api/v1/publicatie')).status).toBe(200);
  });

  it('has its first screens ready before anyone asks', async () => {
    const server = await testServer({warmUp: true});
    await vi.waitUntil(() => server.log.some((line) => line.includes('eerste schermen')), WAIT);
    const {asked} = server.opened.get('2022-11-a')!;
    const answer = await server.get('/api/v1/overzicht?niveau=wijk&gemeente=0400', {
      'accept-encoding': 'gzip, deflate, br',
    });
    expect([answer.status, answer.headers['content-encoding']]).toEqual([200, 'br']);
    expect(server.opened.get('2022-11-a')!.asked).toBe(asked);
  });
});

describe('pinned publications', () => {
  it('stay readable while many are asked for, and only a few stay open', async () => {
    const ids = Array.from({length: 8}, (_, index) => `p${index}`);
    const server = await testServer({ids});
    const answers = await Promise.all(
      [...ids, ...ids].map((id) => server.get(`/api/v1/publicatie?publicatie=${id}`)),
    );
    expect(answers.map(({status}) => status)).toEqual(answers.map(() => 200));
    const open = ids.filter((id) => !server.opened.get(id)!.closed);
    expect(open.length).toBeLessThanOrEqual(4);
  });
});
