import chromium from '@sparticuz/chromium';
import {chromium as playwright, type Browser, type Page} from 'playwright-core';

/** Made for serverless hosts: one process ends with its first page, and web security must be on here. */
const NOT_HERE = ['--single-process', '--no-zygote', '--disable-web-security'];

/** Chromium from the package, so that a browser test needs nothing from the system. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((arg) => !NOT_HERE.includes(arg)),
    headless: true,
  });
}

/** What a page did that it may not do. */
export interface Watch {
  /** Violations of the content security policy and other errors in the console. */
  errors: string[];
  /** Addresses on other hosts. */
  foreign: string[];
  /** Paths that were asked for. */
  paths: string[];
}

/** Notes console errors and requests of the page from now on. */
export function watch(page: Page, origin: string): Watch {
  const noted: Watch = {errors: [], foreign: [], paths: []};
  page.on('console', (message) => {
    if (message.type() === 'error') noted.errors.push(message.text());
  });
  page.on('pageerror', (error) => noted.errors.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (url.startsWith('data:') || url.startsWith('blob:')) return;
    if (url.startsWith(origin)) noted.paths.push(url.slice(origin.length));
    else noted.foreign.push(url);
  });
  return noted;
}
