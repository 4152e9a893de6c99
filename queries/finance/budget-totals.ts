import type {Begrotingsjaar, Onderdeel} from '../contract/finance.ts';

export type Kant = 'lasten' | 'baten';

/** All posts of one side in one version, in cents; of one onderdeel when asked. */
export function sideOf(
  {posten}: Begrotingsjaar,
  side: Kant,
  index: number,
  onderdeel: Onderdeel = 'alle',
): number {
  return posten
    .filter((post) => post.kant === side && (onderdeel === 'alle' || post.onderdeel === onderdeel))
    .reduce((sum, {standen_cent}) => sum + (standen_cent[index] ?? 0), 0);
}

/** Amounts per year of the plan, in its last version, and all years together. */
interface PlanAmounts {
  kant: Kant;
  bedragen_cent: number[];
  samen_cent: number;
}

/** The plan of the teams: the posts without a law, and both sides, over all years that have them. */
export interface Plan {
  boekjaren: number[];
  posten: (PlanAmounts & {regel: string; omschrijving: string})[];
  totalen: PlanAmounts[];
}

/** The plan of the teams over its years; a post that a year does not have is zero in it. */
export function planOf(begroting: readonly Begrotingsjaar[]): Plan {
  const years = begroting
    .map(({boekjaar, posten}) => ({
      boekjaar,
      posten: posten.filter(({onderdeel}) => onderdeel === 'geen'),
    }))
    .filter(({posten}) => posten.length > 0);
  const kinds = new Map(
    years.flatMap(({posten}) =>
      posten.map(({regel, omschrijving, kant}) => [
        `${kant} ${regel}`,
        {regel, omschrijving, kant},
      ]),
    ),
  );
  const posten = [...kinds.values()].map((kind) => ({
    ...kind,
    ...together(
      years.map((year) => {
        const post = year.posten.find(
          ({regel, kant}) => regel === kind.regel && kant === kind.kant,
        );
        return post?.standen_cent.at(-1) ?? 0;
      }),
    ),
  }));
  const side = (kant: Kant): PlanAmounts => ({
    kant,
    ...together(
      years.map((_, index) =>
        posten
          .filter((post) => post.kant === kant)
          .reduce((sum, {bedragen_cent}) => sum + (bedragen_cent[index] ?? 0), 0),
      ),
    ),
  });
  return {
    boekjaren: years.map(({boekjaar}) => boekjaar),
    posten,
    totalen: posten.length === 0 ? [] : [side('lasten'), side('baten')],
  };
}

/** What was budgeted per group of taakvelden, in the last version of each year. */
export interface TaakveldGroups {
  /** Years whose posts have a taakveld: there are none before 2017. */
  boekjaren: number[];
  /** Null: the year has no post in the group. */
  groepen: {groep: string; bedragen_cent: (number | null)[]}[];
}

/**
 * Lasten per group of taakvelden. Taakvelden changed in 2023 and 2025; a group holds the same care in
 * every generation of Iv3, so only groups make a series across a break.
 */
export function groupsOf(begroting: readonly Begrotingsjaar[]): TaakveldGroups {
  const years = begroting
    .map(({boekjaar, posten}) => ({
      boekjaar,
      posten: posten.filter(({kant, groep}) => kant === 'lasten' && groep !== null),
    }))
    .filter(({posten}) => posten.length > 0);
  const names = new Set(years.flatMap(({posten}) => posten.flatMap(({groep}) => groep ?? [])));
  return {
    boekjaren: years.map(({boekjaar}) => boekjaar),
    groepen: [...names].sort().map((groep) => ({
      groep,
      bedragen_cent: years.map(({posten}) => {
        const own = posten.filter((post) => post.groep === groep);
        return own.length === 0
          ? null
          : own.reduce((sum, {standen_cent}) => sum + (standen_cent.at(-1) ?? 0), 0);
      }),
    })),
  };
}

function together(bedragen_cent: number[]): Pick<PlanAmounts, 'bedragen_cent' | 'samen_cent'> {
  return {bedragen_cent, samen_cent: bedragen_cent.reduce((sum, cent) => sum + cent, 0)};
}
