import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jobsOf } from '#src/jobs.ts';
import { deliver, runJob } from '#test/deliver.ts';
import type { SignedIn } from '#test/world.ts';
import { handIn, makeGroup, must, plan, planned, type Scene, scene } from './evaluation.scene.ts';

/** Runs what the relay would run by itself under these names, then delivers what came of it. */
async function night(stage: Scene, at: string, ...names: string[]): Promise<void> {
  stage.site.clock.set(at);
  const { recurring } = jobsOf(stage.site.services, (line) => assert.fail(line));
  for (const name of names) {
    const job = recurring?.find((each) => each.name === name);
    assert.ok(job, name);
    await runJob(stage.site, job);
  }
  await deliver(stage.site);
}

const waiting = async ({ site, world }: Scene, who: SignedIn): Promise<[string, string][]> =>
  (
    await site.db
      .selectFrom('notice')
      .select(['kind', 'href'])
      .where('owner_id', '=', world.people[who].personId)
      .where('kind', 'like', 'evaluation.%')
      .where('done_at', 'is', null)
      .orderBy('kind')
      .execute()
  ).map(({ kind, href }) => [kind, href]);

const nightly = 'evaluation.notices';

test('a week before a measurement it waits for those who keep pupils, and goes when they hand in', async () => {
  const stage = await scene();
  await planned(stage);
  const teacher = await stage.as('teacher');
  const group = await makeGroup(stage, teacher, { pupils: 2 });
  await night(stage, '2027-01-10T03:20:00Z', nightly);
  assert.deepEqual(await waiting(stage, 'teacher'), [], 'eight days before it does not wait yet');
  await night(stage, '2027-01-11T03:20:00Z', nightly);
  assert.deepEqual(await waiting(stage, 'teacher'), [['evaluation.middle', `${group.href}/figures/middle`]]);
  for (const who of ['partner', 'facilitator', 'cpd-leader', 'head', 'specialist'] as const)
    assert.deepEqual(await waiting(stage, who), [], `${who} keeps no pupils`);
  const winter = await stage.site.as(stage.world.people.teacher);
  await handIn(winter, group, 'middle', [3, 4]);
  await deliver(stage.site);
  assert.deepEqual(await waiting(stage, 'teacher'), []);
  must(await winter.post(`${group.href}/figures/middle/take-back`));
  await deliver(stage.site);
  assert.equal((await waiting(stage, 'teacher')).length, 1, 'taken back, it waits again');
  await night(stage, '2027-02-16T03:20:00Z', nightly);
  assert.deepEqual(await waiting(stage, 'teacher'), [], 'four weeks after its day it goes by itself');
});

test('each of the four days is told of, the later one too; the start also to those who have no pupils yet', async () => {
  const stage = await scene();
  await planned(stage, { baseline: '2026-11-20' });
  await deliver(stage.site);
  assert.deepEqual(await waiting(stage, 'teacher'), [['evaluation.baseline', `${stage.base}/groups`]]);
  assert.deepEqual(await waiting(stage, 'facilitator'), [], 'who takes part begins');
  const group = await makeGroup(stage, await stage.as('teacher'), { pupils: 1 });
  await deliver(stage.site);
  assert.deepEqual(await waiting(stage, 'teacher'), [
    ['evaluation.baseline', `${group.href}/figures/baseline`],
  ]);
  for (const [moment, day] of [
    ['end', '2027-06-21'],
    ['delayed', '2027-10-04'],
  ] as const) {
    await night(stage, `${day}T03:20:00Z`, nightly);
    assert.deepEqual(await waiting(stage, 'teacher'), [
      [`evaluation.${moment}`, `${group.href}/figures/${moment}`],
    ]);
  }
});

test('a mail tells of it when it comes to wait, and on the day itself, once each; a day that is moved is told anew', async () => {
  const stage = await scene();
  const sent: { to: string; subject: string }[] = [];
  stage.site.services.mailer = {
    hasServer: true,
    send: async (mail) => void sent.push(mail as never),
    close: () => undefined,
  };
  await planned(stage, { baseline: '2026-11-23' });
  await deliver(stage.site);
  const to = stage.world.people.teacher.email;
  const mails = () => sent.filter((mail) => mail.to === to).map(({ subject }) => subject);
  await night(stage, '2026-11-20T09:05:00Z', nightly, 'today.reminders');
  assert.equal(mails().length, 1, 'it has come to wait');
  for (const hour of ['09', '10']) await night(stage, `2026-11-23T${hour}:05:00Z`, 'today.reminders');
  assert.equal(mails().length, 2);
  assert.match(mails()[1]!, /Measure pupils at the start of a programme, due Monday,? 23 November/);
  const teacher = await stage.as('teacher');
  must(await teacher.post(`${stage.base}/plan/change`, { ...plan, version: 1, baseline: '2026-11-25' }));
  await deliver(stage.site);
  await night(stage, '2026-11-25T09:05:00Z', 'today.reminders');
  assert.equal(mails().length, 3);
});

test('open questions and a measurement wait side by side, and neither takes the other away', async () => {
  const stage = await scene();
  await planned(stage, { baseline: '2026-11-20' });
  must(await (await stage.as('cpd-leader')).post(`${stage.base}/questions/end/open`));
  await deliver(stage.site);
  const kinds = async () => (await waiting(stage, 'teacher')).map(([kind]) => kind);
  assert.deepEqual(await kinds(), ['evaluation.asked', 'evaluation.baseline']);
  must(
    await (
      await stage.as('teacher')
    ).post(`${stage.base}/questions/end`, { version: 0, 'worth-time': 'a-little' }),
  );
  await deliver(stage.site);
  assert.deepEqual(await kinds(), ['evaluation.baseline']);
});

test('made a draft again, the programme asks for nothing; published again, it does', async () => {
  const stage = await scene();
  await planned(stage, { baseline: '2026-11-20' });
  await deliver(stage.site);
  assert.equal((await waiting(stage, 'teacher')).length, 1);
  const programme = stage.base.replace('/evaluation', '');
  const leader = await stage.as('cpd-leader');
  must(await leader.post(`${programme}/withdraw`));
  await deliver(stage.site);
  assert.deepEqual(await waiting(stage, 'teacher'), []);
  must(await leader.post(`${programme}/publish`));
  await deliver(stage.site);
  assert.equal((await waiting(stage, 'teacher')).length, 1);
});

test('an evaluation that has ended is gone from the lists by the next morning', async () => {
  const stage = await scene();
  await planned(stage, { baseline: '2026-11-20' });
  await deliver(stage.site);
  await stage.site.db
    .updateTable('item')
    .set({ ended_at: stage.site.clock.now })
    .where('owner_id', '=', stage.world.school.id)
    .where('kind', '=', 'evaluation')
    .execute();
  await night(stage, '2026-11-21T03:20:00Z', nightly);
  assert.deepEqual(await waiting(stage, 'teacher'), []);
});
