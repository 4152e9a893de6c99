import axe, {type AxeResults} from 'axe-core';
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, inject, it, onTestFinished} from 'vitest';
import {openDataDirectory} from '../../commands/data-directory.ts';
import {serveData} from '../../commands/serveer.ts';
import type {RunningServer} from '../../dashboard/server/main.ts';
import {readCatalogue} from '../../queries/catalogue.ts';
import {openBrowser, watch, type Watch} from '../support/browser.ts';

// The product as `npm start` makes it: both fictional gemeenten at full size, the real publication.

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  const data = openDataDirectory(inject('dataDirectory'));
  [browser, server] = await Promise.all([
    openBrowser(),
    serveData(data, {host: '127.0.0.1', poort: 0}),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function openPage(path: string, width: number): Promise<{page: Page; seen: Watch}> {
  const context = await browser.newContext({viewport: {width, height: 900}, locale: 'nl-NL'});
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const seen = watch(page, server.url);
  await page.goto(server.url + path, {waitUntil: 'networkidle'});
  return {page, seen};
}

const INDICATORS = [
  'caseload',
  'doorlooptijd',
  'type_vragen',
  'verwijzingen_jeugdzorg',
  'verwijzingen_tweede_lijn',
  'wachtlijst',
  'wachttijd',
  'zorguren_per_client',
];
const PAGES = [
  '/?gemeente=GM0400',
  '/?gemeente=GM0453&niveau=wijk',
  '/indicator/wachtlijst?gemeente=GM0400',
  '/indicator/verwijzingen_tweede_lijn?gemeente=GM0453&uitsplitsen=wet',
];

describe.each([320, 768, 1440])('the real publication at %i pixels', (width) => {
  it.each(PAGES)('%s: no finding of axe, no CSP violation, no other host', async (path) => {
    const {page, seen} = await openPage(path, width);
    await page.evaluate(axe.source);
    const {violations} = await page.evaluate<AxeResults>('axe.run(document)');
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    expect(seen.errors).toEqual([]);
    expect(seen.foreign).toEqual([]);
  });
});

describe('the Overzicht of a real publication', () => {
  it('has a row per indicator, and no cell without a value or a reason', async () => {
    const first = await openPage('/?gemeente=GM0400', 1440);
    const foremost = await first.page.locator('main table tbody td').count();
    expect(foremost).toBeGreaterThanOrEqual(5 * 5);
    expect(foremost).toBeLessThanOrEqual(10 * 5);
    const {page} = await openPage('/?gemeente=GM0400&rijen=alle', 1440);
    const cells = await page.locator('main table tbody td').allInnerTexts();
    expect(cells.length).toBe(readCatalogue('queries/indicators').all().length * 5);
    for (const cell of cells)
      expect(cell.trim()).toMatch(/\d|niet getoond|onbekend|n\.v\.t\.|nog niet/);
  });

  it('says in a sentence how many teams are better or worse off', async () => {
    const {page} = await openPage('/?gemeente=GM0400', 1440);
    await expect(page.locator('main').innerText()).resolves.toMatch(
      /Wachtlijst: in \d van de 4 teams|Van geen van de 4 teams/,
    );
  });
});

describe.each(INDICATORS)('the page of %s', (indicator) => {
  it.each(['GM0400', 'GM0453'])('shows charts and figures of %s', async (gemeente) => {
    const niveau = indicator === 'caseload' ? 'team' : 'wijk';
    const path = `/indicator/${indicator}?gemeente=${gemeente}&niveau=${niveau}`;
    const {page, seen} = await openPage(path, 1440);
    expect(await page.locator('main svg[role="img"]').count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator('main table').count()).toBeGreaterThan(0);
    expect(seen.errors).toEqual([]);
  });
});
