import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { knownAbsences } from '../known-absences.ts';
import { deliver } from '#test/deliver.ts';
import { illToday, morning, scene, type Scene, wednesday } from '../attendance.scene.ts';

const away = ({ people }: Scene) => `/children/${people.cai.personId}/away`;
/** What waits on somebody's Today; what was done lately stands below it. */
const waiting = async (browser: Awaited<ReturnType<Scene['as']>>) =>
  (await browser.get('/today')).text.split('Done lately')[0]!;
const known = async ({ db, school }: Scene, from = wednesday, until = from) =>
  (
    await sql<{ on: string; session: string | null; codeId: string | null; sort: string }>`
      select k.on_date::text as on, k.session, k.code_id as "codeId", k.sort
      from (${knownAbsences(school.id, { from, until })}) k order by k.on_date`.execute(db)
  ).rows;

test('a family says in one form why a child is away, and takes it back', async () => {
  const stage = await scene();
  const lowri = await stage.as('lowri');
  const page = await lowri.get(away(stage));
  assert.equal(page.status, 200);
  assert.match(page.text, /Tell the school/);
  const done = await lowri.post(away(stage), illToday);
  assert.equal(done.status, 303);
  assert.deepEqual(await known(stage), [{ on: wednesday, session: null, codeId: null, sort: 'ill' }]);
  const said = await lowri.get(done.to);
  assert.match(said.text, /Thank you\. The school knows about Cai Roberts/);
  assert.match(said.text, /A high fever/);
  const undo = /action="([^"]+take-back)"/.exec(said.text)![1]!;
  const back = await lowri.post(undo);
  assert.equal(back.status, 303);
  assert.deepEqual(await known(stage), []);
  const restore = /action="([^"]+restore)"/.exec((await lowri.get(back.to)).text)![1]!;
  assert.equal((await lowri.post(restore)).status, 303);
  assert.equal((await known(stage)).length, 1);
});

test('the same sent twice is one absence', async () => {
  const stage = await scene();
  const lowri = await stage.as('lowri');
  await lowri.post(away(stage), illToday);
  assert.equal((await lowri.post(away(stage), illToday)).status, 422);
  assert.equal((await known(stage)).length, 1);
});

test('what cannot be so comes back with what was typed', async () => {
  const stage = await scene();
  const lowri = await stage.as('lowri');
  for (const [fields, words] of [
    [{ until_on: '2026-11-17' }, /before the first day/],
    [{ sort: 'something-else', words: '' }, /Write in a few words why/],
    [{ from_on: '2026-08-01' }, /long ago/],
    [{ sort: 'leave', from_on: '2026-11-17' }, /Leave is asked for before/],
  ] as const) {
    const answer = await lowri.post(away(stage), { ...illToday, ...fields });
    assert.equal(answer.status, 422);
    assert.match(answer.text, words);
  }
  assert.deepEqual(await known(stage, '2026-07-01', '2027-07-01'), []);
});

test('nobody but a grown-up who is told of attendance comes to a child’s page', async () => {
  const stage = await scene();
  await (await stage.as('lowri')).post(away(stage), illToday);
  for (const name of ['gareth', 'eira', 'cai', 'mali', 'officer', 'ffion', 'guest'] as const) {
    const browser = await stage.as(name);
    assert.equal((await browser.get(away(stage))).status, 404, name);
    assert.equal((await browser.post(away(stage), illToday)).status, 404, name);
  }
  assert.equal((await known(stage)).length, 1);
});

test('another carer reads that the school knows, and none of the words', async () => {
  const stage = await scene();
  const { db, school, people } = stage;
  await db
    .updateTable('family_relation')
    .set({ told: ['attendance'] })
    .where('owner_id', '=', school.id)
    .where('adult_id', '=', people.gareth.personId)
    .execute();
  await (await stage.as('lowri')).post(away(stage), illToday);
  const gareth = await (await stage.as('gareth')).get(away(stage));
  assert.match(gareth.text, /Somebody has told the school/);
  assert.doesNotMatch(gareth.text, /high fever|Lowri|Take it back/);
  assert.match(gareth.text, /<strong>[^<]*<\/strong>:\s*Away/, 'and not why');
});

test('the office settles it with a code, the family reads the answer, and it can be settled anew', async () => {
  const stage = await scene();
  const { codeIds } = stage;
  const lowri = await stage.as('lowri');
  await lowri.post(away(stage), illToday);
  const officer = await stage.as('officer');
  const list = await officer.get('/attendance/absences');
  const one = /href="(\/attendance\/absences\/[0-9a-f-]{36})"/.exec(list.text)![1]!;
  assert.match((await officer.get(one)).text, /A high fever since last night/);
  const done = await officer.post(`${one}/settle`, {
    decision: 'agreed',
    code_id: codeIds.get('I')!,
    answer: 'Get well soon.',
    version: '1',
  });
  assert.equal(done.status, 303);
  assert.equal((await known(stage))[0]!.codeId, codeIds.get('I'));
  await deliver(stage.site);
  assert.match((await lowri.get('/today')).text, /The school has answered about Cai Roberts/);
  const read = await lowri.get(away(stage));
  assert.match(read.text, /Get well soon/);
  assert.doesNotMatch(read.text, /Take it back/);
  assert.doesNotMatch(await waiting(lowri), /The school has answered/);
  assert.equal((await officer.post(`${one}/unsettle`)).status, 303);
  assert.equal((await known(stage))[0]!.codeId, null);
});

