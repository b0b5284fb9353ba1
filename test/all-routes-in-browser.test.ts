import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { buildAssets } from '#ui/assets.ts';
import { openChromium } from './chromium.ts';
import { axeTroubles, hearComplaints, tooWide } from './page-checks.ts';
import { visitedSite, type VisitedRoute } from './visited-site.ts';
import type { GetVisit } from './visit-map.ts';
import type { Persona } from './world.ts';

/** Every page in a real browser on a small phone: WCAG, its own security policy, its width. */

// First of all: were another file's ending to fail, the browser would still be closed before it.
const chromium = await openChromium();
after(() => chromium.close());
const { site, demo, routes, cookieOf } = await visitedSite({ assets: await buildAssets() });
for (const each of [site, demo]) await each.app.listen({ host: '127.0.0.1', port: 0 });

const addressOf = (visit: GetVisit): string => {
  const { port } = (visit.demo ? demo : site).app.server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
};

for (const visited of routes.filter(({ route }) => route.sort === 'page')) {
  for (const [index, visit] of visited.visits.entries()) {
    if (visit.leadsTo) continue;
    const which = visited.visits.length > 1 ? ` (${index + 1})` : '';
    test(`${visited.key}${which} can be read and used on a small phone`, () => look(visited, visit));
  }
}

async function look({ key }: VisitedRoute, visit: GetVisit): Promise<void> {
  const { page, complaints } = await windowOf(visit.seenBy[0]!, visit);
  complaints.length = 0;
  const address = addressOf(visit) + visit.path;
  const answer = await page.goto(address);
  assert.equal(answer?.status(), 200, key);
  if (answer.headers().refresh) await openToStay(page, address);
  assert.deepEqual(await tooWide(page), [], 'reaches beyond a window of 360 pixels');
  assert.deepEqual(await axeTroubles(page), [], 'WCAG 2.2 AA');
  assert.deepEqual(complaints, [], 'the browser complains');
}

/** A page that loads itself anew every few seconds would do so while it is looked at, or under the next one. */
async function openToStay(page: Page, address: string): Promise<void> {
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const { refresh: _left, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  const answer = await page.goto(address);
  await page.unroute(address);
  assert.equal(answer?.headers().refresh, undefined, 'it still loads itself anew');
}

interface Window {
  page: Page;
  /** What the browser complained of since this was last emptied. */
  complaints: string[];
}

const windows = new Map<string, Promise<Window>>();

/**
 * Where this person looks at pages, one after the other. To open a window takes three times as long as
 * to look at a page in one that is open, where axe has been compiled.
 */
function windowOf(who: Persona, visit: GetVisit): Promise<Window> {
  const name = `${who}${visit.demo ? ' in the demo' : ''}`;
  const window = windows.get(name) ?? openWindow(who, visit);
  windows.set(name, window);
  return window;
}

async function openWindow(who: Persona, visit: GetVisit): Promise<Window> {
  const context = await chromium.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const complaints = await hearComplaints(context);
  const cookie = await cookieOf(who, visit.demo);
  if (cookie) await context.addCookies([{ ...cookie, url: addressOf(visit) }]);
  return { page: await context.newPage(), complaints };
}
