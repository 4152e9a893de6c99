import {effectFactor} from '../fixtures/effects.ts';
import {GEMEENTEN, type Gemeente, type Team, type Wijk} from '../fixtures/gemeenten.ts';
import {day, monthOf, monthText} from '../fixtures/days.ts';
import {World} from '../fixtures/world.ts';
import type {Gebied, Indicator, Maten} from '../queries/contract.ts';
import {areaKey, areaLabels, cellLabel} from '../queries/cube/label.ts';
import {Noise} from '../queries/cube/noise.ts';
import {isVisible, roundCount, withheld} from '../queries/cube/protect.ts';
import type {EffectBron} from '../queries/judgement/effect/read-panel.ts';
import {drawBinomial, drawQuasiPoisson} from '../queries/statistics/draw.ts';
import type {RandomSource} from '../queries/statistics/random.ts';

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
  /** Variance over mean of the monthly counts; the fixtures have 1. */
  phi: number;
}

/** Share of the questions of a month that become a referral 0, 1, 2 … months later (care.ts, support.ts). */
const LAGS = [0.09, 0.37, 0.34, 0.15, 0.05];
/** Questions per inhabitant and year; referrals by the team per question, by doctors per question. */
const [QUESTIONS, BY_TEAM, BY_DOCTORS] = [0.03, 0.97 * 0.94 * 0.6 * 0.55 * 0.55, 0.25];
const WAIT_DAYS = 19;
const MONTH_DAYS = 30.4;

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

/** All gemeenten of a setting. */
export function gemeentenOf({gemeente, buren}: Setting): Gemeente[] {
  const own = GEMEENTEN.find(({code}) => code === gemeente)!;
  return [own, ...Array.from({length: buren}, (_, index) => neighbour(own, index + 1))];
}

/** The months of a gemeente. */
export function monthsOf({van, tot}: Gemeente): number[] {
  const first = monthOf(day(van));
  return Array.from({length: monthOf(day(tot)) - first + 1}, (_, index) => first + index);
}

/** Mean counts of a wijk per month: the rates, season and shock of the fixtures. */
export function meansOf(setting: Setting, gemeente: Gemeente, wijk: Wijk): Means {
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
        stock(month, asked, (at) => WAIT_DAYS * factor('wachttijd', at)),
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
  return Array.from({length: 8}, (_, lag) => {
    const mean = wait(month - lag);
    const [from, to] = [lag * MONTH_DAYS, (lag + 1) * MONTH_DAYS];
    const share = (mean / MONTH_DAYS) * (Math.exp(-from / mean) - Math.exp(-to / mean));
    return asked(month - lag) * share;
  }).reduce((sum, value) => sum + value, 0);
}

/**
 * A publication of one drawn world: counts per wijk, rounded and withheld by the product's own
 * `protect` under fresh salts. A stock keeps 6 in 10 of those who waited the month before.
 */
export function drawPublication(
  setting: Setting,
  indicator: Indicator,
  random: RandomSource,
): EffectBron {
  const gemeenten = gemeentenOf(setting);
  const counts = new Map<string, number[]>();
  for (const gemeente of gemeenten) {
    for (const wijk of gemeente.wijken) {
      const {met} = meansOf(setting, gemeente, wijk);
      counts.set(wijk.code, drawSeries(setting, met, random));
    }
  }
  const noise = new Noise({label: randomSalt(random), record: randomSalt(random)});
  return publish(setting, {gemeenten, counts, indicator, noise});
}

function drawSeries(
  {indicator, phi}: Setting,
  means: readonly number[],
  random: RandomSource,
): number[] {
  if (indicator !== 'wachtlijst') return means.map((mean) => drawQuasiPoisson(mean, phi, random));
  const stays = Math.exp(-MONTH_DAYS / WAIT_DAYS);
  let now = 0;
  return means.map((mean, index) => {
    const kept = index === 0 ? 0 : drawBinomial(now, stays, random);
    const before = index === 0 ? 0 : (means[index - 1] ?? 0);
    now = kept + drawQuasiPoisson(Math.max(0, mean - before * stays), phi, random);
    return now;
  });
}

