import {effectFactor} from '../fixtures/effects.ts';
import {GEMEENTEN, type Gemeente, type Team, type Wijk} from '../fixtures/gemeenten.ts';
import {day, monthOf, monthText} from '../fixtures/days.ts';
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

/** Share of the questions of a month that become a referral 0, 1, 2 … months later (care.ts, support.ts). */
const LAGS = [0.09, 0.37, 0.34, 0.15, 0.05];
/** Questions per inhabitant and year; referrals by the team per question, by doctors per question. */
const [QUESTIONS, BY_TEAM, BY_DOCTORS] = [0.03, 0.97 * 0.94 * 0.6 * 0.55 * 0.55, 0.25];
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
  const world = new World(gemeente, 1, 1);
  const team = world.teamOf(wijk);
  const never: Team = {...team, start: '2199-01-01'};
  const base = (QUESTIONS / 12) * wijk.inwoners * wijk.behoefte;
  const months = monthsOf(gemeente);
  const series = (own: Team): number[] => {
    const place = {team: own.id, wijk: wijk.code};
    const factor = (wat: 'verwijzing_tweede_lijn' | 'wachttijd', month: number): number =>
      own === never ? 1 : effectFactor(wat, place, world.since(own, day(`${monthText(month)}-01`)));
    const asked = (month: number): number => base * world.inflow(own, month);
    if (setting.indicator === 'wachtlijst') {
      return months.map((month) =>
        stock(month, asked, (at) => setting.dagen * factor('wachttijd', at)),
      );
    }
    return months.map((month) => {
      const cases = LAGS.reduce((sum, share, lag) => sum + share * asked(month - lag), 0);
      const mean = BY_TEAM * cases + BY_DOCTORS * asked(month);
      return mean * factor('verwijzing_tweede_lijn', month);
    });
  };
  const zonder = series(never);
  return {met: setting.waar === 'geen' ? zonder : series(team), zonder};
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
