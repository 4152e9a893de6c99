import type {GemeenteFinancien} from '../contract/finance.ts';
import type {ExactYear} from '../finance/exact-looks.ts';
import type {AllPayers, LawPayers, YearPayers} from '../finance/payers.ts';
import type {AttackResult} from './result.ts';

/** An exact amount: what these posts booked in these quarters (1-4), together. */
export interface LedgerSum {
  posten: readonly string[];
  van: number;
  tot: number;
}

const QUARTERS = [1, 2, 3, 4];
const MIN_CLIENTS = 50;

/**
 * What follows from exact amounts by adding and subtracting, in any way: whether an amount that was not
 * published is in the row space of those that were.
 */
export function derivable(
  posten: readonly string[],
  known: readonly LedgerSum[],
): (target: LedgerSum) => boolean {
  const vectorOf = (sum: LedgerSum): number[] =>
    posten.flatMap((post) =>
      QUARTERS.map((quarter) =>
        sum.posten.includes(post) && quarter >= sum.van && quarter <= sum.tot ? 1 : 0,
      ),
    );
  const basis: {lead: number; row: number[]}[] = [];
  const reduced = (vector: readonly number[]): number[] =>
    basis.reduce<number[]>(
      (left, {lead, row}) => {
        const factor = left[lead] ?? 0;
        return factor === 0 ? left : left.map((value, index) => value - factor * (row[index] ?? 0));
      },
      [...vector],
    );
  const leadOf = (vector: readonly number[]): number =>
    vector.findIndex((value) => Math.abs(value) > 1e-9);
  for (const sum of known) {
    const left = reduced(vectorOf(sum));
    const lead = leadOf(left);
    if (lead < 0) continue;
    const unit = left.map((value) => value / (left[lead] ?? 1));
    basis.push({lead, row: unit});
  }
  return (target) => leadOf(reduced(vectorOf(target))) < 0;
}

/** The exact amounts of a law in a year, as `exactYear` lets them out. */
export function ledgerSums(
  {kwartalen, standen}: ExactYear,
  posten: readonly string[],
): LedgerSum[] {
  return [
    ...standen.flatMap(({totaal, posten: own}, index): LedgerSum[] => [
      ...(totaal === 'ok' ? [{posten, van: 1, tot: index + 1}] : []),
      ...posten
        .filter((post) => own.get(post) === 'ok')
        .map((post) => ({posten: [post], van: 1, tot: index + 1})),
    ]),
    ...kwartalen.flatMap(({totaal}, index): LedgerSum[] =>
      totaal === 'ok' ? [{posten, van: index + 1, tot: index + 1}] : [],
    ),
  ];
}

/** How many amounts of fewer than 50 clients there are, and how many of them follow from exact ones. */
export function smallSums(
  {kwartaal}: YearPayers,
  posten: readonly string[],
  known: readonly LedgerSum[],
): {groepen: number; afgeleid: number} {
  const follows = derivable(posten, known);
  const [, booked = []] = kwartaal;
  const members = (post: string, quarter: number): readonly number[] | null => {
    const group = booked[quarter - 1]?.posten.find(({regel}) => regel === post);
    if (group === undefined) return [];
    return group.clienten < MIN_CLIENTS ? (group.leden ?? []) : null;
  };
  let groepen = 0;
  let afgeleid = 0;
  for (const target of targetsOf(posten)) {
    const cells = target.posten.flatMap((post) =>
      QUARTERS.filter((quarter) => quarter >= target.van && quarter <= target.tot).map((quarter) =>
        members(post, quarter),
      ),
    );
    if (cells.includes(null)) continue;
    const clients = new Set(cells.flatMap((cell) => cell ?? []));
    if (clients.size >= MIN_CLIENTS) continue;
    groepen += 1;
    if (follows(target)) afgeleid += 1;
  }
  return {groepen, afgeleid};
}

/** Every post, pair of posts and all but one post, over every run of quarters. */
function targetsOf(posten: readonly string[]): LedgerSum[] {
  const sets = posten.flatMap((one, index) => [
    [one],
    ...posten.slice(index + 1).map((other) => [one, other]),
    ...(posten.length > 3 ? [posten.filter((post) => post !== one)] : []),
  ]);
  const runs = QUARTERS.flatMap((van) =>
    QUARTERS.filter((tot) => tot >= van).map((tot) => [van, tot]),
  );
  return sets.flatMap((set) =>
    runs.map(([van = 1, tot = 1]): LedgerSum => ({posten: set, van, tot})),
  );
}

/** The verdict over all laws and years that were tried. */
export function judgeLedger(found: readonly {groepen: number; afgeleid: number}[]): AttackResult {
  const sum = (of: (one: {groepen: number; afgeleid: number}) => number): number =>
    found.reduce((all, one) => all + of(one), 0);
  return {
    id: 'A2 grootboek',
    poging: 'Exacte bedragen optellen en aftrekken, over posten, kwartalen en jaar',
    geslaagd: sum(({afgeleid}) => afgeleid) === 0,
    gemeten: {groepen: sum(({groepen}) => groepen), afgeleid: sum(({afgeleid}) => afgeleid)},
    grens: 'geen bedrag van minder dan 50 cliënten is af te leiden',
  };
}

/** A2 on the exact amounts of a real publication. */
export function releaseLedger(
  financien: readonly GemeenteFinancien[],
  payers: AllPayers,
): AttackResult {
  const found = financien.flatMap((money) =>
    [...payers].flatMap(([key, year]) => {
      const [gemeente, boekjaar, ...wet] = key.split(' ');
      if (gemeente !== money.gemeente) return [];
      const place = {boekjaar: Number(boekjaar), onderdeel: wet.join(' ')};
      const posten = postsOf(year, money, place);
      return [smallSums(year, posten, publishedSums(money, place, posten))];
    }),
  );
  return judgeLedger(found);
}

interface LawYear {
  boekjaar: number;
  onderdeel: string;
}

function postsOf({kwartaal}: YearPayers, {standen}: GemeenteFinancien, place: LawYear): string[] {
  const own = standen.filter((row) => isAt(row, place)).flatMap(({regel}) => regel ?? []);
  const behind = kwartaal.flat().flatMap(({posten}: LawPayers) => posten.map(({regel}) => regel));
  return [...new Set([...own, ...behind])];
}

const isAt = (
  row: {boekjaar: number; onderdeel: string},
  {boekjaar, onderdeel}: LawYear,
): boolean => row.boekjaar === boekjaar && row.onderdeel === onderdeel;

/** A protected amount tells no equation; a total that is not withheld is one of all its posts. */
function publishedSums(
  {standen, aansluiting}: GemeenteFinancien,
  place: LawYear,
  posten: readonly string[],
): LedgerSum[] {
  return [
    ...standen
      .filter((row) => isAt(row, place) && row.realisatie_cent !== null)
      .filter(({realisatie_herkomst}) => realisatie_herkomst === 'grootboek, exact')
      .map(({regel, peilmaand}): LedgerSum => ({
        posten: regel === null ? posten : [regel],
        van: 1,
        tot: peilmaand / 3,
      })),
    ...aansluiting
      .filter((row) => isAt(row, place) && row.geboekt_cent !== null)
      .filter(({herkomst}) => herkomst === 'grootboek, exact')
      .map(({kwartaal}): LedgerSum => ({posten, van: kwartaal, tot: kwartaal})),
  ];
}
