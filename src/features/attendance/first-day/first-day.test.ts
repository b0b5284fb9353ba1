import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { insertPhone } from '#features/contacts/index.ts';
import { deliver, runJob } from '#test/deliver.ts';
import { attendanceOnToday, attendanceTodayView } from '../index.ts';
import { composed, type Given } from '#platform/access/composed.ts';
import { selectStanding } from '#platform/access/standing.ts';
import { Who } from '#platform/access/who.ts';
import { illToday, morning, scene, type Scene, wednesday } from '../attendance.scene.ts';
import { morningJob } from './morning.job.ts';

/** A morning: Cai is away without a reason, Mali is left out, Ann and Ned are here. */
async function aMorning(options: Parameters<typeof scene>[0] = {}) {
  const stage = await scene(options);
  stage.site.clock.set(morning);
  const register = await stage.takes(stage.p5, wednesday, 'am', { cai: 'N', ann: '/' });
  await stage.takes(stage.r6, wednesday, 'am', { ned: '/' });
  return { ...stage, register };
}

const waiting = async (stage: Scene, name: Parameters<Scene['as']>[0]) =>
  (await (await stage.as(name)).get('/today')).text.split(/Done lately|<h2>My children/)[0]!;
const tell = async (stage: Scene, ...names: (keyof Scene['people'])[]) =>
  (await stage.as('officer')).post('/attendance/today/tell', {
    pupils: names.map((name) => stage.people[name].personId),
  });

/** The letters that were written so far. */
async function letters({ site }: Scene): Promise<string[]> {
  const folder = join(site.folder, 'mail');
  const files = await readdir(folder).catch(() => []);
  return Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
}

test('the list of the morning names whoever is away without a reason or left out, with whom to call', async () => {
  const stage = await aMorning();
  const page = (await (await stage.as('officer')).get('/attendance/today')).text;
  assert.match(page, /Class 5P/);
  assert.match(page, /Cai Roberts/);
  assert.match(page, /Mali Rees/);
  assert.match(page, /Left out of a register that was taken/);
  assert.match(page, /Lowri Roberts/);
  assert.doesNotMatch(page, /Gareth Roberts/, 'he is not told of attendance');
  assert.doesNotMatch(page, /Ned Hall|Ann Ellis/);
  assert.match(page, /Tell this family/, 'Mali’s family is not known');
});

test('what the family said before takes the child off the list', async () => {
  const stage = await aMorning();
  await (await stage.as('lowri')).post(`/children/${stage.people.cai.personId}/away`, illToday);
  const page = (await (await stage.as('officer')).get('/attendance/today')).text;
  assert.match(page, /Somebody has said why: 1 pupil/);
  assert.doesNotMatch(page, /Tell the famil/);
});

test('half a day that is explained does not explain the other half', async () => {
  const stage = await aMorning();
  await (
    await stage.as('lowri')
  ).post(`/children/${stage.people.cai.personId}/away`, { ...illToday, part: 'pm' });
  assert.doesNotMatch(
    (await (await stage.as('officer')).get('/attendance/today')).text,
    /Somebody has said why/,
  );
});

test('who is told of attendance no more finds nothing of it waiting from that moment, nor in a letter', async () => {
  const stage = await aMorning();
  const { db, school, people, site } = stage;
  await tell(stage, 'cai');
  await deliver(site);
  assert.match(await waiting(stage, 'lowri'), /Cai Roberts is not in the register today/);
  await db
    .updateTable('family_relation')
    .set({ told: ['notices'], restriction: 'No contact, order of 18 November' })
    .where('owner_id', '=', school.id)
    .where('adult_id', '=', people.lowri.personId)
    .execute();
  const page = (await (await stage.as('lowri')).get('/today')).text;
  assert.doesNotMatch(page, /is not in the register/);
  await runJob(site, morningJob);
  const open = await db
    .selectFrom('notice')
    .select('kind')
    .where('owner_id', '=', people.lowri.personId)
    .where('done_at', 'is', null)
    .execute();
  assert.deepEqual(open, []);
});

