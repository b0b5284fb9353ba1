import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leaksOf } from './leaks.ts';
import { stockOf } from './stock.ts';
import { missingVisit } from './visit-map.ts';
import { visitedSite } from './visited-site.ts';
import { personas } from './world.ts';

/** Every method of every transfer, tried by everybody who may not use it, with what the rightful person would send. */

const { site, world, routes, browserOf } = await visitedSite();

for (const { key, method, feature, route, transfer } of routes) {
  if (route.sort !== 'transfer') continue;

  test(`${key} is described`, () => assert.ok(transfer, missingVisit(feature, method, route)));
  if (!transfer) continue;
  const { path, sends, by } = transfer;

  test(`${key} is refused to others in plain words, and writes nothing`, async () => {
    const before = await stockOf(site.db);
    for (const who of personas.filter((each) => !by.includes(each))) {
      const answer = await (await browserOf(who)).transfer(method, path, sends);
      const about = `${who} sent ${key} to ${path} and got ${answer.status}; add them to "by" if they may.`;
      assert.ok([401, 403, 404, 422].includes(answer.status), about);
      assert.match(answer.headers['content-type'] ?? 'text/plain', /^text\/plain/, `${key} as ${who}`);
      assert.deepEqual(leaksOf(answer, who, world, route), [], `${key} as ${who}`);
    }
    assert.deepEqual(await stockOf(site.db), before, `${key} was refused and still wrote something`);
  });

  if (method === 'GET' || method === 'HEAD') continue;

  test(`${key} is refused when another site sends it`, async () => {
    const before = await stockOf(site.db);
    const headers = { ...sends.headers, 'sec-fetch-site': 'cross-site' };
    for (const who of by)
      assert.equal(
        (await (await browserOf(who)).transfer(method, path, { ...sends, headers })).status,
        403,
        who,
      );
    assert.deepEqual(await stockOf(site.db), before);
  });
}
