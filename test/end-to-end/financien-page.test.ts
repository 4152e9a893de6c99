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

const PAGE = '/financien?gemeente=0400';

describe('waarom komen we boven de begroting uit, en in welke wijk?', () => {
  it('a controller knows in three clicks from the Overzicht', async () => {
    const {page} = await openPage('/?gemeente=0400');
    await page.getByRole('link', {name: 'Komen we uit met het geld?'}).click();
    const answer = page.locator('.wm-antwoord--geld');
    await answer.waitFor();
    expect(await answer.textContent()).toMatch(
      /Den Helder komt in 2022 naar verwachting 3% boven de begroting uit\..*De grootste oorzaak is .*Het meeste komt erbij in /s,
    );
    await page.getByRole('link', {name: 'In welke wijk?'}).click();
    const first = page.locator('#gebieden tbody tr').first().getByRole('link');
    const wijk = (await first.textContent())!.trim();
    expect(await answer.textContent()).toContain(wijk);
    await expect
      .poll(async () => (await page.locator('#gebieden').boundingBox())!.y)
      .toBeLessThan(400);
    await first.click();
    await page.getByRole('heading', {level: 1, name: `Hoe gaat het in ${wijk}?`}).waitFor();
  });
});

describe('the page Financiën', () => {
  it('draws each part, with a table beside each picture', async () => {
    const {page, seen} = await openPage(PAGE);
    await expect.poll(() => page.locator('wm-grafiek svg[role=img]').count()).toBe(6);
    for (const part of await page.locator('section:has(wm-grafiek)').all()) {
      expect(await part.locator('table').count()).toBeGreaterThan(0);
      expect((await part.locator('svg').getAttribute('aria-label'))!.length).toBeGreaterThan(30);
    }
    expect(seen.errors).toEqual([]);
  });

  it('has the plan of the teams to the euro, with dekking as high as lasten', async () => {
    const {page} = await openPage(PAGE);
    const row = async (name: string) => {
      const cells = page
        .getByRole('region', {name: 'Tabel: het plan van de wijkteams'})
        .getByRole('row', {name: new RegExp(`^${name}`)})
        .locator('td');
      return (await cells.allTextContents()).map((text) => text.replaceAll('\u00a0', ' '));
    };
    const plan = ['€ 630.000', '€ 610.000', '€ 450.000', '€ 1.690.000'];
    expect(await row('Alle lasten')).toEqual(plan);
    expect(await row('Alle dekking')).toEqual(plan);
    expect((await row('Algemene reserve')).at(-1)).toBe('€ 460.000');
  });

  it('adds up the causes to the cent', async () => {
    const {page} = await openPage(PAGE);
    const cells = await page.locator('#waardoor tbody td.wm-getal').allTextContents();
    const cents = cells.map((text) => Number(text.replace('−', '-').replaceAll(/[^\d-]/g, '')));
    const whole = cents.pop();
    expect(cents.reduce((sum, cent) => sum + cent, 0)).toBe(whole);
  });

  it('keeps year, month and law in the address; back returns', async () => {
    const {page, seen} = await openPage(PAGE);
    await choice(page, 'Boekjaar').selectOption('2021');
    await page.getByText('Stand tot en met december 2021.', {exact: true}).waitFor();
    await choice(page, 'Stand tot en met').selectOption('6');
    await page.getByText('Stand tot en met juni 2021.', {exact: true}).waitFor();
    await choice(page, 'Van welke wet').selectOption('wmo');
    await page.locator('.wm-antwoord__zin', {hasText: 'voor Wmo'}).waitFor();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      gemeente: '0400',
      boekjaar: '2021',
      peilmaand: '6',
      onderdeel: 'wmo',
    });
    const pictures = seen.paths.filter((path) => path.includes('stand-per-post.svg'));
    expect(pictures.at(-1)).toMatch(/boekjaar=2021.*peilmaand=6.*onderdeel=wmo/);
    await page.goBack();
    await expect.poll(() => choice(page, 'Van welke wet').inputValue()).toBe('');
  });

  it('says of a withheld post why there is no amount, never a zero', async () => {
    const {page} = await openPage(`${PAGE}&onderdeel=wmo`);
    await page.locator('#stand summary').click();
    const row = page.locator('#stand').getByRole('row', {name: /^Beschermd wonen/});
    expect(await row.textContent()).toContain('niet getoond');
    expect(await row.textContent()).not.toMatch(/€\u00a00(?!\d)/);
  });

  it('divides another budget with the keyboard, and keeps it in the address', async () => {
    const {page} = await openPage(PAGE);
    await page.getByLabel('Budget in hele euro’s').fill('1000000');
    await page.keyboard.press('Enter');
    await page.waitForURL(/bedrag=1000000/);
    await page
      .locator('#wijkbudget .wm-onder', {hasText: '€\u00a01,0\u00a0mln verdeeld'})
      .waitFor();
  });

  it('offers the same figures as workbook, CSV, JSON and Arrow of this publication', async () => {
    const {page, server} = await openPage(`${PAGE}&boekjaar=2021`);
    const links = await page.locator('.wm-geldtabellen a').all();
    expect(links).toHaveLength(20);
    const workbook = page.getByRole('link', {name: 'Stand en prognose per post, Excel'});
    const address = (await workbook.getAttribute('href'))!;
    expect(address).toMatch(/boekjaar=2021.*vorm=xlsx/);
    expect((await fetch(server.url + address)).status).toBe(200);
  });

  it('says so without begroting, and when the server has trouble', async () => {
    const {page, server} = await openPage('/financien?gemeente=0453');
    await page.getByRole('heading', {name: 'Er is nog geen begroting'}).waitFor();
    await page.route('**/api/v1/financien/prognose*', (route) => route.fulfill(PROBLEM));
    await page.goto(server.url + PAGE, {waitUntil: 'networkidle'});
    expect(await page.getByRole('alert').textContent()).toContain('Dit ligt aan ons.');
    expect(await axeFindings(page)).toEqual([]);
  });

  it.each([320, 390])(
    'fits a phone of %i px: one line of menu, and causes without a swipe',
    async (width) => {
      const {page} = await openPage(PAGE, {width});
      const menu = page.getByRole('navigation', {name: 'Hoofdmenu'});
      expect((await menu.boundingBox())!.height).toBeLessThan(48);
      expect(
        await page.locator('.wm-voet').getByRole('link', {name: 'Over Wijkmonitor'}).count(),
      ).toBe(1);
      const hidden = await page.evaluate<number>(
        `(({scrollWidth, clientWidth}) => scrollWidth - clientWidth)(
          document.querySelector('[aria-label="Tabel: oorzaken van het verschil"]'))`,
      );
      expect(hidden).toBe(0);
    },
  );

  it('breaks no line between a sign and its amount, nor within 0-meting', async () => {
    const {page} = await openPage(PAGE, {width: 390});
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/\+\u2060€\u00a0/);
    expect(text).not.toMatch(/[+−]€|0-meting/);
    expect(text).toContain('0-\u2060meting');
  });

  it('says why nothing is committed any more in December, and how often margins were right', async () => {
    const {page, server} = await openPage(`${PAGE}&boekjaar=2021&peilmaand=12`);
    const stand = page.locator('#stand');
    expect(await stand.textContent()).toContain('Verplicht is nu nul.');
    await page.goto(`${server.url}${PAGE}&boekjaar=2021&peilmaand=6`, {waitUntil: 'networkidle'});
    expect(await stand.textContent()).not.toContain('Verplicht is nu nul.');
    expect(await stand.textContent()).toMatch(
      /Een deel van de marges is voorlopig\..*Van de voorlopige marges van 80% was 67% goed\./s,
    );
    expect(await page.locator('#terugtoets').textContent()).toContain('82,0%');
  });

  it('prints without controls, with every picture', async () => {
    const {page} = await openPage(PAGE);
    await expect.poll(() => page.locator('wm-grafiek svg[role=img]').count()).toBe(6);
    await page.emulateMedia({media: 'print'});
    expect(await page.locator('select:visible, input:visible, summary:visible').count()).toBe(0);
    expect(await page.locator('wm-grafiek svg:visible').count()).toBe(6);
  });
});
