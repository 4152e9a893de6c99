import {z} from 'zod';
import type {Gebied} from '../../../queries/contract/area.ts';
import {
  PERIODESOORTEN,
  STATUSSEN,
  type Cijfer,
  type Periodesoort,
} from '../../../queries/contract/figure.ts';
import type {Doelenboom} from '../../../queries/contract/goal.ts';
import {NULMETINGREGELS, RICHTINGEN, type Indicator} from '../../../queries/contract/indicator.ts';
import {VERGELIJKINGEN} from '../../../queries/contract/verdict.ts';
import {gebeurtenis, gebied, oordeel} from '../answer-schemas.ts';
import {unknownValue} from '../check-query.ts';
import {checkGemeente, oneGemeente} from '../figure-question.ts';
import {isOf} from '../gather-questions.ts';
import {goalsOf, rowOrder, treeOf} from '../goal-rows.ts';
import {judgeGemeente, type JudgedIndicator, type Judgement} from '../judgement.ts';
import {NOTHING, publicationRoute} from '../route.ts';
import type {Publication} from '../source.ts';

const punt = z.object({
  waarde: z.number().nullable(),
  status: z.enum(STATUSSEN),
  methode: z.string(),
});

const rij = z.object({
  indicator: z.string(),
  titel: z.string(),
  vraag: z.string(),
  thema: z.string(),
  effect: z.string(),
  eenheid: z.string(),
  decimalen: z.number(),
  richting: z.enum(RICHTINGEN),
  nulmeting: z.enum(NULMETINGREGELS),
  oordeel,
  /** The same figure of all areas of the level, and of the gemeente. */
  strook: z.array(punt.extend({gebied: z.string()})),
  periodesoort: z.enum(PERIODESOORTEN),
  trend: z.array(punt.extend({periode: z.string(), voorlopig: z.boolean()})),
});

/** All indicators of one wijk or team, with what is needed to see them beside the others. */
export function profielRoute(judgement: Judgement) {
  return publicationRoute({
    path: '/profiel',
    naam: 'profiel',
    samenvatting: 'Alle cijfers van één wijk of team, naast de andere gebieden en door de tijd.',
    query: z.object({
      gemeente: z.string().optional(),
      gebied: z.string().meta({description: 'Code van een wijk of team.'}),
      vergelijking: z.enum(VERGELIJKINGEN).default('nulmeting'),
    }),
    params: NOTHING,
    antwoord: z.object({
      publicatie: z.string(),
      gebied,
      gebieden: z.array(gebied),
      vergelijking: z.enum(VERGELIJKINGEN),
      gebeurtenissen: z.array(gebeurtenis),
      rijen: z.array(rij),
    }),
    vormen: ['json'],
    alsoCheck: (publication, {gemeente, gebied: code}) => {
      const codes = publication.gebieden
        .filter((area) => area.gemeente === (gemeente ?? area.gemeente))
        .filter(({niveau}) => niveau !== 'gemeente')
        .map((area) => area.code);
      const wrong = code !== undefined && !codes.includes(code);
      return [
        ...checkGemeente(publication, gemeente),
        ...(wrong ? [{veld: 'gebied', melding: unknownValue(code, codes)}] : []),
      ];
    },
    async answer(publication, query) {
      const gemeente = oneGemeente(publication, query.gemeente);
      const {vergelijking} = query;
      const gebieden = publication.gebieden
        .filter((area) => area.gemeente === gemeente)
        .toSorted((a, b) => (a.sorteersleutel < b.sorteersleutel ? -1 : 1));
      const own = gebieden.find(({code, niveau}) => code === query.gebied && niveau !== 'gemeente');
      if (!own) throw new Error('the area was checked');
      const tree = treeOf(publication, gemeente);
      const judged = await judgeGemeente(publication, {gemeente, vergelijking}, judgement);
      const rijen: z.output<typeof rij>[] = [];
      for (const one of judged.toSorted(
        (a, b) => rowOrder(tree, a.indicator) - rowOrder(tree, b.indicator),
      )) {
        const row = toRow(one, {own, tree});
        if (row) rijen.push({...row, ...(await trendOf(publication, one.indicator, own))});
      }
      const places = [null, gemeente, own.code, own.ouder];
      const gebeurtenissen = publication.gebeurtenissen.filter((one) =>
        places.includes(one.gebied),
      );
      const where = {publicatie: publication.manifest.id, gebied: own, gebieden, vergelijking};
      return {soort: 'json', inhoud: {...where, gebeurtenissen, rijen}};
    },
  });
}

function toRow(
  {indicator, oordelen}: JudgedIndicator,
  {own, tree}: {own: Gebied; tree: Doelenboom | null},
) {
  const found = oordelen.find((one) => isOf(one, own));
  if (!found || !indicator.niveaus.includes(own.niveau)) return null;
  const {id, titel, vraag, eenheid, decimalen, richting, nulmeting} = indicator;
  const goal = goalsOf(tree).van.get(id);
  const thema = goal?.thema ?? (tree === null ? indicator.thema : 'Overige cijfers');
  return {
    indicator: id,
    titel,
    vraag,
    thema,
    effect: goal?.effect ?? '',
    eenheid,
    decimalen,
    richting,
    nulmeting,
    oordeel: found,
    strook: oordelen
      .filter(({niveau}) => niveau === own.niveau || niveau === 'gemeente')
      .map(({gebied: code, cijfer: {waarde, status, methode}}) => ({
        gebied: code,
        waarde,
        status,
        methode,
      })),
  };
}

/** The main cell through time; quarters where there are, as years hide when something changed. */
async function trendOf(
  publication: Publication,
  {id, hoofdcel, periodesoorten}: Indicator,
  {gemeente, niveau, code}: Gebied,
) {
  const order: Periodesoort[] = ['kwartaal', 'halfjaar', 'jaar', 'maand'];
  const periodesoort = order.find((soort) => periodesoorten.includes(soort)) ?? 'jaar';
  const {cijfers} = await publication.cijfers({
    indicator: id,
    gemeente,
    niveau,
    gebied: code,
    periodesoort,
    filters: hoofdcel,
    uitsplitsen: [],
  });
  const trend = cijfers.map(({periode, waarde, status, methode, voorlopig}: Cijfer) => ({
    periode,
    waarde,
    status,
    methode,
    voorlopig,
  }));
  return {periodesoort, trend};
}