function publish(
  {indicator: id}: Setting,
  {
    gemeenten,
    counts,
    indicator,
    noise,
  }: {
    gemeenten: readonly Gemeente[];
    counts: ReadonlyMap<string, number[]>;
    indicator: Indicator;
    noise: Noise;
  },
): EffectBron {
  const gebieden = gemeenten.flatMap(areasOf);
  const labels = areaLabels(gebieden);
  return {
    manifest: {
      gemeenten: gemeenten.map(({code, naam, van, tot}) => ({
        code,
        naam,
        data_tot: tot,
        eerste_dag: van,
      })),
    } as unknown as EffectBron['manifest'],
    gebieden,
    indicatoren: [indicator],
    gebeurtenissen: [],
    cijfers: ({gemeente, niveau, periodesoort, filters}) => {
      const own = gemeenten.find(({code}) => code === gemeente)!;
      const months = monthsOf(own);
      const size = periodesoort === 'kwartaal' ? 3 : 6;
      const cijfers = gebieden
        .filter((area) => area.gemeente === gemeente && area.niveau === niveau)
        .flatMap((area) => {
          const wijken = wijkenIn(own, area);
          const inwoners = wijken.reduce((sum, wijk) => sum + wijk.inwoners, 0);
          const label = cellLabel(id, periodesoort, labels.get(areaKey(area))!, {});
          return Array.from({length: months.length / size}, (_, index) => {
            const part = wijken.map(({code}) =>
              counts.get(code)!.slice(index * size, (index + 1) * size),
            );
            // a stock is what is there on the last day; events add up
            const n = part.reduce(
              (sum, own) =>
                sum + (id === 'wachtlijst' ? own.at(-1)! : own.reduce((a, b) => a + b, 0)),
              0,
            );
            const shown = isVisible(noise, label, {clienten: n, huishoudens: n, inwoners});
            const noemer = id === 'wachtlijst' ? inwoners : (inwoners * size) / 12;
            const teller = shown ? roundCount(noise, label, n) : null;
            const maten: Maten = shown ? {...withheld('ok'), teller, noemer} : withheld('te_klein');
            const month = months[index * size]!;
            const code = periodesoort === 'kwartaal' ? 'K' : 'H';
            const periode = `${Math.floor(month / 12)}-${code}${Math.floor((month % 12) / size) + 1}`;
            return {gebied: area.code, niveau, periode, dimensies: {}, ...maten};
          });
        });
      return Promise.resolve({publicatie: 'bench', indicator: id, filters, cijfers});
    },
  };
}

function randomSalt(random: RandomSource): Uint8Array {
  return Uint8Array.from({length: 32}, () => Math.floor(256 * random()));
}

function wijkenIn(gemeente: Gemeente, area: Gebied): Wijk[] {
  if (area.niveau === 'gemeente') return [...gemeente.wijken];
  if (area.niveau === 'wijk') return gemeente.wijken.filter(({code}) => code === area.code);
  const team = gemeente.teams.find(({id}) => id === area.code)!;
  return gemeente.wijken.filter(({code}) => team.wijken.includes(code));
}

function areasOf({code, naam, teams, wijken}: Gemeente): Gebied[] {
  const rest = {sorteersleutel: '', inwoners: null, fasen: [], tegel: null, gemeente: code};
  return [
    {...rest, code, naam, niveau: 'gemeente', ouder: null, startdatum: null},
    ...teams.map(({id, naam: name, start}): Gebied => ({
      ...rest,
      code: id,
      naam: name,
      niveau: 'team',
      ouder: code,
      startdatum: start.startsWith('2199') ? null : start,
    })),
    ...wijken.map(({code: own, naam: name}): Gebied => {
      const team = teams.find((one) => one.wijken.includes(own))!;
      return {
        ...rest,
        code: own,
        naam: name,
        niveau: 'wijk',
        ouder: team.id,
        startdatum: team.start,
      };
    }),
  ];
}
