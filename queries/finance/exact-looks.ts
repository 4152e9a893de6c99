import type {Status} from '../contract/figure.ts';
import {payersStatus, type Payers} from '../cube/protect-amount.ts';
import {ledgerStatus, together} from './disclosure.ts';
import type {LawPayers, YearPayers} from './payers.ts';

/** Which amounts of a law may be exact in one look at a boekjaar, or in one quarter of it. */
export interface ExactLook {
  totaal: Status;
  posten: ReadonlyMap<string, Status>;
}

/** Everything that is decided of a law in a boekjaar, for quarters 1-4 and for the looks at their end. */
export interface ExactYear {
  kwartalen: ExactLook[];
  standen: ExactLook[];
}

/** Nobody claims: nobody and few look alike. */
const NOTHING: ExactLook = {totaal: 'te_klein', posten: new Map()};

/**
 * Which totals up to the end of a quarter may be exact. Two of them give the quarter in between, so
 * every quarter up to it has to be large enough, with what each total minus its posts gives. A whole
 * year may be shown where its first quarters are not, when what no look shows is large enough together. A
 * quarter by itself shows its total when all quarters before it do: else the year would give those away.
 * `posts` are all posts of the law: one on which nobody claims has amounts of an unknown number of people.
 */
export function exactYear(known: YearPayers, posts: readonly string[]): ExactYear {
  const payers = withEveryPost(known, posts);
  const kwartalen = QUARTERS.map((_, index) =>
    worst(payers.kwartaal.map((quarters) => quarterOf(quarters[index]))),
  );
  const standen = kwartalen.slice(0, 3).map((_, index) => worst(kwartalen.slice(0, index + 1)));
  const year = worst(
    payers.vanaf.map((ends): ExactLook => {
      const totaal = restStatus(
        kwartalen,
        ({totaal: one}) => one,
        (from) => ends[from]?.totaal,
      );
      const isSplit = leavesEnough(kwartalen, ends);
      // A year less what its first looks show is the rest of that year.
      const later = ends.slice(1).map(({posten}) => posten);
      const hidden = (ends[0]?.posten ?? [])
        .map(({regel}) => regel)
        .filter((regel) => {
          const own = (from: number): Payers | undefined =>
            ends[from]?.posten.find((one) => one.regel === regel);
          return restStatus(kwartalen, ({posten}) => posten.get(regel) ?? 'te_klein', own) !== 'ok';
        });
      return {
        totaal,
        posten: isSplit ? ledgerStatus(ends[0]?.posten ?? [], new Set(hidden), later) : new Map(),
      };
    }),
  );
  return {
    kwartalen: kwartalen.map(({posten}, index) => ({
      totaal: worst(kwartalen.slice(0, index + 1)).totaal,
      posten,
    })),
    standen: [...standen, year].map(withTotal),
  };
}

/** All posts together are the total: where that is withheld, they are too. */
function withTotal({totaal, posten}: ExactLook): ExactLook {
  if (totaal === 'ok') return {totaal, posten};
  return {totaal, posten: new Map([...posten.keys()].map((regel) => [regel, 'te_klein']))};
}

/**
 * Whether a year may be told per post at all. Of a post that the looks show up to a quarter, the year
 * gives the rest; the total gives what is left for the posts that they do not show so far.
 */
function leavesEnough(kwartalen: readonly ExactLook[], ends: readonly LawPayers[]): boolean {
  const isShownBefore = (regel: string, quarter: number): boolean =>
    kwartalen.slice(0, quarter).every(({posten}) => posten.get(regel) === 'ok');
  return ends.every(({posten}, quarter) => {
    const left = posten.filter(({regel}) => !isShownBefore(regel, quarter));
    return left.length === 0 || payersStatus(together(left)) === 'ok';
  });
}

const QUARTERS = [1, 2, 3, 4];
const NOBODY = {clienten: 0, som: 0, grootste: 0, tweede: 0};

/** The same, in which every group names every post. */
function withEveryPost(payers: YearPayers, posts: readonly string[]): YearPayers {
  const all = [payers.kwartaal, payers.vanaf].flat(2).flatMap(({posten}) => posten);
  const names = [...new Set([...posts, ...all.map(({regel}) => regel)])];
  const filled = ({posten, totaal}: LawPayers): LawPayers => ({
    totaal,
    posten: names.map(
      (regel) => posten.find((one) => one.regel === regel) ?? {...NOBODY, regel, leden: []},
    ),
  });
  return {
    kwartaal: payers.kwartaal.map((quarters) => quarters.map(filled)),
    vanaf: payers.vanaf.map((ends) => ends.map(filled)),
  };
}

function quarterOf(law: LawPayers | undefined): ExactLook {
  if (law === undefined || law.posten.length === 0) return NOTHING;
  return {totaal: payersStatus(law.totaal), posten: ledgerStatus(law.posten)};
}

/** What the looks before the end of the year leave over, from the first quarter that they don't show. */
function restStatus(
  kwartalen: readonly ExactLook[],
  statusOf: (look: ExactLook) => Status,
  payersFrom: (quarter: number) => Payers | undefined,
): Status {
  const first = kwartalen.findIndex((quarter) => statusOf(quarter) !== 'ok');
  if (first < 0) return 'ok';
  if (first === QUARTERS.length - 1) return statusOf(kwartalen[first] ?? NOTHING);
  const rest = payersFrom(first);
  return rest === undefined ? 'te_klein' : payersStatus(rest);
}

/** Ok where all are; a post that one of them does not know is withheld. */
function worst(looks: readonly ExactLook[]): ExactLook {
  const first = (statuses: readonly Status[]): Status =>
    statuses.find((status) => status !== 'ok') ?? (statuses.length === 0 ? 'te_klein' : 'ok');
  const posts = new Set(looks.flatMap(({posten}) => [...posten.keys()]));
  return {
    totaal: first(looks.map(({totaal}) => totaal)),
    posten: new Map(
      [...posts].map((regel) => [
        regel,
        first(looks.map(({posten}) => posten.get(regel) ?? 'te_klein')),
      ]),
    ),
  };
}
