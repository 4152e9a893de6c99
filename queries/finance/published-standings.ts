import type {Status} from '../contract/figure.ts';
import type {Financienstand, Onderdeel, Prognose} from '../contract/finance.ts';
import {
  estimate,
  exactAmount,
  noisyAmount,
  sumAmounts,
  withheldAmount,
  type Amount,
  type Payers,
} from '../cube/protect-amount.ts';
import {bandsTogether} from './bands.ts';
import {exactYear, type ExactLook} from './exact-looks.ts';
import type {LawPayers, YearPayers} from './payers.ts';
import type {Sealed} from './sealed.ts';
import {lastDayOf, type ExactPost, type Look} from './standings.ts';

type SealedStand = Sealed<Financienstand>;

/** All posts and totals of a look as published: amounts of few clients are withheld. */
export function standingsOf(look: Look, posts: readonly ExactPost[]): SealedStand[] {
  const parts = [...new Set(posts.map(({onderdeel}) => onderdeel))];
  const laws = parts.map((onderdeel) => {
    const own = posts.filter((post) => post.onderdeel === onderdeel);
    const law = lawAt(look, onderdeel, own);
    const rows = own.map((post) => row(look, post, {...law, regel: post.regel}));
    const isPlan = own.every(isWithoutClients);
    const whole = total(own, onderdeel);
    return [
      isPlan ? together(look, whole, rows) : row(look, whole, {...law, regel: null}),
      ...rows,
    ];
  });
  const totals = laws.flatMap(([first]) => first ?? []);
  return [together(look, total(posts, 'alle'), totals), ...laws.flat()];
}

/** What of one law may be exact at a look, and who is behind its quarters so far. */
interface LawLook {
  exact: ExactLook;
  /** Per way of booking the quarters up to the look, or the whole year. */
  help: readonly LawPayers[];
  booked: readonly LawPayers[];
  /** Everybody an exact amount rests on: of each quarter, or of the whole year. */
  behind: readonly LawPayers[];
}

const QUIET: YearPayers = {kwartaal: [], vanaf: []};

function lawAt(
  {gemeente, budget, peilmaand, payers}: Look,
  onderdeel: Onderdeel,
  posts: readonly ExactPost[],
): LawLook {
  const year = payers.get([gemeente, budget.boekjaar, onderdeel].join(' ')) ?? QUIET;
  const standen = exactYear(
    year,
    posts.map(({regel}) => regel),
  ).standen;
  const quarters = (index: number): LawPayers[] =>
    (year.kwartaal[index] ?? []).slice(0, peilmaand / 3);
  const [help, booked] = [quarters(0), quarters(1)];
  return {
    exact: standen[peilmaand / 3 - 1] ?? {totaal: 'te_klein', posten: new Map()},
    help,
    booked,
    behind: peilmaand === 12 ? year.vanaf.flatMap(([whole]) => whole ?? []) : [...help, ...booked],
  };
}

/** A post that belongs to no law and on which nobody claims: the plan of the teams. */
function isWithoutClients({onderdeel, replays}: ExactPost): boolean {
  return onderdeel === 'geen' && replays.length === 0;
}

/** One post, or the total of a law (`regel` null). */
function row(
  look: Look,
  post: ExactPost,
  {exact, help, booked, behind, regel}: LawLook & {regel: string | null},
): SealedStand {
  const {gemeente, budget, peilmaand, noise, definitiefTot} = look;
  const {boekjaar} = budget;
  const free = isWithoutClients(post);
  const decided = regel === null ? exact.totaal : (exact.posten.get(regel) ?? 'te_klein');
  const status: Status = free ? 'ok' : decided;
  const of = (law: LawPayers): Payers[] =>
    regel === null ? [law.totaal] : law.posten.filter((one) => one.regel === regel);
  const protect = (soort: string, cent: number, achter: readonly Payers[]): Amount => {
    const label = `financien|${soort}|${gemeente}|${post.onderdeel}|${regel ?? 'alle'}`;
    if (status !== 'ok') return withheldAmount(status, 'beschermd');
    return cent === 0 ? estimate(0, 'beschermd') : noisyAmount(noise, label, cent, achter);
  };
  const isOpen = lastDayOf(boekjaar, peilmaand) > definitiefTot;
  const realisatie = free
    ? exactAmount('boeking_zonder_clienten', post.realisatie_cent)
    : status !== 'ok'
      ? withheldAmount(status, 'grootboek, exact')
      : isOpen
        ? protect('geboekt', post.realisatie_cent, booked.flatMap(of))
        : exactAmount(
            regel === null ? 'boeking_wet' : 'boeking',
            post.realisatie_cent,
            behind.flatMap(of),
          );
  const declared = protect('gedeclareerd', post.gedeclareerd_cent, help.flatMap(of));
  return {
    ...placeOf(look, post, regel),
    verplicht_cent: protect('verplicht', post.verplicht_cent, help.flatMap(of)),
    gedeclareerd_cent: declared,
    toegekend_cent: atMost(protect('toegekend', post.toegekend_cent, help.flatMap(of)), declared),
    realisatie_cent: realisatie,
    realisatie_herkomst: realisatie.herkomst,
    prognose: status === 'ok' ? prognoseOf(post) : null,
    status,
  };
}

