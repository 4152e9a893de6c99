import {exactYear} from '../finance/exact-looks.ts';
import type {LedgerGroup} from '../finance/disclosure.ts';
import type {LawPayers, YearPayers} from '../finance/payers.ts';
import type {Payers} from '../cube/protect-amount.ts';
import {drawNormal} from '../statistics/draw.ts';
import {randomSource, type RandomSource} from '../statistics/random.ts';
import {judgeLedger, ledgerSums, smallSums, type LedgerSum} from './ledger-sums.ts';
import type {AttackResult} from './result.ts';

/** A claim of a generated client: in a quarter, in cents, approved in that quarter or a later one. */
export interface Claim {
  client: number;
  post: string;
  hulp: number;
  boeking: number;
  cent: number;
}

const QUARTERS = [1, 2, 3, 4];
const LAWS = 40;
const POPULATION = 900;
const MEMBERS_BELOW = 50;

/** The claims of one law in one year: posts of five to four hundred clients, who may have several. */
export function drawClaims(random: RandomSource): Claim[] {
  const posts = Array.from({length: 2 + Math.floor(6 * random())}, (_, index) => `post ${index}`);
  return posts.flatMap((post) => {
    const size = Math.round(5 * 80 ** random());
    const mean = 6 + 3 * random();
    // Some help ends, begins or is bought by another name in the course of a year.
    const active = QUARTERS.map(() => (random() < 0.25 ? 0.1 : 0.9));
    const clients = Array.from({length: size}, () => Math.floor(POPULATION * random()));
    return [...new Set(clients)].flatMap((client) => {
      const price = Math.exp(mean + drawNormal(random));
      return QUARTERS.filter((one) => random() < (active[one - 1] ?? 0)).map((hulp): Claim => ({
        client,
        post,
        hulp,
        boeking: Math.min(4, hulp + (random() < 0.3 ? 1 : 0)),
        cent: Math.round(100 * price),
      }));
    });
  });
}

/** Who is behind a law, counted in memory: what `readPayers` does in SQL. */
export function payersOf(claims: readonly Claim[]): YearPayers {
  const law = (basis: 'hulp' | 'boeking', van: number, tot: number): LawPayers => {
    const own = claims.filter((claim) => claim[basis] >= van && claim[basis] <= tot);
    const posts = [...new Set(own.map(({post}) => post))];
    return {
      totaal: groupOf(own),
      posten: posts.map((regel): LedgerGroup => {
        const mine = own.filter(({post}) => post === regel);
        const members = [...new Set(mine.map(({client}) => client))];
        return {
          ...groupOf(mine),
          regel,
          leden: members.length < MEMBERS_BELOW ? members : [],
        };
      }),
    };
  };
  const bases = ['hulp', 'boeking'] as const;
  return {
    kwartaal: bases.map((basis) => QUARTERS.map((one) => law(basis, one, one))),
    vanaf: bases.map((basis) => QUARTERS.map((one) => law(basis, one, 4))),
  };
}

function groupOf(claims: readonly Claim[]): Payers {
  const perClient = new Map<number, number>();
  for (const {client, cent} of claims) perClient.set(client, (perClient.get(client) ?? 0) + cent);
  const sorted = [...perClient.values()].sort((a, b) => b - a);
  return {
    clienten: sorted.length,
    som: sorted.reduce((sum, cent) => sum + cent, 0),
    grootste: sorted[0] ?? 0,
    tweede: sorted[1] ?? 0,
  };
}

/** Which exact amounts leave of a law. */
export type LedgerRule = (payers: YearPayers, posten: readonly string[]) => LedgerSum[];

const ownRule: LedgerRule = (payers, posten) => ledgerSums(exactYear(payers, posten), posten);

/** Everything that has 50 clients itself, without a look at what follows from it: has to be broken. */
export const withoutComplement: LedgerRule = ({kwartaal}, posten) => {
  const [, booked = []] = kwartaal;
  return QUARTERS.flatMap((quarter): LedgerSum[] => {
    const law = booked[quarter - 1];
    const large = (law?.posten ?? []).filter(({clienten}) => clienten >= MEMBERS_BELOW);
    return [
      {posten, van: quarter, tot: quarter},
      ...large.map(({regel}) => ({posten: [regel], van: quarter, tot: quarter})),
    ];
  });
};

/** A2 on the exact amounts of generated laws: any sum or difference of them, for groups under 50. */
export function ledgerAttack(seed: number, rule: LedgerRule = ownRule, laws = LAWS): AttackResult {
  const random = randomSource(seed + 12_000);
  const found = Array.from({length: laws}, () => {
    const claims = drawClaims(random);
    const posten = [...new Set(claims.map(({post}) => post))];
    const payers = payersOf(claims);
    return smallSums(payers, posten, rule(payers, posten));
  });
  return judgeLedger(found);
}
