import {z} from 'zod';
import {NIVEAUS, PERIODESOORTEN, STATUSSEN} from '../../../queries/contract/figure.ts';
import type {Doelenboom} from '../../../queries/contract/goal.ts';
import {RICHTINGEN, type Indicator} from '../../../queries/contract/indicator.ts';
import {VERGELIJKINGEN, type Oordeel} from '../../../queries/contract/verdict.ts';
import {gebied} from '../answer-schemas.ts';
import {checkGemeente, oneGemeente} from '../figure-question.ts';
import {goalsOf, rowOrder, shownFirst, treeOf} from '../goal-rows.ts';
import {judgeGemeente, type JudgedIndicator, type Judgement} from '../judgement.ts';
import {NOTHING, publicationRoute} from '../route.ts';

const cel = z.object({
  gebied: z.string(),
  niveau: z.enum(NIVEAUS),
  waarde: z.number().nullable(),
  ondergrens: z.number().nullable(),
  bovengrens: z.number().nullable(),
  methode: z.string(),
  status: z.enum(STATUSSEN),
  voorlopig: z.boolean(),
  nulmeting: z.number().nullable(),
  woord: z.string(),
  zin: z.string(),
  verschil: z.number().nullable(),
});

const rij = z.object({
  indicator: z.string(),
  titel: z.string(),
  /** Which part of the indicator the row shows; empty when it shows all. */
  onderdeel: z.string(),
  thema: z.string(),
  /** The effect that it measures, quoted; empty when the gemeente has no goals of its own. */
  effect: z.string(),
  /** Whether it is on the first screen; the others come with "toon alle". */
  voorop: z.boolean(),
  eenheid: z.string(),
  decimalen: z.number(),
  richting: z.enum(RICHTINGEN),
  periodesoort: z.enum(PERIODESOORTEN),
  periode: z.string(),
  cellen: z.array(cel),
});

/** Everything of the first screen in one answer: the sentences and the cells of the rug. */
export function overzichtRoute(judgement: Judgement) {
  return publicationRoute({
    path: '/overzicht',
    naam: 'overzicht',
    samenvatting: 'Het overzicht: zinnen, en per indicator een cel voor elk gebied.',
    query: z.object({
      gemeente: z.string().optional(),
      niveau: z.enum(['team', 'wijk']).default('team').meta({
        description: 'De kolommen naast de gemeente: teams of wijken.',
      }),
      vergelijking: z.enum(VERGELIJKINGEN).default('nulmeting').meta({
        description: 'Waarmee elk cijfer wordt vergeleken. Zonder: met de 0-meting.',
      }),
    }),
    params: NOTHING,
    antwoord: z.object({
      publicatie: z.string(),
      gemeente: z.string(),
      niveau: z.enum(NIVEAUS),
      vergelijking: z.enum(VERGELIJKINGEN),
      zinnen: z.array(z.string()),
      gebieden: z.array(gebied),
      rijen: z.array(rij),
      /** Effects that nothing in the registration measures: "nog geen indicator". */
      zonder_cijfer: z.array(z.object({thema: z.string(), effect: z.string(), extern: z.string()})),
    }),
    vormen: ['json'],
    alsoCheck: (publication, {gemeente}) => checkGemeente(publication, gemeente),
    async answer(publication, query) {
      const code = oneGemeente(publication, query.gemeente);
      const {niveau, vergelijking} = query;
      const areas = publication.gebieden
        .filter((area) => area.gemeente === code)
        .toSorted((a, b) => (a.sorteersleutel < b.sorteersleutel ? -1 : 1));
      const [gemeente] = areas.filter((area) => area.niveau === 'gemeente');
      if (!gemeente) throw new Error(`publication without area for gemeente ${code}`);
      const gebieden = [gemeente, ...areas.filter((area) => area.niveau === niveau)];
      const {indicatoren, manifest} = publication;
      const judged = await judgeGemeente(publication, {gemeente: code, vergelijking}, judgement);
      const tree = treeOf(publication, code);
      const voorop = shownFirst(tree, indicatoren);
      const oordelen = judged.flatMap((one) => one.oordelen);
      const zinnen = judgement.sentences({indicatoren, oordelen, niveau, vergelijking, voorop});
      const rijen = judged
        .toSorted((a, b) => rowOrder(tree, a.indicator) - rowOrder(tree, b.indicator))
        .map((one) => toRow(one, {tree, voorop, niveau}));
      const where = {publicatie: manifest.id, gemeente: code, niveau, vergelijking};
      const zonder_cijfer = goalsOf(tree).zonder;
      return {soort: 'json', inhoud: {...where, zinnen, gebieden, rijen, zonder_cijfer}};
    },
  });
}

function toRow(
  {indicator, periodesoort, periode, oordelen}: JudgedIndicator,
  {tree, voorop, niveau}: {tree: Doelenboom | null; voorop: readonly string[]; niveau: string},
): z.output<typeof rij> {
  const {id, titel, eenheid, decimalen, richting} = indicator;
  const cellen = oordelen
    .filter((one) => one.niveau === 'gemeente' || one.niveau === niveau)
    .map(toCell);
  const goal = goalsOf(tree).van.get(id);
  const thema = goal?.thema ?? (tree === null ? indicator.thema : 'Overige cijfers');
  const texts = {titel, onderdeel: partOf(indicator), thema, effect: goal?.effect ?? '', eenheid};
  const place = {indicator: id, voorop: voorop.includes(id)};
  return {...place, ...texts, decimalen, richting, periodesoort, periode, cellen};
}

function partOf({hoofdcel, uitsplitsingen}: Indicator): string {
  return uitsplitsingen
    .filter(({id}) => hoofdcel[id] !== undefined && hoofdcel[id] !== PLAIN_VARIANT)
    .map(({id, knopen}) => knopen.find((one) => one.id === hoofdcel[id])?.titel.toLowerCase())
    .join(', ');
}

/** The variant that everybody means when none is named. */
const PLAIN_VARIANT = 'standaard';

function toCell(oordeel: Oordeel): z.output<typeof cel> {
  const {gebied: code, niveau, woord, zin, verschil, cijfer, nulmeting} = oordeel;
  const {waarde, ondergrens, bovengrens, methode, status, voorlopig} = cijfer;
  const was = nulmeting?.waarde ?? null;
  const figure = {waarde, ondergrens, bovengrens, methode, status, voorlopig, nulmeting: was};
  return {gebied: code, niveau, ...figure, woord, zin, verschil};
}
