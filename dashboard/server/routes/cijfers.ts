import type {Cijfer, CijferAntwoord} from '../../../queries/contract/figure.ts';
import {VORMEN, type Answer, type Table, type TableCell} from '../answer.ts';
import {cijferAntwoord} from '../answer-schemas.ts';
import {checkFigureQuestion, figureParameters, figureQuestion} from '../figure-question.ts';
import {NOTHING, publicationRoute} from '../route.ts';

/** The figures: a full grid of area × period × dimensions, each with interval and status. */
export const cijfersRoute = publicationRoute({
  path: '/cijfers',
  naam: 'cijfers',
  samenvatting: 'Cijfers van één indicator. Andere parameters zijn dimensies, zoals wet=wmo.',
  query: figureParameters,
  params: NOTHING,
  antwoord: cijferAntwoord,
  vormen: VORMEN,
  alsoCheck: checkFigureQuestion,
  async answer(publication, query) {
    const vraag = figureQuestion(publication, query);
    return figuresAnswer(await publication.cijfers(vraag), vraag.uitsplitsen);
  },
});

/** The columns after area, period and dimensions; the same in every format. */
const MATEN = [
  ['waarde', 'getal'],
  ['ondergrens', 'getal'],
  ['bovengrens', 'getal'],
  ['teller', 'getal'],
  ['noemer', 'getal'],
  ['aantal', 'getal'],
  ['methode', 'tekst'],
  ['status', 'tekst'],
  ['voorlopig', 'waar'],
  ['dekking', 'getal'],
  ['p80', 'getal'],
  ['boven_norm', 'getal'],
] as const;

function figuresAnswer(antwoord: CijferAntwoord, dimensies: readonly string[]): Answer {
  const {publicatie, indicator, filters} = antwoord;
  const cijfers = antwoord.cijfers.map((cijfer) => flat(cijfer, dimensies));
  return {
    soort: 'tabel',
    inhoud: {publicatie, indicator, filters, cijfers},
    tabel: figuresTable(antwoord, dimensies),
    naam: `${indicator}-${publicatie}`,
  };
}

function flat(cijfer: Cijfer, dimensies: readonly string[]): Record<string, TableCell> {
  const {gebied, niveau, periode} = cijfer;
  return {
    gebied,
    niveau,
    periode,
    ...Object.fromEntries(dimensies.map((name) => [name, cijfer.dimensies[name] ?? 'alle'])),
    ...Object.fromEntries(MATEN.map(([name]) => [name, cijfer[name]])),
  };
}

/** A table stands alone once it is saved, so each row says indicator and publication too. */
function figuresTable(antwoord: CijferAntwoord, dimensies: readonly string[]): Table {
  const {publicatie, indicator, filters} = antwoord;
  const fixed = Object.entries(filters).filter(([name]) => !dimensies.includes(name));
  const names = ['indicator', 'gebied', 'niveau', 'periode'];
  const texts = [...names, ...dimensies, ...fixed.map(([name]) => name)];
  return {
    kolommen: [
      ...texts.map((naam) => ({naam, soort: 'tekst'}) as const),
      ...MATEN.map(([naam, soort]) => ({naam, soort})),
      {naam: 'publicatie', soort: 'tekst'},
    ],
    rijen: antwoord.cijfers.map((cijfer) => [
      indicator,
      cijfer.gebied,
      cijfer.niveau,
      cijfer.periode,
      ...dimensies.map((name) => cijfer.dimensies[name] ?? 'alle'),
      ...fixed.map(([, node]) => node),
      ...MATEN.map(([name]) => cijfer[name]),
      publicatie,
    ]),
  };
}
