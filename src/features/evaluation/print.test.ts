import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { buildAssets } from '#ui/assets.ts';
import { openChromium } from '#test/chromium.ts';
import { handIn, makeGroup, must, planned, questionsAsked, scene } from './evaluation.scene.ts';

const chromium = await openChromium();
after(() => chromium.close());

test('the page prints on two sheets of A4 at most, each plot with its table beside it', async () => {
  const stage = await scene({ assets: await buildAssets() });
  await planned(stage);
  const teacher = await stage.as('teacher');
  must(
    await teacher.post(`${stage.base}/measures`, {
      ...questionsAsked,
      title: 'Words guessed',
      better: 'lower',
    }),
  );
  const group = await makeGroup(stage, teacher, { pupils: 6 });
  for (const moment of ['baseline', 'middle', 'end', 'delayed'])
    await handIn(teacher, group, moment, [1, 2, 3, 4, 5, 6], 2);
  for (const common of ['growing-up', 'chance', 'hoping'])
    must(
      await teacher.post(`${stage.base}/sure`, {
        common,
        known: 'Some of it, perhaps.',
        done: 'We asked Year 6.',
      }),
    );
  for (const says of ['Pupils asked more.', 'Pupils guessed less.', 'Both lasted a term.'])
    must(await teacher.post(`${stage.base}/claims`, { says, kind: 'pupils', certainty: 'single' }));

  await stage.site.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = stage.site.app.server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const context = await chromium.newContext();
  try {
    await context.addCookies([{ ...(await stage.site.cookieOf(stage.world.people.head)), url: address }]);
    const page = await context.newPage();
    await page.goto(address + stage.base);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.evaluation .chart').count(), 2);
    for (const figure of await page.locator('.evaluation .chart').all()) {
      const [plot, beside] = [
        await figure.locator('svg').boundingBox(),
        await figure.locator('table').boundingBox(),
      ];
      assert.ok(plot && beside && beside.x >= plot.x + plot.width, 'the table stands beside its plot');
    }
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = pdf.match(/\/Type\s*\/Page[^s]/g)!.length;
    assert.ok(sheets <= 2, `${sheets} sheets`);
  } finally {
    await context.close();
  }
});
