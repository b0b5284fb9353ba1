import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { buildAssets } from '#ui/assets.ts';
import { openChromium } from '#test/chromium.ts';
import { tooWide } from '#test/page-checks.ts';
import { plannedScene } from './research-lessons.scene.ts';

const chromium = await openChromium();
after(() => chromium.close());

test('with four pupils and three moments, where one writes and “Note it” are on the first screen of a phone', async () => {
  const all = await plannedScene({
    assets: await buildAssets(),
    pupils: ['Gwen', 'Pupil B', 'Pupil C', 'Pupil D'],
    moments: ['Opening', 'First task', 'Looking back together'],
  });
  await all.site.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = all.site.app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const context = await chromium.newContext({ viewport: { width: 360, height: 740 } });
  try {
    await context.addCookies([{ ...(await all.site.cookieOf(all.people.tomos)), url }]);
    const page = await context.newPage();
    await page.goto(`${url}${all.lesson}/notes`);
    for (const place of [
      page.getByLabel('What you saw or heard'),
      page.getByText('Note it', { exact: true }),
    ]) {
      const box = await place.boundingBox();
      assert.ok(box && box.y + box.height <= 740, `its end is at ${box && box.y + box.height}`);
    }
    assert.deepEqual(await tooWide(page), []);
  } finally {
    await context.close();
  }
});
