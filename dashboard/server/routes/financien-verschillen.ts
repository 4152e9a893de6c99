import {z} from 'zod';
import {ONDERDELEN} from '../../../queries/contract/finance.ts';
import {areaDeviations} from '../../../queries/finance/area-deviation.ts';
import {financeSentences} from '../../charts/finance-answer.ts';
import {VORMEN_MET_WERKBOEK} from '../answer.ts';
import {financeChartData} from '../finance-chart-data.ts';
import {
  areaParameters,
  checkFinance,
  financeQuestion,
  lookParameters,
} from '../finance-question.ts';
import {gebiedsafwijking, gebiedskosten, look, verschil} from '../finance-schemas.ts';
import {financeAnswer, type FinanceColumn} from '../finance-table.ts';
import {NOTHING, publicationRoute} from '../route.ts';

const COLUMNS: readonly FinanceColumn[] = [
  ['boekjaar', 'getal', 'Het jaar van de begroting.'],
  ['peilmaand', 'getal', 'De laatste maand die meetelt.'],
  ['onderdeel', 'tekst', 'De wet; alle: alles samen; geen: posten zonder wet.'],
  ['begroot_cent', 'getal', 'De begroting die op de peildatum gold.'],
  ['verwacht_cent', 'getal', 'Verwachte lasten op 31 december.'],
  ['volume_cent', 'getal', 'Meer of minder cliënten dan de begroting kan betalen.'],
  ['mix_cent', 'getal', 'Duurdere of goedkopere soorten hulp dan begroot.'],
  ['intensiteit_cent', 'getal', 'Meer of minder hulp per cliënt dan vorig jaar.'],
  ['prijs_cent', 'getal', 'Een ander tarief dan vorig jaar.'],
  ['overig_cent', 'getal', 'Posten waar geen cliënten achter zitten.'],
];

/** Why the outcome strays from the begroting, to the cent, and in which wijk or team. */
export const financienVerschillenRoute = publicationRoute({
  path: '/financien/verschillen',
  naam: 'financienVerschillen',
  samenvatting: 'Waardoor de uitkomst afwijkt van de begroting, en in welke wijk.',
  query: lookParameters.extend(areaParameters),
  params: NOTHING,
  antwoord: z.object({
    ...look,
    onderdeel: z.enum(ONDERDELEN),
    niveau: z.enum(['team', 'wijk']),
    zinnen: z.array(z.string()),
    verschillen: z.array(verschil),
    gebieden: z.array(gebiedsafwijking),
    kosten: z.array(gebiedskosten),
  }),
  vormen: VORMEN_MET_WERKBOEK,
  alsoCheck: checkFinance,
  answer(publication, query) {
    const {financien, ...place} = financeQuestion(publication, query);
    const {boekjaar, peilmaand, gemeente} = place;
    const {onderdeel, niveau} = query;
    const verschillen = financien.verschillen.filter(
      (one) => one.boekjaar === boekjaar && one.peilmaand === peilmaand,
    );
    const asked = {boekjaar, peilmaand, onderdeel, niveau};
    return financeAnswer(publication, {
      naam: `verschillen-${gemeente}-${boekjaar}-${peilmaand}`,
      inhoud: {
        ...place,
        onderdeel,
        niveau,
        zinnen: financeSentences(financeChartData(publication, query)),
        verschillen,
        gebieden: areaDeviations(financien, asked),
        kosten: financien.gebieden.filter(
          (one) =>
            one.periode === String(boekjaar) &&
            one.onderdeel === onderdeel &&
            (one.niveau === niveau || one.niveau === 'gemeente'),
        ),
      },
      rijen: verschillen.map((one) => ({...one})),
      kolommen: COLUMNS,
      filters: {gemeente, boekjaar, peilmaand},
    });
  },
});
