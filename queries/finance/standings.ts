import type {
  Begrotingsjaar,
  Begrotingspost,
  Onderdeel,
  Prognosemethode,
} from '../contract/finance.ts';
import {bandsAt} from './backtest.ts';
import {bandsTogether, type Bands} from './bands.ts';
import {onderdeelOf, standAt} from './begroting.ts';
import type {Noise} from '../cube/noise.ts';
import type {Ledger} from './ledger.ts';
import type {AllPayers} from './payers.ts';
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
  payers: AllPayers;
  noise: Noise;
  /** Last day of which amounts are definitive. */
  definitiefTot: string;
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

/** Cents in whole thousands of euros: what an estimate can bear. */
function inThousands(cents: number): number {
  return THOUSAND * Math.round(cents / THOUSAND);
}

/** Last day of a month of a boekjaar, as ISO date. */
export function lastDayOf(boekjaar: number, maand: number): string {
  return new Date(Date.UTC(boekjaar, maand, 0)).toISOString().slice(0, 10);
}
