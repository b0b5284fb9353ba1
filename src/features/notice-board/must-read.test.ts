import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jobsOf } from '#src/jobs.ts';
import { runJob } from '#test/deliver.ts';
import { insertMemberships } from '#features/people/index.ts';
import { scene, usual } from './notice-board.scene.ts';

const must = { must_read: 'yes' };
const waiting = (page: string): string => page.split('<h2>Notices</h2>')[0]!;

test('what must be read waits on Today, by its title, until one says so', async () => {
  const { as, putUp, jobs } = await scene();
  const href = await putUp('huw', must);
  await jobs();
  const tomos = await as('tomos');
  const before = (await tomos.get('/today')).text;
  assert.match(waiting(before), /Read: Fire drill on Friday/);
  assert.match(before.split('<h2>Notices</h2>')[1]!, /I have read this/);
  assert.match((await tomos.get(href)).text, /Its author and the head see that you said so/);
  const said = await tomos.post(`${href}/read`, { version: '1' });
  assert.equal(said.status, 303);
  await jobs();
  assert.doesNotMatch(waiting((await tomos.get('/today')).text), /Read: Fire drill/);
  assert.match((await tomos.get(href)).text, /You said that you have read this/);
  assert.match(
    (await (await as('huw')).get('/today')).text,
    /Nothing is waiting|<h2>Notices/,
    'its author is not asked',
  );
});

test('its author sees who of the staff has said so and who has not; opening it counts for nothing', async () => {
  const { as, putUp } = await scene();
  const href = await putUp('huw', must);
  await (await as('tomos')).get(href);
  await (await as('owain')).post(`${href}/read`, { version: '1' });
  const page = (await (await as('huw')).get(`${href}/readers`)).text;
  const [notYet, have] = page.split('Staff who have read it') as [string, string];
  assert.match(notYet, /Tomos Rees/);
  assert.match(have, /Owain Price/);
  assert.doesNotMatch(page, /Huw Parry<\/bdi>/, 'who wrote it is not asked');
  assert.match(notYet, /4 of 5/);
});

test('of pupils and families only how many, and not while so few have that one could tell who', async () => {
  const { as, putUp, p5 } = await scene();
  const href = await putUp('ffion', { ...must, to: '', classes: p5, people: ['pupil', 'family'] });
  await (await as('cai')).post(`${href}/read`, { version: '1' });
  const page = (await (await as('ffion')).get(`${href}/readers`)).text;
  assert.match(page, /2 pupils are asked/);
  assert.match(page, /2 parents and carers are asked/);
  assert.doesNotMatch(page, /Tomos Rees/, 'he is asked as Mali’s father, not as a colleague');
  assert.match(page, /is not shown while so few/);
  assert.doesNotMatch(page, /Cai Roberts/);
});

test('said twice is said once', async () => {
  const { as, putUp, db, school } = await scene();
  const href = await putUp('huw', must);
  const tomos = await as('tomos');
  await tomos.post(`${href}/read`, { version: '1' });
  const again = await tomos.post(`${href}/read`, { version: '1' });
  assert.match(again.said, /said already/);
  const rows = await db
    .selectFrom('posted_notice_reading')
    .selectAll()
    .where('owner_id', '=', school.id)
    .execute();
  assert.equal(rows.length, 1);
});

test('taken down while somebody reads: they are told, and nothing is asked of them', async () => {
  const { as, putUp, jobs } = await scene();
  const href = await putUp('huw', must);
  await jobs();
  const tomos = await as('tomos');
  await tomos.get(href);
  await (await as('huw')).post(`${href}/end`);
  await jobs();
  const answer = await tomos.post(`${href}/read`, { version: '1' });
  assert.equal(answer.status, 303);
  assert.match(answer.said, /taken down meanwhile/);
  assert.doesNotMatch((await tomos.get('/today')).text, /Fire drill/);
});

test('those whom it is not for cannot say that they have read it, nor where nobody is asked', async () => {
  const { as, putUp } = await scene();
  const href = await putUp('huw', must);
  for (const who of ['cai', 'lowri', 'guest'] as const)
    assert.equal((await (await as(who)).post(`${href}/read`, { version: '1' })).status, 403, who);
  const plain = await putUp('huw');
  assert.equal((await (await as('tomos')).post(`${plain}/read`, { version: '1' })).status, 422);
});

