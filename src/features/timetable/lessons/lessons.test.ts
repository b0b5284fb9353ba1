import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene, words } from '../timetable.scene.ts';

test('a lesson is added, changed, put back, taken out and brought back', async () => {
  const { as, at, a, period } = await scene();
  const office = await as('office');
  const add = `${at}/classes/${a}/add`;
  const fields = { period: period('monday', 'Period 2'), subject: 'Maths', week: 'A', room: 'lab 1' };
  const wrong = await office.post(add, { ...fields, teachers: 'Fion Puw', room: 'Lab 9' });
  assert.equal(wrong.status, 422);
  assert.match(words(wrong.text), /Nobody on the staff is “Fion Puw”\. Near it: Ffion Puw/);
  assert.match(words(wrong.text), /There is no room “Lab 9”\. Near it: Lab 1/);
  const answer = await office.post(add, { ...fields, teachers: 'Puw, Ffion', support: 'Huw Parry' });
  assert.equal(answer.status, 303);
  const shown = async () => words((await office.get(answer.to)).text);
  assert.match(await shown(), /Maths week A; Lab 1; Ffion Puw, Huw Parry/);
  const [lesson] = /[^"]+\/lessons\/[\w-]+(?=")/.exec((await office.get(answer.to)).text)!;
  await office.post(lesson, {
    period: fields.period,
    subject: 'Statistics',
    week: 'both',
    teachers: 'Tomos Bevan',
    version: 1,
  });
  assert.match(await shown(), /Statistics Tomos Bevan/);
  await office.post(`${lesson}/undo`);
  assert.match(await shown(), /Maths week A; Lab 1; Ffion Puw, Huw Parry/);
  await office.post(`${lesson}/remove`);
  assert.match(await shown(), /0 lessons/);
  await office.post(`${lesson}/restore`);
  assert.match(await shown(), /1 lesson/);
});

test('two people change the same lesson: the second sees both texts and nothing is lost', async () => {
  const { as, at, a, period, lesson } = await scene();
  const first = { period: period('monday', 'Period 1'), week: 'both' };
  const id = await lesson({ period: first.period, unitId: a });
  const path = `${at}/lessons/${id}`;
  const office = await as('office');
  await office.post(path, { ...first, subject: 'Algebra', teachers: 'Ffion Puw', version: 1 });
  const second = await office.post(path, { ...first, subject: 'Geometry', version: 1 });
  assert.equal(second.status, 409);
  assert.match(second.text, /Geometry/);
  assert.match(second.text, /Algebra/);
  assert.match(words((await office.get(`${at}/classes/${a}`)).text), /Algebra Ffion Puw/);
  const third = await office.post(path, { ...first, subject: 'Geometry', version: 2 });
  assert.equal(third.status, 303);
});

test('staff look a colleague’s and a room’s week up; only those who keep the timetable change lessons', async () => {
  const { as, at, a, lab, period, lesson, people } = await scene();
  const id = await lesson({
    period: period('friday', 'Period 5'),
    unitId: a,
    teacher: people.ffion,
    roomId: lab,
  });
  const huw = await as('huw');
  assert.match(words((await huw.get(`${at}/teachers/${people.ffion.personId}`)).text), /7A\/Ma, Maths Lab 1/);
  assert.match(words((await huw.get(`${at}/rooms/${lab}`)).text), /7A\/Ma, Maths Ffion Puw/);
  assert.equal((await huw.get(`${at}/lessons/${id}`)).status, 403);
  for (const action of ['', '/remove', '/restore', '/undo'])
    assert.equal((await huw.post(`${at}/lessons/${id}${action}`, { version: 1 })).status, 403);
});

test('a lesson is moved to another period, and whoever saves its subject meanwhile does not move it back', async () => {
  const { as, at, a, period, lesson } = await scene();
  const [from, to] = [period('monday', 'Period 1'), period('tuesday', 'Period 4')];
  const id = await lesson({ period: from, unitId: a });
  const path = `${at}/lessons/${id}`;
  const office = await as('office');
  const when = async () => words((await office.get(path)).text);
  await office.post(path, { period: to, was_period: from, subject: 'Maths', week: 'both', version: 1 });
  assert.match(await when(), /Tuesday, Period 4, 13:10 to 14:10/);
  const late = { period: from, was_period: from, subject: 'Algebra', week: 'both' };
  assert.equal((await office.post(path, { ...late, version: 1 })).status, 409);
  assert.equal((await office.post(path, { ...late, version: 2 })).status, 303);
  assert.match(await when(), /Tuesday, Period 4/);
  await office.post(`${path}/undo`);
  await office.post(`${path}/undo`);
  assert.match(await when(), /Tuesday, Period 4/);
  const elsewhere = await scene();
  const foreign = { ...late, was_period: '', period: elsewhere.period('monday', 'Period 1'), version: 5 };
  assert.equal((await office.post(path, foreign)).status, 422);
});
