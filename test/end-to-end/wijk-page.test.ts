import type {Browser} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openBrowser} from '../support/browser.ts';
import {builtApp} from '../support/built-app.ts';
import {
  axeFindings,
  choice,
  openPage as open,
  PROBLEM,
  type OpenOptions,
} from '../support/open-page.ts';

let browser: Browser;
let appDirectory: string;

beforeAll(async () => {
  [browser, appDirectory] = await Promise.all([openBrowser(), builtApp()]);
});
afterAll(() => browser.close());

const openPage = (path: string, options: OpenOptions = {}) =>
  open(browser, path, {appDirectory, ...options});

describe('is de wachtlijst in Julianadorp opgelopen sinds de nulmeting?', () => {
  it('a raadslid has the answer in one sentence, two clicks from the Overzicht', async () => {
    const {page} = await openPage('/?gemeente=0400');
    await page.getByRole('link', {name: 'Team Julianadorp'}).click();
    await page
      .getByRole('heading', {level: 1, name: 'Hoe gaat het in Team Julianadorp?'})
      .waitFor();
    const row = page.locator('#wachtlijst');
    expect(await row.textContent()).toContain('Wachtlijst in Team Julianadorp: ');

    await row.getByRole('link', {name: 'Wachtlijst'}).click();
    await page.waitForURL(/indicator\/wachtlijst\?gemeente=0400&niveau=team&gebied=DH-4/);
    const answer = page.locator('.wm-antwoord__zin');
    await answer.waitFor();
    expect(await answer.textContent()).toMatch(/^Wachtlijst in Team Julianadorp: .*\.$/);
  });

  it('and one click on the cell is enough', async () => {
    const {page} = await openPage('/?gemeente=0400');
    const cell = page
      .getByRole('row', {name: /^Wachtlijst/})
      .locator('td')
      .last();
    await cell.getByRole('link').click();
    await page.locator('.wm-antwoord__zin').waitFor();
    expect(new URL(page.url()).searchParams.get('gebied')).toMatch(/^DH-/);
  });
});

