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
