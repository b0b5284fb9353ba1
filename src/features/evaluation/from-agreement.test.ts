import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene as agreementScene } from '../agreements/agreements.scene.ts';
import { must, plan, wordsOf } from './evaluation.scene.ts';

/** Teacher and partner have agreed on four readers, and an evaluation of their programme is planned. */
async function agreed() {
  const all = await agreementScene();
  const agreement = await all.inForce();
  const base = '/programmes/reading-together/evaluation';
  must(await all.teacher.post(`${base}/plan/change`, plan));
  return { ...all, agreement: agreement.split('/').at(-1)!, base, here: `${base}/groups/from-agreement` };
}

const copy = (agreement: string) => ({
  agreement,
  name: 'Four readers in Year 5',
  arm: 'programme',
  keeps: 'pupils',
  how_many: '4',
});

test('the pupils of one’s own agreement become a group under a name that is theirs to give, as they may be called by name', async () => {
  const { teacher, partner, agreement, base, here, site, world } = await agreed();
  for (const below of ['/groups', '/measures/new'])
    assert.match((await teacher.get(`${base}${below}`)).text, new RegExp(`href="${here}"`), below);
  const page = await teacher.get(here);
  assert.match(wordsOf(page), /Four readers in Year 5/, 'the agreement’s words stand above the form');
  assert.match(page.text, /name="name"/);
  assert.doesNotMatch(page.text, /value="[^"]*Four readers/, 'and not in a field that colleagues read');
  const made = must(await teacher.post(here, copy(agreement)));
  assert.match(wordsOf(await teacher.get(made.to)), /Four readers in Year 5/);
  const { body } = await site.db
    .selectFrom('event')
    .select('body')
    .where('owner_id', '=', world.school.id)
    .where('kind', '=', 'evaluation.group-added')
    .executeTakeFirstOrThrow();
  assert.equal((body as { copiedFrom?: string }).copiedFrom, agreement, 'the record says that it is a copy');
  assert.equal((await partner.get(made.to)).status, 403, 'single pupils stay with the one who copied them');
});

test('words of an agreement reach the evaluation by a partner’s own hand alone', async () => {
  const { teacher, as, agreement, base, here } = await agreed();
  for (const below of ['', '/plan', '/groups', '/measures/new'])
    assert.doesNotMatch((await teacher.get(`${base}${below}`)).text, /Four readers/, below);
  // The colleague takes part and has no agreement; the others do not take part.
  assert.match(
    wordsOf(await (await as('colleague')).get(here)),
    /No agreement of yours names its pupils yet/,
  );
  for (const who of ['colleague', 'facilitator', 'cpd-leader', 'head', 'manager'] as const) {
    const browser = await as(who);
    assert.doesNotMatch((await browser.get(here)).text, /Four readers/, who);
    assert.equal((await browser.post(here, copy(agreement))).status, 403, who);
  }
});