/** What was approved was declared, whatever the noise of both says. */
function atMost(amount: Amount, most: Amount): Amount {
  return (amount.cent ?? 0) > (most.cent ?? 0) ? most : amount;
}

/** A total of rows that are published; withheld when one of them is. */
function together(look: Look, post: ExactPost, rows: readonly SealedStand[]): SealedStand {
  const sum = (of: (one: SealedStand) => Amount | null): Amount =>
    sumAmounts(rows.flatMap((one) => of(one) ?? []));
  const realisatie = sum(({realisatie_cent}) => realisatie_cent);
  const {status} = realisatie;
  return {
    ...placeOf(look, post, null),
    verplicht_cent: sum(({verplicht_cent}) => verplicht_cent),
    gedeclareerd_cent: sum(({gedeclareerd_cent}) => gedeclareerd_cent),
    toegekend_cent: sum(({toegekend_cent}) => toegekend_cent),
    realisatie_cent: realisatie,
    realisatie_herkomst: realisatie.herkomst,
    prognose: status === 'ok' ? prognoseOf(post) : null,
    status,
  };
}

function placeOf({budget, peilmaand}: Look, post: ExactPost, regel: string | null) {
  const {onderdeel, omschrijving, begroot_cent} = post;
  return {
    boekjaar: budget.boekjaar,
    peilmaand,
    onderdeel,
    regel,
    omschrijving,
    begroot_cent: exactAmount('begroting', begroot_cent),
  };
}

function total(posts: readonly ExactPost[], onderdeel: Onderdeel): ExactPost {
  const sum = (of: (post: ExactPost) => number): number =>
    posts.reduce((all, post) => all + of(post), 0);
  const estimated = posts.filter(({replays}) => replays.length > 0);
  const bands = estimated.flatMap((post) => post.bands ?? []);
  return {
    regel: '',
    omschrijving: '',
    onderdeel,
    begroot_cent: sum(({begroot_cent}) => begroot_cent),
    verplicht_cent: sum(({verplicht_cent}) => verplicht_cent),
    gedeclareerd_cent: sum(({gedeclareerd_cent}) => gedeclareerd_cent),
    toegekend_cent: sum(({toegekend_cent}) => toegekend_cent),
    realisatie_cent: sum(({realisatie_cent}) => realisatie_cent),
    verwacht_cent: sum(({verwacht_cent}) => verwacht_cent),
    bands: bands.length === 0 || bands.length < estimated.length ? null : bandsTogether(bands),
    methode: posts.find(({methode}) => methode !== 'begroting')?.methode ?? 'begroting',
    replays: posts.flatMap(({replays}) => replays),
  };
}

function prognoseOf({verwacht_cent, bands, methode}: ExactPost): Sealed<Prognose> {
  const around = ([low, high]: readonly [number, number]): readonly [Amount, Amount] => [
    estimate(verwacht_cent + low),
    estimate(verwacht_cent + high),
  ];
  return {
    // Whole thousands already, or the amount of a post without clients.
    verwacht_cent: estimate(verwacht_cent, 'schatting', 1),
    band80: bands === null ? null : around(bands.band80),
    band95: bands === null ? null : around(bands.band95),
    methode,
    voorlopig: bands?.voorlopig ?? false,
  };
}
