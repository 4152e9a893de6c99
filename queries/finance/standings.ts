import type {Status} from '../contract/figure.ts';
import type {
  Begrotingsjaar,
  Begrotingspost,
  Financienstand,
  Onderdeel,
  Prognose,
  Prognosemethode,
} from '../contract/finance.ts';
import {bandsAt} from './backtest.ts';
import {bandsTogether, type Bands} from './bands.ts';
import {onderdeelOf, standAt} from './begroting.ts';
import {ledgerStatus} from './disclosure.ts';
import type {Ledger} from './ledger.ts';
import type {Origin, Replay} from './replay.ts';

/** One look at one boekjaar of a gemeente. */
export interface Look {
  gemeente: string;
  budget: Begrotingsjaar;
  peilmaand: number;
  /** Every kind of care as it looked then. */
  replays: readonly Replay[];
  origins: readonly Origin[];
  methode: Exclude<Prognosemethode, 'begroting'>;
  ledger: Ledger;
}

/** A post with all that is known of it, exact: it still has to be withheld where it must. */
export interface ExactPost {
  regel: string;
  omschrijving: string;
  onderdeel: Onderdeel;
  begroot_cent: number;
  verplicht_cent: number;
  gedeclareerd_cent: number;
  toegekend_cent: number;
  realisatie_cent: number;
  verwacht_cent: number;
  bands: Bands | null;
  methode: Prognosemethode;
  replays: readonly Replay[];
}

const THOUSAND = 100_000;

/** Every post of lasten at this look, exact; claims and bookings without a post stand apart. */
export function exactPosts(look: Look): ExactPost[] {
  const {budget, ledger, gemeente, replays} = look;
  const {boekjaar} = budget;
  const paysFor = (one: Replay): string | undefined =>
    ledger.posten.get(`${gemeente} ${boekjaar} ${one.wet} ${one.productcategorie}`);
  const posts = budget.posten.filter(({kant}) => kant === 'lasten');
  const unpaid = replays.filter((one) => paysFor(one) === undefined);
  const booked = [...ledger.geboekt.keys()]
    .filter((key) => key.startsWith(`${gemeente} ${boekjaar} `))
    .map((key) => key.split(' ').slice(2).join(' '));
  const unknown = booked.filter((regel) => !budget.posten.some((post) => post.regel === regel));
  return [
    ...posts.map((post) =>
      exactPost(
        look,
        post,
        replays.filter((one) => paysFor(one) === post.regel),
      ),
    ),
    ...[...new Set(unpaid.map(({wet}) => wet))].map((wet) =>
      exactPost(
        look,
        withoutPost('geen', 'hulp zonder begrotingspost', onderdeelOf(wet)),
        unpaid.filter((one) => one.wet === wet),
      ),
    ),
    ...unknown.map((regel) =>
      exactPost(look, withoutPost(regel, `boekingen op onbekende post ${regel}`, 'geen'), []),
    ),
  ];
}

function withoutPost(regel: string, omschrijving: string, onderdeel: Onderdeel): Begrotingspost {
  const none = {taakveld: null, groep: null, standen_cent: []};
  return {regel, omschrijving, kant: 'lasten', onderdeel, ...none};
}

function exactPost(look: Look, post: Begrotingspost, replays: readonly Replay[]): ExactPost {
  const {gemeente, budget, peilmaand, ledger} = look;
  const {boekjaar} = budget;
  const sum = (of: (one: Replay) => number): number =>
    replays.reduce((total, one) => total + of(one), 0);
  const booked = ledger.geboekt.get(`${gemeente} ${boekjaar} ${post.regel}`) ?? [];
  const realisatie_cent = booked.slice(0, peilmaand).reduce((total, cent) => total + cent, 0);
  const begroot_cent = standAt(budget, post, lastDayOf(boekjaar, peilmaand));
  const {regel, omschrijving, onderdeel} = post;
  const facts = {regel, omschrijving, onderdeel, begroot_cent, realisatie_cent, replays};
  if (replays.length === 0) {
    // Nobody claims on it: what was not spent yet is expected to be spent.
    const verwacht_cent =
      peilmaand === 12 ? realisatie_cent : Math.max(begroot_cent, realisatie_cent);
    const none = {verplicht_cent: 0, gedeclareerd_cent: 0, toegekend_cent: 0};
    return {...facts, ...none, verwacht_cent, bands: null, methode: 'begroting'};
  }
  const verwacht = sum((one) => expectedBy(look.methode, one));
  return {
    ...facts,
    verplicht_cent: inThousands(
      sum(
        ({wet, productcategorie}) =>
          ledger.verplicht.get([gemeente, boekjaar, peilmaand, wet, productcategorie].join(' ')) ??
          0,
      ),
    ),
    gedeclareerd_cent: sum(({forecast}) => forecast.bekend_cent),
    toegekend_cent: sum(({forecast}) => forecast.toegekend_cent),
    verwacht_cent: inThousands(verwacht),
    bands: look.methode === 'model' ? bandsOfPost(look, replays) : null,
    methode: look.methode,
  };
}

