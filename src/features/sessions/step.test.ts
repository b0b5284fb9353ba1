import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingsChanged } from '#platform/access/standing.ts';
import { jobsOf } from '#src/jobs.ts';
import { deliver, runJob } from '#test/deliver.ts';
import { scene } from './sessions.scene.ts';
import { remindSchool } from './remind.job.ts';

const flat = (text: string): string => text.replace(/\s+/g, ' ');

test('all staff read what a step is; only those inside find materials and notes', async () => {
  const all = await scene();
  const nia = await all.as('nia');
  await nia.post(
    `${all.base}/steps/1/materials`,
    { title: 'The article', url: 'https://example.org/article' },
    [],
  );
  await nia.post(`${all.base}/steps/1/minutes/notes`, { text: 'We compared three texts', version: 0 });
  for (const name of ['ann', 'specialist'] as const) {
    const page = await (await all.as(name)).get(`${all.base}/steps/1`);
    assert.match(page.text, /The article/, name);
    assert.match(page.text, /We compared three texts/, name);
  }
  for (const name of ['outsider', 'manager', 'head'] as const) {
    const page = await (await all.as(name)).get(`${all.base}/steps/1`);
    assert.equal(page.status, 200, name);
    assert.match(page.text, /The library/);
    assert.doesNotMatch(page.text, /The article|We compared three texts/, name);
  }
  assert.equal(
    (await (await all.as('ann')).post(`${all.base}/steps/1/minutes/notes`, { text: 'x', version: 1 })).status,
    403,
  );
  assert.equal(
    (await (await all.as('ann')).post(`${all.base}/steps/1/materials`, { url: 'https://example.org' }, []))
      .status,
    403,
  );
});

