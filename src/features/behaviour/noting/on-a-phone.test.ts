import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { insertMemberships } from '#features/people/index.ts';
import { buildAssets } from '#ui/assets.ts';
import { openChromium } from '#test/chromium.ts';
import { makePerson } from '#test/factories.ts';
import { startOfTests } from '#test/site.ts';
import { scene } from '../behaviour.scene.ts';

const chromium = await openChromium();
after(() => chromium.close());

test('three of a class of twenty-eight are noted on a phone with six taps, by keyboard too, and undone', async (t) => {
  const { site, db, school, p5, people, eventsOf } = await scene({
    assets: await buildAssets(),
    atEnd: t.after.bind(t),
  });
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
  const address = `http://127.0.0.1:${(site.app.server.address() as AddressInfo).port}`;
  for (const javaScriptEnabled of [true, false]) {
    const context = await chromium.newContext({
      javaScriptEnabled,
      viewport: { width: 360, height: 640 },
      hasTouch: true,
    });
    try {
      await context.addCookies([{ ...(await site.cookieOf(people.ffion)), url: address }]);
      const page = await context.newPage();
      const before = (await eventsOf(people.cai)).length;
      let taps = 0;
      const tap = async (
        role: 'checkbox' | 'radio' | 'button' | 'link',
        name: string | RegExp,
      ): Promise<void> => {
        await page.getByRole(role, { name }).first().tap();
        taps++;
      };
      await page.goto(`${address}/behaviour`);
      await tap('link', 'About pupils of Class 5P');
      for (const name of ['Cai Roberts', 'Mali Rees', 'Ann Ellis']) await tap('checkbox', name);
      await tap('radio', 'Kept going');
      assert.ok((await page.evaluate<number>('document.documentElement.scrollWidth')) <= 360);
      await tap('button', 'Note it');
      await page.getByText('Noted for 3 pupils: Kept going.').waitFor();
      assert.equal(taps, 6);
      assert.equal((await eventsOf(people.cai)).length, before + 1);
      await tap('button', /^Undo/);
      await page.getByText('What you noted about 3 pupils is taken back.').waitFor();
      assert.ok((await page.evaluate<number>('document.documentElement.scrollWidth')) <= 360);
      // By keyboard: from the first name with the space bar, on with tab, and sent with enter.
      await page.goto(`${address}/behaviour/classes/${p5}`);
      await page.getByRole('checkbox', { name: 'Ann Ellis' }).focus();
      await page.keyboard.press('Space');
      await page.getByRole('radio', { name: 'Kind to somebody' }).focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Enter');
      await page.getByText('Noted for Ann Ellis: Kind to somebody.').waitFor();
    } finally {
      await context.close();
    }
  }
});
