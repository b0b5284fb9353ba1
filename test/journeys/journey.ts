import { mkdtemp } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import type { Browser } from 'playwright-core';
import { buildAssets } from '#ui/assets.ts';
import { openChromium } from '../chromium.ts';
import { hearComplaints } from '../page-checks.ts';
import { testSite, type TestSite } from '../site.ts';
import { Hands } from './hands.ts';

interface Window {
  width: number;
  height: number;
  /** It is touched with a finger: a phone. */
  hasTouch?: boolean;
}

export interface Journey {
  site: TestSite;
  /** http://127.0.0.1:49152 */
  address: string;
  /** Opens a browser of its own (its own cookies), 360 pixels wide, with or without JavaScript. */
  browser(javaScript: boolean, window?: Window): Promise<Hands>;
}

const phone = { width: 360, height: 740 };

let chromium: Promise<Browser> | undefined;

/** One browser program for all journeys of a file, closed when they are over. */
function program(): Promise<Browser> {
  chromium ??= openChromium();
  return chromium;
}
after(async () => (await chromium)?.close());

/**
 * A walk through the real site: its own server on this machine, database, files and mail, with a
 * real Chromium. When it fails, a picture of every open page lies in the folder that the message
 * names. A browser that complained (console, security policy) fails it too.
 */
export function journey(name: string, walk: (journey: Journey) => Promise<void>): void {
  test(name, async (t) => {
    await program();
    // The journey's day is a day of the tests' year; times on pages come from this clock.
    const site = await testSite({ assets: await buildAssets(), atEnd: (work) => t.after(work) });
    await site.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = site.app.server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}`;
    site.services.address = () => address;
    const open: Hands[] = [];
    const start = async (javaScript: boolean, window: Window = phone): Promise<Hands> => {
      const hands = await openHands(site, address, javaScript, window);
      open.push(hands);
      return hands;
    };
    try {
      await walk({ site, address, browser: start });
      for (const hands of open) hands.noConsoleErrors();
    } catch (error) {
      throw new Error(`${(error as Error).message}\nPictures: ${await picturesOf(t, open)}`, {
        cause: error,
      });
    } finally {
      for (const hands of open) await hands.page.context().close();
    }
  });
}

/** The same walk twice: with JavaScript and without. */
export function journeyEitherWay(
  name: string,
  walk: (journey: Journey & { javaScript: boolean; start(): Promise<Hands> }) => Promise<void>,
): void {
  for (const javaScript of [true, false])
    journey(`${name}, ${javaScript ? 'with' : 'without'} JavaScript`, (each) =>
      walk({ ...each, javaScript, start: () => each.browser(javaScript) }),
    );
}

async function openHands(
  site: TestSite,
  address: string,
  javaScript: boolean,
  { hasTouch = false, ...viewport }: Window,
): Promise<Hands> {
  const context = await (
    await program()
  ).newContext({
    viewport,
    hasTouch,
    javaScriptEnabled: javaScript,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    baseURL: address,
  });
  // Long enough for a machine that is busy with other things; what is there is found at once.
  context.setDefaultTimeout(15_000);
  const complaints = await hearComplaints(context);
  return new Hands(site, await context.newPage(), address, complaints);
}

async function picturesOf(t: TestContext, open: readonly Hands[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-journey-'));
  for (const [index, { page }] of open.entries()) {
    const path = join(folder, `${t.name.replace(/[^a-z0-9]+/gi, '-')}-${index + 1}.png`);
    await page.screenshot({ path, fullPage: true }).catch(() => undefined);
  }
  return folder;
}
