import type {Logger} from 'pino';
import {z} from 'zod';
import {VraagOngeldig, type VraagFout} from '../../queries/errors.ts';
import type {Answer, AnswerVorm} from './answer.ts';
import {checkQuery} from './check-query.ts';
import type {LivePublications} from './live-publications.ts';
import type {Publication} from './source.ts';

/** A question as it came in: text only, unknown names still in it. */
export interface RawQuestion {
  query: Readonly<Record<string, string>>;
  params: Readonly<Record<string, string>>;
}

/** What a live route may look at. */
export interface Surroundings {
  live: LivePublications;
  statusFile: string;
  qualityFile: string;
  /** Where `gebieden laad` keeps outlines; need not exist. */
  boundariesFolder: string;
  log: Logger;
}

/** What every route has: enough to serve it and to describe it in OpenAPI. */
export interface RouteDescription {
  /** Express notation under /api/v1, e.g. `/indicatoren/:id`. */
  path: string;
  naam: string;
  samenvatting: string;
  query: z.ZodObject;
  params: z.ZodObject;
  antwoord: z.ZodType;
  vormen: readonly AnswerVorm[];
}

/** Answers from one immutable publication, so the answer may be kept. */
export interface PublicationRoute extends RouteDescription {
  bron: 'publicatie';
  answer(publication: Publication, raw: RawQuestion): Promise<Answer>;
}

/** Answers from what changes (the list of publications, the status); never kept. */
export interface LiveRoute extends RouteDescription {
  bron: 'actueel';
  answer(surroundings: Surroundings, raw: RawQuestion): Promise<Answer>;
}

export type Route = PublicationRoute | LiveRoute;

/** No parameters: `query` without names of its own, `params` of a fixed path. */
export const NOTHING = z.object({});

interface PublicationSpec<Q extends z.ZodObject, P extends z.ZodObject> {
  path: string;
  naam: string;
  samenvatting: string;
  query: Q;
  params: P;
  antwoord: z.ZodType;
  vormen: readonly AnswerVorm[];
  /** Checks that need the publication; runs also when the schema found something. */
  alsoCheck?: (publication: Publication, query: Readonly<Record<string, string>>) => VraagFout[];
  answer(
    publication: Publication,
    query: z.output<Q>,
    params: z.output<P>,
  ): Answer | Promise<Answer>;
}

/** A route that answers from a publication; every question is checked before `answer` sees it. */
export function publicationRoute<Q extends z.ZodObject, P extends z.ZodObject>(
  spec: PublicationSpec<Q, P>,
): PublicationRoute {
  const {path, naam, samenvatting, params, antwoord, vormen} = spec;
  return {
    bron: 'publicatie',
    path,
    naam,
    samenvatting,
    params,
    antwoord,
    vormen,
    query: spec.query.extend({publicatie, vorm: vormParameter(vormen)}),
    async answer(publication, raw) {
      const {vorm} = raw.query;
      const query = withoutCommon(raw.query);
      const checkedVorm = checkQuery(
        z.object({vorm: vormParameter(vormen)}),
        vorm === undefined ? {} : {vorm},
      );
      const checked = checkQuery(spec.query, query);
      const checkedParams = checkQuery(spec.params, raw.params);
      const fouten = [
        ...checkedParams.fouten,
        ...checked.fouten,
        ...(spec.alsoCheck?.(publication, query) ?? []),
        ...checkedVorm.fouten,
      ];
      if (fouten.length > 0 || checked.waarde === null || checkedParams.waarde === null) {
        throw new VraagOngeldig(withoutDoubles(fouten));
      }
      return spec.answer(publication, checked.waarde, checkedParams.waarde);
    },
  };
}

interface LiveSpec {
  path: string;
  naam: string;
  samenvatting: string;
  antwoord: z.ZodType;
  answer(surroundings: Surroundings): Answer | Promise<Answer>;
}

/** A route without parameters that answers from what changes. */
export function liveRoute(spec: LiveSpec): LiveRoute {
  const query = z.object({vorm: vormParameter(['json'])});
  return {
    ...spec,
    bron: 'actueel',
    query,
    params: NOTHING,
    vormen: ['json'],
    async answer(surroundings, raw) {
      const {fouten} = checkQuery(query, raw.query);
      if (fouten.length > 0) throw new VraagOngeldig(fouten);
      return spec.answer(surroundings);
    },
  };
}

const publicatie = z
  .string()
  .optional()
  .meta({description: 'Id van een eerdere publicatie. Zonder: de nieuwste.'});

function vormParameter(vormen: readonly AnswerVorm[]) {
  return z
    .enum([...vormen])
    .optional()
    .meta({description: 'Vorm van het antwoord; gaat voor de header Accept.'});
}

/** One message per parameter: the first says enough. */
function withoutDoubles(fouten: VraagFout[]): VraagFout[] {
  return [...new Map(fouten.toReversed().map((fout) => [fout.veld, fout])).values()].toReversed();
}

/** The parameters of the route itself; `publicatie` has been used and `vorm` is checked apart. */
function withoutCommon(query: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(query).filter(([name]) => name !== 'publicatie' && name !== 'vorm');
  return Object.fromEntries(own);
}
