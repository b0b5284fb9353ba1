import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeManager } from '#test/factories.ts';
import { selectProgramme } from '#features/programmes/index.ts';
import { jobsOf } from '#src/jobs.ts';
import { runJob } from '#test/deliver.ts';
import { guestsJob } from './guest.job.ts';
import { scene, waitingFor } from './people.scene.ts';

async function guestScene() {
  const all = await scene();
  const { site, world } = all;
  const stepsOf = async (href: string) => {
    const group = await selectProgramme(site.db, world.school.id, href.split('/')[2]!);
    return site.db
      .selectFrom('programme_step')
      .select(['id', 'number', 'stage', 'kind', 'on_date'])
      .where('owner_id', '=', world.school.id)
      .where('programme_id', '=', group!.id)
      .orderBy('number')
      .execute();
  };
  const runGuests = () => guestsJob.run({ ...site.services, signal: AbortSignal.timeout(10_000) });
  return { ...all, stepsOf, runGuests };
}

test('a guest let in for one stage writes at its steps alone, until the day that was said', async () => {
  const { as, idOf, jobs, mail, start, site, world, stepsOf, runGuests } = await guestScene();
  const href = await start('spiral-of-enquiry', 'teacher', { seen: '' });
  const steps = await stepsOf(href);
  const stage = steps[0]!.stage!;
  const mine = steps.find((step) => step.stage === stage)!;
  const other = steps.find((step) => step.stage !== stage)!;
  const guest = await as('other-guest');
  assert.equal((await guest.get(href)).status, 403);
  const fields = { person: idOf('other-guest'), stage, until_on: '2026-11-20' };
  const letIn = await (await as('teacher')).post(`${href}/guests`, fields);
  assert.equal(letIn.status, 303, letIn.text);
  await jobs();
  assert.match(await waitingFor(guest), /let in for one stage/);
  assert.ok(mail.some(({ subject }) => /You are let in for one stage/.test(subject)));
  assert.match((await guest.get(`${href}/my-stage`)).text, /Friday 20 November/);
  assert.equal((await guest.get(href)).status, 200);
  assert.equal((await guest.get(`${href}/people`)).status, 403);

  const granted = await site.db
    .selectFrom('item as i')
    .innerJoin('audience_grant as g', (join) =>
      join.onRef('g.owner_id', '=', 'i.owner_id').onRef('g.audience_id', '=', 'i.audience_id'),
    )
    .select(['i.id', 'g.ability'])
    .where('i.owner_id', '=', world.school.id)
    .where('g.owner_id', '=', world.school.id)
    .where('g.principal', '=', `person:${idOf('other-guest')}`)
    .where('g.ability', '=', 'contribute')
    .execute();
  const ofStage = steps.filter((step) => step.stage === stage).map(({ id }) => id);
  assert.deepEqual(granted.map(({ id }) => id).toSorted(), ofStage.toSorted());
  assert.ok(!granted.some(({ id }) => id === other.id));
  assert.ok(granted.some(({ id }) => id === mine.id));

  site.clock.set('2026-11-21T09:00:00Z');
  await runGuests();
  await jobs();
  assert.equal((await guest.get(href)).status, 403);
  assert.equal((await guest.get(`${href}/my-stage`)).status, 404);
  assert.doesNotMatch(await waitingFor(guest), /let in for one stage/);
  site.clock.set('2026-11-18T16:30:00Z');
});

