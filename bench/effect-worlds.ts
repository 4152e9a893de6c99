import type {Gemeente, Wijk} from '../fixtures/gemeenten.ts';
import type {Gebied} from '../queries/contract/area.ts';
import type {Maten} from '../queries/contract/figure.ts';
import type {Indicator} from '../queries/contract/indicator.ts';
import {areaKey, areaLabels, cellLabel} from '../queries/cube/label.ts';
import {Noise} from '../queries/cube/noise.ts';
import {isVisible, roundCount, withheld} from '../queries/cube/protect.ts';
import type {EffectBron} from '../queries/judgement/effect/read-panel.ts';
import {drawBinomial, drawQuasiPoisson} from '../queries/statistics/draw.ts';
import type {RandomSource} from '../queries/statistics/random.ts';
import {MONTH_DAYS, monthsOf, type Prepared, type Setting} from './effect-means.ts';

const EMPTY: Maten = withheld('ok');

/**
 * A publication of one drawn world: counts per wijk, rounded and withheld by the product's own
 * `protect` under fresh salts. Of a stock each stays as long as the setting says.
 */
export function drawPublication(
  {setting, gemeenten, means}: Prepared,
  indicator: Indicator,
  random: RandomSource,
): EffectBron {
  const counts = new Map(
    [...means].map(([code, {met}]) => [code, drawSeries(setting, met, random)] as const),
  );
  const noise = new Noise({label: randomSalt(random), record: randomSalt(random)});
  return publish(setting, {gemeenten, counts, indicator, noise});
}

function drawSeries(
  {indicator, phi, dagen}: Setting,
  means: readonly number[],
  random: RandomSource,
): number[] {
  if (indicator !== 'wachtlijst') return means.map((mean) => drawQuasiPoisson(mean, phi, random));
  const stays = Math.exp(-MONTH_DAYS / dagen);
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
            const maten: Maten = shown ? {...EMPTY, teller, noemer} : withheld('te_klein');
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
