import type {Database} from '../../warehouse/open.ts';
import type {Status} from '../contract/figure.ts';
import type {Begrotingsjaar, Begrotingspost, Onderdeel} from '../contract/finance.ts';
import {estimate, exactAmount} from '../cube/protect-amount.ts';
import {areaCosts, divisionKeys, readFte} from './areas.ts';
import {backtest} from './backtest.ts';
import {readBudgets} from './begroting.ts';
import {costFacts, type CostFacts} from './cost-facts.ts';
import {readLedger} from './ledger.ts';
import {readPayers} from './payers.ts';
import {monthsOf} from './months.ts';
import type {Protection} from './protect-costs.ts';
import {readSeries} from './read-series.ts';
import {originsOf, PEILMAANDEN, replay, type Replay} from './replay.ts';
import {standingsOf} from './published-standings.ts';
import type {Sealed, SealedFinancien} from './sealed.ts';
import {exactPosts, type Look} from './standings.ts';
import {readTakeUp} from './take-up.ts';
import {readTieOut} from './tie-out.ts';
import {variancesOf} from './variances.ts';

/**
 * All that a publication tells of money, per gemeente. What is exact is withheld where few clients are
 * behind it, what is per area is protected, what is an estimate is in whole thousands: nothing else
 * leaves. Needs the models and the temporary tables of the cube.
 */
export async function financeOf(
  warehouse: Database,
  protection: Protection,
): Promise<SealedFinancien[]> {
  const budgets = await readBudgets(warehouse);
  const series = await readSeries(warehouse);
  const ledger = await readLedger(warehouse);
  const facts = await costFacts(warehouse);
  const takeUp = await readTakeUp(warehouse);
  const payers = await readPayers(warehouse);
  const fte = await readFte(warehouse);
  const last = await lastMonths(warehouse);
  const {noise} = protection;
  const definitiefTot = new Map([...last].map(([gemeente, month]) => [gemeente, finalDay(month)]));
  const tieOut = await readTieOut(warehouse, {payers, noise, definitiefTot});
  const {gebieden, perLeeftijd} = areaCosts(protection, facts);
  const found: SealedFinancien[] = [];
  for (const [gemeente, begroting] of budgets) {
    const own = series.get(gemeente) ?? [];
    const replays = own.flatMap((one) => replay(one, last.get(gemeente) ?? 0));
    const first = Math.min(...own.map(({vanaf}) => Math.floor(vanaf / 12)));
    const origins = originsOf(replays, first);
    const terugtoets = backtest(origins);
    const chosen = (peilmaand: number): Look['methode'] =>
      terugtoets.find((row) => row.gekozen && row.peilmaand === peilmaand)?.methode ?? 'model';
    const looks = looksAt(begroting, replays).map(({budget, peilmaand}): Look => ({
      gemeente,
      budget,
      peilmaand,
      replays: replays.filter(
        (one) => one.boekjaar === budget.boekjaar && one.peilmaand === peilmaand,
      ),
      origins,
      methode: chosen(peilmaand),
      ledger,
      payers,
      noise,
      definitiefTot: definitiefTot.get(gemeente) ?? '',
    }));
    const areas = protection.areas;
    const keyAreas = [...areas.keys()]
      .map((key) => key.split(' '))
      .filter(([niveau, of]) => niveau !== 'gemeente' && of === gemeente);
    const costs = gebieden.filter(({gebied, niveau}) =>
      areas.has(`${niveau} ${gemeente} ${gebied}`),
    );
    found.push({
      gemeente,
      definitief_tot: definitiefTot.get(gemeente) ?? '',
      begroting: begroting.map((year) => ({...year, posten: year.posten.map(sealedPost)})),
      ...atEveryLook(looks, replays, {protection, facts}),
      aansluiting: tieOut.get(gemeente) ?? [],
      gebieden: costs,
      verzilvering: takeUp.get(gemeente) ?? [],
      sleutels: begroting.flatMap(({boekjaar}) =>
        keyAreas.map(([niveau, , ...code]) =>
          divisionKeys(
            {gemeente, niveau: niveau === 'team' ? 'team' : 'wijk', code: code.join(' ')},
            boekjaar,
            {people: protection.people, fte, costs, perLeeftijd},
          ),
        ),
      ),
      terugtoets: terugtoets.map((row) => ({
        ...row,
        wis_cent: row.wis_cent === null ? null : estimate(row.wis_cent, 'schatting', EURO),
      })),
    });
  }
  return found;
}

const EURO = 100;
/** Months after which bookings and claims of a month no longer change. */
const PROVISIONAL_MONTHS = 3;

/** The last day of the months that are definitive when `month` is the last that is known. */
function finalDay(month: number): string {
  const [year, rest] = [Math.floor(month / 12), month % 12];
  return new Date(Date.UTC(year, rest - PROVISIONAL_MONTHS + 1, 0)).toISOString().slice(0, 10);
}

function sealedPost({standen_cent, ...post}: Begrotingspost): Sealed<Begrotingspost> {
  return {...post, standen_cent: standen_cent.map((cent) => exactAmount('begroting', cent))};
}

/** Every month at which a boekjaar with both a begroting and claims can be looked at. */
function looksAt(
  begroting: readonly Begrotingsjaar[],
  replays: readonly Replay[],
): {budget: Begrotingsjaar; peilmaand: number}[] {
  return begroting.flatMap((budget) =>
    PEILMAANDEN.filter((peilmaand) =>
      replays.some((one) => one.boekjaar === budget.boekjaar && one.peilmaand === peilmaand),
    ).map((peilmaand) => ({budget, peilmaand})),
  );
}

function atEveryLook(
  looks: readonly Look[],
  replays: readonly Replay[],
  known: {protection: Protection; facts: readonly CostFacts[]},
): Pick<SealedFinancien, 'standen' | 'verschillen' | 'maanden'> {
  const all = looks.map((look) => {
    const posts = exactPosts(look);
    const lastYear = replays.filter(
      (one) => one.boekjaar === look.budget.boekjaar - 1 && one.peilmaand === 12,
    );
    const standen = standingsOf(look, posts);
    const statusOf = (onderdeel: Onderdeel): Status =>
      standen.find((one) => one.regel === null && one.onderdeel === onderdeel)?.status ??
      'te_klein';
    return {
      standen,
      // A difference of few clients is not told, nor that there is one.
      verschillen: variancesOf(look, posts, lastYear).filter(
        ({onderdeel}) => statusOf(onderdeel) === 'ok',
      ),
      maanden: monthsOf(look, posts, {...known, statusOf}),
    };
  });
  return {
    standen: all.flatMap(({standen}) => standen),
    verschillen: all.flatMap(({verschillen}) => verschillen),
    maanden: all.flatMap(({maanden}) => maanden),
  };
}

/** The last month of which claims are complete up to their lag, per gemeente. */
async function lastMonths(warehouse: Database): Promise<Map<string, number>> {
  const rows = await warehouse.rows(
    `select gemeente_code, (12 * year(data_tot) + month(data_tot) - 1)::integer as laatste
     from kern.dataeinde where tabel = 'prestatie'`,
  );
  return new Map(rows.map((row) => [String(row['gemeente_code']), Number(row['laatste'])]));
}
