import type {Browser} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openBrowser} from '../support/browser.ts';
import {builtApp} from '../support/built-app.ts';
import {axeFindings, openPage as open, PROBLEM, type OpenOptions} from '../support/open-page.ts';

// The page Effect in a real browser on the real server, over a publication in memory.

let browser: Browser;
let appDirectory: string;

beforeAll(async () => {
  [browser, appDirectory] = await Promise.all([openBrowser(), builtApp()]);
});
afterAll(() => browser.close());

const openPage = (path: string, options: OpenOptions = {}) =>
  open(browser, path, {appDirectory, ...options});

const EFFECT = '/effect/verwijzingen_tweede_lijn?gemeente=0400';
const REFUSED = '/effect/doorlooptijd?gemeente=0400';

describe('the page Effect', () => {
  it('says what can be shown before it says what was found', async () => {
    const {page} = await openPage(EFFECT);
    const text = (await page.locator('main').textContent())!;
    const provable = text.indexOf('Wat kunnen we aantonen?');
    expect(provable).toBeGreaterThan(0);
    expect(provable).toBeLessThan(text.indexOf('is niet te zeggen'));
    expect(await page.locator('.wm-vier dt').allTextContents()).toEqual([
      'Waargenomen',
      'Verwacht zonder team',
      'Verschil',
      'Onzekerheid (95%)',
    ]);
  });

  it('has under each chart a table with the same figures', async () => {
    const {page} = await openPage(EFFECT);
    await page.locator('.wm-grafiek svg').nth(1).waitFor();
    expect(await page.locator('.wm-grafiek svg').count()).toBe(2);
    const summaries = page.locator('summary', {hasText: 'als tabel'});
    expect(await summaries.count()).toBe(2);
    for (const summary of await summaries.all()) await summary.click();
    const halves = page.getByRole('region', {name: 'Tabel: verschil per halfjaar'});
    const chart = await page.locator('.wm-grafiek--effect-per-halfjaar svg').textContent();
    for (const cell of await halves.locator('tbody td:nth-child(4)').allTextContents()) {
      expect(chart).toContain(/[−+]?\d+%/.exec(cell)![0]);
    }
    expect(
      await page.getByRole('region', {name: /waargenomen en verwacht/}).textContent(),
    ).toContain('4e kwartaal 2020');
  });

  it('says how the outcome was put to the test, and that the order was no lottery', async () => {
    const {page} = await openPage(EFFECT);
    const text = (await page.locator('main').textContent())!;
    expect(text).toMatch(
      /Van de 24 mogelijke volgordes (is er 1|zijn er \d+) minstens zo uitgesproken/,
    );
    expect(text).toContain('De echte volgorde is niet geloot.');
    expect(text).toContain('Dit team startte te kort voor de dag waarop we kijken.');
  });

  it('refuses in words, shows no chart, and leads to the figure itself', async () => {
    const {page} = await openPage(REFUSED);
    await page.getByText('Dit cijfer is een tijdsduur.').waitFor();
    expect(await page.locator('.wm-grafiek').count()).toBe(0);
    expect(await page.locator('.wm-vier').count()).toBe(0);
    await page.locator('main a[href^="/indicator/doorlooptijd"]').last().click();
    await page.waitForURL(/indicator\/doorlooptijd\?gemeente=0400/);
  });

  it('is reached from the page of the indicator, and keeps gemeente and publication', async () => {
    const {page, seen} = await openPage('/indicator/wachtlijst?gemeente=0400&publicatie=2022-11-b');
    await page.getByRole('link', {name: /Kwam dit door het wijkteam/}).click();
    await page.waitForURL(/\/effect\/wachtlijst\?gemeente=0400&publicatie=2022-11-b/);
    await page.locator('wm-effect .wm-grafiek svg').first().waitFor();
    const asked = seen.paths.filter((path) => path.includes('/effecten/'));
    expect(asked.length).toBeGreaterThan(1);
    expect(asked.filter((path) => !path.includes('publicatie=2022-11-b'))).toEqual([]);
    await expect.poll(() => page.title()).toBe('Effect: Wachtlijst, Den Helder – Wijkmonitor');
  });

  it('is reached with the keyboard from the menu, by way of the choice of a figure', async () => {
    const {page} = await openPage('/?gemeente=0400');
    await page.getByRole('link', {name: 'Effect', exact: true}).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', {level: 1, name: 'Wat veranderden de wijkteams?'}).waitFor();
    await page.getByRole('link', {name: 'Wachtlijst'}).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', {level: 1, name: 'Maakten de wijkteams verschil?'}).waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('H1');
  });

  it('says when the answer does not come, and tries again', async () => {
    const {page} = await openPage('/effect?gemeente=0400');
    await page.route('**/api/v1/effecten/**', (route) => route.fulfill(PROBLEM));
    await page.getByRole('link', {name: 'Wachtlijst'}).click();
    await page.getByRole('alert').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.unroute('**/api/v1/effecten/**');
    await page.getByRole('button', {name: 'Probeer opnieuw'}).click();
    await page.locator('.wm-vier').waitFor();
  });

  it('says that it is on its way', async () => {
    const {page} = await openPage('/effect?gemeente=0400');
    await page.route('**/api/v1/effecten/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await page.getByRole('link', {name: 'Wachtlijst'}).click();
    await page.getByRole('status').filter({hasText: 'Cijfers laden…'}).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('.wm-vier').waitFor();
  });
});
