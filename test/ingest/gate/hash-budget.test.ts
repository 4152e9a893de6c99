import {createHmac} from 'node:crypto';
import {beforeEach, describe, expect, it, vi} from 'vitest';
import {CERTAIN, QUICK, type Budget} from '../../../ingest/gate/reverse-digest.ts';
import {TestInbox, type TestFile} from '../../support/delivery.ts';

const budgets = vi.hoisted((): Budget[] => []);
vi.mock('../../../ingest/gate/reverse-digest.ts', async (original) => ({
  ...(await original<object>()),
  isHashedBsn: (_database: unknown, _column: unknown, budget: Budget) => {
    budgets.push(budget);
    return Promise.resolve(false);
  },
}));

beforeEach(() => {
  budgets.length = 0;
});

const keyed = Array.from({length: 12}, (_, at) =>
  createHmac('sha256', 'sleutel').update(String(at)).digest('base64url'),
);
const FILES: TestFile[] = [
  {naam: 'client.csv', tekst: `client_id\n${keyed.join('\n')}\n`},
  {
    naam: 'client_gebied.csv',
    tekst: `client_id;gebied_code;geldig_van\n${keyed.map((id) => `${id};WK040001;2000-01-01`).join('\n')}\n`,
  },
];

describe('pseudonyms that look like a bare hash', () => {
  it('are tried against every BSN once for a new source, and for seconds after that', async () => {
    const inbox = await TestInbox.open();
    await inbox.offer(FILES, {aangemaakt_op: '2021-01-05T03:00:00Z'});
    expect(budgets).toEqual([CERTAIN, QUICK]);
    budgets.length = 0;
    await inbox.offer(FILES, {aangemaakt_op: '2021-02-05T03:00:00Z'});
    expect(budgets).toEqual([QUICK, QUICK]);
  });
});
