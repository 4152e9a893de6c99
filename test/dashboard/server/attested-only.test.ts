import {describe, expect, it} from 'vitest';
import {pino} from 'pino';
import type {Privacytoets} from '../../../queries/contract/publication.ts';
import {LivePublications} from '../../../dashboard/server/live-publications.ts';
import {fakePublication, type FakePublication} from '../../support/publication.ts';

const quiet = pino({level: 'silent'});

/** Follows one publication of real people with this attestation beside it. */
async function follow(toets: Partial<Privacytoets> | null, synthetisch = false) {
  const publication: FakePublication = fakePublication('p1');
  const real = {...publication, manifest: {...publication.manifest, synthetisch}};
  const good: Privacytoets = {
    publicatie: 'p1',
    gemaakt_op: '2026-01-10T03:00:00Z',
    cellen_sha256: publication.manifest.cellen_sha256,
    parameters: {},
    resultaten: [],
    geslaagd: true,
  };
  const live = new LivePublications({
    files: {
      current: () => ({id: 'p1', path: 'p1'}),
      list: () => [{id: 'p1'}],
      path: (id) => id,
      attestation: () => (toets === null ? null : JSON.stringify({...good, ...toets})),
    },
    open: () => Promise.resolve(real),
    log: quiet,
  });
  await live.poll();
  return live;
}

describe('figures of real people', () => {
  it('are served with an attestation that they withstood', async () => {
    const live = await follow({});
    expect(live.current?.manifest.id).toBe('p1');
    await live.stop();
  });

  it.each([
    ['no attestation', null],
    ['an attestation that failed', {geslaagd: false}],
    ['the attestation of other figures', {cellen_sha256: 'e'.repeat(64)}],
  ])('are not served with %s', async (_, toets) => {
    const live = await follow(toets);
    expect(live.current).toBeNull();
    expect(live.refused).toBe('p1');
    await expect(live.leasePinned('p1')).rejects.toMatchObject({code: 'PUBLICATIE_NIET_GETOETST'});
    await live.stop();
  });
});

describe('invented figures', () => {
  it('may be served while they are still attacked', async () => {
    const live = await follow(null, true);
    expect(live.current?.manifest.id).toBe('p1');
    await live.stop();
  });
});
