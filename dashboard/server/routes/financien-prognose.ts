import {z} from 'zod';
import {VORMEN_MET_WERKBOEK} from '../answer.ts';
import {checkFinance, financeQuestion, lookParameters} from '../finance-question.ts';
import {aansluiting, look, maandlast, stand, terugtoets, verzilvering} from '../finance-schemas.ts';
import {financeAnswer, type FinanceColumn} from '../finance-table.ts';
import {NOTHING, publicationRoute} from '../route.ts';

const COLUMNS: readonly FinanceColumn[] = [
  ['boekjaar', 'getal', 'Het jaar van de begroting.'],
  ['peilmaand', 'getal', 'De laatste maand die meetelt.'],
  ['onderdeel', 'tekst', 'De wet; alle: alles samen; geen: posten zonder wet.'],
  ['regel', 'tekst', 'De post. Leeg: het totaal van het onderdeel.'],
  ['omschrijving', 'tekst', 'De naam van de post.'],
  ['begroot_cent', 'getal', 'De stand in de versie die op de peildatum gold.'],
  [
    'verplicht_cent',
    'getal',
    'Wat open toewijzingen nog kosten bij volledig gebruik. Beschermd, in hele duizenden euro.',
  ],
  [
    'gedeclareerd_cent',
    'getal',
    'Declaraties over dit jaar die niet zijn afgekeurd. Beschermd, in hele duizenden euro.',
  ],
  [
    'toegekend_cent',
    'getal',
    'Declaraties over dit jaar die zijn goedgekeurd. Beschermd, in hele duizenden euro.',
  ],
  ['realisatie_cent', 'getal', 'Geboekt in het grootboek.'],
  [
    'realisatie_herkomst',
    'tekst',
    'grootboek, exact; of beschermd, zolang het kwartaal voorlopig is.',
  ],
  ['verwacht_cent', 'getal', 'Verwachte lasten op 31 december, in hele duizenden euro.'],
  [
    'band80_laag_cent',
    'getal',
    'In 8 van de 10 gevallen komt de uitkomst hierboven uit, of gelijk.',
  ],
  [
    'band80_hoog_cent',
    'getal',
    'In 8 van de 10 gevallen komt de uitkomst hieronder uit, of gelijk.',
  ],
  ['methode', 'tekst', 'Het model, of de simpele som die het beter deed.'],
  ['voorlopig', 'waar', 'Er zijn nog te weinig eerdere prognoses voor een eigen band.'],
  ['status', 'tekst', 'ok, of waarom het bedrag niet wordt getoond.'],
];

/** Where each post stands, where it ends on 31 December, and how good such forecasts were. */
export const financienPrognoseRoute = publicationRoute({
  path: '/financien/prognose',
  naam: 'financienPrognose',
  samenvatting: 'Stand per post en de verwachting voor 31 december, met bandbreedte en terugtoets.',
  query: lookParameters,
  params: NOTHING,
  antwoord: z.object({
    ...look,
    standen: z.array(stand),
    maanden: z.array(maandlast),
    aansluiting: z.array(aansluiting),
    verzilvering: z.array(verzilvering),
    terugtoets: z.array(terugtoets),
  }),
  vormen: VORMEN_MET_WERKBOEK,
  alsoCheck: checkFinance,
  answer(publication, query) {
    const {financien, ...place} = financeQuestion(publication, query);
    const {boekjaar, peilmaand, gemeente} = place;
    const isHere = (one: {boekjaar: number; peilmaand: number}): boolean =>
      one.boekjaar === boekjaar && one.peilmaand === peilmaand;
    const standen = financien.standen.filter(isHere);
    return financeAnswer(publication, {
      naam: `prognose-${gemeente}-${boekjaar}-${peilmaand}`,
      inhoud: {
        ...place,
        standen,
        maanden: financien.maanden.filter(isHere),
        aansluiting: financien.aansluiting.filter((one) => one.boekjaar === boekjaar),
        verzilvering: financien.verzilvering.filter((one) => one.boekjaar === boekjaar),
        terugtoets: financien.terugtoets,
      },
      rijen: standen.map(({prognose, ...one}) => ({
        ...one,
        verwacht_cent: prognose?.verwacht_cent ?? null,
        band80_laag_cent: prognose?.band80?.[0] ?? null,
        band80_hoog_cent: prognose?.band80?.[1] ?? null,
        methode: prognose?.methode ?? null,
        voorlopig: prognose?.voorlopig ?? null,
      })),
      kolommen: COLUMNS,
      filters: {gemeente, boekjaar, peilmaand},
    });
  },
});
