import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {allRoutes} from '../../../dashboard/server/routes/all.ts';
import {fakeJudgement} from '../../support/judgement.ts';
import {testServer} from '../../support/server.ts';

const NAMES = [
  ...new Set(allRoutes(fakeJudgement).flatMap(({query}) => Object.keys(query.shape))),
  'wet',
  'variant',
  '__proto__',
  'constructor',
];
const VALUES = [
  'wachtlijst',
  'type_vragen',
  '0400',
  'wijk',
  'team',
  'jaar',
  '2021',
  'wmo',
  'csv',
  'WK040001',
  "'; drop table cijfer_wachtlijst; --",
  "read_csv('/etc/passwd')",
  '../../warehouse/wijkmonitor.duckdb',
  '%00',
  '',
];

describe('whatever is asked', () => {
  it('the server answers it, or says in Dutch what is wrong; never an error of its own', async () => {
    const server = await testServer();
    const path = fc.constantFrom(
      ...allRoutes(fakeJudgement).map((route) =>
        route.path.replace(':grafiek', 'tegelkaart').replace(':id', 'wachtlijst'),
      ),
    );
    const value = fc.oneof(fc.constantFrom(...VALUES), fc.string({unit: 'grapheme'}));
    const query = fc.array(fc.tuple(fc.constantFrom(...NAMES), value), {maxLength: 7});
    await fc.assert(
      fc.asyncProperty(path, query, async (route, parameters) => {
        const text = parameters.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
        const answer = await server.get(`/api/v1${route}?${text}`);
        expect([200, 400, 404]).toContain(answer.status);
        if (answer.status !== 200) {
          expect(answer.headers['content-type']).toContain('application/problem+json');
        }
      }),
      {numRuns: 400},
    );
  });
});
