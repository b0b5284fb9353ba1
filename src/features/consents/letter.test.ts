import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { buildAssets } from '#ui/assets.ts';
import { openChromium } from '#test/chromium.ts';
import { scene } from './consents.scene.ts';

const chromium = await openChromium();
after(() => chromium.close());

test('the printed letter holds what families read, and nothing that is said to staff', async () => {
  const { site, people } = await scene({ assets: await buildAssets() });
  await site.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = site.app.server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const context = await chromium.newContext();
  try {
    await context.addCookies([{ ...(await site.cookieOf(people.ffion)), url: address }]);
    const page = await context.newPage();
    await page.goto(`${address}/school/consents/letter`);
    await page.emulateMedia({ media: 'print' });
    const letter = await page.locator('body').innerText();
    assert.match(letter, /your child loses nothing by it/);
    assert.match(letter, /☐ Yes/);
    assert.doesNotMatch(letter, /legal advice|All staff|Print this page|Sign out/);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = pdf.match(/\/Type\s*\/Page[^s]/g)!.length;
    assert.ok(sheets <= 3, `${sheets} sheets`);
  } finally {
    await context.close();
  }
});
