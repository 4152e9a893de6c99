import axe, {type AxeResults} from 'axe-core';
import type {Browser, BrowserContextOptions, Locator, Page} from 'playwright-core';
import {onTestFinished} from 'vitest';
import {watch, type Watch} from './browser.ts';
import {testServer, type TestServer, type TestServerOptions} from './server.ts';

export interface OpenedPage {
  page: Page;
  seen: Watch;
  server: TestServer;
}

export interface OpenOptions extends TestServerOptions {
  width?: number;
  /** Preferences of the reader: forced colours, reduced motion. */
  reader?: Pick<BrowserContextOptions, 'forcedColors' | 'reducedMotion'>;
}

/** A page of the app on a real server of its own; both close with the test. */
export async function openPage(
  browser: Browser,
  path: string,
  {width = 1440, reader = {}, ...options}: OpenOptions & {appDirectory: string},
): Promise<OpenedPage> {
  const server = await testServer(options);
  const viewport = {width, height: 900};
  const context = await browser.newContext({viewport, locale: 'nl-NL', ...reader});
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const seen = watch(page, server.url);
  await page.goto(server.url + path, {waitUntil: 'networkidle'});
  return {page, seen, server};
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules that axe finds broken, with the first element. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const {violations} = await page.evaluate<AxeResults>(
    `axe.run(document, {runOnly: {type: 'tag', values: ${JSON.stringify(TAGS)}}})`,
  );
  return violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** A select by its label. */
export function choice(page: Page, name: string): Locator {
  return page.getByRole('combobox', {name, exact: true});
}

/** A server that answers with a problem in words. */
export const PROBLEM = {
  status: 500,
  contentType: 'application/problem+json',
  body: JSON.stringify({title: 'Er ging iets mis', detail: 'Dit ligt aan ons.', code: 'FOUT'}),
};
