import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { scene } from './sessions.scene.ts';

const exercise = (title: string, more = {}) => ({
  title,
  prompt: `Do: ${title}`,
  minutes: 20,
  required: 'yes',
  ...more,
});
const flat = (text: string): string => text.replace(/\s+/g, ' ');

async function withExercises() {
  const all = await scene();
  const nia = await all.as('nia');
  for (const title of ['Watch a clip', 'Plan a question', 'Try it on a friend'])
    assert.equal((await nia.post(`${all.base}/exercises`, exercise(title))).status, 303);
  return { ...all, nia };
}

test('a required exercise opens after the one before it', async () => {
  const all = await withExercises();
  const ann = await all.as('ann');
  const early = await ann.post(`${all.base}/exercises/2/done`, { noticed: 'Skipped ahead' });
  assert.equal(early.status, 403);
  assert.match(flat(early.text), /“Watch a clip” comes first/);
  assert.match(flat((await ann.get(`${all.base}/exercises`)).text), /opens after “Watch a clip”/);
  assert.equal((await ann.post(`${all.base}/exercises/1/done`, { noticed: 'They wait' })).status, 303);
  assert.equal(
    (await ann.post(`${all.base}/exercises/2/done`, { noticed: 'Now it goes' })).status,
    303,
    'at once',
  );
  assert.equal((await ann.post(`${all.base}/exercises/1/not-done`)).status, 303);
  assert.equal(
    (await ann.post(`${all.base}/exercises/3/done`, { noticed: 'x' })).status,
    403,
    'the first is open again',
  );
  await ann.post(`${all.base}/exercises/1/done-again`);
  assert.match((await ann.get(`${all.base}/exercises/1`)).text, /They wait/);
});

test('an exemption opens the next, and its reason is read by the person and those who run it, by nobody else', async () => {
  const all = await withExercises();
  const reason = 'Read the book last year with Dr Obi';
  const fields = { person_id: all.people.ann.personId, ground: 'prior-knowledge', reason };
  for (const name of ['ann', 'specialist', 'head', 'manager', 'outsider', 'sponsor'] as const)
    assert.equal(
      (await (await all.as(name)).post(`${all.base}/exercises/1/exempt`, fields)).status,
      403,
      name,
    );
  assert.equal((await all.nia.post(`${all.base}/exercises/1/exempt`, { ...fields, reason: '' })).status, 422);
  assert.equal((await all.nia.post(`${all.base}/exercises/1/exempt`, fields)).status, 303);
  const ann = await all.as('ann');
  assert.match((await ann.get(`${all.base}/exercises`)).text, /Read the book last year/);
  assert.equal((await ann.post(`${all.base}/exercises/2/done`, { noticed: 'Straight on' })).status, 303);
  for (const name of ['nia', 'lead'] as const)
    assert.match(
      (await (await all.as(name)).get(`${all.base}/exercises/1/people`)).text,
      /Read the book last year/,
      name,
    );
  for (const name of [
    'tomos',
    'specialist',
    'head',
    'senior',
    'manager',
    'sponsor',
    'guest',
    'otherHead',
  ] as const) {
    const browser = await all.as(name);
    for (const path of ['exercises', 'exercises/1', 'exercises/1/people', 'attendance'])
      assert.doesNotMatch(
        (await browser.get(`${all.base}/${path}`)).text,
        /Read the book last year/,
        `${name} ${path}`,
      );
  }
  await all.nia.post(`${all.base}/exercises/1/exempt/${all.people.ann.personId}/end`);
  assert.match((await ann.get(`${all.base}/exercises/1`)).text, /What did you notice/);
});

test('what one noticed is one’s own; that it is done is in the register', async () => {
  const all = await withExercises();
  await (await all.as('ann')).post(`${all.base}/exercises/1/done`, { noticed: 'My own quiet thought' });
  await deliver(all.site);
  assert.match(flat((await (await all.as('head')).get(`${all.base}/attendance`)).text), /1 of 3/);
  assert.match(
    flat((await all.nia.get(`${all.base}/exercises/1/people`)).text),
    /Watch a clip: who has done it.*Ann Puw.*Done 18 Nov 2026/,
  );
  for (const name of ['nia', 'specialist', 'lead', 'head', 'manager', 'tomos'] as const) {
    const browser = await all.as(name);
    for (const path of ['exercises', 'exercises/1', 'exercises/1/people', 'attendance', 'attendance.csv'])
      assert.doesNotMatch(
        (await browser.get(`${all.base}/${path}`)).text,
        /quiet thought/,
        `${name} ${path}`,
      );
  }
});

