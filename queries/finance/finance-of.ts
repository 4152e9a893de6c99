import type {Database} from '../../warehouse/open.ts';
import type {Begrotingsjaar, GemeenteFinancien} from '../contract/finance.ts';
import {costsPerAge, divisionKeys, readFte} from './areas.ts';
import {backtest} from './backtest.ts';
import {readBudgets} from './begroting.ts';
import {costFacts, type CostFacts} from './cost-facts.ts';
import {readLedger} from './ledger.ts';
import {monthsOf} from './months.ts';
import type {Protection} from './protect-costs.ts';
import {publishedCosts} from './published-costs.ts';
import {lastMonths, readSeries} from './read-series.ts';
import {originsOf, PEILMAANDEN, replay, type Replay} from './replay.ts';
import {exactPosts, standingsOf, type Look} from './standings.ts';
import {readTakeUp} from './take-up.ts';
import {readTieOut} from './tie-out.ts';
import {variancesOf} from './variances.ts';

/** The contributions of the indicators that finance shares with the catalogue. */
export interface MoneySql {
  kosten: string;
  prognose: string;
}

/**
 * All that a publication tells of money, per gemeente. What is exact is withheld where few clients are
 * behind it, what is per area is protected, what is an estimate is in whole thousands: nothing else
 * leaves. Needs the models, the temporary tables of the cube and the written figures of
 * `kosten_per_client`.
 */
export async function financeOf(
  {warehouse, publication}: {warehouse: Database; publication: Database},
  protection: Protection,
  sql: MoneySql,
): Promise<GemeenteFinancien[]> {
  const budgets = await readBudgets(warehouse);
  const series = await readSeries(warehouse, sql.prognose);
  const ledger = await readLedger(warehouse);
  const facts = await costFacts(warehouse, sql.kosten);
  const takeUp = await readTakeUp(warehouse);
  const tieOut = await readTieOut(warehouse, ledger);
  const fte = await readFte(warehouse);
  const last = await lastMonths(warehouse);
  const gebieden = await publishedCosts(publication, protection.areas);
  const perLeeftijd = costsPerAge(protection, facts);
  const found: GemeenteFinancien[] = [];
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
    }));
    const areas = protection.areas;
    const keyAreas = [...areas.keys()]
      .map((key) => key.split(' '))
      .filter(([niveau, of]) => niveau !== 'gemeente' && of === gemeente);
    const costs = gebieden.get(gemeente) ?? [];
    found.push({
      gemeente,
      begroting,
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
      terugtoets,
    });
  }
  return found;
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
): Pick<GemeenteFinancien, 'standen' | 'verschillen' | 'maanden'> {
  const all = looks.map((look) => {
    const posts = exactPosts(look);
    const lastYear = replays.filter(
      (one) => one.boekjaar === look.budget.boekjaar - 1 && one.peilmaand === 12,
    );
    return {
      standen: standingsOf(look, posts),
      verschillen: variancesOf(look, posts, lastYear),
      maanden: monthsOf(look, posts, known),
    };
  });
  return {
    standen: all.flatMap(({standen}) => standen),
    verschillen: all.flatMap(({verschillen}) => verschillen),
    maanden: all.flatMap(({maanden}) => maanden),
  };
}