test('who settles what somebody settled meanwhile sees both', async () => {
  const stage = await scene();
  await (await stage.as('lowri')).post(away(stage), illToday);
  const officer = await stage.as('officer');
  const one = /href="(\/attendance\/absences\/[0-9a-f-]{36})"/.exec(
    (await officer.get('/attendance/absences')).text,
  )![1]!;
  const settle = { decision: 'agreed', code_id: '', answer: '', version: '1' };
  assert.equal((await officer.post(`${one}/settle`, settle)).status, 303);
  assert.equal((await officer.post(`${one}/unsettle`)).status, 303);
  assert.equal((await officer.post(`${one}/settle`, settle)).status, 409);
  assert.equal((await officer.post(`${one}/settle`, { ...settle, version: '3' })).status, 303);
});

test('leave is asked for, waits for the head, and only the head answers', async () => {
  const stage = await scene();
  const lowri = await stage.as('lowri');
  await lowri.post(away(stage), {
    ...illToday,
    from_on: '2026-12-07',
    until_on: '2026-12-08',
    sort: 'leave',
    words: 'Her great-grandmother’s funeral in Lahore',
  });
  assert.deepEqual(await known(stage, '2026-12-01', '2026-12-31'), [], 'a request is no absence yet');
  await deliver(stage.site);
  const head = await stage.as('head');
  const today = (await head.get('/today')).text;
  assert.match(today, /A family asks for leave/);
  const one = /href="(\/attendance\/absences\/[0-9a-f-]{36})"/.exec(today)![1]!;
  const answer = { decision: 'agreed', code_id: '', answer: 'We are sorry for your loss.', version: '1' };
  assert.equal((await (await stage.as('officer')).post(`${one}/settle`, answer)).status, 403);
  assert.equal((await head.post(`${one}/settle`, { ...answer, answer: '' })).status, 422);
  assert.equal((await head.post(`${one}/settle`, answer)).status, 303);
  await deliver(stage.site);
  assert.doesNotMatch(await waiting(head), /A family asks for leave/);
  assert.match((await lowri.get(away(stage))).text, /The head has agreed.*sorry for your loss/s);
  assert.equal((await known(stage, '2026-12-01', '2026-12-31')).length, 2);
});

test('one carer does not read what the other asks for; whoever is told no more hears no answer', async () => {
  const stage = await scene();
  const { db, school, people, site } = stage;
  const tell = (adultId: string, told: string[]) =>
    db
      .updateTable('family_relation')
      .set({ told })
      .where('owner_id', '=', school.id)
      .where('adult_id', '=', adultId)
      .execute();
  await tell(people.gareth.personId, ['attendance']);
  const asked = {
    ...illToday,
    from_on: '2026-12-07',
    until_on: '2026-12-08',
    sort: 'leave',
    words: 'Lahore',
  };
  await (await stage.as('lowri')).post(away(stage), asked);
  await deliver(site);
  const gareth = async () => (await (await stage.as('gareth')).get(away(stage))).text;
  assert.match(await gareth(), /Nothing in the last month, and nothing to come/);
  await tell(people.lowri.personId, ['notices']);
  const head = await stage.as('head');
  const one = /href="(\/attendance\/absences\/[0-9a-f-]{36})"/.exec((await head.get('/today')).text)![1]!;
  await head.post(`${one}/settle`, { decision: 'agreed', code_id: '', answer: 'Of course.', version: '1' });
  await deliver(site);
  assert.doesNotMatch((await (await stage.as('lowri')).get('/today')).text, /has answered about/);
  assert.match(await gareth(), /8 December/);
});

test('the office writes down what somebody says by phone', async () => {
  const stage = await scene();
  const { people } = stage;
  const office = await stage.as('office');
  assert.match((await office.get('/attendance/absences/new?q=cai')).text, /Cai Roberts/);
  const path = `/attendance/pupils/${people.cai.personId}/away`;
  const done = await office.post(path, {
    ...illToday,
    part: 'am',
    said_by: 'Lowri Roberts, mother',
    said_how: 'phone',
    said_on: wednesday,
  });
  assert.equal(done.status, 303);
  assert.equal((await known(stage))[0]!.session, 'am');
  assert.equal((await (await stage.as('ffion')).post(path, {})).status, 403);
  assert.match((await (await stage.as('lowri')).get(away(stage))).text, /Somebody has told the school/);
});

test('where a school wants calls, families cannot say it online', async () => {
  const stage = await scene();
  stage.site.clock.set(morning);
  const officer = await stage.as('officer');
  const saved = await officer.post('/attendance/settings', {
    list_at: '09:30',
    accounted_by: '10:30',
    threshold: '90',
    letter: '',
    texts_to: '',
    version: '0',
  });
  assert.equal(saved.status, 303);
  const lowri = await stage.as('lowri');
  assert.doesNotMatch((await lowri.get(away(stage))).text, /Tell the school<\/button>/);
  assert.equal((await lowri.post(away(stage), illToday)).status, 403);
  assert.equal(
    (
      await officer.post('/attendance/settings', {
        list_at: '09:30',
        accounted_by: '10:30',
        threshold: '90',
        version: '0',
      })
    ).status,
    409,
  );
});
