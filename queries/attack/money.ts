import type {Database} from '../../warehouse/open.ts';
import type {Definition} from '../catalogue.ts';
import type {GemeenteFinancien} from '../contract/finance.ts';
import {CubeBuilder} from '../cube/build.ts';
import type {Salts} from '../cube/noise.ts';
import {roundMean} from '../cube/protect.ts';
import {bookedKey} from '../finance/keep-finance.ts';
import {readPayers} from '../finance/payers.ts';
import {periodKey} from '../keep-published.ts';
import {costGroups, costsKey, groupKey, type CostGroup} from './cost-groups.ts';
import {releaseLedger} from './ledger-sums.ts';
import {isWithin, rate, type AttackResult} from './result.ts';

const NEAR = 0.15;
const MOST_NEAR = 0.25;
const MOST_UNIQUE = 0.01;
const MOST_HIDDEN = 14;
/** The indicator that costs of areas are the figures of. */
const COSTS = 'kosten_per_client';

/** A1, A2, A7 and A9 on the money of a publication, scored by the exact warehouse. */
export async function attackMoney(
  warehouse: Database,
  financien: readonly GemeenteFinancien[],
  {definitions, salts, kept}: MoneyOptions,
): Promise<AttackResult[]> {
  const costs = definitions.find(({bedrag}) => bedrag === 'per_client');
  await warehouse.run('set threads = 1');
  try {
    const again = costs === undefined ? [] : await costsAgain(warehouse, costs, salts);
    return [
      repeatMoney(financien, {booked: await bookedAgain(warehouse), costs: new Map(again), kept}),
      releaseLedger(financien, await readPayers(warehouse)),
      meanTimesClients(financien),
      largestClient(financien, costs === undefined ? [] : await costGroups(warehouse, costs.sql)),
    ];
  } finally {
    await warehouse.run('reset threads');
  }
}

/** Who knows the exact warehouse and the salts, and what stands as it was published before. */
interface MoneyOptions {
  definitions: readonly Definition[];
  salts: Salts;
  kept: ReadonlySet<string>;
}

/** What each area costs per client, made anew on one thread: key of the costs, cents of the mean. */
async function costsAgain(
  warehouse: Database,
  definition: Definition,
  salts: Salts,
): Promise<[string, number][]> {
  const builder = await CubeBuilder.open(warehouse, salts);
  const {cells} = await builder.build(definition);
  return cells.flatMap(({place, maten}): [string, number][] => {
    if (maten.waarde === null) return [];
    const {niveau, code, periode, dimensies} = place;
    const {productcategorie: product = 'alle', wet: law = 'alle'} = dimensies;
    const [wet = '', ...category] = product === 'alle' ? [law, 'alle'] : product.split('-');
    const group = {niveau, code, periode, wet, productcategorie: category.join('-')};
    return [[groupKey(group), Math.round(100 * maten.waarde)]];
  });
}

/** Booked cents of the lasten of a post up to a month, by another query: `gemeente boekjaar regel maand`. */
async function bookedAgain(warehouse: Database): Promise<Map<string, number>> {
  const rows = await warehouse.rows(
    `select gemeente_code, boekjaar, regel, peil.maand,
       sum(bedrag_cent) filter (realisatie.maand <= peil.maand)::double as cent
     from kern.realisatie as realisatie
     cross join (values (3), (6), (9), (12)) as peil (maand)
     where kant = 'lasten'
     group by all`,
  );
  return new Map(
    rows.map((row) => [
      [row['gemeente_code'], row['boekjaar'], row['regel'], row['maand']].map(String).join(' '),
      Number(row['cent'] ?? 0),
    ]),
  );
}

function repeatMoney(
  financien: readonly GemeenteFinancien[],
  {
    booked: exact,
    costs,
    kept,
  }: {
    booked: ReadonlyMap<string, number>;
    costs: ReadonlyMap<string, number>;
    kept: ReadonlySet<string>;
  },
): AttackResult {
  let compared = 0;
  let different = 0;
  for (const {gemeente, standen, gebieden} of financien) {
    for (const one of gebieden) {
      if (one.status !== 'ok' || kept.has(periodKey(COSTS, gemeente, one))) continue;
      compared += 1;
      if (costs.get(costsKey(one)) !== one.per_client_cent) different += 1;
    }
    for (const one of standen) {
      const {boekjaar, peilmaand, regel, realisatie_cent, realisatie_herkomst} = one;
      if (regel === null || realisatie_cent === null || realisatie_herkomst === 'beschermd')
        continue;
      if (kept.has(bookedKey(gemeente, one))) continue;
      compared += 1;
      const booked = exact.get([gemeente, boekjaar, regel, peilmaand].join(' ')) ?? 0;
      if (booked !== realisatie_cent) different += 1;
    }
  }
  return {
    id: 'A1 geld',
    poging: 'Bedragen opnieuw vragen: andere volgorde, andere telling, één rekenkern',
    geslaagd: different === 0,
    gemeten: {bedragen: compared, anders: different},
    grens: 'geen enkel bedrag anders',
  };
}

