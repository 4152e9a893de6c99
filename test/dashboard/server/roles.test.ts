import {describe, expect, it} from 'vitest';
import {allRoutes} from '../../../dashboard/server/routes/all.ts';
import {readLattice} from '../../../queries/cube/lattice.ts';
import {refusal, ROLLEN, type Rol} from '../../../queries/role-policy.ts';
import {fakeJudgement} from '../../support/judgement.ts';
import {testServer} from '../../support/server.ts';

const CIJFERS =
  '/cijfers?indicator=verwijzingen_tweede_lijn&gemeente=0400&niveau=wijk&periodesoort=jaar';

/** A question of each kind, and the roles that may ask it. */
const MATRIX: readonly [question: string, may: readonly Rol[]][] = [
  ['/financien/begroting?gemeente=0400', ['college', 'beleid', 'financien']],
  ['/financien/prognose?gemeente=0400', ['college', 'beleid', 'financien']],
  ['/financien/verschillen?gemeente=0400', ['college', 'beleid', 'financien']],
  ['/financien/wijkbudget?gemeente=0400', ['college', 'beleid', 'financien']],
  ['/financien/opbrengst?gemeente=0400', ['college', 'beleid', 'financien']],
  ['/financien/grafieken/begroting-brug.svg?gemeente=0400', ['college', 'beleid', 'financien']],
  [CIJFERS, ['openbaar', 'raad', 'college', 'beleid', 'financien']],
  [`${CIJFERS}&wet=wmo`, ['openbaar', 'raad', 'college', 'beleid', 'financien']],
  [`${CIJFERS}&wet=wmo&uitsplitsen=vraagtype`, ['college', 'beleid']],
  [`${CIJFERS}&uitsplitsen=wet,vraagtype`, ['college', 'beleid']],
  ['/overzicht?gemeente=0400', ['openbaar', 'raad', 'college', 'beleid', 'financien']],
  ['/indicatoren', ROLLEN],
  ['/publicatie', ROLLEN],
  ['/privacytoets', ROLLEN],
  ['/openapi.json', ROLLEN],
];

describe('a role', () => {
  it.each(MATRIX)('sees the same answer as all others, or none: %s', async (question, may) => {
    const server = await testServer();
    const address = `/api/v1${question}`;
    const everyone = await server.get(address);
    expect(everyone.status).toBe(200);
    for (const rol of ROLLEN) {
      const {status, bytes, headers} = await server.get(address, {'Wijkmonitor-Rol': rol});
      expect({rol, status}).toEqual({rol, status: may.includes(rol) ? 200 : 403});
      if (status === 200) {
        expect(bytes.equals(everyone.bytes)).toBe(true);
        expect(headers.etag).toBe(everyone.headers.etag);
      }
    }
  });

  it('is refused in words that say nothing of a figure, before anything is looked up', async () => {
    const server = await testServer();
    const rol = {'Wijkmonitor-Rol': 'raad'};
    const known = await server.get('/api/v1/financien/begroting?gemeente=0400', rol);
    expect(JSON.parse(known.text)).toMatchObject({
      status: 403,
      code: 'GEEN_TOEGANG',
      detail: 'Uw rol ziet de pagina’s over geld niet.',
    });
    const unknown = await server.get('/api/v1/financien/begroting?gemeente=9999&boekjaar=x', rol);
    expect(unknown.text).toBe(known.text);
  });

  it('that does not exist is a question that is not right', async () => {
    const server = await testServer();
    const {status, text} = await server.get('/api/v1/publicatie', {'Wijkmonitor-Rol': 'wethouder'});
    expect(status).toBe(400);
    expect(text).toContain('openbaar, raad, college, beleid, financien, beheer, fg');
  });

  it('financien asks one dimension, and never an age, however it is asked', () => {
    const asked = (parameters: Record<string, string>): string | null =>
      refusal('financien', {pad: '/cijfers', parameters});
    expect(asked({wet: 'wmo'})).toBeNull();
    expect(asked({productcategorie: 'wmo-01', variant: 'standaard'})).toBeNull();
    expect(asked({leeftijd: '65+'})).toBe('Uw rol kan niet uitsplitsen naar leeftijd.');
    expect(asked({uitsplitsen: ' leeftijdsgroep'})).toContain('leeftijdsgroep');
    expect(asked({wet: 'wmo', uitsplitsen: 'vraagtype'})).toBe(
      'Uw rol kiest hooguit 1 kenmerk tegelijk.',
    );
  });

  it('has a rule for every route; what has none is closed to all', () => {
    for (const {path} of allRoutes(fakeJudgement)) {
      const may = ROLLEN.filter((rol) => refusal(rol, {pad: path, parameters: {}}) === null);
      expect({path, open: may.length > 0}).toEqual({path, open: true});
    }
    for (const rol of ROLLEN) {
      expect(refusal(rol, {pad: '/nieuw', parameters: {}})).toBe(
        'Uw rol mag dit adres niet openen.',
      );
    }
    expect([...readLattice().rollen.keys()]).toEqual([...ROLLEN]);
  });
});
