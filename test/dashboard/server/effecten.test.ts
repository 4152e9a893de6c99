import {describe, expect, it} from 'vitest';
import {EFFECT_CHART_NAMES} from '../../../dashboard/charts/effect-catalogue.ts';
import {Effects} from '../../../dashboard/server/effects.ts';
import type {Effectantwoord} from '../../../queries/contract/effect.ts';
import {effectsOf} from '../../../queries/release-effects.ts';
import {fakePublication} from '../../support/publication.ts';
import {testServer} from '../../support/server.ts';

const ADDRESS = '/api/v1/effecten/verwijzingen_tweede_lijn';

describe('/effecten/{indicator}', () => {
  it('answers observed against expected, with everything that puts it to the test', async () => {
    const server = await testServer();
    const answer = await server.get(`${ADDRESS}?gemeente=0400`);
    const {publicatie, effect} = JSON.parse(answer.text) as {
      publicatie: string;
      effect: Effectantwoord;
    };

    expect([answer.status, publicatie, effect.status]).toEqual([200, '2022-11-a', 'ok']);
    const {samen, volgordes, weglaten, controle, att, aantoonbaar} = effect;
    for (const part of [samen, volgordes, weglaten, controle, att, aantoonbaar]) {
      expect(part).not.toBeNull();
    }
    // the figures begin in 2018: there is no year before the baseline to try it on
    expect(effect.placebo).toBeNull();
    expect(samen!.effect).toBeGreaterThan(samen!.ondergrens);
    expect(samen!.effect).toBeLessThan(samen!.bovengrens);
  });

  it('works an effect out once per publication: the charts ask for no more figures', async () => {
    const server = await testServer();
    await server.get(`${ADDRESS}?gemeente=0400`);
    const {asked} = server.opened.get('2022-11-a')!;
    for (const name of EFFECT_CHART_NAMES) {
      await server.get(`${ADDRESS}/${name}.svg?gemeente=0400&breedte=390`);
    }
    await server.get(`${ADDRESS}?gemeente=0400`);
    expect(server.opened.get('2022-11-a')!.asked).toBe(asked);

    await server.get(`${ADDRESS}?gemeente=0400&publicatie=2022-11-b`);
    expect(server.opened.get('2022-11-b')!.asked).toBe(asked);
  });

  it('answers what release kept to the letter as it would work it out itself', async () => {
    const publication = fakePublication();
    const effecten = JSON.parse(JSON.stringify(await effectsOf(publication))) as Effectantwoord[];
    const kept = {...publication, effecten};
    const {asked} = publication;
    const [answers, own] = [new Effects(), new Effects()];
    const ok: string[] = [];
    for (const {indicator, gemeente, status} of effecten) {
      const stored = JSON.stringify(await answers.effect(kept, indicator, gemeente));
      expect(publication.asked).toBe(asked);
      const made = JSON.stringify(await own.effect(fakePublication(), indicator, gemeente));
      expect(stored).toBe(made);
      if (status === 'ok') ok.push(indicator);
    }
    expect(ok.length).toBeGreaterThan(0);
    expect(effecten.length).toBe(
      publication.indicatoren.length * publication.manifest.gemeenten.length,
    );
  });

  it.each([
    ['/api/v1/effecten/doorlooptijd?gemeente=0400', 'nvt', 'tijdsduur'],
    [`${ADDRESS}?gemeente=0453`, 'niet_vergelijkbaar', 'nog geen team gestart'],
  ])('%s refuses with %s and says why', async (address, status, words) => {
    const server = await testServer();
    const {effect} = JSON.parse((await server.get(address)).text) as {effect: Effectantwoord};
    expect(effect).toMatchObject({status, samen: null, halfjaren: []});
    expect(effect.reden).toContain(words);
  });

  it('says what is wrong with a question', async () => {
    const server = await testServer();
    const status = async (address: string) => (await server.get(address)).status;
    expect(await status('/api/v1/effecten/bestaat_niet?gemeente=0400')).toBe(404);
    expect(await status(ADDRESS)).toBe(400);
    expect(await status(`${ADDRESS}?gemeente=9999`)).toBe(400);
    expect(await status(`${ADDRESS}?gemeente=0400&nacht=vandaag`)).toBe(400);
    expect(await status(`${ADDRESS}/taart.svg?gemeente=0400`)).toBe(400);
    expect(await status(`${ADDRESS}/effect-per-halfjaar.svg?gemeente=0400&breedte=9`)).toBe(400);
  });

  it.each(EFFECT_CHART_NAMES)('draws %s that a strict page may show', async (name) => {
    const server = await testServer();
    const answer = await server.get(`${ADDRESS}/${name}.svg?gemeente=0400&breedte=390`);
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/^<svg role="img" aria-label="[^"]{40,}"/);
    expect(answer.text).not.toMatch(/style=|<script|<style|on\w+=|href=|NaN|undefined/);
  });
});
