import type {Browser, Page} from 'playwright-core';
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

// A real browser on the real server, over a publication in memory.

let browser: Browser;
let appDirectory: string;

beforeAll(async () => {
  [browser, appDirectory] = await Promise.all([openBrowser(), builtApp()]);
});
afterAll(() => browser.close());

const openPage = (path: string, options: OpenOptions = {}) =>
  open(browser, path, {appDirectory, ...options});

const OVERVIEW = '/?gemeente=0400';
const INDICATOR = '/indicator/wachtlijst?gemeente=0400&uitsplitsen=wet';
const PAGES = [
  OVERVIEW,
  '/overzicht?gemeente=0400&niveau=wijk',
  '/overzicht?gemeente=0400&vergelijking=streefwaarde&rijen=alle',
  '/wijk/WK040006?gemeente=0400',
  '/wijk/DH-1?gemeente=0400&vergelijking=gemeente',
  INDICATOR,
  '/indicator/doorlooptijd?gemeente=0453&niveau=gemeente',
  '/effect?gemeente=0400',
  '/effect/verwijzingen_tweede_lijn?gemeente=0400',
  '/effect/doorlooptijd?gemeente=0400',
  '/effect/wachtlijst?gemeente=0453',
  '/financien?gemeente=0400',
  '/financien?gemeente=0400&boekjaar=2021&onderdeel=wmo&niveau=team',
  '/financien?gemeente=0453',
  '/uitleg',
  '/privacy',
  '/datakwaliteit',
  '/over',
  '/over/toegankelijkheid',
  '/over/bestaat-niet',
];

describe.each([320, 768, 1440])('at %i pixels wide', (width) => {
  it.each(PAGES)('%s has no finding of axe and nothing that sticks out', async (path) => {
    const {page, seen} = await openPage(path, {width});
    for (const summary of await page.locator('summary:visible').all()) await summary.click();

    expect(await axeFindings(page)).toEqual([]);
    const tooWide = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(tooWide).toBe(0);
    expect(await page.locator('h1').count()).toBe(1);
    expect(seen.errors).toEqual([]);
    expect(seen.foreign).toEqual([]);
  });
});

