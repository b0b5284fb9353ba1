import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makePerson } from '#test/factories.ts';
import { scene } from '../practice.scene.ts';
import { fitting, namedBy } from './filter-techniques.ts';

const technique = {
  title: 'Boards before hands',
  plain: 'Everybody writes before anybody speaks',
  steps: 'Ask.\nWait until all have written.\nBoards up.',
  why: 'All think, not the four who always do.',
  phases: 'Primary',
  subjects: 'Mathematics, Science',
};

test('any colleague writes down a technique, another improves it, and two at once see both texts', async () => {
  const { as } = await scene();
  const [ann, huw] = [await as('ann'), await as('huw')];
  const made = await ann.post('/practice/techniques/new', technique);
  const address = made.to;
  const save = (browser: typeof ann, plain: string, version: number) =>
    browser.post(`${address}/edit`, { ...technique, plain, version: String(version) });
  assert.equal((await save(huw, 'Better said', 1)).status, 303);
  const stale = await save(ann, 'Said otherwise', 1);
  assert.equal(stale.status, 409);
  assert.match(stale.text, /Better said/);
  assert.match(stale.text, /Said otherwise/);
  const history = (await ann.get(`${address}/history`)).text;
  assert.match(history, /Version 2, Huw Parry/);
  assert.match(history, /Everybody writes before anybody speaks/);
});

test('its author or the CPD leader takes a technique out and brings it back; a colleague does not', async () => {
  const { site, school, as } = await scene();
  const [ann, huw] = [await as('ann'), await as('huw')];
  const leader = await site.as(await makePerson(site.db, school, { roles: ['cpd-leader'] }));
  const address = (await ann.post('/practice/techniques/new', technique)).to;
  assert.equal((await huw.post(`${address}/end`)).status, 403);
  assert.equal((await leader.post(`${address}/end`)).status, 303);
  assert.equal((await huw.get(address)).status, 404);
  assert.doesNotMatch((await huw.get('/practice/techniques?words=boards')).text, /Boards before hands/);
  assert.equal((await leader.post(`${address}/bring-back`)).status, 303);
  assert.equal((await huw.get(address)).status, 200);
});

test('a technique without an example says that one is missing and why it matters, until a colleague gives one', async () => {
  const { site, school, as } = await scene();
  const [ann, huw] = [await as('ann'), await as('huw')];
  const missing = /An observable example is missing/;
  for (const address of [
    '/practice/techniques/turn-and-talk',
    (await ann.post('/practice/techniques/new', technique)).to,
  ]) {
    assert.match((await huw.get(address)).text, missing);
    assert.equal((await ann.post(`${address}/examples`, {})).status, 422, 'words, a link or a file');
    assert.equal((await ann.post(`${address}/examples`, { link: 'javascript:alert(1)' })).status, 422);
    assert.equal((await ann.post(`${address}/examples`, { words: 'Come to Year 5 on Monday' })).status, 303);
    const page = (await huw.get(address)).text;
    assert.doesNotMatch(page, missing);
    assert.match(page, /Come to Year 5/);
    assert.doesNotMatch(page, /Take this example away/);
  }
  const examples = await site.db
    .selectFrom('technique_example')
    .select(['id', 'technique'])
    .where('owner_id', '=', school.id)
    .execute();
  const { id } = examples.find((example) => example.technique === 'turn-and-talk')!;
  assert.equal((await huw.post(`/practice/examples/${id}/end`)).status, 403);
  assert.equal((await ann.post(`/practice/examples/${id}/end`)).status, 303);
  assert.match((await huw.get('/practice/techniques/turn-and-talk')).text, missing);
  assert.equal((await ann.post(`/practice/examples/${id}/bring-back`)).status, 303);
});

test('a file of a lesson hangs on an example and opens for colleagues', async () => {
  const { as } = await scene();
  const [ann, huw] = [await as('ann'), await as('huw')];
  const sent = await ann.post('/practice/techniques/turn-and-talk/examples', { shows: 'own' }, [
    { field: 'files', name: 'what-to-say.txt', body: 'Talk to your partner' },
  ]);
  assert.equal(sent.status, 303);
  const page = (await huw.get('/practice/techniques/turn-and-talk')).text;
  const file = /href="(\/files\/[^"]+)"/.exec(page)![1]!;
  assert.equal((await huw.get(file)).status, 200);
});

test('techniques are found by words, phase and subject; what names none is for all', () => {
  const of = (id: string, phases: string[], subjects: string[]) => ({
    id,
    title: `Title ${id}`,
    plain: 'Écoute',
    phases,
    subjects,
    own: false,
    hasExample: true,
  });
  const all = [of('a', ['Primary'], ['Any subject']), of('b', ['Secondary'], ['Music']), of('c', [], [])];
  const ids = (filter: Partial<Parameters<typeof fitting>[1]>) =>
    fitting(all, { words: '', phase: '', subject: '', ...filter }).map(({ id }) => id);
  assert.deepEqual(ids({ phase: 'Primary' }), ['a', 'c']);
  assert.deepEqual(ids({ subject: 'music' }), ['a', 'b', 'c']);
  assert.deepEqual(ids({ subject: 'Science' }), ['a', 'c']);
  assert.deepEqual(ids({ words: 'ecoute b' }), ['b']);
  assert.deepEqual(namedBy(all, 'subjects'), ['Music']);
});