test('a family is told once: on Today and by a letter that asks why, and whoever may not be told hears nothing', async () => {
  const stage = await aMorning();
  assert.equal((await tell(stage, 'cai', 'ned')).status, 303);
  await deliver(stage.site);
  assert.match(await waiting(stage, 'lowri'), /Cai Roberts is not in the register today/);
  assert.doesNotMatch(await waiting(stage, 'gareth'), /Cai/);
  assert.doesNotMatch(await waiting(stage, 'eira'), /Ned/, 'Ned is here');
  const sent = await letters(stage);
  assert.equal(sent.length, 1);
  assert.match(sent[0]!, new RegExp(`To: .*${stage.people.lowri.email}`));
  assert.equal((await tell(stage, 'cai')).status, 422, 'nobody is told twice');
  await deliver(stage.site);
  assert.equal((await letters(stage)).length, 1);
  const page = (await (await stage.as('officer')).get('/attendance/today')).text;
  assert.match(page, /The family was asked at 09:40/);
  assert.match(page, /A letter by mail/);
});

test('once the family says why, nothing waits for it any more', async () => {
  const stage = await aMorning();
  await tell(stage, 'cai');
  await deliver(stage.site);
  await (await stage.as('lowri')).post(`/children/${stage.people.cai.personId}/away`, illToday);
  await deliver(stage.site);
  assert.doesNotMatch(await waiting(stage, 'lowri'), /not in the register/);
});

test('a child who was here after all leaves the family’s Today, and the list says what happened', async () => {
  const stage = await aMorning();
  await tell(stage, 'cai');
  await deliver(stage.site);
  stage.site.clock.move(20 * 60_000);
  await stage.corrects(stage.register, 'cai', 'L');
  await runJob(stage.site, morningJob);
  assert.doesNotMatch(await waiting(stage, 'lowri'), /not in the register/);
  const page = (await (await stage.as('officer')).get('/attendance/today')).text;
  assert.match(page, /Here after all: 1 pupil/);
  assert.match(page, /We asked the family at 09:40.*a letter cannot be taken back/s);
});

test('after the hour that the school sets, it waits for the attendance officer, until everybody is accounted for', async () => {
  const stage = await aMorning();
  await runJob(stage.site, morningJob);
  assert.doesNotMatch(await waiting(stage, 'officer'), /not known of every pupil/);
  stage.site.clock.set('2026-11-18T10:31:00Z');
  await runJob(stage.site, morningJob);
  assert.match(await waiting(stage, 'officer'), /not known of every pupil/);
  assert.doesNotMatch(
    await waiting(stage, 'office'),
    /not known of every pupil/,
    'there is an attendance officer',
  );
  assert.match(
    (await (await stage.as('officer')).get('/attendance/today')).text,
    /past 10:30, and 2 pupils are not/,
  );
  stage.site.clock.move(60_000);
  await stage.corrects(stage.register, 'cai', '/');
  await (
    await stage.as('office')
  ).post(`/attendance/pupils/${stage.people.mali.personId}/away`, {
    ...illToday,
    said_by: 'Her grandmother',
    said_how: 'phone',
    said_on: wednesday,
  });
  await runJob(stage.site, morningJob);
  assert.doesNotMatch(await waiting(stage, 'officer'), /not known of every pupil/);
});

