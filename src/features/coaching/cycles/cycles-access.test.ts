import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingsChanged } from '#platform/access/standing.ts';
import { makeManager, makePerson, makeSchool } from '#test/factories.ts';
import { role } from '#features/people/index.ts';
import { pairScene } from '../coaching.scene.ts';
import { added, begun } from './cycles.scene.ts';

/** A shared goal, one that is not, and a conversation, with everybody who stands outside of the pairing. */
async function everything() {
  const all = await pairScene();
  const { site, school, ann, here } = all;
  const shared = await begun(all, ann);
  const own = await begun(all, ann, { readers: 'me' });
  const steps = { shared: await added(ann, shared), own: await added(ann, own) };
  const talk = (await ann.post(`${here}/conversations`, { on_date: '2026-11-18' })).to;
  await ann.post(`${talk}/parts/noticed`, { text: 'Four wrote at once', version: '0' });
  const manager = await makePerson(site.db, school, { name: 'Beth Rees' });
  await makeManager(site.db, school, manager, all.people.ann);
  await standingsChanged(site.db, school.id);
  const others = [
    { who: 'a colleague', person: all.people.huw },
    { who: 'her line manager', person: manager },
    { who: 'a guest', person: await makePerson(site.db, school, { kind: 'guest' }) },
    {
      who: 'another school’s head',
      person: await makePerson(site.db, await makeSchool(site.db, 'Hill Lane'), { roles: [role.head] }),
    },
    ...(await Promise.all(
      Object.values(role).map(async (each) => ({
        who: each,
        person: await makePerson(site.db, school, { roles: [each] }),
      })),
    )),
  ];
  return { ...all, shared, own, steps, talk, others };
}

test('who may do what: the learner all, the coach what is shared, nobody else anything', async () => {
  const { site, ann, tomos, here, shared, own, steps, talk, others } = await everything();
  const table: readonly [address: string, learner: number, coach: number][] = [
    [shared, 200, 200],
    [own, 200, 403],
    [steps.shared, 200, 200],
    [steps.own, 200, 403],
    [`${shared}/edit`, 200, 403],
    [`${shared}/share`, 200, 403],
    [`${shared}/finish`, 200, 403],
    [`${shared}/history`, 200, 403],
    [`${shared}/to-appraisal`, 200, 403],
    [`${shared}/steps/new`, 200, 403],
    [`${steps.shared}/edit`, 200, 403],
    [`${here}/goals/new`, 200, 403],
    [`${here}/conversations`, 200, 200],
    [talk, 200, 200],
    [`${talk}/parts/noticed`, 200, 200],
    [`${talk}/notes`, 200, 200],
    [`${here}/talk`, 200, 200],
    [`${here}/support`, 200, 200],
  ];
  for (const [address, learner, coach] of table) {
    assert.equal((await ann.get(address)).status, learner, `${address} as the learner`);
    assert.equal((await tomos.get(address)).status, coach, `${address} as the coach`);
  }
  for (const { who, person } of others) {
    const browser = await site.as(person);
    for (const [address] of table) {
      const { status, text } = await browser.get(address);
      assert.ok([403, 404].includes(status), `${address} as ${who}: ${status}`);
      assert.doesNotMatch(text, /I wait after|Four wrote|count to five/, `${address} as ${who}`);
    }
  }
});

test('a coach who opened a shared goal stands in the learner’s log; the learner does not', async () => {
  const { site, ann, tomos, shared, people } = await everything();
  await ann.get(shared);
  await tomos.get(shared);
  const rows = await site.db
    .selectFrom('access_log')
    .select(['reader_id', 'item_kind'])
    .where('owner_id', '=', people.ann.personId)
    .where('item_kind', '=', 'coaching-cycle')
    .execute();
  assert.deepEqual(
    rows.map(({ reader_id }) => reader_id),
    [people.tomos.personId],
  );
});

test('a coach who left the circle reads the goal no longer; the learner does', async () => {
  const { site, school, ann, shared, id, people } = await everything();
  await site.db
    .updateTable('circle_member')
    .set({ ends_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('circle_id', '=', id)
    .where('person_id', '=', people.tomos.personId)
    .execute();
  await standingsChanged(site.db, school.id);
  assert.equal((await (await site.as(people.tomos)).get(shared)).status, 403);
  assert.equal((await ann.get(shared)).status, 200);
});

test('the home of a pairing asks the database as often with seven goals and their steps as with one', async () => {
  const all = await pairScene();
  await added(all.ann, await begun(all, all.ann));
  const count = async (): Promise<number> => {
    await all.tomos.get(all.here);
    all.site.queries.length = 0;
    assert.equal((await all.tomos.get(all.here)).status, 200);
    return all.site.queries.length;
  };
  const before = await count();
  for (let n = 0; n < 6; n++) await added(all.ann, await begun(all, all.ann));
  assert.equal(await count(), before);
  assert.ok(before <= 4, `${before} statements`);
});

test('an address that was made up leads nowhere, whatever is sent to it', async () => {
  const { ann, here, shared, talk } = await everything();
  const [, , , owner] = shared.split('/');
  for (const id of ['x', "1' or 1", '00000000-0000-0000-0000-000000000000'].map(encodeURIComponent))
    for (const address of [
      `/coaching/goals/${owner}/${id}`,
      `/coaching/goals/${id}/${id}`,
      `${shared}/steps/${id}`,
      `${here}/conversations/${id}`,
      `${here}/support/${id}/edit`,
      `${talk}/notes/${id}/edit`,
      `${talk}/parts/${id}`,
    ]) {
      assert.equal((await ann.get(address)).status, 404, address);
      const end = /(edit|parts.*)$/.test(address) ? address : `${address}/end`;
      const sent = { text: 'A', what: 'A', who: 'A', subject: 'A', link: '', by_on: '', version: '1' };
      assert.equal((await ann.post(end, sent)).status, 404, end);
      if (!address.includes('/steps/') && address.includes('/goals/'))
        assert.equal((await ann.post(`${address}/share`, { readers: 'me' })).status, 404, address);
    }
});
