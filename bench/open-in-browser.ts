import type { Browser } from 'playwright-core';
import { openChromium } from '#test/chromium.ts';
import { percentile } from './load.ts';

/** Once with nothing kept, then as often as this: the first tells what a script costs to fetch. */
const times = 5;
const patience = 30_000;

export interface Opening {
  /** Milliseconds from pressing the link until the page says that all of it can be used: the median. */
  open_ms: number;
  /** The same for a browser that was never here. */
  first_open_ms: number;
}

/**
 * How long a page takes to open in a real browser, as its script measures it (`performance.measure('open_ms')`).
 * Null where there is no browser to open it in.
 */
export async function openInBrowser(port: number, path: string, cookie: string): Promise<Opening | null> {
  let browser: Browser;
  try {
    browser = await openChromium();
  } catch {
    return null;
  }
  try {
    const url = `http://127.0.0.1:${port}`;
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const [name, value] = cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, url }]);
    const page = await context.newPage();
    const opened: number[] = [];
    for (let time = 0; time <= times; time++) {
      await page.goto(url + path);
      await page.waitForFunction(() => performance.getEntriesByName('open_ms').length > 0, null, {
        timeout: patience,
      });
      opened.push(await page.evaluate(() => performance.getEntriesByName('open_ms')[0]!.duration));
    }
    const [first, ...again] = opened as [number, ...number[]];
    return { open_ms: Math.round(percentile(again, 0.5)), first_open_ms: Math.round(first) };
  } finally {
    await browser.close();
  }
}