test('a material is a link or a file that everybody in the programme can open, taken away and brought back', async () => {
  const all = await scene();
  const specialist = await all.as('specialist');
  const script = await specialist.post(
    `${all.base}/steps/1/materials`,
    { title: 'Bad', url: 'javascript:alert(1)' },
    [],
  );
  assert.equal(script.status, 422);
  const nothing = await specialist.post(`${all.base}/steps/1/materials`, { title: 'Nothing' }, []);
  assert.match(nothing.text, /Give a web address or choose a file/);
  await specialist.post(`${all.base}/steps/1/materials`, {}, [
    { field: 'files', name: 'slides.txt', type: 'text/plain', body: 'slide one' },
  ]);
  const ann = await all.as('ann');
  const href = /\/files\/[^"]+/.exec((await ann.get(`${all.base}/steps/1`)).text)![0];
  assert.match((await ann.get(href)).text, /slide one/);
  for (const name of ['head', 'manager', 'outsider', 'guest', 'otherHead'] as const)
    assert.equal((await (await all.as(name)).get(href)).status, 403, name);
  const { id } = await all.db
    .selectFrom('step_material')
    .select('id')
    .where('owner_id', '=', all.school.id)
    .executeTakeFirstOrThrow();
  await specialist.post(`${all.base}/steps/1/materials/${id}/remove`);
  assert.doesNotMatch((await ann.get(`${all.base}/steps/1`)).text, /slides\.txt/);
  await specialist.post(`${all.base}/steps/1/materials/${id}/restore`);
  assert.match((await ann.get(`${all.base}/steps/1`)).text, /slides\.txt/);
});

test('a reflection is private until it is shared, with those chosen alone, and its author sees who opened it', async () => {
  const all = await scene();
  const ann = await all.as('ann');
  const own = `${all.base}/steps/1/reflection`;
  const theirs = `${all.base}/steps/1/reflections/${all.people.ann.personId}`;
  await ann.post(own, { text: 'I doubt this for my class', version: 0 });
  const others = [
    'nia',
    'specialist',
    'tomos',
    'lead',
    'head',
    'senior',
    'manager',
    'outsider',
    'guest',
    'otherHead',
  ] as const;
  for (const name of others) {
    const answer = await (await all.as(name)).get(theirs);
    assert.ok([403, 404].includes(answer.status), name);
    assert.doesNotMatch(answer.text, /I doubt this/, name);
  }
  await ann.post(`${own}/share`, { parts: ['specialist'] });
  await deliver(all.site);
  const specialist = await all.as('specialist');
  assert.match((await specialist.get(`${all.base}/steps/1`)).text, /reflections\//);
  assert.match((await specialist.get(theirs)).text, /I doubt this/);
  const log = await all.db
    .selectFrom('access_log')
    .selectAll()
    .where('owner_id', '=', all.people.ann.personId)
    .execute();
  assert.deepEqual(
    log.map(({ reader_id, item_kind }) => [reader_id, item_kind]),
    [[all.people.specialist.personId, 'reflection']],
  );
  for (const name of others.filter((each) => each !== 'specialist'))
    assert.ok([403, 404].includes((await (await all.as(name)).get(theirs)).status), name);
  await ann.post(`${own}/unshare`);
  await deliver(all.site);
  assert.equal((await specialist.get(theirs)).status, 403);
  assert.doesNotMatch((await specialist.get(`${all.base}/steps/1`)).text, /reflections\//);
});

test('the specialist sees what waits in their programme; when their time in it ends, nothing', async () => {
  const all = await scene();
  const specialist = await all.as('specialist');
  const desk = flat((await specialist.get(`${all.base}/specialist`)).text);
  assert.match(desk, /First seminar.*add the materials/);
  assert.match(desk, /Ann Puw.*shares nothing with you yet/);
  for (const name of ['ann', 'nia', 'lead', 'head', 'guest', 'otherHead'] as const)
    assert.ok([403, 404].includes((await (await all.as(name)).get(`${all.base}/specialist`)).status), name);
  await (await all.as('ann')).post(`${all.base}/steps/1/reflection`, { text: 'For you', version: 0 });
  await (await all.as('ann')).post(`${all.base}/steps/1/reflection/share`, { parts: ['specialist'] });
  await all.db
    .updateTable('circle_member')
    .set({ ends_at: all.site.clock.now })
    .where('owner_id', '=', all.school.id)
    .where('person_id', '=', all.people.specialist.personId)
    .execute();
  await standingsChanged(all.db, all.school.id);
  const after = await all.as('specialist');
  for (const path of [
    'specialist',
    'steps/1',
    'steps/2',
    'exercises',
    'attendance',
    'attendance.csv',
    'questions',
    `steps/1/reflections/${all.people.ann.personId}`,
  ])
    assert.equal((await after.get(`${all.base}/${path}`)).status, 403, path);
});

test('when a programme is closed everything can be read and nothing is added', async () => {
  const all = await scene();
  await all.db
    .updateTable('programme')
    .set({ closed_at: all.site.clock.now })
    .where('owner_id', '=', all.school.id)
    .execute();
  const ann = await all.as('ann');
  assert.equal((await ann.get(`${all.base}/steps/2`)).status, 200);
  const refused = await ann.post(`${all.base}/steps/2/minutes/refine`, { text: 'Late', version: 0 });
  assert.equal(refused.status, 403);
  assert.match(refused.text, /This is closed/);
});

test('people hear of a session on the day before, once, by notice and mail; of a promise on its day', async () => {
  const all = await scene();
  const sent: { to: string; subject: string }[] = [];
  all.site.services.mailer = {
    hasServer: true,
    send: async (mail) => void sent.push(mail as never),
    close: () => undefined,
  };
  const ann = await all.as('ann');
  await ann.post(`${all.base}/steps/2/cannot-come`);
  await ann.post(`${all.base}/steps/2/commitments`, { trying: 'Wait', pupils: 'Mine', due_on: '2026-11-25' });
  const school = { id: all.school.id, zone: 'Europe/London' };
  const letters = jobsOf(all.site.services, assert.fail).recurring!.find(
    ({ name }) => name === 'today.reminders',
  )!;
  const remind = async (at: string) => {
    all.site.clock.set(at);
    await remindSchool(all.site.services, school);
    await runJob(all.site, letters);
    await deliver(all.site);
  };
  await remind('2026-11-24T05:00:00Z');
  assert.equal(sent.length, 0, 'not at night');
  for (const hour of ['08', '09']) await remind(`2026-11-24T${hour}:10:00Z`);
  const ofSession = sent.filter(({ subject }) => subject.includes('A session that you take part in'));
  const names = ofSession.map(({ to }) => to).toSorted();
  const expected = [all.people.tomos, all.people.cai, all.people.nia, all.people.ceri].map(
    ({ email }) => email,
  );
  assert.deepEqual(names, expected.toSorted(), 'once each, and not those who cannot come');
  assert.match(ofSession[0]!.subject, /, Wednesday 25 November at 15:40$/);
  assert.deepEqual(
    sent.filter((letter) => !ofSession.includes(letter)),
    [{ ...sent.find(({ to }) => to === all.people.ann.email) }],
    'of her promise Ann hears once',
  );
  const waiting = await all.db
    .selectFrom('notice')
    .selectAll()
    .where('owner_id', '=', all.people.ann.personId)
    .execute();
  assert.deepEqual(
    waiting.map(({ kind, href }) => [kind, href]),
    [['commitment-due', `${all.base}/steps/3`]],
  );
  all.site.clock.set('2026-11-26T08:10:00Z');
  await remindSchool(all.site.services, school);
  const left = await all.db
    .selectFrom('notice')
    .select('id')
    .where('owner_id', '=', all.people.tomos.personId)
    .where('done_at', 'is', null)
    .execute();
  assert.deepEqual(left, [], 'a session that is over waits for nobody');
});

test('whoever left the programme or the school is reminded of nothing in it', async () => {
  const all = await scene();
  const { db, school, people } = all;
  const ann = await all.as('ann');
  await ann.post(`${all.base}/steps/2/commitments`, { trying: 'Wait', pupils: 'Mine', due_on: '2026-11-25' });
  await db
    .updateTable('circle_member')
    .set({ ends_at: all.site.clock.now })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', people.ann.personId)
    .execute();
  await db
    .updateTable('member')
    .set({ ends_on: '2026-11-24' })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', people.tomos.personId)
    .execute();
  all.site.clock.set('2026-11-24T08:10:00Z');
  await remindSchool(all.site.services, { id: school.id, zone: 'Europe/London' });
  const told = await db
    .selectFrom('notice')
    .select('owner_id as personId')
    .where('from_owner', '=', school.id)
    .where('owner_id', 'in', [people.ann.personId, people.tomos.personId, people.nia.personId])
    .execute();
  const ids = told.map(({ personId }) => personId);
  assert.ok(ids.includes(people.nia.personId));
  for (const gone of [people.ann, people.tomos]) assert.ok(!ids.includes(gone.personId), gone.name);
});
