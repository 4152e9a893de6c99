import {describe, expect, it} from 'vitest';
import {CHART_NAMES} from '../../../dashboard/charts/catalogue.ts';
import {testServer} from '../../support/server.ts';

const QUESTION =
  'indicator=verwijzingen_tweede_lijn&gemeente=0400&niveau=wijk&periodesoort=kwartaal';

describe('a chart', () => {
  it.each(CHART_NAMES)('%s comes as SVG that a strict page may show', async (name) => {
    const server = await testServer();
    const answer = await server.get(`/api/v1/grafieken/${name}.svg?${QUESTION}&breedte=390`);

    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect(answer.text).toMatch(/^<svg role="img" aria-label="[^"]{40,}"/);
    expect(answer.text).not.toMatch(/style=|<script|<style|on\w+=|href=/);
    const drawing = answer.text.replace(/ aria-label="[^"]*"/, '');
    expect(drawing.match(/="[^"]*\d\.\d{2,}/g)).toBeNull();
    expect(drawing).not.toContain('aria-');
  });

  it('has a specification with title and sentence, of the same publication', async () => {
    const server = await testServer();
    const answer = await server.get(`/api/v1/grafieken/tegelkaart.json?${QUESTION}`);

    expect(JSON.parse(answer.text)).toMatchObject({
      publicatie: '2022-11-a',
      titel: 'Hoe vaak verwijzen we door naar de tweede lijn?',
      omschrijving: expect.stringContaining('Hoogst: Nieuw Den Helder-Oost') as string,
      spec: {autosize: {type: 'none'}},
    });
  });

  it.each([
    ['type_vragen', '', 'procent, ja (meer dan één vraag), van alle aanmeldingen ·'],
    ['wachtlijst', '', 'per 1.000 inwoners ·'],
    ['wachtlijst', '&wet=wmo', 'per 1.000 inwoners, wet: Wmo'],
    ['wachtlijst', '&variant=maatwerk', 'per 1.000 inwoners, variant: Maatwerk'],
  ])('of %s%s says which cell it shows', async (indicator, filters, words) => {
    const server = await testServer();
    const answer = await server.get(
      `/api/v1/grafieken/vergelijking.svg?indicator=${indicator}&gemeente=0400&niveau=team` +
        `&periodesoort=jaar${filters}&breedte=1000`,
    );
    expect(answer.text).toContain(words);
  });

  it('lists all that is wrong with its question', async () => {
    const server = await testServer();
    const wrong = `${QUESTION}&breedte=20&kop=soms&periode=2021&uitsplitsen=wet&kleur=rood`;
    const answer = await server.get(`/api/v1/grafieken/trend-per-wijk.svg?${wrong}`);

    expect(answer.status).toBe(400);
    const {fouten} = JSON.parse(answer.text) as {fouten: {veld: string}[]};
    expect(fouten.map(({veld}) => veld).toSorted()).toEqual([
      'breedte',
      'kleur',
      'kop',
      'periode',
      'uitsplitsen',
    ]);
  });
});
