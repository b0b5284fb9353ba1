import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitedSite, type VisitedRoute } from './visited-site.ts';
import type { SignedIn } from './world.ts';

/** Every page can be come to by links alone, beginning at the places of the header. */

const { routes, browserOf } = await visitedSite();

/** Pages whose link stands only where there is something to see, which the visits do not make: what that is. */
const seldom: Readonly<Record<string, string>> = {
  'GET /try-outs/:person/:tryOut/history': 'a try-out that was changed',
  'GET /programmes/:programme/steps/:number/answers': 'something of one’s own at a step that was changed',
  'GET /today/waiting/:notice': 'a letter about something that waits',
  'GET /school/consents/asking/letters': 'a family without an account that has not answered',
  'GET /cover/plan': 'several classes that somebody could take',
  'GET /registers/:date/:unit/:slot/changes': 'a register that was corrected',
  'GET /people/:person/family':
    'the page of a pupil; those opened first are of staff (family.test.ts follows it)',
  'GET /people/:person/invite':
    'the page of somebody without an account; those opened first have one (family.test.ts follows it)',
};

const pages = routes.filter(({ route }) => route.sort === 'page');
/** Those that are not described are named by the test of every route. */
const wanted = pages.filter(
  ({ route, key, visits }) =>
    route.access !== 'anyone' && !(key in seldom) && visits.some(({ demo }) => !demo),
);

/** In whose browser one looks for a page first. */
const walkers: readonly SignedIn[] = [
  'teacher',
  'cpd-leader',
  'administrator',
  'facilitator',
  'specialist',
  'partner',
  'head',
  'safeguarding-lead',
  'co-ordinator',
  'governor',
  'manager',
  'parent',
  'pupil',
];

/** How many addresses of one pattern are opened: enough to meet an item in each of its states. */
const opened = 8;

test('every page is reached by links from the places', async () => {
  const reached = new Set<string>();
  for (const who of walkers) {
    if (wanted.every(({ key }) => reached.has(key))) break;
    await walk(who, reached);
  }
  const lost = wanted.filter(({ key }) => !reached.has(key)).map(({ key }) => key);
  assert.deepEqual(lost, [], 'nobody comes to these pages by a link');
});

/** Follows links in one person's browser until there is nothing new. */
async function walk(who: SignedIn, reached: Set<string>): Promise<void> {
  const browser = await browserOf(who);
  const seen = new Set<string>();
  const times = new Map<string, number>();
  const ahead = ['/'];
  for (let address = ahead.shift(); address !== undefined; address = ahead.shift()) {
    const path = address.split(/[?#]/)[0]!;
    const found = pageAt(path);
    if (!found || seen.has(address) || (times.get(found.key) ?? 0) >= opened) continue;
    seen.add(address);
    times.set(found.key, (times.get(found.key) ?? 0) + 1);
    const answer = await browser.get(address);
    if (answer.status >= 400 || answer.to.startsWith('/sign-in')) continue;
    reached.add(found.key);
    ahead.push(...(answer.status === 303 ? [answer.to] : linksIn(answer.text)));
  }
}

const linksIn = (page: string): string[] =>
  [...page.matchAll(/\shref="(\/[^"#]*)/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));

/** The page whose pattern fits, one with more words before one with fewer. */
function pageAt(path: string): VisitedRoute | undefined {
  return patterns.find(({ fits }) => fits.test(path))?.visited;
}

const patterns = pages
  .map((visited) => ({
    visited,
    fits: new RegExp(`^${visited.route.path.replace(/:\w+/g, '[^/]+')}$`),
    parameters: visited.route.path.split(':').length,
  }))
  .toSorted((a, b) => a.parameters - b.parameters);
