import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { buildAssets } from '#ui/assets.ts';
import { openChromium } from '#test/chromium.ts';
import { deliver } from '#test/deliver.ts';
import { morning, scene, wednesday } from './attendance.scene.ts';

const chromium = await openChromium();
after(() => chromium.close());

test('a morning in a primary: two are away, a mother says why on her phone, the office settles it, the register shows it', async () => {
  const { site, db, school, people, p5, as } = await scene({ assets: await buildAssets() });
  site.clock.set(morning);
  const register = `/registers/${wednesday}/${p5}/am`;
  const ffion = await as('ffion');
  const taken = await ffion.post(`${register}/save`, {
    version: '0',
    id: randomUUID(),
    [`mark-${people.cai.personId}`]: 'N',
    [`mark-${people.mali.personId}`]: 'N',
    [`mark-${people.ann.personId}`]: '/',
  });
  assert.equal(taken.status, 303, taken.text);

  const officer = await as('officer');
  const list = (await officer.get('/attendance/today')).text;
  assert.match(list, /Cai Roberts[\s\S]*Mali Rees/);
  const told = await officer.post('/attendance/today/tell', { pupils: [people.cai.personId] });
  assert.equal(told.status, 303);
  await deliver(site);

  await site.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = site.app.server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const context = await chromium.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
  });
  context.setDefaultTimeout(30_000);
  try {
    await context.addCookies([{ ...(await site.cookieOf(people.lowri)), url: address }]);
    const page = await context.newPage();
    await page.goto(`${address}/today`);
    await page.getByRole('link', { name: /Cai Roberts is not in the register today/ }).click();
    // On her phone: the day is today already, the whole of it; one press why, a few words, one button.
    await page.getByLabel('Ill', { exact: true }).check();
    await page.getByLabel('In your own words').fill('Sick in the night');
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    assert.ok(wide <= 360, `nothing is wider than the window: ${wide}`);
    await page.getByRole('button', { name: 'Tell the school' }).click();
    assert.match(await page.content(), /Thank you\. The school knows about Cai Roberts/);
  } finally {
    await context.close();
  }
  await deliver(site);

  const waits = (await officer.get('/attendance/absences')).text;
  assert.match(waits, /Sick in the night/);
  const absence = /href="(\/attendance\/absences\/[0-9a-f-]{36})"/.exec(waits)![1]!;
  const ill = await db
    .selectFrom('attendance_code')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('symbol', '=', 'I')
    .executeTakeFirstOrThrow();
  const settle = { decision: 'agreed', code_id: ill.id, answer: '', version: '1' };
  const settled = await officer.post(`${absence}/settle`, settle);
  assert.equal(settled.status, 303, settled.text);
  assert.match((await officer.get(settled.to)).text, /1 mark has the code now/);

  const markOf = async (name: 'cai' | 'mali') =>
    (
      await db
        .selectFrom('register_mark as m')
        .innerJoin('attendance_code as c', (on) =>
          on.onRef('c.owner_id', '=', 'm.owner_id').onRef('c.id', '=', 'm.code_id'),
        )
        .select('c.symbol')
        .where('m.owner_id', '=', school.id)
        .where('c.owner_id', '=', school.id)
        .where('m.pupil_id', '=', people[name].personId)
        .executeTakeFirstOrThrow()
    ).symbol;
  assert.deepEqual([await markOf('cai'), await markOf('mali')], ['I', 'N']);
  assert.match((await ffion.get(`${register}/changes`)).text, /Explained by the family/);
  const rest = (await officer.get('/attendance/today')).text;
  assert.doesNotMatch(rest, /<h3>[\s\S]{0,200}Cai Roberts/);
  assert.match(rest, /<h3>[\s\S]{0,200}Mali Rees/);

  const undone = await officer.post(`${absence}/unsettle`);
  assert.equal(undone.status, 303);
  assert.equal(await markOf('cai'), 'N', 'and back again');
  // The afternoon is filled in from what is known, before anybody marks it.
  await officer.post(`${absence}/settle`, { ...settle, version: '3' });
  site.clock.set('2026-11-18T13:05:00Z');
  assert.match((await ffion.get(`/registers/${wednesday}/${p5}/pm`)).text, /Known: Ill/);
});
