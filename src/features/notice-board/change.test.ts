import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene, usual } from './notice-board.scene.ts';

test('its author changes it, and its readers see when and what it said before', async () => {
  const { as, putUp, site } = await scene();
  const href = await putUp('huw');
  site.clock.set('2026-11-18T17:05:00Z');
  const huw = await as('huw');
  assert.match((await huw.get(`${href}/change`)).text, /name="version" value="1"/);
  const saved = await huw.post(`${href}/change`, {
    ...usual,
    text: 'The bell rings at eleven.',
    version: '1',
  });
  assert.equal(saved.status, 303, saved.text);
  const tomos = await as('tomos');
  const page = (await tomos.get(href)).text;
  assert.match(page, /Changed at 17:05/);
  assert.match(page, /rings at eleven/);
  assert.match((await tomos.get(`${href}/history`)).text, /rings at ten/);
  assert.equal((await (await as('cai')).get(`${href}/history`)).status, 403);
});

test('two who save over one another lose neither text', async () => {
  const { as, putUp } = await scene();
  const href = await putUp('huw');
  const change = (who: 'huw' | 'head', text: string) =>
    as(who).then((browser) => browser.post(`${href}/change`, { ...usual, text, version: '1' }));
  assert.equal((await change('head', 'The head says eleven.')).status, 303);
  const stale = await change('huw', 'Huw says twelve.');
  assert.equal(stale.status, 409);
  assert.match(stale.text, /The head says eleven/);
  assert.match(stale.text, /Huw says twelve/);
});

test('nobody but the author and the head changes it, takes it down or sees who has read it', async () => {
  const { as, putUp } = await scene();
  const href = await putUp('huw', { must_read: 'yes' });
  for (const who of ['office', 'tomos', 'cai', 'lowri', 'guest'] as const) {
    const browser = await as(who);
    for (const part of ['change', 'readers'])
      assert.equal((await browser.get(`${href}/${part}`)).status, 403, `${who} ${part}`);
    for (const part of ['change', 'end', 'restore'])
      assert.equal(
        (await browser.post(`${href}/${part}`, { ...usual, version: '1' })).status,
        403,
        `${who} ${part}`,
      );
  }
  for (const who of ['huw', 'head'] as const) {
    const browser = await as(who);
    assert.equal((await browser.get(`${href}/readers`)).status, 200);
    assert.equal((await browser.post(`${href}/end`)).status, 303);
    assert.equal((await browser.post(`${href}/restore`)).status, 303);
  }
});

test('what is taken down is gone for its readers, and comes back as it was', async () => {
  const { as, putUp } = await scene();
  const href = await putUp('huw');
  const head = await as('head');
  await head.post(`${href}/end`);
  const tomos = await as('tomos');
  assert.equal((await tomos.get(href)).status, 404);
  assert.doesNotMatch((await tomos.get('/notices')).text, /Fire drill/);
  assert.match((await head.get(href)).text, /taken down/);
  assert.equal((await head.post(`${href}/change`, { ...usual, version: '1' })).status, 422);
  await head.post(`${href}/restore`);
  assert.match((await tomos.get('/notices')).text, /Fire drill/);
});

test('a teacher who no longer has the class can still put a word right, and reach nobody new', async () => {
  const { as, putUp, db, school, people, p5, r6 } = await scene();
  const ofClass = { ...usual, to: '', people: ['pupil'] };
  const href = await putUp('ffion', { ...ofClass, classes: p5 });
  const { id } = await db
    .selectFrom('membership')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('person_id', '=', people.ffion.personId)
    .executeTakeFirstOrThrow();
  await (await as('office')).post(`/people/units/${p5}/people/${id}/end`);
  const ffion = await as('ffion');
  assert.equal((await ffion.post('/notices', { ...ofClass, classes: p5 })).status, 422, 'nothing new');
  const changed = { ...ofClass, text: 'At eleven.', classes: p5, version: '1' };
  assert.equal((await ffion.post(`${href}/change`, changed)).status, 303);
  const wider = { ...changed, classes: [p5, r6], version: '2' };
  assert.equal((await ffion.post(`${href}/change`, wider)).status, 422);
});
