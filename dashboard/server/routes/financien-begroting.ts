import {z} from 'zod';
import type {Begrotingsjaar} from '../../../queries/contract/finance.ts';
import type {VraagFout} from '../../../queries/errors.ts';
import {VORMEN_MET_WERKBOEK} from '../answer.ts';
import {unknownValue} from '../check-query.ts';
import {checkFinance, financeQuestion, yearParameters} from '../finance-question.ts';
import {groupsOf, planOf, sideOf} from '../../../queries/finance/budget-totals.ts';
import {begrotingspost, plan, taakveldgroepen, where} from '../finance-schemas.ts';
import {financeAnswer, type FinanceColumn} from '../finance-table.ts';
import {NOTHING, publicationRoute} from '../route.ts';
import type {Publication} from '../source.ts';

const COLUMNS: readonly FinanceColumn[] = [
  ['boekjaar', 'getal', 'Het jaar van de begroting.'],
  ['versie', 'getal', '0 is de primitieve begroting, daarna het nummer van de wijziging.'],
  ['datum_vaststelling', 'tekst', 'De dag waarop de raad deze versie vaststelde.'],
  ['regel', 'tekst', 'De sleutel van de post.'],
  ['omschrijving', 'tekst', 'De naam van de post.'],
  ['kant', 'tekst', 'Lasten zijn uitgaven, baten zijn de dekking.'],
  ['onderdeel', 'tekst', 'De wet waar de post bij hoort; geen: zonder wet.'],
  ['taakveld', 'tekst', 'Het Iv3-taakveld in dat boekjaar. Ze wisselden in 2017, 2023 en 2025.'],
  ['groep', 'tekst', 'Taakvelden die over de jaren te vergelijken zijn.'],
  ['bedrag_cent', 'getal', 'De stand van de post in deze versie.'],
  ['wijziging_cent', 'getal', 'Het verschil met de versie ervoor.'],
];

/** The begroting of a boekjaar: every post in every version, and whether both sides are equal. */
export const financienBegrotingRoute = publicationRoute({
  path: '/financien/begroting',
  naam: 'financienBegroting',
  samenvatting: 'De begroting per post en versie: primitief, elke wijziging, en de dekking.',
  query: yearParameters.extend({
    versie: z.string().optional().meta({description: 'Eén versie. Zonder: alle versies.'}),
  }),
  params: NOTHING,
  antwoord: z.object({
    ...where,
    versies: z.array(z.object({versie: z.number(), datum: z.string()})),
    posten: z.array(begrotingspost),
    totalen: z.array(
      z.object({versie: z.number(), lasten_cent: z.number(), baten_cent: z.number()}),
    ),
    plan,
    taakveldgroepen,
  }),
  vormen: VORMEN_MET_WERKBOEK,
  alsoCheck: checkBudget,
  answer(publication, query) {
    const {financien, ...place} = financeQuestion(publication, query);
    const {boekjaar, gemeente, boekjaren} = place;
    const year = yearOf(financien.begroting, boekjaar);
    const chosen = year.versies
      .map((one, index) => ({...one, index}))
      .filter(({versie}) => query.versie === undefined || String(versie) === query.versie);
    const posten = year.posten.map((post) => ({
      ...post,
      standen_cent: chosen.map(({index}) => post.standen_cent[index] ?? 0),
    }));
    const rijen = chosen.flatMap(({versie, datum, index}) =>
      year.posten.map(({standen_cent, ...post}) => {
        const bedrag_cent = standen_cent[index] ?? 0;
        const wijziging_cent = bedrag_cent - (standen_cent[index - 1] ?? 0);
        return {...post, boekjaar, versie, datum_vaststelling: datum, bedrag_cent, wijziging_cent};
      }),
    );
    return financeAnswer(publication, {
      naam: `begroting-${gemeente}-${boekjaar}`,
      inhoud: {
        gemeente,
        boekjaar,
        boekjaren,
        versies: chosen.map(({versie, datum}) => ({versie, datum})),
        posten,
        totalen: chosen.map(({versie, index}) => ({
          versie,
          lasten_cent: sideOf(year, 'lasten', index),
          baten_cent: sideOf(year, 'baten', index),
        })),
        plan: planOf(financien.begroting),
        taakveldgroepen: groupsOf(financien.begroting),
      },
      rijen,
      kolommen: COLUMNS,
      filters: {gemeente, boekjaar},
    });
  },
});

function yearOf(begroting: readonly Begrotingsjaar[], boekjaar: number): Begrotingsjaar {
  return begroting.find((one) => one.boekjaar === boekjaar) ?? {boekjaar, versies: [], posten: []};
}

function checkBudget(
  publication: Publication,
  query: Readonly<Record<string, string>>,
): VraagFout[] {
  const fouten = checkFinance(publication, query);
  const asked = query['versie'];
  if (fouten.length > 0 || asked === undefined) return fouten;
  const {financien, boekjaar} = financeQuestion(publication, query);
  const known = yearOf(financien.begroting, boekjaar).versies.map(({versie}) => String(versie));
  return known.includes(asked) ? [] : [{veld: 'versie', melding: unknownValue(asked, known)}];
}
