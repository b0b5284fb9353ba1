import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitedSite } from './visited-site.ts';

/** Addresses that no link leads to: what stands in them is refused in words, and never a fault of ours. */

const { routes, browserOf } = await visitedSite();

/** In place of each name or number of an address, and of what a filter was set to. */
const hostile = ['%00', '%FF', "'%22%3C", '-1', '99999999999999999999', 'x'.repeat(3000)];
/** What the pages' filters and lists are called, and a name that is none of them. */
const asked = ['page', 'words', 'kind', 'show', 'role', 'unit', 'month', 'q', 'programme', 'from', 'other'];

for (const { key, route, visits } of routes.filter(({ route: { sort } }) => sort !== 'action')) {
  test(`${key} answers addresses that nobody meant`, async () => {
    for (const { path, seenBy, demo = false } of visits) {
      const browser = await browserOf(seenBy[0]!, demo);
      for (const address of hostile.flatMap((each) => spoilt(route.path, path.split('?')[0]!, each))) {
        const { status } = await browser.get(address);
        assert.ok(status < 500, `${address.slice(0, 200)} answered ${status}`);
      }
    }
  });
}

/** The real address with each of its names in turn replaced, and with filters that say this. */
function spoilt(pattern: string, real: string, by: string): string[] {
  const names = pattern.split('/');
  const parts = real.split('/');
  const replaced = names.flatMap((name, at) => (name.startsWith(':') ? [parts.with(at, by).join('/')] : []));
  return [...replaced, `${real}?${asked.map((name) => `${name}=${by.slice(0, 200)}`).join('&')}`];
}