test('what is ended early is closed at once, and can be taken back; whoever was let in can say no', async () => {
  const { as, idOf, start, site, world, stepsOf } = await guestScene();
  const href = await start('spiral-of-enquiry', 'teacher', { seen: '' });
  const stage = (await stepsOf(href))[0]!.stage!;
  const teacher = await as('teacher');
  const guest = await as('other-guest');
  const fields = { person: idOf('other-guest'), stage, until_on: '2026-12-18' };
  assert.equal((await teacher.post(`${href}/guests`, fields)).status, 303);
  const { id } = await site.db
    .selectFrom('stage_guest')
    .select('id')
    .where('owner_id', '=', world.school.id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  assert.equal((await teacher.post(`${href}/guests/${id}/end`)).status, 303);
  assert.equal((await guest.get(href)).status, 403);
  assert.equal((await teacher.post(`${href}/guests/${id}/restore`)).status, 303);
  assert.equal((await guest.get(href)).status, 200);
  // Somebody else's answer is nobody's to give.
  assert.equal((await (await as('specialist')).post(`${href}/my-stage/${id}/decline`)).status, 404);
  assert.equal((await guest.post(`${href}/my-stage/${id}/decline`)).status, 303);
  assert.equal((await guest.get(href)).status, 403);
});

test('changing who sees the group does not close it to somebody let in for a stage', async () => {
  const { as, idOf, start, stepsOf } = await guestScene();
  const href = await start('spiral-of-enquiry', 'teacher', { seen: '' });
  const stage = (await stepsOf(href))[0]!.stage!;
  const teacher = await as('teacher');
  await teacher.post(`${href}/guests`, { person: idOf('other-guest'), stage, until_on: '2026-12-18' });
  const saved = await teacher.post(`${href}/settings`, {
    title: 'Another name',
    joining: 'invited',
    version: 1,
  });
  assert.equal(saved.status, 303, saved.text);
  assert.equal((await (await as('other-guest')).get(href)).status, 200);
});

test('a line manager is not let in for a stage either, and is out when they come to manage somebody', async () => {
  const { as, idOf, start, site, world, stepsOf, runGuests } = await guestScene();
  const href = await start('peer-observation', 'teacher', { seen: '' });
  const stage = (await stepsOf(href))[0]!.stage!;
  const teacher = await as('teacher');
  const letIn = (who: 'manager' | 'colleague') =>
    teacher.post(`${href}/guests`, { person: idOf(who), stage, until_on: '2026-12-18' });
  const refused = await letIn('manager');
  assert.equal(refused.status, 422);
  assert.match(refused.text, /is Ffion Puw’s line manager/);
  assert.equal((await letIn('colleague')).status, 303);
  const colleague = await as('colleague');
  assert.equal((await colleague.get(href)).status, 200);
  await makeManager(site.db, world.school, world.people.colleague, world.people.teacher);
  await runGuests();
  assert.equal((await colleague.get(href)).status, 403);
});

test('the steps of their stage stand in the calendar, reminders and groups of somebody let in for it, and no others', async () => {
  const { as, idOf, start, site, world, stepsOf } = await guestScene();
  const href = await start('spiral-of-enquiry', 'teacher', { seen: '' });
  const slug = href.split('/')[2]!;
  const steps = await stepsOf(href);
  const mine = steps.find(({ kind }) => kind === 'meeting')!;
  const last = steps.filter(({ stage }) => stage === mine.stage).at(-1)!;
  const other = steps.find(({ stage, on_date: on }) => stage !== mine.stage && on > last.on_date)!;
  const guest = await as('other-guest');
  const stepsSeen = async () => {
    const months = [...new Set(steps.map(({ on_date: on }) => on.slice(0, 7)))];
    const pages = await Promise.all(months.map((month) => guest.get(`/me/calendar?month=${month}`)));
    const text = pages.map((page) => page.text).join('');
    return steps
      .filter(({ number }) => new RegExp(`/programmes/${slug}/steps/${number}\\b`).test(text))
      .map(({ number }) => number);
  };
  assert.deepEqual(await stepsSeen(), []);
  const fields = { person: idOf('other-guest'), stage: mine.stage!, until_on: last.on_date };
  const letIn = await (await as('teacher')).post(`${href}/guests`, fields);
  assert.equal(letIn.status, 303, letIn.text);
  assert.deepEqual(
    await stepsSeen(),
    steps.filter(({ stage }) => stage === mine.stage).map(({ number }) => number),
  );
  assert.match((await guest.get('/groups')).text, new RegExp(`href="${href}/my-stage"`));
  assert.match((await guest.get('/my-learning')).text, new RegExp(`href="${href}/my-stage"`));

  const { recurring = [] } = jobsOf(site.services, (line) => assert.fail(line));
  const remind = recurring.find(({ name }) => name === 'sessions.remind')!;
  const remindedOf = async ({ id, on_date: on }: (typeof steps)[number]) => {
    site.clock.set(`${on}T06:00:00Z`);
    await runJob(site, remind);
    const rows = await site.db
      .selectFrom('notice')
      .select('subject_key')
      .where('owner_id', '=', idOf('other-guest'))
      .where('kind', '=', 'session-tomorrow')
      .where('subject_key', '=', id)
      .where('done_at', 'is', null)
      .execute();
    return rows.length;
  };
  assert.equal(await remindedOf(mine), 1);
  assert.equal(await remindedOf(other), 0);
  await site.db
    .updateTable('programme_step')
    .set({ done_at: site.clock.now, done_by: idOf('teacher') })
    .where('owner_id', '=', world.school.id)
    .where('id', '=', mine.id)
    .execute();
  assert.equal(await remindedOf(mine), 0, 'a step that was called done is reminded of no more');
});
