import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { insertMemberships } from '#features/people/index.ts';
import { buildAssets } from '#ui/assets.ts';
import { openChromium } from '#test/chromium.ts';
import { makePerson } from '#test/factories.ts';
import { startOfTests } from '#test/site.ts';
import { scene } from './consents.scene.ts';
import { standingOf } from './index.ts';

const chromium = await openChromium();
after(() => chromium.close());

/** Somebody slow at a keyboard presses two keys a second. */
const keysAMinute = 120;

test('twenty-eight papers are written down in under a minute, by keyboard and without JavaScript', async () => {
  const { site, db, school, p5, people } = await scene({ assets: await buildAssets() });
  const more = await Promise.all(
    Array.from({ length: 25 }, (_, n) =>
      makePerson(db, school, { name: `Pupil Number${String(n).padStart(2, '0')}`, kind: 'pupil' }),
    ),
  );
  await insertMemberships(
    db,
    school.id,
    more.map(({ personId }) => ({ unitId: p5, personId, part: 'pupil' as const })),
    startOfTests,
  );
  await site.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = site.app.server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const context = await chromium.newContext({ javaScriptEnabled: false });
  try {
    await context.addCookies([{ ...(await site.cookieOf(people.office)), url: address }]);
    const page = await context.newPage();
    await page.goto(`${address}/school/consents/classes/${p5}/recording-learning`);
    let keys = 0;
    const press = async (...pressed: string[]): Promise<void> => {
      for (const key of pressed) {
        await page.keyboard.press(key);
        keys++;
      }
    };
    await page.getByLabel('Who said so').focus();
    await press(...'Parent or carer');
    const radios = page.locator('input[type=radio]:focus');
    while ((await radios.count()) === 0) await press('Tab');
    for (let pupil = 0; pupil < 28; pupil++) {
      // The papers: one refused, two missing, the rest given.
      if (pupil === 3) await press('ArrowRight', 'ArrowRight');
      else if (pupil !== 5 && pupil !== 9) await press('ArrowRight');
      await press('Tab');
    }
    await press('Enter');
    await page.waitForURL(`${address}/school/consents?unit=${p5}`);
    assert.match(await page.content(), /Written down for Class 5P: 25 given, 1 refused/);
    assert.ok(keys < keysAMinute, `${keys} keys`);
  } finally {
    await context.close();
  }
  const stands = Map.groupBy(
    await standingOf(db, {
      organisationId: school.id,
      unitId: p5,
      purpose: 'recording-learning',
      today: '2026-11-18',
    }),
    ({ answer }) => answer,
  );
  assert.equal(stands.get('given')?.length, 25);
  assert.equal(stands.get('none')?.length, 2);
});
