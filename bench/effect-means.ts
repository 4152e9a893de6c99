import {day, firstOf, monthOf} from '../fixtures/days.ts';
import {NO_EFFECT, TRUTH, type Truth} from '../fixtures/effects.ts';
import {GEMEENTEN, type Gemeente, type Wijk} from '../fixtures/gemeenten.ts';
import {meanReferrals, QUESTIONS} from '../fixtures/referral-means.ts';
import {World} from '../fixtures/world.ts';

/** What the worlds of one row of the table have in common. */
export interface Setting {
  naam: string;
  gemeente: string;
  /** Referrals to the second line (a count), or the waiting list (a stock). */
  indicator: 'verwijzingen_tweede_lijn' | 'wachtlijst';
  /** Whether the effects of the fixtures are in it, or none at all. */
  waar: 'fixtures' | 'geen';
  /** Neighbouring gemeenten that never start a team, and are in the publication. */
  buren: number;
  /** How long people stay in the stock, in days on average: 19 for the waiting list of the fixtures. */
  dagen: number;
  /** Variance over mean of the monthly counts; the fixtures have 1. */
  phi: number;
}

/** Days in a month. */
export const MONTH_DAYS = 30.4;

/** Exact mean count per wijk and month, with the teams and without them. */
export interface Means {
  met: number[];
  zonder: number[];
}

/** A gemeente like the fixtures' that never starts a team: other wijken, same season and shock. */
function neighbour(example: Gemeente, index: number): Gemeente {
  const code = `GM9${index}00`;
  const wijken = example.wijken.map((wijk, i) => ({
    ...wijk,
    code: `WK9${index}00${i}`,
    behoefte: wijk.behoefte * (0.9 + 0.05 * index),
  }));
  const team = {
    id: `B${index}`,
    naam: `Buur ${index}`,
    locatie: '',
    start: '2199-01-01',
    fasen: [],
  };
  return {
    ...example,
    code,
    naam: `Buurgemeente ${index}`,
    wijken,
    teams: [{...team, wijken: wijken.map(({code: own}) => own)}],
  };
}

function gemeentenOf({gemeente, buren}: Setting): Gemeente[] {
  const own = GEMEENTEN.find(({code}) => code === gemeente)!;
  return [own, ...Array.from({length: buren}, (_, index) => neighbour(own, index + 1))];
}

/** The months of a gemeente. */
export function monthsOf({van, tot}: Gemeente): number[] {
  const first = monthOf(day(van));
  return Array.from({length: monthOf(day(tot)) - first + 1}, (_, index) => first + index);
}

/** Mean counts of a wijk per month: the rates, season and shock of the fixtures. */
function meansOf(setting: Setting, gemeente: Gemeente, wijk: Wijk): Means {
  const base = (QUESTIONS / 12) * wijk.inwoners * wijk.behoefte;
  const months = monthsOf(gemeente);
  const series = (truth: Truth): number[] => {
    const world = new World(gemeente, 1, 1, truth);
    const place = {team: world.teamOf(wijk), wijk};
    const asked = (month: number): number => base * world.inflow(place.team, month);
    const wait = (at: number): number =>
      setting.dagen * world.effect('wachttijd', place, firstOf(at));
    const referrals = (month: number): number => {
      const {youths, others} = meanReferrals(asked, {month, ...wijk});
      const kept = world.effect('verwijzing_jeugdhulp', place, firstOf(month));
      const all = world.effect('verwijzing_tweede_lijn', place, firstOf(month));
      return all * (others + kept * youths);
    };
    return months.map((month) =>
      setting.indicator === 'wachtlijst' ? stock(month, asked, wait) : referrals(month),
    );
  };
  const zonder = series(NO_EFFECT);
  return {met: setting.waar === 'geen' ? zonder : series(TRUTH), zonder};
}

/** Mean number waiting at the end of a month: those of earlier months whose wait still runs. */
function stock(
  month: number,
  asked: (month: number) => number,
  wait: (month: number) => number,
): number {
  return Array.from({length: Math.ceil((8 * wait(month)) / MONTH_DAYS)}, (_, lag) => {
    const mean = wait(month - lag);
    const [from, to] = [lag * MONTH_DAYS, (lag + 1) * MONTH_DAYS];
    const share = (mean / MONTH_DAYS) * (Math.exp(-from / mean) - Math.exp(-to / mean));
    return asked(month - lag) * share;
  }).reduce((sum, value) => sum + value, 0);
}

/** A setting made ready: its gemeenten (the own one first) and the means of every wijk. */
export interface Prepared {
  setting: Setting;
  gemeenten: readonly Gemeente[];
  means: ReadonlyMap<string, Means>;
}

/** Works out the means of a setting, once for all its worlds. */
export function prepare(setting: Setting): Prepared {
  const gemeenten = gemeentenOf(setting);
  const means = gemeenten.flatMap((gemeente) =>
    gemeente.wijken.map((wijk) => [wijk.code, meansOf(setting, gemeente, wijk)] as const),
  );
  return {setting, gemeenten, means: new Map(means)};
}