test('what was tried stands with who and when, and a slip is taken out', async () => {
  const stage = await aMorning();
  const { people } = stage;
  const officer = await stage.as('officer');
  const path = `/attendance/today/${people.cai.personId}/tried`;
  const foreign = await officer.post(path, {
    how: 'call',
    adult: people.gareth.personId,
    outcome: 'No answer',
  });
  assert.equal(foreign.status, 422, 'whoever may not be told is not called');
  const done = await officer.post(path, { how: 'call', adult: people.lowri.personId, outcome: 'Engaged' });
  assert.equal(done.status, 303);
  const page = (await officer.get(done.to)).text;
  assert.match(page, /A call/);
  assert.match(page, /Engaged/);
  const undo = /action="([^"]+\/undo)"/.exec(page)![1]!;
  assert.equal((await officer.post(undo)).status, 303);
  assert.doesNotMatch((await officer.get('/attendance/today')).text, /Engaged/);
});

test('a text message is handed over once, is tried again, and never goes to somebody with a restriction', async (t) => {
  const stage = await aMorning();
  const { db, school, people, site } = stage;
  const got: { to: string; text: string }[] = [];
  let answer = 503;
  const service = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      if (answer === 202) got.push(JSON.parse(body) as { to: string; text: string });
      response.writeHead(answer).end();
    });
  });
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  t.after(() => service.close());
  const { port } = service.address() as { port: number };
  const officer = await stage.as('officer');
  const settings = {
    list_at: '09:30',
    accounted_by: '10:30',
    threshold: '90',
    online: 'yes',
    letter: '',
    texts_on: 'yes',
    version: '0',
  };
  assert.equal(
    (await officer.post('/attendance/settings', { ...settings, texts_to: 'http://example.com/' })).status,
    422,
  );
  const saved = await officer.post('/attendance/settings', {
    ...settings,
    texts_to: `http://127.0.0.1:${port}/`,
  });
  assert.equal(saved.status, 303);
  await db
    .updateTable('family_relation')
    .set({ told: ['attendance'], restriction: 'No contact but by the office.' })
    .where('owner_id', '=', school.id)
    .where('adult_id', '=', people.gareth.personId)
    .execute();
  for (const person of [people.lowri, people.gareth])
    await insertPhone(
      db,
      school.id,
      {
        personId: person.personId,
        number: person === people.lowri ? '07700 900123' : '07700 900456',
        label: 'mobile',
        writtenBy: person.personId,
      },
      site.clock.now,
    );
  await tell(stage, 'cai');
  await assert.rejects(deliver(site), /503/);
  const log = (await officer.get('/attendance/settings/texts')).text;
  assert.match(log, /Waits to be handed over/);
  assert.doesNotMatch(log, /900456/);
  answer = 202;
  site.clock.move(60 * 60_000);
  await deliver(site);
  assert.deepEqual(
    got.map(({ to }) => to),
    ['07700 900123'],
  );
  assert.match((await officer.get('/attendance/settings/texts')).text, /Handed over/);
});

test('Today counts for the office; a family hears of its child once, when the school asks', async () => {
  const stage = await aMorning();
  const ask = composed((who, given: Given<{ today: string }>) => ({
    rows: attendanceOnToday(who, given),
  }));
  const rows = async (name: keyof Scene['people']) => {
    const person = stage.people[name];
    const standing = await selectStanding(
      stage.db,
      { personId: person.personId, name: person.name, locale: 'en-GB', theme: 'auto' },
      { ...stage.school, zone: 'Europe/London', currency: 'GBP' },
      wednesday,
    );
    return ask(stage.db, new Who(standing, 'administration'), { today: wednesday });
  };
  const office = await rows('officer');
  assert.equal(office.rows[0]!.unknown, 2);
  assert.match(String(attendanceTodayView(office.rows)), /2 pupils are not in the registers/);
  assert.deepEqual((await rows('lowri')).rows, [], 'not before the school asks');
  await tell(stage, 'cai');
  await deliver(stage.site);
  assert.deepEqual((await rows('lowri')).rows, []);
  const asked = (await (await stage.as('lowri')).get('/today')).text;
  assert.equal(asked.match(/>Cai Roberts is not in the register today: please tell us why</g)?.length, 1);
  assert.doesNotMatch(await waiting(stage, 'gareth'), /Cai Roberts/);
});
