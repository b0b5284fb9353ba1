import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { buildAssets } from '#ui/assets.ts';
import { openChromium } from '#test/chromium.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { tooWide } from '#test/page-checks.ts';
import { startOfTests, testSite } from '#test/site.ts';
import { makeGroup } from './groups.scene.ts';

const chromium = await openChromium();
after(() => chromium.close());

test('names without a space in them make no page wider than a phone', async () => {
  const site = await testSite({ assets: await buildAssets() });
  const school = await makeSchool(site.db);
  const ann = await makePerson(site.db, school, { name: 'A'.repeat(100), roles: ['cpd-leader'] });
  const beth = await makePerson(site.db, school, { name: `Beth ${'M'.repeat(90)}` });
  const title = 'W'.repeat(110);
  const group = await makeGroup(site.db, ann, startOfTests, { title, participants: [beth] });
  await site.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = site.app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const context = await chromium.newContext({ viewport: { width: 360, height: 740 } });
  try {
    await context.addCookies([{ ...(await site.cookieOf(ann)), url }]);
    const page = await context.newPage();
    const here = `/groups/${group.slug}`;
    const places = ['/people', `/people/${beth.personId}`, '/groups', here];
    for (const place of [...places, `${here}/people`, `${here}/cycles`, `${here}/settings`]) {
      const answer = await page.goto(url + place);
      assert.equal(answer?.status(), 200, place);
      assert.deepEqual(await tooWide(page), [], place);
    }
  } finally {
    await context.close();
  }
});
