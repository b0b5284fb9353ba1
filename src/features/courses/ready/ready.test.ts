import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coursesScene } from '../courses.scene.ts';
import { readyCourses } from './read-ready.ts';

test('each begins and ends with the same questions, and a week asks twenty-five minutes or less of reading and doing', () => {
  for (const { title, weeks } of readyCourses()) {
    const surveys = weeks.flatMap(({ activities }) => activities.filter(({ kind }) => kind === 'survey'));
    const [before, after] = surveys.map(
      ({ settings }) => (settings as { questions: { asks: string; choices: string[] }[] }).questions,
    );
    const asked = before!.filter(({ choices }) => choices.length > 0);
    assert.ok(asked.length >= 2, title);
    assert.deepEqual(
      asked.filter(({ asks }) => !after!.some((each) => each.asks === asks)),
      [],
      title,
    );
    for (const week of weeks) {
      const minutes = week.activities.reduce((sum, each) => sum + each.minutes, 0);
      assert.ok(minutes <= 30, `${title}: ${week.title} asks ${minutes} minutes`);
    }
  }
});

test('begun, it is a course of one’s own that opens week by week and says where it came from', async () => {
  const { as } = await coursesScene();
  const [ffion, huw, cai] = [await as('ffion'), await as('huw'), await as('cai')];
  assert.equal((await cai.get('/courses/ready/everyone')).status, 403);
  assert.match((await ffion.get('/courses/new')).text, /Starting with Staffroom: for everyone/);
  assert.equal(
    (await ffion.post('/courses/ready/nothing', { whom: 'all-staff', starts_on: '' })).status,
    404,
  );
  assert.equal((await ffion.post('/courses/ready/everyone', { whom: 'class', starts_on: '' })).status, 422);
  const { to } = await ffion.post('/courses/ready/everyone', { whom: 'all-staff', starts_on: '2026-11-16' });
  assert.match((await ffion.get(to)).text, /Week 1[^]*Three pupils[^]*by 22 November 2026[^]*Week 6/);
  assert.match((await ffion.get(`${to}/brought`)).text, /for everyone on the staff, version 1\.0\.0/);
  assert.equal((await huw.get(to)).status, 403, 'it is not open yet');
  await ffion.post(`${to}/publish`);
  const { text } = await huw.get(to);
  assert.match(text, /Three pupils/);
  assert.doesNotMatch(text, /Small enough to do on Tuesday/, 'the second week is to come');
});
