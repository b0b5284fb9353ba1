import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene, words } from '../timetable.scene.ts';

const made = { name: 'From January', from: '2027-01-04', until: '', weeks: '1', model: 'halves' };

test('those who keep the dates make a timetable; others read what is published and change nothing', async () => {
  const { as, people, site } = await scene({ published: false });
  const office = await as('office');
  const answer = await office.post('/school/timetable', made);
  assert.equal(answer.status, 303);
  assert.match(words((await office.get(answer.to)).text), /Morning 09:00 to 12:00/);
  const ffion = await as('ffion');
  assert.equal((await ffion.get(answer.to)).status, 404);
  assert.equal((await ffion.post('/school/timetable', made)).status, 403);
  await office.post(`${answer.to}/publish`);
  assert.equal((await ffion.get(answer.to)).status, 200);
  for (const action of ['publish', 'unpublish', 'end', 'restore', 'copy', 'settings', 'days/monday'])
    assert.equal((await ffion.post(`${answer.to}/${action}`, { ...made, version: 1 })).status, 403, action);
  const pupil = await site.as(people.cai);
  assert.equal((await pupil.get('/school/timetable')).status, 403);
});

test('before it is published it says which classes have no lesson yet', async () => {
  const { as, at, a, period, lesson } = await scene({ published: false });
  const office = await as('office');
  assert.match((await office.get(at)).text, /Without a lesson in it yet: 7A\/Ma and 7B\/Ma/);
  await lesson({ period: period('monday', 'Period 1'), unitId: a });
  assert.match((await office.get(at)).text, /Without a lesson in it yet: 7B\/Ma\./);
  await office.post(`${at}/publish`);
  assert.doesNotMatch((await office.get(at)).text, /Without a lesson/);
});

test('from its first day on a copy holds instead of the one it was made of, with all its lessons', async () => {
  const { as, at, a, period, lesson, people } = await scene();
  await lesson({ period: period('monday', 'Period 1'), unitId: a, teacher: people.ffion });
  const office = await as('office');
  const { to } = await office.post(`${at}/copy`, { name: 'From Monday', from: '2026-11-23' });
  const ffion = await as('ffion');
  assert.match(words((await ffion.get('/week?on=2026-11-23')).text), /7A\/Ma, Maths/);
  const [, lessonPath] = /href="([^"]+\/lessons\/[\w-]+)"/.exec(
    (await office.get(`${to}/classes/${a}`)).text,
  )!;
  assert.equal((await office.post(`${lessonPath}/remove`)).status, 303);
  assert.match(words((await ffion.get('/week?on=2026-11-23')).text), /7A\/Ma, Maths/);
  await office.post(`${to}/publish`);
  assert.doesNotMatch(words((await ffion.get('/week?on=2026-11-23')).text), /7A\/Ma, Maths/);
  assert.match(words((await ffion.get('/week?on=2026-11-16')).text), /7A\/Ma, Maths/);
  await office.post(`${to}/end`);
  assert.match(words((await ffion.get('/week?on=2026-11-23')).text), /7A\/Ma, Maths/);
});

test('a day is changed as a sheet; a period that has lessons stays, and times must follow each other', async () => {
  const { as, at, a, period, lesson, db, school } = await scene();
  const first = period('monday', 'Period 1');
  await lesson({ period: first, unitId: a });
  const office = await as('office');
  const rows = await db
    .selectFrom('period')
    .selectAll()
    .where('owner_id', '=', school.id)
    .where('weekday', '=', 'monday')
    .execute();
  const fields: Record<string, string> = { version: '1' };
  for (const row of rows) {
    fields[`name-${row.id}`] = row.name;
    fields[`from-${row.id}`] = row.starts_at.slice(0, 5);
    fields[`until-${row.id}`] = row.ends_at.slice(0, 5);
    fields[`kind-${row.id}`] = row.kind;
  }
  const day = `${at}/days/monday`;
  assert.match(
    (await office.post(day, { ...fields, [`name-${first}`]: '' })).text,
    /1 lesson is in this period/,
  );
  assert.match(
    (await office.post(day, { ...fields, [`until-${first}`]: '10:30' })).text,
    /It begins before the one before it ends/,
  );
  const club = {
    'name-new1': 'Club',
    'from-new1': '15:10',
    'until-new1': '16:00',
    'kind-new1': 'other',
    'name-new2': '',
    'kind-new2': '',
  };
  assert.equal((await office.post(day, { ...fields, ...club })).status, 303);
  assert.match(words((await office.get(at)).text), /Club 15:10 to 16:00/);
  assert.equal((await office.post(day, { ...fields, ...club })).status, 422);
});

test('a copy goes on in the week that the first is in, and of two that begin on one day the later made holds', async () => {
  const { as, at, a, period, lesson, people } = await scene();
  await lesson({ period: period('friday', 'Period 1'), unitId: a, teacher: people.ffion, week: 'B' });
  const office = await as('office');
  const ffion = await as('ffion');
  const friday = async () => words((await ffion.get('/week?on=2026-11-20')).text);
  assert.match(await friday(), /Week B.*7A\/Ma/);
  const { to } = await office.post(`${at}/copy`, { name: 'From Thursday', from: '2026-11-19' });
  await office.post(`${to}/publish`);
  assert.match(await friday(), /Week B.*7A\/Ma/);
  const again = await office.post(`${at}/copy`, { name: 'Once more', from: '2026-11-19' });
  const [lessonPath] = /[^"]+\/lessons\/[\w-]+(?=")/.exec(
    (await office.get(`${again.to}/classes/${a}`)).text,
  )!;
  await office.post(`${lessonPath}/remove`);
  await office.post(`${again.to}/publish`);
  assert.doesNotMatch(await friday(), /7A\/Ma/);
});