/** A7: how many numbers of clients fit the published mean, and is the only one the right one? */
function meanTimesClients(financien: readonly GemeenteFinancien[]): AttackResult {
  let tried = 0;
  let unique = 0;
  for (const {clienten, per_client_cent} of financien.flatMap(({gebieden}) => gebieden)) {
    if (clienten === null || per_client_cent === null) continue;
    tried += 1;
    const fitting = Array.from({length: 9}, (_, index) => clienten - 4 + index).filter(
      (n) =>
        n >= 20 &&
        Math.round(roundMean(Math.round(per_client_cent * n) / n, 1 / n)) === per_client_cent,
    );
    if (fitting.length === 1) unique += 1;
  }
  return {
    id: 'A7 geld',
    poging: 'Kosten per cliënt maal cliënten: welk geheel getal past?',
    geslaagd: isWithin({right: unique, of: tried, limit: MOST_UNIQUE}),
    gemeten: {bedragen: tried, enige_oplossing: rate(unique, tried)},
    grens: 'hooguit 1% één oplossing',
  };
}

/** Families of which the parts add up to the whole: areas, laws, kinds of help. */
interface Family {
  whole: CostGroup;
  parts: CostGroup[];
}

/**
 * A9: the exact costs of a whole less the protected costs of its parts, where one small part is withheld.
 * He is even told the exact whole, also where it is not published. Does it tell the largest client of
 * what is withheld?
 */
function largestClient(
  financien: readonly GemeenteFinancien[],
  facts: readonly CostGroup[],
): AttackResult {
  const published = new Map(
    financien.flatMap(({gebieden}) => gebieden.map((one) => [costsKey(one), one.kosten_cent])),
  );
  let tried = 0;
  let near = 0;
  for (const {whole, parts} of familiesOf(facts)) {
    const amounts = parts.map((part) => published.get(groupKey(part)) ?? null);
    const hidden = parts.filter((_, index) => amounts[index] === null);
    const [only] = hidden;
    if (only === undefined || hidden.length > 1 || only.clienten > MOST_HIDDEN) continue;
    const rest = amounts.reduce<number>((sum, cent) => sum + (cent ?? 0), 0);
    tried += 1;
    if (Math.abs(whole.som - rest - only.grootste) <= NEAR * only.grootste) near += 1;
  }
  const sample = {right: near, of: tried, limit: MOST_NEAR};
  return {
    id: 'A9 geld',
    poging: 'Het exacte totaal min de beschermde delen: de grootste cliënt van wat verborgen is',
    geslaagd: isWithin(sample),
    sample,
    gemeten: {groepen: tried, binnen_15_procent: rate(near, tried)},
    grens: 'hooguit 25% binnen 15% (op toeval na)',
  };
}

function familiesOf(facts: readonly CostGroup[]): Family[] {
  const groups = new Map<string, Family['parts']>();
  const wholes = new Map<string, CostGroup>();
  const add = (key: string, part: CostGroup): void => {
    groups.set(key, [...(groups.get(key) ?? []), part]);
  };
  for (const one of facts) {
    const {gemeente, niveau, code, wet, productcategorie, periode} = one;
    const isWhole = productcategorie === 'alle';
    if (isWhole && niveau === 'gemeente') {
      for (const below of ['team', 'wijk'])
        wholes.set([below, gemeente, wet, periode].join(' '), one);
    } else if (isWhole) add([niveau, gemeente, wet, periode].join(' '), one);
    const place = [gemeente, niveau, code, periode].join(' ');
    if (isWhole && wet === 'alle') wholes.set(`wet ${place}`, one);
    else if (isWhole) {
      add(`wet ${place}`, one);
      wholes.set(`product ${place} ${wet}`, one);
    } else add(`product ${place} ${wet}`, one);
  }
  return [...wholes].flatMap(([key, whole]) => {
    const parts = groups.get(key);
    return parts === undefined || parts.length < 2 ? [] : [{whole, parts}];
  });
}