/** Bands of the kinds of care together; null when those of one are not known. */
function bandsOfPost({origins}: Look, replays: readonly Replay[]): Bands | null {
  const known = replays.flatMap((one) => bandsAt(one, origins) ?? []);
  return known.length < replays.length ? null : bandsTogether(known);
}

/** What a method says of one kind of care; a rival that can't tell leaves it to the other. */
function expectedBy(methode: Look['methode'], {forecast, rivals}: Replay): number {
  if (methode === 'kastempo') return rivals.kastempo_cent ?? forecast.verwacht_cent;
  if (methode === 'seizoen') return rivals.seizoen_cent ?? forecast.verwacht_cent;
  return forecast.verwacht_cent;
}

/** All posts and totals of a look as published: exact amounts of few clients are withheld. */
export function standingsOf(look: Look, posts: readonly ExactPost[]): Financienstand[] {
  const parts = [...new Set(posts.map(({onderdeel}) => onderdeel))];
  const statuses = new Map(parts.map((onderdeel) => [onderdeel, statusesOf(look, onderdeel)]));
  const hidden = [...statuses.values()].some(({totaal}) => totaal !== 'ok');
  const shown = (post: ExactPost): Status =>
    post.replays.length === 0
      ? 'ok'
      : (statuses.get(post.onderdeel)?.posten.get(post.regel) ?? 'ok');
  return [
    row(look, total(posts, 'alle'), {regel: null, status: hidden ? 'te_klein' : 'ok'}),
    ...parts.flatMap((onderdeel) => {
      const own = posts.filter((post) => post.onderdeel === onderdeel);
      const status = statuses.get(onderdeel)?.totaal ?? 'ok';
      return [
        row(look, total(own, onderdeel), {regel: null, status}),
        ...own.map((post) => row(look, post, {regel: post.regel, status: shown(post)})),
      ];
    }),
  ];
}

/** Amounts of part of a year show when those of each quarter of it may; a whole year by itself. */
function statusesOf(
  {gemeente, budget, peilmaand, ledger}: Look,
  onderdeel: Onderdeel,
): ReturnType<typeof ledgerStatus> {
  const at = (periode: number): ReturnType<typeof ledgerStatus> =>
    ledgerStatus(
      ledger.groepen.get([gemeente, budget.boekjaar, onderdeel, periode].join(' ')) ?? [],
    );
  const periods = (peilmaand === 12 ? [0] : [1, 2, 3, 4]).map(at);
  const worst = (all: readonly Status[]): Status => all.find((status) => status !== 'ok') ?? 'ok';
  const posts = [...new Set(periods.flatMap(({posten}) => [...posten.keys()]))];
  return {
    totaal: worst(periods.map(({totaal}) => totaal)),
    posten: new Map(
      posts.map((regel) => [regel, worst(periods.map(({posten}) => posten.get(regel) ?? 'ok'))]),
    ),
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

function row(
  {budget, peilmaand}: Look,
  post: ExactPost,
  {regel, status}: {regel: string | null; status: Status},
): Financienstand {
  const shown = (cent: number): number | null => (status === 'ok' ? cent : null);
  return {
    boekjaar: budget.boekjaar,
    peilmaand,
    onderdeel: post.onderdeel,
    regel,
    omschrijving: post.omschrijving,
    begroot_cent: post.begroot_cent,
    verplicht_cent: shown(post.verplicht_cent),
    gedeclareerd_cent: shown(post.gedeclareerd_cent),
    toegekend_cent: shown(post.toegekend_cent),
    realisatie_cent: shown(post.realisatie_cent),
    prognose: status === 'ok' ? prognoseOf(post) : null,
    status,
  };
}

function prognoseOf({verwacht_cent, bands, methode}: ExactPost): Prognose {
  const around = ([low, high]: readonly [number, number]): readonly [number, number] => [
    inThousands(verwacht_cent + low),
    inThousands(verwacht_cent + high),
  ];
  return {
    verwacht_cent,
    band80: bands === null ? null : around(bands.band80),
    band95: bands === null ? null : around(bands.band95),
    methode,
    voorlopig: bands?.voorlopig ?? false,
  };
}

/** Cents in whole thousands of euros: what an estimate can bear. */
function inThousands(cents: number): number {
  return THOUSAND * Math.round(cents / THOUSAND);
}

/** Last day of a month of a boekjaar, as ISO date. */
function lastDayOf(boekjaar: number, maand: number): string {
  return new Date(Date.UTC(boekjaar, maand, 0)).toISOString().slice(0, 10);
}
