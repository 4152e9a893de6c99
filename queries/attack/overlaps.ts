import {cellLabel} from '../cube/label.ts';
import {drawGamma, drawPoisson} from '../statistics/draw.ts';
import {randomSource, type RandomSource} from '../statistics/random.ts';
import {boundsOf, ownWindow} from './bounds.ts';
import {spread} from './linear-bounds.ts';
import {ownProtection, type Protection} from './protection.ts';
import {claimsOf, priorBelief, reconstruct, ROUNDING_VARIANCE} from './reconstruction.ts';
import type {AttackResult} from './result.ts';
import {nestedAxis, sizeOf, tableOf, targetsOf, type PublishedCell, type Table} from './table.ts';
import {namedNode, type World} from './world.ts';

const WIJKEN = ['WK1', 'WK2', 'WK3', 'WK4'];
const MONTHS = Array.from({length: 12}, (_, month) => `maand ${String(month)}`);
const TYPES = ['wmo-01', 'wmo-02', 'wmo-03', 'jeugdwet-45', 'jeugdwet-48', 'jeugdwet-54'];
const AGES = ['0-17', '18-26', '27-64', '65-79', '80+'];
const EVENTS = 2400;
/** How far places differ: what the adversary counts with too. */
const SHAPE = 12;
const CLAIMED = 1500;
/** How many features may be crossed in each kind of period. */
const CROSSED = {jaar: 2, kwartaal: 2, maand: 1};

/**
 * A14: months, quarters and the year of the same events overlap, and so do wijken and teams, bands of
 * age and ages. The adversary puts all of them in one model: linear programming, and reconstruction.
 */
export async function overlaps(
  {seed, noise}: Pick<World, 'seed' | 'noise'>,
  targets: number,
  protection: Protection = ownProtection(noise),
): Promise<AttackResult> {
  const random = randomSource(seed + 14_000);
  const table = eventTable();
  const prior = priorOf(table, random);
  const counts = prior.map((mean) =>
    drawPoisson((mean * drawGamma(SHAPE, random)) / SHAPE, random),
  );
  const published = table.cells
    .filter(({nodes, crossed}) => crossed <= CROSSED[kindOf(table, nodes)])
    .map((cell): PublishedCell => {
      const clienten = sizeOf(counts, cell);
      const group = {clienten, huishoudens: clienten, inwoners: null};
      return {cell, value: protection(cell.label, group, String(clienten))};
    });
  const small = targetsOf(table, counts);
  const few = spread(small, targets);
  const bounds = await boundsOf(table.size, published, few, ownWindow);
  const many = spread(small, CLAIMED);
  const before = claimsOf(priorBelief(prior), many, counts);
  const after = claimsOf(reconstruct(prior, published, ROUNDING_VARIANCE), many, counts);
  const bepaald = bounds.filter(({least, most}) => least === most && most > 0).length;
  const leeg = bounds.filter(({most}) => most === 0).length;
  return {
    id: 'A14',
    poging: 'Maand, kwartaal en jaar, wijk en team, en leeftijden over elkaar leggen',
    geslaagd: bepaald + leeg === 0 && after.rightOfSome <= before.rightOfSome,
    gemeten: {
      groepen: few.length,
      bepaald,
      leeg_bewezen: leeg,
      groepen_geraden: many.length,
      bestaande_groep_geraden: after.rightOfSome,
      vooraf_bestaande_groep: before.rightOfSome,
    },
    grens: 'geen groep bepaald of leeg bewezen, geen bestaande groep meer dan vooraf',
  };
}

function eventTable(): Table {
  const quarter = (month: string): string =>
    `K${String(Math.floor(MONTHS.indexOf(month) / 3) + 1)}`;
  const above = (age: string): string => (age === '0-17' ? age : age < '65' ? '18-64' : '65+');
  const axes = [
    nestedAxis('periode', MONTHS, quarter, true),
    nestedAxis('gebied', WIJKEN, (wijk) => (wijk < 'WK3' ? 'T1' : 'T2'), true),
    nestedAxis('productcategorie', TYPES, (type) => type.split('-')[0] ?? null),
    nestedAxis('leeftijdsgroep', AGES, above),
  ];
  return tableOf(axes, ([period, area, type, age]) =>
    cellLabel('gebeurtenissen', kindOfNode(period?.id), area?.id ?? 'alle', {
      ...namedNode('productcategorie', 'wet', type),
      ...namedNode('leeftijdsgroep', 'leeftijd', age),
    }),
  );
}

function kindOf({axes}: Table, nodes: readonly number[]): keyof typeof CROSSED {
  return kindOfNode(axes[0]?.nodes[nodes[0] ?? 0]?.id);
}

function kindOfNode(id = 'alle'): keyof typeof CROSSED {
  return id === 'alle' ? 'jaar' : id.startsWith('maand') ? 'maand' : 'kwartaal';
}

/** Some kinds and ages are common, others rare; all months are alike. */
function priorOf({size, axes}: Table, random: RandomSource): Float64Array {
  const weights = axes.map((axis, index) =>
    Array.from({length: axis.size}, () => (index === 0 ? 1 : Math.exp(2 * random()))),
  );
  const [months = [], ...others] = weights;
  let products = months;
  for (const own of others) products = products.flatMap((one) => own.map((weight) => one * weight));
  const total = products.reduce((sum, one) => sum + one, 0);
  return Float64Array.from({length: size}, (_, leaf) => (EVENTS * (products[leaf] ?? 0)) / total);
}
