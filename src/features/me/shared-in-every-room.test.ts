import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitedSite } from '#test/visited-site.ts';

/** What the teacher shared, from every room that lets people share: kind, id, and with whom in words. */
function sharedIn(page: string): { fields: Record<string, string>; words: string }[] {
  return [...page.matchAll(/<li>(.*?)<\/li>/gs)].flatMap(([, entry]) => {
    if (!entry!.includes('action="/me/shared/stop"')) return [];
    const fields = Object.fromEntries(
      [...entry!.matchAll(/name="(owner|item|kind)" value="([^"]+)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    ) as Record<string, string>;
    return [{ fields, words: /Shared with [^<]+/.exec(entry!)![0] }];
  });
}

test('in every room, what is no longer shared is gone from the list, and comes back shared as it was', async () => {
  const { browserOf, world } = await visitedSite();
  const teacher = await browserOf('teacher');
  const observation = await world.db
    .selectFrom('item')
    .select('id')
    .where('owner_id', '=', world.school.id)
    .where('kind', '=', 'observation')
    .where('author_id', '=', world.people.teacher.personId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  const share = `/observations/${observation.id}/share`;
  const readers = /name="readers" value="([^"]+)"/.exec((await teacher.get(share)).text)![1]!;
  assert.equal((await teacher.post(share, { readers })).status, 303);
  const before = sharedIn((await teacher.get('/me/shared')).text);
  const kinds = new Set(before.map(({ fields }) => fields.kind));
  for (const kind of ['starting-points', 'try-out', 'reflection', 'observation'])
    assert.ok(kinds.has(kind), `nothing of the kind ${kind} is shared in the world of the tests`);
  for (const { fields } of before) {
    assert.equal((await teacher.post('/me/shared/stop', fields)).status, 303, fields.kind);
    const page = (await teacher.get('/me/shared')).text;
    assert.ok(!sharedIn(page).some((each) => each.fields.item === fields.item), fields.kind);
    const undo = /action="(\/me\/shared\/[^"]+\/again)"/.exec(page)![1]!;
    assert.equal((await teacher.post(undo)).status, 303, fields.kind);
  }
  assert.deepEqual(sharedIn((await teacher.get('/me/shared')).text), before);
});
