import http from 'node:http';
import {join} from 'node:path';
import {performance} from 'node:perf_hooks';
import {pino} from 'pino';
import {openDataDirectory} from '../commands/data-directory.ts';
import {serveData} from '../commands/serveer.ts';
import {readCatalogue} from '../queries/catalogue.ts';
import {bootstrapInterval, resample} from '../queries/statistics/bootstrap.ts';
import {randomSource, type RandomSource} from '../queries/statistics/random.ts';
import {midRanks} from '../queries/statistics/ranks.ts';
import {Database} from '../warehouse/open.ts';
import {median} from './report.ts';

const INDICATOR = 'verwijzingen_tweede_lijn';
const INDICATORS = join(import.meta.dirname, '..', 'queries', 'indicators');
const PAIRS = 400;
const STARTS = 8;
const ROUNDS = 4;
const WARM_UP = 200;
const MOST_SMALL = 9;
const SEED = 12;

/** A cell that an adversary asks for by itself: its question, and how many there really are. */
interface Cell {
  question: string;
  /** Its features, whatever wijk and year. */
  soort: string;
  aantal: number;
  shown: boolean;
}

/** Median milliseconds of the first answers about a cell, and of the ones after them. */
interface Timed {
  first: number;
  later: number;
}

/**
 * A12: does the time of an answer tell an empty group from one of one to nine? Cells of a wijk and year
 * with two features, as many of each kind, are asked one by one of the real server, over HTTP, in an order
 * drawn anew for each round; the first round finds nothing in the cache. Answers a section of attack-results.md: the
 * probability that a small group takes longer than an empty one (AUC, 0.5 is a gamble) with its 95%
 * interval over cells, and the same of shown against hidden groups, as a control of what can be seen.
 */
export async function measureExistence(folder: string): Promise<string> {
  const data = openDataDirectory(folder);
  const random = randomSource(SEED);
  const chosen = matched(await cellsOf(data.warehouse), random);
  const times = new Map(chosen.map((cell): [Cell, Times] => [cell, {first: [], later: []}]));
  for (let start = 0; start < STARTS; start += 1) {
    // A server of its own each time: nothing is in its cache.
    const server = await serveData(data, {host: '127.0.0.1', poort: 0}, pino({level: 'silent'}));
    const agent = new http.Agent({keepAlive: true, maxSockets: 1});
    try {
      // What a server learns in its first seconds is not about groups.
      for (const {question} of chosen.slice(0, WARM_UP)) {
        await ask(server.url, question.replace('niveau=wijk', 'niveau=team'), agent);
      }
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const cell of shuffled(chosen, random)) {
          const time = await ask(server.url, cell.question, agent);
          times.get(cell)?.[round === 0 ? 'first' : 'later'].push(time);
        }
      }
    } finally {
      agent.destroy();
      await server.close();
    }
  }
  return section(
    chosen.map((cell) => {
      const {first, later} = times.get(cell) ?? {first: [], later: []};
      return {cell, time: {first: median(first), later: median(later)}};
    }),
  );
}

/** Milliseconds of every first answer about a cell, and of the ones after it. */
interface Times {
  first: number[];
  later: number[];
}

/**
 * As many empty groups as small ones of the same features, so that only their being empty differs; and
 * the shown ones.
 */
function matched(cells: readonly Cell[], random: RandomSource): Cell[] {
  const kinds = new Map<string, {empty: Cell[]; small: Cell[]}>();
  for (const cell of cells.filter(({aantal}) => aantal <= MOST_SMALL)) {
    const kind = kinds.get(cell.soort) ?? {empty: [], small: []};
    kinds.set(cell.soort, kind);
    kind[cell.aantal === 0 ? 'empty' : 'small'].push(cell);
  }
  const pairs = [...kinds.values()].flatMap(({empty, small}) => {
    const others = shuffled(small, random);
    return shuffled(empty, random)
      .slice(0, others.length)
      .map((cell, index) => [cell, ...others.slice(index, index + 1)]);
  });
  const shown = cells.filter((cell) => cell.shown);
  return [...shuffled(pairs, random).slice(0, PAIRS).flat(), ...shuffled(shown, random)];
}

