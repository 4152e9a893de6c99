import {Validator} from '@seriousme/openapi-schema-validator';
import {describe, expect, it} from 'vitest';
import {openApiPath} from '../../../dashboard/server/openapi.ts';
import {allRoutes} from '../../../dashboard/server/routes/all.ts';
import {fakeJudgement} from '../../support/judgement.ts';
import {testServer} from '../../support/server.ts';

interface Document {
  paths: Record<string, {get: {operationId: string; parameters: {name: string}[]}}>;
}

const ROUTES = allRoutes(fakeJudgement);
const FIGURES = 'indicator=verwijzingen_tweede_lijn&gemeente=0400&niveau=wijk&periodesoort=jaar';

/** A question to each route that has an answer. */
const QUESTIONS: Record<string, string> = {
  '/publicatie': '/publicatie',
  '/publicaties': '/publicaties',
  '/privacytoets': '/privacytoets',
  '/leveringen': '/leveringen?gemeente=0400',
  '/status': '/status',
  '/kwaliteit': '/kwaliteit',
  '/gebieden': '/gebieden?gemeente=0400',
  '/gebieden.geojson': '/gebieden.geojson',
  '/indicatoren': '/indicatoren',
  '/indicatoren/:id': '/indicatoren/doorlooptijd',
  '/cijfers': `/cijfers?${FIGURES}&uitsplitsen=wet`,
  '/nulmetingen': '/nulmetingen?indicator=wachtlijst',
  '/overlevingscurve':
    '/overlevingscurve?indicator=doorlooptijd&gemeente=0400&niveau=wijk&periodesoort=jaar',
  '/nettoverandering':
    '/nettoverandering?indicator=type_vragen&gemeente=0400&niveau=wijk&periodesoort=jaar',
  '/oordelen': '/oordelen?gemeente=0400&gebied=DH-1',
  '/overzicht': '/overzicht?gemeente=0400&niveau=wijk&vergelijking=gemeente',
  '/signalen': '/signalen?gemeente=0400&indicator=doorlooptijd&reeks=8',
  '/profiel': '/profiel?gemeente=0400&gebied=DH-1',
  '/doelenboom': '/doelenboom?gemeente=0400',
  '/effecten/:indicator': '/effecten/wachtlijst?gemeente=0400',
  '/effecten/:indicator/:grafiek.svg':
    '/effecten/wachtlijst/effect-per-halfjaar.svg?gemeente=0400&breedte=390',
  '/financien/begroting': '/financien/begroting?gemeente=0400&boekjaar=2021&versie=0',
  '/financien/prognose': '/financien/prognose?gemeente=0400&boekjaar=2021&peilmaand=6',
  '/financien/verschillen': '/financien/verschillen?gemeente=0400&niveau=team&onderdeel=wmo',
  '/financien/wijkbudget': '/financien/wijkbudget?gemeente=0400&bedrag=100000&niveau=wijk',
  '/financien/grafieken/:grafiek.svg':
    '/financien/grafieken/verschil-per-gebied.svg?gemeente=0400&breedte=390',
  '/financien/opbrengst': '/financien/opbrengst?gemeente=0400&boekjaar=2021',
  '/grafieken/:grafiek.svg': `/grafieken/tegelkaart.svg?${FIGURES}`,
  '/grafieken/:grafiek.json': `/grafieken/tegelkaart.json?${FIGURES}`,
};

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const server = await testServer();
    const document = JSON.parse((await server.get('/api/v1/openapi.json')).text) as Record<
      string,
      unknown
    >;
    const validator = new Validator();
    const outcome = await validator.validate(document);

    expect(outcome.errors ?? []).toEqual([]);
    expect([outcome.valid, validator.version]).toEqual([true, '3.1']);
  });

  it('has every route, with every parameter, under a name of its own', async () => {
    const server = await testServer();
    const {paths} = JSON.parse((await server.get('/api/v1/openapi.json')).text) as Document;
    const described = Object.keys(paths).filter((path) => path !== '/openapi.json');

    expect(described).toEqual(ROUTES.map(({path}) => openApiPath(path)));
    const names = Object.values(paths).map(({get}) => get.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const route of ROUTES) {
      const documented = paths[openApiPath(route.path)]!.get.parameters.map(({name}) => name);
      for (const name of Object.keys(route.query.shape)) expect(documented).toContain(name);
    }
  });

  it.each(ROUTES.map((route) => [route.path, route] as const))(
    '%s answers what it describes',
    async (path, route) => {
      const server = await testServer();
      const question = QUESTIONS[path];
      expect(question, `a question for ${path}`).toBeDefined();
      const answer = await server.get(`/api/v1${question}`);

      expect(answer.status).toBe(200);
      const body: unknown = route.vormen[0] === 'json' ? JSON.parse(answer.text) : answer.text;
      expect(() => route.antwoord.parse(body)).not.toThrow();
      // no field that the document does not name
      expect(route.antwoord.parse(body)).toEqual(body);
    },
  );
});
