import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { makePerson } from '#test/factories.ts';
import { role } from '#features/people/index.ts';
import { scene } from '#features/try-outs/try-outs.scene.ts';

const account = {
  agreed: 'Boards',
  seen: 'Waits longer',
  pupils: 'Cannot tell yet',
  next: 'Friday together',
  version: '0',
};

async function begun() {
  const all = await scene();
  const ann = await all.as('ann');
  const { to } = await ann.post('/my-learning/peer-assessments', {
    about: `${all.partnership} ${all.people.tomos.personId}`,
  });
  return { ...all, ann, tomos: await all.as('tomos'), edit: to, address: to.replace(/\/edit$/, '') };
}

test('what I write about my partner is mine until I send it; then they read it first and answer', async () => {
  const { site, ann, tomos, edit, address, people } = await begun();
  await ann.post(edit, { ...account, keep: 'yes' });
  assert.equal((await tomos.get(address)).status, 403);
  assert.doesNotMatch((await tomos.get('/my-learning/peer-assessments')).text, /by Ann Puw/);
  assert.equal((await ann.post(edit, { ...account, version: '1' })).status, 303);
  await deliver(site);
  const waiting = () =>
    site.db
      .selectFrom('notice')
      .select('kind')
      .where('owner_id', '=', people.tomos.personId)
      .where('done_at', 'is', null)
      .execute();
  assert.equal((await waiting()).length, 1);
  assert.match((await tomos.get(address)).text, /Waits longer/);
  assert.equal((await waiting()).length, 0);
  assert.equal(
    (await tomos.post(edit, { ...account, version: '2' })).status,
    403,
    'only its writer changes it',
  );
  assert.equal(
    (await tomos.post(`${address}/reply`, { reply: 'Thank you, and Mondays too', version: '0' })).status,
    303,
  );
  assert.match((await ann.get(address)).text, /Mondays too/);
  assert.equal((await ann.post(`${address}/reply`, { reply: 'x', version: '1' })).status, 403);
});

test('nobody but the two reads it, whatever their role', async () => {
  const { site, school, as, ann, edit, address } = await begun();
  await ann.post(edit, account);
  for (const name of ['beth', 'huw', 'specialist'] as const)
    assert.equal((await (await as(name)).get(address)).status, 403, name);
  for (const each of Object.values(role)) {
    const browser = await site.as(await makePerson(site.db, school, { roles: [each] }));
    assert.equal((await browser.get(address)).status, 403, each);
  }
});

test('one writes about partners alone', async () => {
  const { ann, partnership, programme, people } = await begun();
  for (const about of [`${partnership} ${people.huw.personId}`, `${programme} ${people.beth.personId}`])
    assert.equal((await ann.post('/my-learning/peer-assessments', { about })).status, 422);
});

test('an answer is missing before sending, not before keeping; two tabs lose nothing', async () => {
  const { ann, edit } = await begun();
  assert.equal((await ann.post(edit, { ...account, seen: '' })).status, 422);
  assert.equal((await ann.post(edit, { ...account, seen: '', keep: 'yes' })).status, 303);
  const stale = await ann.post(edit, { ...account, seen: 'From the other tab' });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /From the other tab/);
  assert.match(stale.text, /<input[^>]*type="checkbox"[^>]*name="keep"[^>]* checked/, 'not sent unseen');
});