test('exercises are written by those who run the programme; two who change one at once lose nothing', async () => {
  const all = await withExercises();
  for (const name of ['ann', 'head', 'outsider', 'sponsor'] as const)
    assert.equal(
      (await (await all.as(name)).post(`${all.base}/exercises`, exercise('Sneaked in'))).status,
      403,
      name,
    );
  assert.equal(
    (await all.nia.post(`${all.base}/exercises/1/change`, { ...exercise('Watch two clips'), version: 1 }))
      .status,
    303,
  );
  const stale = await (
    await all.as('ceri')
  ).post(`${all.base}/exercises/1/change`, { ...exercise('Watch no clip'), version: 1 });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /Watch two clips/);
  await all.nia.post(`${all.base}/exercises/1/remove`);
  assert.equal(
    (await (await all.as('ann')).post(`${all.base}/exercises/2/done`, { noticed: 'Free' })).status,
    303,
  );
  await all.nia.post(`${all.base}/exercises/1/restore`);
  assert.match((await all.nia.get(`${all.base}/exercises`)).text, /Watch two clips/);
});

test('exercises change places by one, their addresses stay, and an older order moves nothing', async () => {
  const all = await withExercises();
  const { nia, base } = all;
  const order = async () =>
    [...flat((await nia.get(`${base}/exercises`)).text).matchAll(/exercises\/(\d)">(\d)\. ([^<]+)</g)].map(
      ([, address, place, title]) => `${place} ${title} (${address})`,
    );
  const page = await nia.get(`${base}/exercises`);
  assert.match(page.text, /aria-label="Move up: Try it on a friend"/);
  assert.doesNotMatch(page.text, /"Move up: Watch a clip"|"Move down: Try it on a friend"/);
  assert.equal((await nia.post(`${base}/exercises/3/before/2`)).status, 303);
  const moved = ['1 Watch a clip (1)', '2 Try it on a friend (3)', '3 Plan a question (2)'];
  assert.deepEqual(await order(), moved);
  const late = await (await all.as('ceri')).post(`${base}/exercises/3/before/2`);
  assert.equal(late.status, 422);
  assert.match(late.text, /The order was changed meanwhile/);
  assert.deepEqual(await order(), moved);
  for (const name of ['ann', 'head', 'sponsor'] as const)
    assert.equal((await (await all.as(name)).post(`${base}/exercises/2/before/3`)).status, 403, name);

  const ann = await all.as('ann');
  await ann.post(`${base}/exercises/1/done`, { noticed: 'x' });
  assert.equal((await ann.post(`${base}/exercises/2/done`, { noticed: 'x' })).status, 403, 'third now');
  assert.equal((await ann.post(`${base}/exercises/3/done`, { noticed: 'x' })).status, 303);
  assert.equal((await nia.post(`${base}/exercises`, exercise('One more'))).status, 303);
  assert.equal((await order()).at(-1), '4 One more (4)');
  assert.equal((await nia.post(`${base}/exercises/2/before/3`)).status, 303, 'taken back');
  assert.deepEqual((await order()).slice(1, 3), ['2 Plan a question (2)', '3 Try it on a friend (3)']);
  const recorded = await all.db
    .selectFrom('event')
    .select('id')
    .where('owner_id', '=', all.school.id)
    .where('kind', '=', 'exercise.moved')
    .execute();
  assert.equal(recorded.length, 2);
});

test('what one began to write under an exercise, and as an exercise, is there again', async () => {
  const all = await withExercises();
  const ann = await all.as('ann');
  const id = /name="draft_key" value="(exercise:[^"]+)"/.exec(
    (await ann.get(`${all.base}/exercises/1`)).text,
  )![1]!;
  await ann.post('/drafts/keep', { draft_key: id, noticed: 'They wait for' });
  assert.match((await ann.get(`${all.base}/exercises/1`)).text, /They wait for/);
  for (const address of ['/exercises/new', '/exercises/1/change']) {
    const form = (await all.nia.get(all.base + address)).text;
    const key = /name="draft_key" value="([^"]+)"/.exec(form)![1]!;
    await all.nia.post('/drafts/keep', {
      draft_key: key,
      ...exercise('Half a title', { required: undefined }),
    });
    const page = (await all.nia.get(all.base + address)).text;
    assert.match(page, /Half a title/);
    assert.doesNotMatch(page, /name="required"[^>]* checked/, 'what was unticked stays unticked');
  }
});

test('where there is no exercise nothing is counted', async () => {
  const all = await scene();
  const page = (await (await all.as('ann')).get(`${all.base}/exercises`)).text;
  assert.match(page, /There are no exercises in this programme yet/);
  assert.doesNotMatch(page, /0 of 0/);
});
