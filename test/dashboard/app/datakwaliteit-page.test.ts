import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Browser} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {openBrowser} from '../../support/browser.ts';
import {builtApp} from '../../support/built-app.ts';
import {axeFindings, openPage, type OpenedPage} from '../../support/open-page.ts';
import {QUALITY} from '../../support/quality.ts';

let browser: Browser;
let appDirectory: string;
const qualityFile = join(mkdtempSync(join(tmpdir(), 'kwaliteit-')), 'kwaliteit.json');

beforeAll(async () => {
  writeFileSync(qualityFile, JSON.stringify(QUALITY));
  [browser, appDirectory] = await Promise.all([openBrowser(), builtApp()]);
});
afterAll(() => browser.close());

const open = (width = 1440, file = qualityFile): Promise<OpenedPage> =>
  openPage(browser, '/datakwaliteit?gemeente=0400', {appDirectory, width, qualityFile: file});

describe('the page Datakwaliteit', () => {
  it.each([320, 768, 1440])(
    'has no finding of axe and nothing that sticks out at %i',
    async (width) => {
      const {page, seen} = await open(width);
      await page.getByRole('heading', {name: 'Hoe gingen de laatste nachten?'}).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      const tooWide = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(tooWide).toBe(0);
      expect(seen.errors).toEqual([]);
      expect(seen.foreign).toEqual([]);
      const shots = process.env['WIJKMONITOR_BEELDEN'];
      if (shots !== undefined) {
        await page.screenshot({path: join(shots, `datakwaliteit-${width}.png`), fullPage: true});
      }
    },
  );

  it('says per night how it went, and per reason how many rows were rejected', async () => {
    const {page} = await open();
    const nights = page.getByRole('region', {name: 'Tabel: Hoe gingen de laatste nachten?'});
    expect(await nights.getByRole('row').count()).toBe(1 + QUALITY.nachten.length);
    expect(await nights.textContent()).toContain('De schijf is vol.');
    const rejected = page.getByRole('region', {name: 'Tabel: Welke rijen zijn afgewezen?'});
    expect(await rejected.textContent()).toMatch(/datum_eerste_contact ligt voor.*minder dan 10/s);
    const complete = page.getByRole('region', {name: 'Tabel: Hoe volledig zijn de gegevens?'});
    expect(await complete.textContent()).toMatch(/voorziening.*85%.*huishouden_id.*5%/s);
    expect(await complete.textContent()).not.toContain('casus_id');
  });

  it('is reached from the foot of each page', async () => {
    const {page} = await openPage(browser, '/uitleg?gemeente=0400', {appDirectory, qualityFile});
    await page.getByRole('link', {name: 'Datakwaliteit'}).click();
    await page.getByRole('heading', {level: 1, name: 'Datakwaliteit'}).waitFor();
    expect(new URL(page.url()).searchParams.get('gemeente')).toBe('0400');
    expect(await page.title()).toBe('Datakwaliteit – Wijkmonitor');
  });

  it('says so when nothing is known yet', async () => {
    const {page} = await open(1440, '/nergens/kwaliteit.json');
    await page.getByRole('heading', {name: 'Er is nog niets bekend'}).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
