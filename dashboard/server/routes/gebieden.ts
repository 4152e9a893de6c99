import {z} from 'zod';
import {NIVEAUS} from '../../../queries/contract/figure.ts';
import {gebeurtenis, gebied} from '../answer-schemas.ts';
import {checkGemeente} from '../figure-question.ts';
import {NOTHING, publicationRoute} from '../route.ts';

/** Areas, teams and phases, with the events that belong on a time axis. */
export const gebiedenRoute = publicationRoute({
  path: '/gebieden',
  naam: 'gebieden',
  samenvatting: 'Gemeenten, teams en wijken, met startdatum, fasen en gebeurtenissen.',
  query: z.object({
    gemeente: z.string().optional().meta({description: 'Code van de gemeente.'}),
    niveau: z.enum(NIVEAUS).optional(),
  }),
  params: NOTHING,
  antwoord: z.object({
    publicatie: z.string(),
    gebieden: z.array(gebied),
    gebeurtenissen: z.array(gebeurtenis),
  }),
  vormen: ['json'],
  alsoCheck: (publication, {gemeente}) =>
    gemeente === undefined ? [] : checkGemeente(publication, gemeente),
  answer: (publication, {gemeente, niveau}) => {
    const gebieden = publication.gebieden
      .filter((area) => area.gemeente === (gemeente ?? area.gemeente))
      .filter((area) => area.niveau === (niveau ?? area.niveau));
    const codes = new Set(gebieden.map(({code}) => code));
    const gebeurtenissen = publication.gebeurtenissen.filter(
      (event) => event.gebied === null || codes.has(event.gebied),
    );
    return {
      soort: 'json',
      inhoud: {publicatie: publication.manifest.id, gebieden, gebeurtenissen},
    };
  },
});
