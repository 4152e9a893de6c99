import {Database} from '../../warehouse/open.ts';
import type {Financienstand, GemeenteFinancien, Verzilvering} from '../contract/finance.ts';
import type {Manifest} from '../contract/publication.ts';
import {readParts} from '../publication-file.ts';
import {sameAansluiting, sameMaand, sameSleutel, sameStand, sameVerschil} from './republished.ts';
import type {SealedFinancien} from './sealed.ts';
import {lastDayOf} from './standings.ts';

/** The money of a publication, and which of its amounts stand as they were published before. */
export interface KeptFinance {
  financien: SealedFinancien[];
  kept: ReadonlySet<string>;
}

/** Key in `kept` of what was booked on a post at a look. */
export function bookedKey(gemeente: string, row: Pick<Financienstand, BookedPlace>): string {
  const {boekjaar, peilmaand, onderdeel, regel} = row;
  return ['stand', gemeente, boekjaar, peilmaand, onderdeel, regel].join(' ');
}

type BookedPlace = 'boekjaar' | 'peilmaand' | 'onderdeel' | 'regel';

function keptAmounts(
  next: readonly SealedFinancien[],
  now: readonly SealedFinancien[],
): Set<string> {
  const fresh = new Set(
    now.flatMap(({standen}) => standen.map(({realisatie_cent}) => realisatie_cent)),
  );
  return new Set(
    next.flatMap(({gemeente, standen}) =>
      standen
        .filter(({realisatie_cent}) => !fresh.has(realisatie_cent))
        .map((row) => bookedKey(gemeente, row)),
    ),
  );
}

/** Keeps what the publication at this path has of the money of every gemeente; null: there is none. */
export async function keepPublishedFinance(
  previous: string | null,
  now: readonly SealedFinancien[],
  parameters: Manifest['parameters'],
): Promise<KeptFinance> {
  if (previous === null) return {financien: [...now], kept: new Set()};
  const database = await Database.open(previous, {access_mode: 'READ_ONLY'});
  try {
    const {manifest, financien} = await readParts(database);
    // Protected by other rules is another amount: it starts anew, as figures do.
    const isSame = JSON.stringify(manifest.parameters) === JSON.stringify(parameters);
    const next = now.map((one) => {
      const before = financien.find(({gemeente}) => gemeente === one.gemeente);
      return keepFinance({before: isSame ? before : undefined, now: one});
    });
    return {financien: next, kept: keptAmounts(next, now)};
  } finally {
    database.close();
  }
}

/** What was published before of one gemeente, and what was worked out now. */
export interface KeepFinance {
  before: GemeenteFinancien | undefined;
  now: SealedFinancien;
}

/**
 * Amounts appear once provisional and once definitive, like figures. A look is what was known then, so
 * its estimates stay as they were first published; its ledger changes once, from protected to exact. Costs
 * of areas are figures of the catalogue, kept with those.
 */
export function keepFinance({before, now}: KeepFinance): SealedFinancien {
  if (before === undefined || typeof before.definitief_tot !== 'string') return now;
  const settled: Settled = (end) => end > before.definitief_tot && end <= now.definitief_tot;
  const never: Settled = () => false;
  const looks = (row: Look): Place => [lookOf(row), lookEnd(row)];
  return {
    ...now,
    definitief_tot: [before.definitief_tot, now.definitief_tot].sort(inTime)[1] ?? '',
    standen: standings(before, now, settled),
    verschillen: kept(before.verschillen.map(sameVerschil), now.verschillen, looks, never),
    maanden: kept(before.maanden.map(sameMaand), now.maanden, looks, never),
    aansluiting: kept(before.aansluiting.map(sameAansluiting), now.aansluiting, quarter, settled),
    verzilvering: kept<Verzilvering>(before.verzilvering, now.verzilvering, year, settled),
    sleutels: kept(before.sleutels.map(sameSleutel), now.sleutels, year, settled),
  };
}

/** Whether a period that ends on this day was provisional before, and is definitive now. */
type Settled = (end: string) => boolean;
/** The name of a period and its last day. */
type Place = readonly [name: string, end: string];

interface Look {
  boekjaar: number;
  peilmaand: number;
}

const lookOf = ({boekjaar, peilmaand}: Look): string => `${boekjaar}-${peilmaand}`;
const lookEnd = ({boekjaar, peilmaand}: Look): string => lastDayOf(boekjaar, peilmaand);
const quarter = ({boekjaar, kwartaal}: {boekjaar: number; kwartaal: number}): Place => [
  `${boekjaar}-K${kwartaal}`,
  lastDayOf(boekjaar, 3 * kwartaal),
];
const year = ({boekjaar}: {boekjaar: number}): Place => [String(boekjaar), lastDayOf(boekjaar, 12)];
/** Rows of a period that was published stay as they were, until it becomes definitive. */
function kept<T>(
  before: readonly T[],
  now: readonly T[],
  place: (row: T) => Place,
  settled: Settled,
): T[] {
  const isNew = new Set(
    now
      .map((row) => place(row))
      .filter(([, end]) => settled(end))
      .map(nameOf),
  );
  const known = new Set(before.map((row) => place(row)[0]));
  return [
    ...before.filter((row) => !isNew.has(place(row)[0])),
    ...now.filter((row) => isNew.has(place(row)[0]) || !known.has(place(row)[0])),
  ].sort((a, b) => inTime(place(a)[1], place(b)[1]));
}

const inTime = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const nameOf = ([name]: Place): string => name;

/** Looks that were published: their ledger is new when it became definitive, all else is as it was. */
function standings(
  before: GemeenteFinancien,
  now: SealedFinancien,
  settled: Settled,
): SealedFinancien['standen'] {
  const key = (row: Look & {onderdeel: string; regel: string | null}): string =>
    `${lookOf(row)} ${row.onderdeel} ${row.regel ?? ''}`;
  const old = new Map(before.standen.map((row) => [key(row), row]));
  const known = new Set(before.standen.map(lookOf));
  return [
    ...before.standen.filter((row) => !settled(lookEnd(row))).map(sameStand),
    ...now.standen.flatMap((row) => {
      if (!known.has(lookOf(row))) return [row];
      if (!settled(lookEnd(row))) return [];
      const was = old.get(key(row));
      if (was?.status !== 'ok' || row.status !== 'ok') return [row];
      const {realisatie_cent, realisatie_herkomst} = row;
      return [{...sameStand(was), realisatie_cent, realisatie_herkomst}];
    }),
  ].sort((a, b) => inTime(lookEnd(a), lookEnd(b)));
}
