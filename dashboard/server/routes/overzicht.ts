import {z} from 'zod';
import {
  NIVEAUS,
  PERIODESOORTEN,
  RICHTINGEN,
  STATUSSEN,
  type Indicator,
  type Oordeel,
} from '../../../queries/contract.ts';
import {gebied} from '../answer-schemas.ts';
import {checkGemeente, oneGemeente} from '../figure-question.ts';
import {judgeIndicator, type JudgedIndicator, type Judgement} from '../judgement.ts';
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
    }),
    params: NOTHING,
    antwoord: z.object({
      publicatie: z.string(),
      gemeente: z.string(),
      niveau: z.enum(NIVEAUS),
      zinnen: z.array(z.string()),
      gebieden: z.array(gebied),
      rijen: z.array(rij),
    }),
    vormen: ['json'],
    alsoCheck: (publication, {gemeente}) => checkGemeente(publication, gemeente),
    async answer(publication, query) {
      const code = oneGemeente(publication, query.gemeente);
      const areas = publication.gebieden
        .filter((area) => area.gemeente === code)
        .toSorted((a, b) => (a.sorteersleutel < b.sorteersleutel ? -1 : 1));
      const [gemeente] = areas.filter(({niveau}) => niveau === 'gemeente');
      if (!gemeente) throw new Error(`publication without area for gemeente ${code}`);
      const gebieden = [gemeente, ...areas.filter(({niveau}) => niveau === query.niveau)];
      const {indicatoren, manifest} = publication;
      const judged = await Promise.all(
        indicatoren.map((indicator) =>
          judgeIndicator(publication, {indicator, gebieden}, judgement),
        ),
      );
      const oordelen = judged.flatMap((one) => one.oordelen);
      const zinnen = judgement.sentences({indicatoren, gebieden, oordelen, gemeente});
      const rijen = judged.map(toRow);
      const {niveau} = query;
      const inhoud = {publicatie: manifest.id, gemeente: code, niveau, zinnen, gebieden, rijen};
      return {soort: 'json', inhoud};
    },
  });
}

function toRow({
  indicator,
  periodesoort,
  periode,
  oordelen,
}: JudgedIndicator): z.output<typeof rij> {
  const {id, titel, thema, eenheid, decimalen, richting} = indicator;
  const cellen = oordelen.map(toCell);
  const onderdeel = partOf(indicator);
  const texts = {titel, onderdeel, thema, eenheid};
  return {indicator: id, ...texts, decimalen, richting, periodesoort, periode, cellen};
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
