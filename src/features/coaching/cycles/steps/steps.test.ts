import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { pairScene, waitingOf } from '../../coaching.scene.ts';
import { added, begun } from '../cycles.scene.ts';

/** Ann's goal with one step. */
async function withStep() {
  const all = await pairScene();
  const goal = await begun(all, all.ann);
  return { ...all, goal, step: await added(all.ann, goal) };
}

const rehearsed = (version: number, more: Record<string, string> = {}) => ({
  seen: 'yes',
  how: 'together',
  version: String(version),
  ...more,
});
const tried = (version: number, more: Record<string, string> = {}) => ({
  tried_on: '2026-11-17',
  tried_words: 'Four of six wrote',
  version: String(version),
  ...more,
});

test('a step is rehearsed, tried, and looked at again after two weeks of teaching', async () => {
  const { site, ann, tomos, step, people, goal } = await withStep();
  assert.match((await ann.get(step)).text, /Before class: rehearse it[^]*I tried it already/);
  assert.equal((await ann.post(`${step}/rehearsed`, rehearsed(1))).status, 303);
  const done = await ann.post(`${step}/tried`, tried(2));
  assert.equal(done.status, 303, done.text);
  assert.match((await ann.get(step)).text, /Look again on Tuesday 1 December/);
  await deliver(site);
  assert.deepEqual(await waitingOf({ site }, people.ann), [], 'not before its day');
  site.clock.set('2026-12-01T09:00:00Z');
  await deliver(site);
  assert.deepEqual(await waitingOf({ site }, people.ann), ['action-step.revisit']);
  assert.deepEqual(await waitingOf({ site }, people.tomos), [], 'the coach is not told');
  assert.match((await ann.get('/today')).text, /Look again at a step you tried/);
  assert.equal(
    (await ann.post(`${step}/revisited`, { how: 'with-thought', words: 'All write', version: '3' })).status,
    303,
  );
  await deliver(site);
  assert.deepEqual(await waitingOf({ site }, people.ann), []);
  const read = await tomos.get(step);
  assert.match(
    read.text,
    /Rehearsed together[^]*Four of six wrote[^]*It goes when I think of it[^]*All write/,
  );
  assert.doesNotMatch(read.text, /<textarea/);
  assert.match((await ann.get(step)).text, /href="[^"]*\/practice\/new\?words=I\+count\+to\+five/);
  assert.match((await ann.get(goal)).text, /Say what came of it/);
});

test('the day on which one looks again stands in the learner’s calendar, and in nobody else’s', async () => {
  const { ann, tomos, step } = await withStep();
  await ann.post(`${step}/tried`, tried(1));
  assert.match((await ann.get('/me/calendar?month=2026-12')).text, /Look again: I count to five/);
  assert.doesNotMatch((await tomos.get('/me/calendar?month=2026-12')).text, /I count to five/);
});

test('a third open step asks why and shows one school’s experience; two do not, and one that is done frees its place', async () => {
  const all = await pairScene();
  const { ann } = all;
  const goal = await begun(all, ann);
  const first = await added(ann, goal);
  assert.doesNotMatch((await ann.get(`${goal}/steps/new`)).text, /Why is a third step/);
  await added(ann, goal, { words: 'I write the question up' });
  const form = (await ann.get(`${goal}/steps/new`)).text;
  assert.match(form, /Henderson/);
  assert.match(form, /name="beyond"/);
  const third = { words: 'I ask for one more', where: 'Year 5' };
  const refused = await ann.post(`${goal}/steps/new`, third);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /Write why one more is needed now/);
  const kept = await added(ann, goal, { ...third, beyond: 'The two others belong together' });
  assert.match((await ann.get(kept)).text, /The two others belong together/);
  assert.equal((await ann.post(`${goal}/steps/new`, { words: 'A fourth', where: 'Year 5' })).status, 422);
  for (const step of [first, kept]) await ann.post(`${step}/end`);
  await added(ann, goal, { words: 'In a free place' });
});

test('who has seen nobody do it is told what the source says of rehearsing then', async () => {
  const { ann, step } = await withStep();
  await ann.post(`${step}/rehearsed`, rehearsed(1, { seen: 'no', how: 'alone' }));
  assert.match((await ann.get(step)).text, /no observable example/);
  const other = await withStep();
  await other.ann.post(`${other.step}/rehearsed`, rehearsed(1));
  assert.doesNotMatch((await other.ann.get(other.step)).text, /no observable example/);
});

test('each thing that was said of a step can be taken back; words about pupils are not lost', async () => {
  const { site, ann, step, people } = await withStep();
  const back = await ann.post(`${step}/tried`, tried(1));
  site.clock.set('2026-12-02T09:00:00Z');
  await deliver(site);
  assert.deepEqual(await waitingOf({ site }, people.ann), ['action-step.revisit']);
  assert.equal((await ann.post(`${step}/not-tried`)).status, 303);
  assert.equal(back.status, 303);
  await deliver(site);
  assert.deepEqual(await waitingOf({ site }, people.ann), []);
  assert.match((await ann.get(step)).text, /<textarea[^>]*name="tried_words"[^>]*>\s*Four of six wrote/);
});

test('what takes a goal away takes its reminders with it, and what brings it back brings them', async () => {
  const { site, ann, goal, step, people } = await withStep();
  await ann.post(`${step}/tried`, tried(1));
  site.clock.set('2026-12-02T09:00:00Z');
  await deliver(site);
  for (const [what, waits] of [
    ['end', []],
    ['bring-back', ['action-step.revisit']],
  ] as const) {
    await ann.post(`${goal}/${what}`);
    await deliver(site);
    assert.deepEqual(await waitingOf({ site }, people.ann), waits, what);
  }
});

test('a step is not tried on a day that is to come, and not looked at again before it was tried', async () => {
  const { ann, step } = await withStep();
  assert.equal((await ann.post(`${step}/tried`, tried(1, { tried_on: '2026-11-19' }))).status, 422);
  assert.equal((await ann.post(`${step}/revisited`, { how: 'forgot', words: '', version: '1' })).status, 422);
});

test('two tabs: the second shows what the first said, and saves nothing over it', async () => {
  const { ann, step } = await withStep();
  const edit = (words: string) => ann.post(`${step}/edit`, { words, where: 'Year 5', version: '1' });
  assert.equal((await edit('First tab')).status, 303);
  const second = await edit('Second tab');
  assert.equal(second.status, 409);
  assert.match(second.text, /Second tab[^]*First tab/);
  assert.equal((await ann.post(`${step}/tried`, tried(1))).status, 409);
  assert.equal((await ann.post(`${step}/tried`, tried(2))).status, 303);
});

test('a coach changes nothing of a step, though they read it', async () => {
  const { tomos, step, goal } = await withStep();
  for (const [address, fields] of [
    [`${step}/rehearsed`, rehearsed(1)],
    [`${step}/tried`, tried(1)],
    [`${step}/end`, {}],
    [`${goal}/steps/new`, { words: 'x', where: 'y' }],
  ] as const)
    assert.equal((await tomos.post(address, fields)).status, 403, address);
});
