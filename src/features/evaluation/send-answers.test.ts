import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitedSite } from '#test/visited-site.ts';
import { evaluationHref } from './addresses.ts';

test('a page left open does not show one’s own words again after one took that back elsewhere', async () => {
  const { browserOf, world } = await visitedSite();
  const partner = await browserOf('partner');
  const mine = await world.db
    .selectFrom('evaluation_answer')
    .select(['id', 'version'])
    .where('owner_id', '=', world.school.id)
    .where('person_id', '=', world.people.partner.personId)
    .where('moment', '=', 'end')
    .executeTakeFirstOrThrow();
  const address = evaluationHref(world.programme, 'questions/end');
  const left = { 'worth-time': 'a-little', words_shown: 'yes', version: String(mine.version) };

  const taken = { owner: world.school.id, item: mine.id, kind: 'evaluation-answer' };
  assert.equal((await partner.post('/me/shared/stop', taken)).status, 303);
  const stale = await partner.post(address, left);
  assert.equal(stale.status, 409);
  const shown = stale.text.match(/<input[^>]*name="words_shown"[^>]*>/g) ?? [];
  assert.equal(shown.length, 1);
  assert.match(shown[0]!, /type="checkbox"/);
  assert.doesNotMatch(shown[0]!, /checked/);
});
