import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene } from './notice-board.scene.ts';

test('where nothing is yet, the board says what will stand there, to each', async () => {
  const { as } = await scene();
  for (const who of ['tomos', 'cai', 'lowri', 'guest'] as const) {
    const { status, text } = await (await as(who)).get('/notices');
    assert.equal(status, 200, who);
    assert.match(text, /Nothing is on the board for you now/, who);
    assert.equal(text.includes('href="/notices/new"'), who === 'tomos', who);
    for (const page of ['earlier', 'missed'])
      assert.equal((await (await as(who)).get(`/notices/${page}`)).status, 200, `${who} ${page}`);
  }
});

test('of far too many the board shows sixty and says so, in four statements at most', async () => {
  const { as, insert, site } = await scene();
  for (let n = 0; n < 70; n++)
    await insert({ title: `Notice ${n}`, from_on: '2026-11-18', until_on: '2026-11-18', must_read: n === 3 });
  const tomos = await as('tomos');
  await tomos.get('/notices');
  site.clock.move(3_600_000);
  site.queries.length = 0;
  const { text } = await tomos.get('/notices');
  assert.ok(site.queries.length <= 4, String(site.queries.length));
  assert.match(text, /Shown are 60 of 70/);
  assert.ok(text.indexOf('Notice 3<') < text.indexOf('Notice 69<'), 'what must be read stands first');
});

test('whoever wrote for others finds it under what they put up, one that is to come and one taken down too', async () => {
  const { as, putUp, p5 } = await scene();
  await putUp('ffion', { title: 'To a class', to: '', classes: p5, people: 'family' });
  await putUp('ffion', { title: 'To come', from_on: '2026-11-20' });
  const down = await putUp('ffion', { title: 'Taken down' });
  const ffion = await as('ffion');
  await ffion.post(`${down}/end`);
  const own = (await ffion.get('/notices')).text.split('What you put up')[1]!;
  for (const words of [/To a class/, /To come/, /not shown yet/, /Taken down/, /nobody sees it/])
    assert.match(own, words);
});

test('whoever leaves the school opens nothing of its board, not even what they wrote', async () => {
  const { as, putUp, people } = await scene();
  const href = await putUp('huw');
  const left = await (
    await as('office')
  ).post(`/people/${people.huw.personId}/leave`, { last: '2026-11-17' });
  assert.equal(left.status, 303);
  const huw = await as('huw');
  assert.notEqual((await huw.get(href)).status, 200);
  assert.doesNotMatch((await huw.get('/notices')).text, /Fire drill/);
  assert.notEqual((await huw.post(`${href}/end`)).status, 303);
});