test('changed in a way that matters, it is asked again; and not of a text one has not seen', async () => {
  const { as, putUp, jobs } = await scene();
  const href = await putUp('huw', must);
  const [tomos, owain] = [await as('tomos'), await as('owain')];
  await tomos.post(`${href}/read`, { version: '1' });
  const change = { ...usual, ...must, text: 'At eleven.', again: 'yes', version: '1' };
  assert.equal((await (await as('huw')).post(`${href}/change`, change)).status, 303);
  await jobs();
  assert.match(waiting((await tomos.get('/today')).text), /Read: Fire drill/);
  assert.match((await tomos.get(href)).text, /changed since you read it/);
  const blind = await owain.post(`${href}/read`, { version: '1' });
  assert.equal(blind.status, 422);
  assert.match(blind.text, /changed meanwhile/);
  assert.equal((await tomos.post(`${href}/read`, { version: '2' })).status, 303);
  await jobs();
  assert.doesNotMatch(waiting((await tomos.get('/today')).text), /Read: Fire drill/);
});

test('it waits from its first day, and no longer than its last; who joins a team is asked too', async () => {
  const { as, putUp, jobs, site, db, school, people, maths } = await scene();
  const job = jobsOf(site.services, () => undefined).recurring!.find(
    ({ name }) => name === 'notice-board.must-reads',
  )!;
  const waits = async (who: 'tomos' | 'ffion') =>
    /Read: Fire drill/.test(waiting((await (await as(who)).get('/today')).text));
  await putUp('huw', { ...must, to: '', teams: maths, from_on: '2026-11-20' });
  await jobs();
  assert.equal(await waits('tomos'), false);
  site.clock.set('2026-11-20T06:05:00Z');
  await runJob(site, job);
  assert.equal(await waits('tomos'), true);
  await insertMemberships(
    db,
    school.id,
    [{ unitId: maths, personId: people.ffion.personId, part: 'member' }],
    site.clock.now,
  );
  await runJob(site, job);
  assert.equal(await waits('ffion'), true);
  site.clock.set('2026-11-25T06:05:00Z');
  await runJob(site, job);
  assert.equal(await waits('tomos'), false);
  assert.equal(await waits('ffion'), false);
});

test('what waits was put aside stays aside, and lists that are right are not written again', async () => {
  const { as, putUp, jobs, site } = await scene();
  const job = jobsOf(site.services, () => undefined).recurring!.find(
    ({ name }) => name === 'notice-board.must-reads',
  )!;
  await putUp('huw', must);
  await jobs();
  const tomos = await as('tomos');
  const id = /today\/waiting\/([0-9a-f-]{36})\/done/.exec((await tomos.get('/today')).text)![1]!;
  await tomos.post(`/today/waiting/${id}/done`);
  site.clock.move(3_600_000);
  site.queries.length = 0;
  await runJob(site, job);
  assert.deepEqual(
    site.queries.filter(({ sql }) => /^(insert into|update) "?notice"?/.test(sql)),
    [],
  );
  assert.doesNotMatch(waiting((await tomos.get('/today')).text), /One thing is waiting/);
});

test('a letter says that a notice is to be read and not which', async () => {
  const { boardNotices, mustReadNotice } = await import('./must-read.notices.ts');
  assert.equal(boardNotices[mustReadNotice](), 'A notice to be read');
});

test('on Today stand five at most, what must be read first; what one puts away is gone from there alone', async () => {
  const { as, putUp } = await scene();
  const first = await putUp('huw', { title: 'Notice 0' });
  for (let n = 1; n <= 5; n++) await putUp('huw', { title: `Notice ${n}` });
  await putUp('huw', { ...must, title: 'Must be read', from_on: '2026-11-18' });
  const tomos = await as('tomos');
  const page = (await tomos.get('/today')).text;
  const titles = (text: string) =>
    [...text.matchAll(/<bdi>((?:Notice|Must)[^<]*)<\/bdi>/g)].map(([, name]) => name);
  assert.deepEqual(titles(page), ['Must be read', 'Notice 5', 'Notice 4', 'Notice 3', 'Notice 2']);
  assert.match(page, /Shown are 5 of 7/);
  const fifth = /href="(\/notices\/[0-9a-f-]{36})"><bdi>Notice 5/.exec(page)![1]!;
  const away = await tomos.post(`${fifth}/put-away`);
  assert.match(away.said, /off Today/);
  assert.deepEqual(titles((await tomos.get('/today')).text), [
    'Must be read',
    'Notice 4',
    'Notice 3',
    'Notice 2',
    'Notice 1',
  ]);
  assert.match((await tomos.get('/notices')).text, /Notice 5/);
  await tomos.post(`${fifth}/put-back`);
  assert.match((await tomos.get('/today')).text, /Notice 5/);
  assert.equal((await (await as('cai')).post(`${first}/put-away`)).status, 403);
});
