import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { pairScene, waitingOf } from '../../coaching.scene.ts';

const suggestion = (more: Record<string, string> = {}) => ({
  what: 'Watch Nia for ten minutes',
  who: 'Nia Lloyd',
  link: 'https://school.example/waiting',
  by_on: '2026-12-01',
  ...more,
});

/** Tomos mentors Ann and suggested something. */
async function suggested() {
  const all = await pairScene({ kind: 'mentoring' });
  const made = await all.tomos.post(`${all.here}/support`, suggestion());
  assert.equal(made.status, 303, made.text);
  const [, id] = /support\/([0-9a-f-]{36})\/edit/.exec((await all.tomos.get(`${all.here}/support`)).text)!;
  return { ...all, at: `${all.here}/support/${id}` };
}

test('a mentor suggests other support, the learner decides, and both see what came of it', async () => {
  const { ann, tomos, here, at } = await suggested();
  assert.match((await ann.get(here)).text, /Watch Nia for ten minutes/, 'it stands on the home');
  assert.equal(
    (await ann.post(`${here}/support`, suggestion())).status,
    403,
    'whoever learns does not suggest',
  );
  const answer = { state: 'happened', came_of_it: 'She waits eight seconds', version: '1' };
  assert.equal((await tomos.post(`${at}/answer`, answer)).status, 403);
  assert.equal((await ann.post(`${at}/answer`, { ...answer, state: '' })).status, 422);
  assert.equal((await ann.post(`${at}/answer`, answer)).status, 303);
  assert.match((await tomos.get(`${here}/support`)).text, /it happened[^]*She waits eight seconds/);
});

test('two at once: an answer to an older wording shows what stands, and saves nothing', async () => {
  const { ann, tomos, at } = await suggested();
  assert.equal((await tomos.post(`${at}/edit`, suggestion({ what: 'Watch Huw', version: '1' }))).status, 303);
  const late = await ann.post(`${at}/answer`, { state: 'arranged', came_of_it: 'Friday', version: '1' });
  assert.equal(late.status, 409);
  assert.match(late.text, /Friday/);
  assert.equal((await ann.post(`${at}/edit`, suggestion({ version: '2' }))).status, 403);
});

test('whoever learns hears of a suggestion until it is answered or taken back, and whoever made it does not', async () => {
  const all = await suggested();
  const { ann, tomos, at, people, site } = all;
  await deliver(site);
  assert.ok((await waitingOf(all, people.ann)).includes('coaching.support'));
  assert.ok(!(await waitingOf(all, people.tomos)).includes('coaching.support'));
  await tomos.post(`${at}/end`);
  await deliver(site);
  assert.ok(!(await waitingOf(all, people.ann)).includes('coaching.support'));
  await tomos.post(`${at}/bring-back`);
  await deliver(site);
  assert.ok((await waitingOf(all, people.ann)).includes('coaching.support'));
  await ann.post(`${at}/answer`, { state: 'arranged', came_of_it: '', version: '3' });
  await deliver(site);
  assert.ok(!(await waitingOf(all, people.ann)).includes('coaching.support'));
});

test('a suggestion is taken back by whoever made it, and brought back', async () => {
  const { ann, tomos, here, at } = await suggested();
  assert.equal((await ann.post(`${at}/end`)).status, 403);
  await tomos.post(`${at}/end`);
  assert.doesNotMatch((await ann.get(`${here}/support`)).text, /Watch Nia/);
  assert.equal(
    (await ann.post(`${at}/answer`, { state: 'arranged', came_of_it: '', version: '2' })).status,
    422,
  );
  await tomos.post(`${at}/bring-back`);
  assert.match((await ann.get(`${here}/support`)).text, /Watch Nia/);
});

test('an address is one of the web, or none', async () => {
  const { tomos, here } = await suggested();
  for (const link of ['javascript:alert(1)', 'www.school.example', 'ftp://school.example'])
    assert.equal((await tomos.post(`${here}/support`, suggestion({ link }))).status, 422, link);
  assert.equal((await tomos.post(`${here}/support`, suggestion({ link: '' }))).status, 303);
});

test('co-coaches suggest to one another; nobody answers their own', async () => {
  const { ann, tomos, here } = await pairScene({ kind: 'co-coaching' });
  await ann.post(`${here}/support`, suggestion());
  const [, id] = /support\/([0-9a-f-]{36})\/edit/.exec((await ann.get(`${here}/support`)).text)!;
  const answer = { state: 'arranged', came_of_it: '', version: '1' };
  assert.equal((await ann.post(`${here}/support/${id}/answer`, answer)).status, 403);
  assert.equal((await tomos.post(`${here}/support/${id}/answer`, answer)).status, 303);
});
