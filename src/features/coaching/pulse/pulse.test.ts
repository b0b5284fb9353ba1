import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { deliver } from '#test/deliver.ts';
import { makePerson } from '#test/factories.ts';
import { type PairScene, pairScene, waitingOf } from '../coaching.scene.ts';
import { openRound } from './open-round.job.ts';
import { takeAwayPulse } from './pulse.take-away.ts';

const words = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

/** Ann's pairing began on 2 November: on the 18th she is asked. */
async function asked() {
  const all = await pairScene();
  const open = () => openRound(all.site.services, { id: all.school.id, zone: 'Europe/London' });
  await open();
  return { ...all, open, questions: `${all.here}/questions` };
}
const round = '2026-11-18';
const answers = { open: 'yes', asked: 'asked', helped: 'helped', words: '', round, version: '0' };

const rounds = async ({ site, school }: PairScene) =>
  (
    await site.db
      .selectFrom('event')
      .select('body')
      .where('owner_id', '=', school.id)
      .where('item_id', '=', school.id)
      .where('kind', '=', 'coaching-pulse.opened')
      .execute()
  ).length;

test('a learner is asked once, answers or not, and is asked no more when the round is over', async () => {
  const all = await asked();
  await all.open();
  assert.equal(await rounds(all), 1);
  assert.deepEqual(await waitingOf(all, all.people.ann), ['coaching.pulse']);
  assert.deepEqual(await waitingOf(all, all.people.tomos), [], 'whoever supports is not asked');
  all.site.clock.set('2026-12-02T10:00:00Z');
  await all.open();
  assert.deepEqual(await waitingOf(all, all.people.ann), []);
  assert.equal((await all.ann.post(all.questions, answers)).status, 422, 'the round is over');
  all.site.clock.set('2026-12-30T10:00:00Z');
  await all.open();
  assert.equal(await rounds(all), 1, 'not in the holidays');
  all.site.clock.set('2027-01-05T10:00:00Z');
  await all.open();
  assert.equal(await rounds(all), 2);
});

test('answers can be changed while the round is open, are hers alone, and go with her', async () => {
  const all = await asked();
  const kept = await all.ann.post(all.questions, answers);
  assert.equal(kept.status, 303, kept.text);
  await deliver(all.site);
  assert.deepEqual(await waitingOf(all, all.people.ann), []);
  const again = { ...answers, words: 'We laughed a lot', version: '1' };
  assert.equal((await all.ann.post(all.questions, again)).status, 303);
  assert.equal(
    (await all.ann.post(all.questions, { ...again, version: '1' })).status,
    409,
    'from another window',
  );
  assert.match((await all.ann.get(all.questions)).text, /We laughed a lot/);
  const archive = (person: string) => takeAwayPulse(all.site.db, person, [all.school.id]);
  const [mine] = await archive(all.people.ann.personId);
  assert.ok(mine?.entries[0]?.fields.some(({ text }) => text === 'We laughed a lot'));
  assert.deepEqual(await archive(all.people.tomos.personId), []);
  for (const reader of [all.tomos, await all.site.as(all.people.huw)])
    assert.equal((await reader.get(all.questions)).status, 403);
  assert.equal((await all.tomos.post(all.questions, answers)).status, 403);
  all.site.clock.set('2026-12-10T10:00:00Z');
  assert.match(words((await all.ann.get(all.questions)).text), /18 November 2026.*We laughed a lot/);
});

test('an answer that suggests judgement brings quiet help at once, and nobody is told', async () => {
  const all = await asked();
  const co = await makePerson(all.site.db, all.school, { roles: ['mentor-co-ordinator'] });
  const before = (await sql`/* job: test */ select id from notice`.execute(all.site.db)).rows;
  const page = await all.ann.post(all.questions, { ...answers, helped: 'judged' });
  const help = await all.ann.get(page.to);
  assert.match(help.text, /For you alone/);
  assert.ok(help.text.includes(`href="${all.here}/quiet"`));
  await deliver(all.site);
  const after = (await sql`/* job: test */ select id from notice`.execute(all.site.db)).rows;
  assert.equal(after.length, before.length);
  assert.deepEqual(await waitingOf(all, co), []);
  assert.doesNotMatch((await all.tomos.get(all.here)).text, /judged/i);
});

test('without a concern the help is there for whoever looks, and is not pressed on anybody', async () => {
  const all = await asked();
  const page = await all.ann.get((await all.ann.post(all.questions, answers)).to);
  assert.doesNotMatch(page.text, /For you alone/);
  assert.match(page.text, /If it does not feel right/);
});

test('nothing answered is no answer, and none is asked for', async () => {
  const all = await asked();
  const nothing = await all.ann.post(all.questions, { ...answers, open: '', asked: '', helped: '' });
  assert.equal(nothing.status, 422);
  assert.match(nothing.text, /You can also simply leave this page/);
});
