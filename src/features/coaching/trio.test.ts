import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser } from '#test/site.ts';
import { makeManager } from '#test/factories.ts';
import { scene } from './core.scene.ts';
import { remindOfMeetings } from './meetings/remind-meetings.job.ts';
import { openRound } from './pulse/open-round.job.ts';

/** Three co-coaches, of whom two go on without the third. */

const time = {
  on_date: '2026-11-19',
  starts_at: '15:45',
  minutes: '30',
  kind: 'conversation',
  place: 'Room with the blue door',
  cover_minutes: '0',
  anyway: 'yes',
};

/** Both in one school: what is due for everybody who is asked or reminded of times. */
async function remind({ site, world }: Awaited<ReturnType<typeof scene>>): Promise<void> {
  const school = { id: world.school.id, zone: 'Europe/London' };
  await remindOfMeetings(site.services, school);
  await openRound(site.services, school);
}

test('who said no is reminded of nothing and sees no times of those who said yes', async () => {
  const all = await scene();
  const { as, ask, answer, prepare, done, site, waits } = all;
  await prepare('teacher', 'partner', 'colleague');
  const href = await ask('co-coaching', ['partner', 'colleague']);
  done(await answer(href, 'partner'));
  done(await answer(href, 'colleague', 'no'));
  const [teacher, colleague] = [await as('teacher'), await as('colleague')];
  done(await teacher.post(`${href}/times/new`, time));
  const week = '/coaching/week?from=2026-11-16';
  assert.match((await (await as('partner')).get(week)).text, /Room with the blue door/);
  assert.doesNotMatch((await colleague.get(week)).text, /Room with the blue door/);
  site.clock.set('2026-12-03T17:00:00Z');
  await remind(all);
  assert.deepEqual(await waits('colleague'), []);
  const reminded = await waits('partner');
  for (const kind of ['coaching.say-held', 'coaching.pulse'])
    assert.ok(reminded.includes(kind), `${kind}: ${reminded.join()}`);
});

test('of somebody to whom it has closed nothing is asked any more', async () => {
  const all = await scene();
  const { as, together, done, site, db, world, waits, jobs } = all;
  const href = await together('co-coaching', ['partner']);
  done(await (await as('teacher')).post(`${href}/times/new`, time));
  await makeManager(db, world.school, world.people.partner, world.people.teacher);
  site.clock.set('2026-12-03T17:00:00Z');
  await jobs();
  await remind(all);
  assert.deepEqual(await waits('partner'), []);
  assert.ok((await waits('teacher')).includes('coaching.say-held'));
});

test('who left reads what they were there for, and nothing of what the others wrote since', async () => {
  const { as, together, done, site, whole } = await scene();
  const href = await together('co-coaching', ['partner', 'colleague']);
  const [teacher, colleague] = [await as('teacher'), await as('colleague')];
  const begin = async (by: Browser, on: string) =>
    done(await by.post(`${href}/conversations`, { on_date: on })).to;
  const before = await begin(teacher, '2026-11-18');
  const part = '/parts/noticed';
  const write = (to: string, text: string, version: number) => teacher.post(to + part, { text, version });
  done(await write(before, 'Said while three', 0));
  done(await teacher.post(`${href}/agreement/write`, whole('co-coaching', 0)));
  site.clock.move(60_000);
  done(await colleague.post(`${href}/leave`));
  site.clock.move(60_000);
  done(await write(before, 'Said by two', 1));
  const after = await begin(teacher, '2026-11-17');
  const first = Object.keys(whole('co-coaching', 1)).find((name) => name.startsWith('part-'))!;
  done(await teacher.post(`${href}/agreement/write`, whole('co-coaching', 1, { [first]: 'Agreed by two' })));
  done(await teacher.post(`${href}/times/new`, time));

  assert.match((await colleague.get(before)).text, /Said while three/);
  assert.doesNotMatch((await colleague.get(before)).text, /Said by two/);
  assert.match((await teacher.get(before)).text, /Said by two/);
  assert.equal((await colleague.get(after)).status, 404);
  for (const below of ['', '/conversations', '/times', '/agreement/history', '/support', '/talk']) {
    const { status, text } = await colleague.get(href + below);
    assert.equal(status, 200, below);
    assert.doesNotMatch(text, /Agreed by two|blue door/, below);
    assert.ok(!text.includes(after), below);
  }
  assert.match((await colleague.get(`${href}/conversations`)).text, /1 conversation\b/);
  assert.equal((await colleague.get(`${href}/agreement`)).to, `${href}/agreement/history`);
});