/** Every cell of wijk × year × verwijzer × bestemming of one gemeente, with the truth. */
async function cellsOf(path: string): Promise<Cell[]> {
  const warehouse = await Database.open(path, {access_mode: 'READ_ONLY'});
  try {
    const {sql} = readCatalogue(INDICATORS).get(INDICATOR);
    const rows = await warehouse.rows(
      `with rij as (
         select wijk_code as gebied, year(datum)::varchar as periode, verwijzer, bestemming,
           count(*) as aantal
         from (${sql}) where gemeente_code = 'GM0400' and wijk_code is not null group by all
       ),
       rooster as (
         select distinct w.gebied, p.periode, v.verwijzer, b.bestemming
         from (select distinct gebied from rij) as w, (select distinct periode from rij) as p,
           (select distinct verwijzer from rij) as v, (select distinct bestemming from rij) as b
       )
       select rooster.*, coalesce(aantal, 0) as aantal
       from rooster left join rij using (gebied, periode, verwijzer, bestemming)
       order by all`,
    );
    return rows.map((row): Cell => {
      const named = (name: string): string => String(row[name]);
      const aantal = Number(row['aantal']);
      const period = named('periode');
      return {
        question: `indicator=${INDICATOR}&gemeente=GM0400&niveau=wijk&periodesoort=jaar&gebied=${named('gebied')}&van=${period}&tot=${period}&verwijzer=${named('verwijzer')}&bestemming=${named('bestemming')}`,
        soort: `${named('verwijzer')} ${named('bestemming')}`,
        aantal,
        // From fifteen on a group is always shown, below ten never.
        shown: aantal >= 15,
      };
    });
  } finally {
    warehouse.close();
  }
}

function ask(url: string, question: string, agent: http.Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    http
      .get(`${url}/api/v1/cijfers?${question}`, {agent}, (response) => {
        response.on('data', () => undefined);
        response.on('end', () => {
          resolve(performance.now() - start);
        });
      })
      .on('error', reject);
  });
}

function shuffled<T>(list: readonly T[], random: RandomSource): T[] {
  return list
    .map((value) => ({value, order: random()}))
    .sort((a, b) => a.order - b.order)
    .map(({value}) => value);
}

/** Probability that one of `longer` takes longer than one of `shorter`; ties are half. */
function auc(shorter: readonly number[], longer: readonly number[]): number {
  const {ranks} = midRanks([...shorter, ...longer]);
  const sum = ranks.slice(shorter.length).reduce((total, rank) => total + rank, 0);
  return (sum - (longer.length * (longer.length + 1)) / 2) / (shorter.length * longer.length);
}

function section(results: readonly {cell: Cell; time: Timed}[]): string {
  const of = (isIn: (cell: Cell) => boolean, when: keyof Timed): number[] =>
    results.filter(({cell}) => isIn(cell)).map(({time}) => time[when]);
  const empty = (cell: Cell): boolean => !cell.shown && cell.aantal === 0;
  const small = (cell: Cell): boolean => !cell.shown && cell.aantal > 0;
  const shown = ({shown: isShown}: Cell): boolean => isShown;
  const hidden = (cell: Cell): boolean => !cell.shown;
  const row = (
    name: string,
    [a, b]: readonly [(cell: Cell) => boolean, (cell: Cell) => boolean],
    when: keyof Timed,
  ): string => {
    const [low, high] = [of(a, when), of(b, when)];
    const interval = bootstrapInterval(
      (random) => auc(resample(low, random), resample(high, random)),
      {seed: SEED},
    );
    const between = `${(interval?.ondergrens ?? 0).toFixed(3)} to ${(interval?.bovengrens ?? 0).toFixed(3)}`;
    return `| ${name} | ${low.length} and ${high.length} | ${median(low).toFixed(2)} and ${median(high).toFixed(2)} ms | ${auc(low, high).toFixed(3)} | ${between} |`;
  };
  return [
    '| compared | cells | median | AUC | 95% interval |',
    '| --- | --- | --- | --- | --- |',
    row('empty and 1-9, first time asked', [empty, small], 'first'),
    row('empty and 1-9, asked again', [empty, small], 'later'),
    row('control: hidden and shown, first time asked', [hidden, shown], 'first'),
    row('control: hidden and shown, asked again', [hidden, shown], 'later'),
  ].join('\n');
}
