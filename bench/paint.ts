import type {Browser} from 'playwright-core';
import {openBrowser} from '../test/support/browser.ts';
import {median, type Measurement} from './report.ts';

const ROUNDS = 7;
const PAGE = '/indicator/wachtlijst?gemeente=GM0400&niveau=wijk';
const CHARTS = 6;

interface Painted {
  ms: number;
  charts: number;
  bytes: number;
}

/** Marks the frame in which each chart is first painted. Text: it runs in the page, not here. */
const MARK_CHARTS = `
  const seen = new Set();
  new MutationObserver(() => {
    for (const svg of document.querySelectorAll('main svg[role="img"]')) {
      if (seen.has(svg)) continue;
      seen.add(svg);
      requestAnimationFrame(() => performance.mark('chart'));
    }
  }).observe(document, {childList: true, subtree: true});
`;

/** Time from navigation to painted charts on a cold page, and the bytes on the wire before anyone acts. */
export async function measurePaint(url: string): Promise<Measurement[]> {
  const browser = await openBrowser();
  const rounds: Painted[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await paintOnce(browser, url + PAGE));
  await browser.close();
  const pick = (name: keyof Painted): number => median(rounds.map((painted) => painted[name]));
  return [
    {what: 'charts painted on the Indicator page', value: pick('charts'), unit: ''},
    {
      what: `time to the last of them (aim for ${CHARTS} charts)`,
      value: pick('ms'),
      unit: 'ms',
      aim: '≤ 350 ms',
    },
    {
      what: 'bytes on the wire before interaction',
      value: pick('bytes') / 1000,
      unit: 'kB',
      aim: '≤ 60 kB',
    },
  ];
}

async function paintOnce(browser: Browser, url: string): Promise<Painted> {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}});
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({encodedDataLength}) => {
    bytes += encodedDataLength;
  });
  await page.addInitScript(MARK_CHARTS);
  await page.goto(url, {waitUntil: 'networkidle'});
  const marks = await page.evaluate<number[]>(
    "performance.getEntriesByName('chart').map((mark) => mark.startTime)",
  );
  await context.close();
  return {ms: Math.max(0, ...marks), charts: marks.length, bytes};
}
