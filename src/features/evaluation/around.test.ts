import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { selectStanding } from '#platform/access/standing.ts';
import { Who } from '#platform/access/who.ts';
import { deliver } from '#test/deliver.ts';
import type { SignedIn } from '#test/world.ts';
import { evaluationCalendar } from './evaluation.calendar.ts';
import { handIn, makeGroup, must, planned, type Scene, scene, wordsOf } from './evaluation.scene.ts';
import { presentGroup, presentKey } from './present.ts';
import { takeAwayEvaluation } from './evaluation.take-away.ts';

const answered = { version: 0, 'worth-time': 'a-little', 'worth-time-words': 'Too many evenings' };

const noticesOf = ({ site, world }: Scene, who: SignedIn) =>
  site.db
    .selectFrom('notice')
    .select(['href', 'done_at'])
    .where('owner_id', '=', world.people[who].personId)
    .where('kind', '=', 'evaluation.asked')
    .execute();

test('the questions wait in the list of those they are put to, until one has answered or they are closed', async () => {
  const stage = await scene();
  await planned(stage);
  const leader = await stage.as('cpd-leader');
  must(await leader.post(`${stage.base}/questions/end/open`));
  await deliver(stage.site);
  for (const who of ['teacher', 'partner', 'facilitator', 'cpd-leader'] as const)
    assert.equal((await noticesOf(stage, who))[0]?.href, `${stage.base}/questions/end`, who);
  for (const who of ['specialist', 'colleague', 'head'] as const)
    assert.deepEqual(await noticesOf(stage, who), [], who);
  must(await (await stage.as('teacher')).post(`${stage.base}/questions/end`, answered));
  await deliver(stage.site);
  assert.ok((await noticesOf(stage, 'teacher'))[0]!.done_at);
  assert.equal((await noticesOf(stage, 'partner'))[0]!.done_at, null);
  must(await leader.post(`${stage.base}/questions/end/close`));
  await deliver(stage.site);
  assert.ok((await noticesOf(stage, 'partner'))[0]!.done_at);
});

test('before so few are asked that nothing could ever be shown, the page says so; with five taking part it does not', async () => {
  const stage = await scene();
  await planned(stage);
  const leader = await stage.as('cpd-leader');
  const told = /take part\. What those who take part answer[^.]*it can never be shown\./;
  assert.match(wordsOf(await leader.get(`${stage.base}/questions`)), told);
  must(await leader.post(`${stage.base}/questions/end/open`));
  const open = wordsOf(await leader.get(`${stage.base}/questions`));
  assert.match(open, told);
  assert.match(open, /shown only if five or more of them did/);
  await stage.joiners(3);
  assert.doesNotMatch(wordsOf(await leader.get(`${stage.base}/questions`)), told);
});

test('one takes away what one said, and reads that figures of pupils stay', async () => {
  const stage = await scene();
  await planned(stage);
  must(await (await stage.as('cpd-leader')).post(`${stage.base}/questions/end/open`));
  must(await (await stage.as('teacher')).post(`${stage.base}/questions/end`, answered));
  const of = (who: SignedIn) =>
    takeAwayEvaluation(stage.site.db, stage.world.people[who].personId, [stage.world.school.id]);
  const [section] = await of('teacher');
  assert.deepEqual(section!.entries[0]!.fields, [
    { label: 'Was it worth the time it asked of you?', text: 'A little\nToo many evenings' },
    { label: 'My own words', text: 'Are read by nobody else.' },
  ]);
  assert.match(section!.stays, /Figures of pupils/);
  assert.deepEqual(await of('partner'), []);
});

test('one takes away with whom one shares figures, and nothing that could say who the pupils are', async () => {
  const stage = await scene();
  await planned(stage);
  const teacher = await stage.as('teacher');
  const group = await makeGroup(stage, teacher, { name: 'Seren and Nia', pupils: 2 });
  const { partner, teacher: own } = stage.world.people;
  must(await teacher.post(`${group.href}/share`, { see: partner.personId }));
  const [section] = await takeAwayEvaluation(stage.site.db, own.personId, [stage.world.school.id]);
  assert.deepEqual(section!.entries[0]!.fields, [{ label: 'Shared with', text: partner.name }]);
  assert.doesNotMatch(JSON.stringify(section), /Seren|Pupil 1/);
});

test('the four days stand in the calendars of those who measure, and in nobody else’s', async () => {
  const stage = await scene();
  await planned(stage);
  const { id, name } = stage.world.school;
  const days = async (who: SignedIn) => {
    const person = stage.world.people[who];
    const standing = await selectStanding(
      stage.site.db,
      { personId: person.personId, name: person.name, locale: 'en-GB', theme: 'auto' },
      { id, name, zone: 'Europe/London', currency: 'GBP' },
      '2026-11-18',
    );
    const part = evaluationCalendar.select(
      new Who(standing, 'learning'),
      sql.val('2026-09-01'),
      sql.val('2027-12-31'),
    );
    const { rows } = await sql<{ on_date: string }>`select * from (${part}) d order by on_date`.execute(
      stage.site.db,
    );
    return rows.map((row) => row.on_date);
  };
  assert.deepEqual(await days('teacher'), ['2026-09-14', '2027-01-18', '2027-06-21', '2027-10-04']);
  for (const who of ['head', 'specialist', 'colleague', 'other-head'] as const)
    assert.deepEqual(await days(who), [], who);
});

test('what one shares stands among one’s own things, and can be taken back there', async () => {
  const stage = await scene();
  await planned(stage);
  const teacher = await stage.as('teacher');
  const group = await makeGroup(stage, teacher, { name: 'Willow readers', pupils: 2 });
  must(await teacher.post(`${group.href}/share`, { see: stage.world.people.partner.personId }));
  const shared = await teacher.get('/me/shared');
  assert.match(shared.text, /Willow readers/);
  assert.match(shared.text, new RegExp(group.href));
});

test('a lawful override reads figures and names in words', async () => {
  const stage = await scene();
  await planned(stage);
  const teacher = await stage.as('teacher');
  const group = await makeGroup(stage, teacher, { pupils: 2 });
  await handIn(teacher, group, 'baseline', [4, null]);
  must(await teacher.post(`${group.href}/who-is-who`, { version: 0, [`name-${group.ids[0]}`]: 'Seren' }));
  const { school, people } = stage.world;
  const { id } = await stage.site.db
    .selectFrom('evaluation_group')
    .select('id')
    .where('owner_id', '=', school.id)
    .executeTakeFirstOrThrow();
  assert.deepEqual((await presentGroup(stage.site.db, school.id, id)).fields, [
    { label: 'Pupil 1: Questions pupils ask of a text, Start', text: '4' },
    { label: 'Pupil 2: Questions pupils ask of a text, Start', text: 'Absent' },
  ]);
  const key = await stage.site.db
    .selectFrom('evaluation_key')
    .select('id')
    .where('owner_id', '=', people.teacher.personId)
    .executeTakeFirstOrThrow();
  assert.deepEqual((await presentKey(stage.site.db, people.teacher.personId, key.id)).fields, [
    { label: 'Pupil 1', text: 'Seren' },
  ]);
});
