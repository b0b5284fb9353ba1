import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeAwayAgreements } from './agreement.take-away.ts';
import { ofThree, scene } from './agreements.scene.ts';

type Scene = Pick<Awaited<ReturnType<typeof scene>>, 'site' | 'world' | 'idOf'>;

/** What somebody takes away of their agreements: title of the entry → all its words. */
async function takenBy({ site, world, idOf }: Scene, who: Parameters<Scene['idOf']>[0]) {
  const [section] = await takeAwayAgreements(site.db, idOf(who), [world.school.id]);
  return new Map(
    section?.entries.map(({ title, fields }) => [title, fields.map(({ text }) => text).join(' ')]),
  );
}
const signedOf = 'reading together, as I signed it';
const ownOf = 'reading together: my own words';

test('who left takes away the version they signed', async () => {
  const all = await ofThree();
  await all.leave();
  const without = all.whole(1, { 'part-how': 'Without him.', obs_on_0: '', obs_at_0: '' });
  assert.equal((await all.teacher.post(`${all.href}/write`, without)).status, 303);
  const mine = await takenBy(all, 'partner');
  assert.deepEqual([...mine.keys()], [signedOf]);
  assert.match(mine.get(signedOf)!, /One new question a lesson/);
});

test('what a partner wrote and I did not sign stays theirs; what I wrote and signed goes with me, named so', async () => {
  const all = await scene();
  const href = await all.partnership();
  assert.deepEqual(
    [...(await takenBy(all, 'teacher')).entries()],
    [[ownOf, 'Questions that make pupils think.']],
  );
  assert.equal((await all.teacher.post(`${href}/write`, all.whole(0))).status, 303);
  assert.equal((await takenBy(all, 'partner')).size, 0, 'nothing is theirs before they wrote or signed');
  assert.match((await takenBy(all, 'teacher')).get(ownOf)!, /One new question a lesson.*twenty minutes/);

  const theirs = all.whole(1, { 'part-how': 'Pairs speak first.' });
  assert.equal((await all.partner.post(`${href}/write`, theirs)).status, 303);
  assert.deepEqual([...(await takenBy(all, 'partner')).entries()], [[ownOf, 'Pairs speak first.']]);
  assert.doesNotMatch((await takenBy(all, 'teacher')).get(ownOf)!, /Pairs speak first/);

  for (const each of [all.teacher, all.partner])
    assert.equal((await each.post(`${href}/sign`, { version: 2 })).status, 303);
  const signed = await takenBy(all, 'partner');
  assert.deepEqual([...signed.keys()], [signedOf]);
  assert.match(signed.get(signedOf)!, /Pairs speak first.*twenty minutes/);
  assert.doesNotMatch(signed.get(signedOf)!, /quiet pupils|readers in Year 5/, 'the focus names pupils');
});