describe('the page of a wijk', () => {
  it('has every indicator, under the goals of the gemeente, with strip, trend and table', async () => {
    const {page} = await openPage('/wijk/WK040006?gemeente=0400');
    expect(await page.locator('.wm-thema > h2').allTextContents()).toEqual([
      'Toegang',
      'Hulp dichtbij',
    ]);
    expect(await page.locator('.wm-rij h3').allTextContents()).toEqual([
      'Wachtlijst',
      'Type vragen',
      'Verwijzingen naar de tweede lijn',
      'Doorlooptijd van de ondersteuning',
    ]);
    expect(await page.locator('.wm-rij').count()).toBe(4);
    for (const row of await page.locator('.wm-rij').all()) {
      await row.locator('summary').click();
      // eight wijken and the gemeente, and twenty quarters
      const cells = await row.locator('tbody tr').count();
      expect(cells).toBe(9 + 20);
    }
  });

  it('puts better on the right, also where lower is better', async () => {
    const {page} = await openPage('/wijk/DH-1?gemeente=0400');
    const row = page.locator('#verwijzingen_tweede_lijn');
    const at = async (name: string) =>
      Number.parseFloat((await row.locator(`.wm-strook__${name}`).first().getAttribute('cx'))!);
    const value = async (area: string) => {
      const text = await row
        .locator('tbody tr', {has: page.locator('th', {hasText: area})})
        .first()
        .locator('td')
        .textContent();
      return Number(text!.trim().replace(',', '.'));
    };
    await row.locator('summary').click();
    const own = await value('Team Centrum');
    const other = await value('Team De Schooten');
    expect(Math.sign((await at('eigen')) - (await at('ander')))).toBe(-Math.sign(own - other));
  });

  it('goes to another wijk and keeps the comparison; back returns', async () => {
    const {page} = await openPage('/wijk/WK040006?gemeente=0400');
    await choice(page, 'Vergelijk met').selectOption('gemeente');
    await choice(page, 'Wijk of team').selectOption('WK040002');
    await page.getByRole('heading', {level: 1, name: 'Hoe gaat het in Binnenstad?'}).waitFor();
    expect(new URL(page.url()).searchParams.get('vergelijking')).toBe('gemeente');
    await page.goBack();
    await page.getByRole('heading', {level: 1, name: 'Hoe gaat het in Julianadorp?'}).waitFor();
  });

  it('says so when the wijk does not exist, and when the server has trouble', async () => {
    const {page, server} = await openPage('/wijk/WK999999?gemeente=0400');
    expect(await page.getByRole('alert').textContent()).toContain('WK999999');
    await page.route('**/api/v1/profiel*', (route) => route.fulfill(PROBLEM));
    await page.goto(`${server.url}/wijk/DH-1?gemeente=0400`, {waitUntil: 'networkidle'});
    expect(await page.getByRole('alert').textContent()).toContain('Dit ligt aan ons.');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('prints each figure whole, without the controls', async () => {
    const {page} = await openPage('/wijk/DH-1?gemeente=0400');
    await page.emulateMedia({media: 'print'});
    expect(await page.locator('select:visible, summary:visible').count()).toBe(0);
    expect(await page.locator('.wm-rij__zin:visible').count()).toBe(4);
  });
});

describe('the Overzicht by goals', () => {
  it('shows what the gemeente puts first, and all figures on request', async () => {
    const {page} = await openPage('/?gemeente=0400');
    expect(await page.locator('.wm-rug tbody .wm-rug__naam').count()).toBe(3);
    await page.getByRole('link', {name: 'Toon alle 4 cijfers'}).click();
    await expect.poll(() => page.locator('.wm-rug tbody .wm-rug__naam').count()).toBe(4);
    await page.goBack();
    await expect.poll(() => page.locator('.wm-rug tbody .wm-rug__naam').count()).toBe(3);
  });

  it('names the goal that nothing measures, and the figure of others about it', async () => {
    const {page} = await openPage('/?gemeente=0400');
    await page.getByText('Doelen zonder cijfer (1)').click();
    const text = await page.locator('.wm-zonder').textContent();
    expect(text).toContain('Nog geen indicator.');
    expect(text).toContain('Overbelaste mantelzorgers (GGD-monitor)');
  });

  it('asks the server for another comparison and says it under the table', async () => {
    const {page, seen} = await openPage('/?gemeente=0400');
    await choice(page, 'Vergelijk met').selectOption('streefwaarde');
    await page.getByText('We vergelijken elk cijfer met de streefwaarde.').waitFor();
    expect(seen.paths.filter((path) => path.includes('vergelijking=streefwaarde'))).toHaveLength(1);
  });
});

describe('what stands out on the Indicator page', () => {
  it('is drawn with limits and told as something to find out, with the same figures in a table', async () => {
    const {page} = await openPage(
      '/indicator/verwijzingen_tweede_lijn?gemeente=0400&niveau=team&gebied=DH-4',
    );
    const section = page.locator('wm-signalen');
    await section.locator('svg[role=img]').waitFor();
    expect(await section.locator('svg[role=img]').getAttribute('aria-label')).toContain(
      'Springt er iets uit in Team Julianadorp?',
    );
    expect(await section.textContent()).toMatch(
      /(Zoek uit wat er toen gebeurde|springt niets eruit)/,
    );
    await section.locator('summary').click();
    expect(await section.locator('thead th').allTextContents()).toEqual([
      'Periode',
      'Cijfer',
      'Ondergrens',
      'Gemiddelde',
      'Bovengrens',
      'Signaal',
    ]);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('says why there are no limits', async () => {
    const {page} = await openPage('/indicator/doorlooptijd?gemeente=0453&niveau=gemeente');
    await page.getByText('Er zijn geen 12 maanden met cijfers van voor de start.').waitFor();
  });
});
