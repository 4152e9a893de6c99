import {z} from 'zod';
import {NIVEAUS} from '../../../queries/contract/figure.ts';
import {nulmeting} from '../answer-schemas.ts';
import {checkGebied, checkGemeente, findIndicator} from '../figure-question.ts';
import {NOTHING, publicationRoute} from '../route.ts';

/** The frozen baselines: what it was before the team started. */
export const nulmetingenRoute = publicationRoute({
  path: '/nulmetingen',
  naam: 'nulmetingen',
  samenvatting: 'De vastgelegde 0-metingen: hoe het was voor het team begon.',
  query: z.object({
    indicator: z.string().optional(),
    gemeente: z.string().optional(),
    niveau: z.enum(NIVEAUS).optional(),
    gebied: z.string().optional(),
  }),
  params: NOTHING,
  antwoord: z.object({publicatie: z.string(), nulmetingen: z.array(nulmeting)}),
  vormen: ['json'],
  alsoCheck: (publication, query) => {
    const {indicator, gemeente} = query;
    if (indicator !== undefined) findIndicator(publication, indicator);
    return [
      ...(gemeente === undefined ? [] : checkGemeente(publication, gemeente)),
      ...checkGebied(publication, query),
    ];
  },
  answer: (publication, {indicator, gemeente, niveau, gebied}) => {
    const areas = new Set(
      publication.gebieden
        .filter((area) => area.gemeente === (gemeente ?? area.gemeente))
        .map(({code, niveau: level}) => `${level} ${code}`),
    );
    const nulmetingen = publication.nulmetingen
      .filter((baseline) => areas.has(`${baseline.niveau} ${baseline.gebied}`))
      .filter((baseline) => baseline.indicator === (indicator ?? baseline.indicator))
      .filter((baseline) => baseline.niveau === (niveau ?? baseline.niveau))
      .filter((baseline) => baseline.gebied === (gebied ?? baseline.gebied));
    return {soort: 'json', inhoud: {publicatie: publication.manifest.id, nulmetingen}};
  },
});