describe('the interactive chart', () => {
  it('draws under the strict policy and tells a figure at the pointer', async () => {
    const {page, seen} = await openPage(INDICATOR);
    await page.getByRole('button', {name: 'Maak interactief'}).click();
    const drawing = page.locator('.wm-vega svg').first();
    await drawing.waitFor();
    const box = (await drawing.boundingBox())!;
    await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2);
    await page.mouse.move(box.x + box.width / 3 + 8, box.y + box.height / 2);

    await expect.poll(() => page.locator('.wm-tip').textContent()).toMatch(/, \d{4}: \d/);
    expect(seen.errors).toEqual([]);
    expect(seen.foreign).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('the address is the view', () => {
  it('a filter lands in the address, and back and forward follow', async () => {
    const {page} = await openPage('/indicator/wachtlijst?gemeente=0400');
    await choice(page, 'Gebieden').selectOption('team');
    await choice(page, 'Periode').selectOption('jaar');
    expect(new URL(page.url()).searchParams.get('periodesoort')).toBe('jaar');

    await page.goBack();
    await expect.poll(() => choice(page, 'Periode').inputValue()).toBe('kwartaal');
    expect(await choice(page, 'Gebieden').inputValue()).toBe('team');
    await page.goForward();
    await expect.poll(() => choice(page, 'Periode').inputValue()).toBe('jaar');
    await page.reload({waitUntil: 'networkidle'});
    expect(await choice(page, 'Gebieden').inputValue()).toBe('team');
  });

  it('the gemeente stays along the links', async () => {
    const {page} = await openPage('/?gemeente=0400');
    await choice(page, 'Gemeente').selectOption('0453');
    await page.getByRole('heading', {name: 'Velsen'}).waitFor();
    await page.getByRole('link', {name: 'Wachtlijst'}).first().click();
    await page.waitForURL(/indicator\/wachtlijst\?gemeente=0453/);
    await expect.poll(() => page.title()).toBe('Wachtlijst, Velsen – Wijkmonitor');
  });

  it('a pinned publication stays pinned in every question', async () => {
    const {page, seen} = await openPage('/?gemeente=0400&publicatie=2022-11-b');
    await page.getByText('vastgezette publicatie').waitFor();
    await page.getByRole('link', {name: 'Wachtlijst'}).first().click();
    await page.locator('.wm-grafiek svg').first().waitFor();
    const asked = seen.paths.filter(
      (path) => path.startsWith('/api/v1/') && !path.startsWith('/api/v1/status'),
    );
    expect(asked.filter((path) => !path.includes('publicatie=2022-11-b'))).toEqual([]);
  });
});

describe('with the keyboard', () => {
  it('skips to the content, opens an indicator and lands on its heading', async () => {
    const {page} = await openPage(OVERVIEW);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Naar de inhoud');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('inhoud');
    // a page that takes a while to come: the heading that is left may not keep the focus
    await page.route('**/assets/indicator-*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.getByRole('link', {name: 'Wachtlijst'}).first().focus();
    await page.keyboard.press('Enter');
    // the heading of the new page, and still there once all has come
    await expect.poll(() => focused(page)).toContain('wachten op een eerste gesprek');
    await page.waitForLoadState('networkidle');
    expect(await focused(page)).toContain('wachten op een eerste gesprek');
    await expect.poll(() => page.title()).toContain('Wachtlijst');
  });

  it('lands on the heading of the page one goes to, also with back', async () => {
    const {page} = await openPage(OVERVIEW);
    const left = (await page.locator('h1').textContent())!;
    await page.getByRole('link', {name: 'Uitleg', exact: true}).click();
    await page.getByRole('heading', {level: 1, name: 'Uitleg'}).waitFor();
    await expect.poll(() => focused(page)).toBe('Uitleg');
    await page.goBack();
    await page.locator('.wm-rug').waitFor();
    await expect.poll(() => focused(page)).toBe(left.trim());
  });

  it('reaches the table as a named region that can be scrolled', async () => {
    const {page} = await openPage('/?gemeente=0400&niveau=wijk', {width: 390});
    const region = page.getByRole('region', {name: /cijfers van de gemeente/});
    await region.focus();
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => page.evaluate<number>(`document.querySelector('.wm-rol').scrollLeft`))
      .toBeGreaterThan(0);
  });
});

describe('every cell', () => {
  it('says a value with a verdict in words, or why there is none', async () => {
    const {page} = await openPage('/?gemeente=0400&niveau=wijk');
    const cells = await page.locator('.wm-cel').allTextContents();
    expect(cells.length).toBe(3 * 9);
    const plain = cells.map((text) => text.replaceAll(/\s+/g, ' ').trim());
    expect(plain).toContain('niet getoond (0–14)');
    expect(
      plain.filter((text) => !/\d.*(beter|te zeggen|te beoordelen)|niet getoond/.test(text)),
    ).toEqual([]);
  });
});

describe('when something is wrong', () => {
  it('says so when a page does not come, under no other heading', async () => {
    const {page} = await openPage(OVERVIEW);
    await page.route('**/assets/privacy-*.js', (route) => route.abort());
    await page.getByRole('link', {name: 'Privacy', exact: true}).click();
    await page.getByRole('heading', {level: 1, name: 'Deze pagina laadt niet'}).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('shows the words of the server and tries again', async () => {
    const {page, server} = await openPage('/uitleg');
    await page.route('**/api/v1/overzicht*', (route) => route.fulfill(PROBLEM));
    await page.goto(`${server.url}/?gemeente=0400`, {waitUntil: 'networkidle'});
    expect(await page.getByRole('alert').textContent()).toContain('Dit ligt aan ons.');
    expect(await axeFindings(page)).toEqual([]);
    await page.unroute('**/api/v1/overzicht*');
    await page.getByRole('button', {name: 'Probeer opnieuw'}).click();
    await page.locator('.wm-rug').waitFor();
  });

  it('says so when there are no figures', async () => {
    const {page, server} = await openPage('/uitleg');
    await page.route('**/api/v1/overzicht*', (route) =>
      route.fulfill({json: {publicatie: 'x', zinnen: [], gebieden: [], rijen: []}}),
    );
    await page.goto(`${server.url}/?gemeente=0400`, {waitUntil: 'networkidle'});
    await page.getByText('Er zijn nog geen cijfers').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('says so before the first publication', async () => {
    const {page} = await openPage('/', {current: null});
    await page.getByText('Er is nog geen publicatie').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('says so when the night did not come', async () => {
    const {page, server} = await openPage('/uitleg');
    await page.route('**/api/v1/status', (route) =>
      route.fulfill({
        json: {
          publicatie: 'x',
          gemaakt_op: null,
          geweigerd: null,
          nacht: {laatste_nacht: '2022-11-24T04:15:00Z', gelukt: true, melding: null},
        },
      }),
    );
    await page.goto(`${server.url}/?gemeente=0400`, {waitUntil: 'networkidle'});
    await page.getByText('De cijfers zijn niet vers').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('an unknown indicator is a message, not a blank page', async () => {
    const {page} = await openPage('/indicator/bestaat_niet?gemeente=0400');
    expect(await page.getByRole('alert').textContent()).toContain('bestaat_niet');
  });
});

describe('on paper', () => {
  it('folds everything open and leaves the controls out', async () => {
    const {page} = await openPage(INDICATOR);
    await page.emulateMedia({media: 'print'});
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(await page.locator('nav:visible, select:visible, button:visible').count()).toBe(0);
    expect((await page.pdf({tagged: true})).length).toBeGreaterThan(10_000);
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    expect(await page.locator('details[open]').count()).toBe(0);
  });
});

function focused(page: Page): Promise<string> {
  return page.evaluate('document.activeElement.textContent.trim()');
}
