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

const WACHTLIJST = '/indicator/wachtlijst?gemeente=0400';

describe('figures that do not come', () => {
  it.each([
    ['another gemeente', 'Gemeente', '0453'],
    ['another level', 'Gebieden', 'team'],
  ])('for %s leave none of the question before', async (_name, select, value) => {
    const {page} = await openPage(WACHTLIJST);
    await page.locator('.wm-antwoord__zin').waitFor();
    await page.route('**/api/v1/cijfers*', (route) => route.fulfill(PROBLEM));
    await choice(page, select).selectOption(value);

    await page.getByRole('alert').waitFor();
    const left = page.locator('.wm-antwoord, .wm-deel .wm-grafiek, .wm-vergelijk, wm-meenemen');
    expect(await left.count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);

    await page.unroute('**/api/v1/cijfers*');
    await page.getByRole('button', {name: 'Probeer opnieuw'}).click();
    await page.locator('.wm-antwoord__zin').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('yet leave none of another gemeente while they are on their way', async () => {
    const {page} = await openPage(WACHTLIJST);
    await page.locator('.wm-antwoord__zin').waitFor();
    await page.route('**/api/v1/cijfers*', () => undefined);
    await choice(page, 'Gemeente').selectOption('0453');
    await page.getByText('Cijfers laden…').waitFor();
    expect(await page.locator('.wm-antwoord__zin, wm-meenemen').count()).toBe(0);
  });
});

/** Width in CSS pixels between the margins of a sheet of A4. */
const SHEET = 680;

describe('on paper', () => {
  it.each(['niveau=wijk', 'niveau=team&uitsplitsen=wet', 'niveau=wijk&periodesoort=maand'])(
    'fits a sheet and takes at most five of them (%s)',
    async (search) => {
      const {page} = await openPage(`${WACHTLIJST}&${search}`);
      const pdf = await page.pdf({preferCSSPageSize: true});
      const sheets = pdf.toString('latin1').match(/\/Type \/Page\b/g)!;
      expect(sheets.length).toBeLessThanOrEqual(5);

      await page.emulateMedia({media: 'print'});
      await page.setViewportSize({width: SHEET, height: 990});
      await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(SHEET);
    },
  );
});

/** How much moved under the eyes of the reader; the browser counts from the start. */
const SHIFT = `new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const {value} of list.getEntries()) sum += value;
  }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => resolve(sum), 100);
})`;

describe('on a phone', () => {
  it.each([320, 390])('nothing jumps while the page comes in (%i pixels)', async (width) => {
    for (const path of ['/?gemeente=0400', WACHTLIJST]) {
      const {page} = await openPage('/over', {width});
      await page.route('**/api/**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        await route.continue();
      });
      await page.goto(new URL(path, page.url()).href, {waitUntil: 'networkidle'});
      expect(await page.evaluate<number>(SHIFT)).toBeLessThan(0.05);
    }
  });

  it('two choices are there at once, and the others behind "Meer keuzes"', async () => {
    const {page} = await openPage(`${WACHTLIJST}&wet=wmo`, {width: 390});
    const shown = page.locator('.wm-filters select:visible');
    expect(await shown.count()).toBe(2);
    await page.getByText('Meer keuzes (1 gekozen)').click();
    expect(await shown.count()).toBeGreaterThan(4);
    await choice(page, 'Uitlichten').selectOption({index: 1});
    await page.getByText('Meer keuzes (2 gekozen)').waitFor();
    expect(await shown.count()).toBeGreaterThan(4);
  });
});
