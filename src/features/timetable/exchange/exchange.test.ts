import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser } from '#test/site.ts';
import { scene, words } from '../timetable.scene.ts';
import { readDay, readSlot, readWeek } from './slot.ts';

const head = 'Day,Week,Period,Class,Subject,Room,Teacher,Support';
const read = (browser: Browser, at: string, body: string) =>
  browser.post(`${at}/import`, {}, [{ field: 'list', name: 'lessons.csv', body }]);

/** What the preview would send when it is confirmed. */
function confirmed(text: string): string {
  const value = /name="list" value="([^"]*)"/.exec(text)?.[1] ?? '';
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

test('a list is looked at first; with a wrong row nothing is written until it is left out; all of it is undone at once', async () => {
  const { as, at, a, period, lesson, people } = await scene();
  await lesson({ period: period('monday', 'Period 1'), unitId: a, teacher: people.ffion });
  await lesson({ period: period('monday', 'Period 2'), unitId: a, teacher: people.ffion });
  const office = await as('office');
  const list = [
    head,
    'Monday,both,Period 1,7a/ma,Maths,Lab 2,"Puw, Ffion",',
    'Tue,A,3,7B/Ma,Maths,Lab 2,Tomos Bevan,Huw Parry',
    'Tue,A,3,7B/Ma,Maths,Lab 2,Huw Parry,',
    'Tue,A,Period 9,7B/Ma,Maths,,Tomos Bevan,',
    'Tue,A,Period 1,7B/Mat,Maths,,Tomos Bevan,',
    'Tue,A,Period 1,7B/Ma,Maths,,Tomos Bevann,',
    'Someday,A,Period 1,7B/Ma,Maths,,Tomos Bevan,',
  ].join('\n');
  const answer = await read(office, at, list);
  assert.equal(answer.status, 200);
  const shown = words(answer.text);
  for (const expected of [
    /1 lesson would be added/,
    /1 lesson would be changed/,
    /1 lesson would be taken out/,
    /Rooms that would be made: Lab 2/,
    /5 7B\/Ma Tuesday has no period “Period 9”/,
    /6 7B\/Mat There is no class “7B\/Mat”\. Near it: 7B\/Ma/,
    /7 7B\/Ma Nobody on the staff is “Tomos Bevann”\. Near it: Tomos Bevan/,
    /8 7B\/Ma “Someday” is no day of the week/,
  ])
    assert.match(shown, expected);
  const before = (await office.get(`${at}/lessons.csv`)).text;
  const apply = (more = {}) => office.post(`${at}/import/apply`, { list: confirmed(answer.text), ...more });
  assert.equal((await apply()).status, 422);
  assert.equal((await office.get(`${at}/lessons.csv`)).text, before);
  const done = await apply({ leave_out: 'yes' });
  assert.equal(done.status, 303, words(done.text));
  assert.match((await office.get(`${at}/lessons.csv`)).text, /Tuesday,A,Period 3,7B\/Ma,Maths,Lab 2,/);
  const undo = /action="([^"]+\/undo)"/.exec((await office.get(done.to)).text)![1]!;
  assert.equal((await apply({ leave_out: 'yes' })).status, 422);
  assert.equal((await office.post(undo)).status, 303);
  assert.equal((await office.get(`${at}/lessons.csv`)).text, before);
  assert.doesNotMatch((await office.get('/school/rooms')).text, /Lab 2/);
});

test('the sheet of a timetable, read back, changes nothing', async () => {
  const { as, at, a, b, lab, period, lesson, people } = await scene();
  for (const [n, weekday] of ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].entries()) {
    await lesson({
      period: period(weekday, `Period ${n + 1}`),
      unitId: a,
      teacher: people.ffion,
      roomId: lab,
    });
    await lesson({ period: period(weekday, 'Registration'), unitId: b, week: n % 2 ? 'A' : 'B' });
    await lesson({
      period: period(weekday, 'Registration'),
      unitId: a,
      week: n % 2 ? 'B' : 'A',
      teacher: people.huw,
    });
  }
  const office = await as('office');
  const shown = words((await read(office, at, (await office.get(`${at}/lessons.csv`)).text)).text);
  assert.match(shown, /15 lessons stay as they are/);
  assert.match(shown, /The list would change nothing/);
});

test('periods are read as school systems write them', () => {
  assert.deepEqual(readSlot('Mon:1'), { day: 'monday', week: null, period: '1' });
  assert.deepEqual(readSlot('MonA:1'), { day: 'monday', week: 'A', period: '1' });
  assert.deepEqual(readSlot('Tue B 3'), { day: 'tuesday', week: 'B', period: '3' });
  assert.deepEqual(readSlot('WedB4'), { day: 'wednesday', week: 'B', period: '4' });
  assert.deepEqual(readSlot('Thursday P4'), { day: 'thursday', week: null, period: 'P4' });
  assert.deepEqual(readSlot('Period 3'), { day: null, week: null, period: 'Period 3' });
});

test('who may not keep the timetable reads no list into it', async () => {
  const { as, at } = await scene();
  const ffion = await as('ffion');
  assert.equal((await ffion.get(`${at}/import`)).status, 403);
  assert.equal((await ffion.get(`${at}/lessons.csv`)).status, 403);
  assert.equal((await read(ffion, at, head)).status, 403);
  assert.equal((await ffion.post(`${at}/import/apply`, { list: '{}' })).status, 403);
});

test('what was changed by hand since is not undone with its list', async () => {
  const { as, at, period } = await scene();
  const office = await as('office');
  const { text } = await read(office, at, `${head}\nMon,A,1,7A/Ma,Maths,,Ffion Puw,`);
  const { to } = await office.post(`${at}/import/apply`, { list: confirmed(text) });
  const undo = /action="([^"]+\/undo)"/.exec((await office.get(to)).text)![1]!;
  const [unit] = /[^"]+\/classes\/[\w-]+(?=")/.exec((await office.get(at)).text)!;
  const [lesson] = /[^"]+\/lessons\/[\w-]+(?=")/.exec((await office.get(unit)).text)!;
  await office.post(lesson, {
    period: period('monday', 'Period 1'),
    subject: 'Algebra',
    week: 'A',
    version: 1,
  });
  assert.match(words((await office.post(undo)).text), /changed since/);
  assert.match(words((await office.get(unit)).text), /Algebra/);
});

test('days and weeks are read as people write them', () => {
  for (const text of ['Monday', 'mon', 'Mo', '1']) assert.equal(readDay(text), 'monday', text);
  for (const text of ['', 'T', 'Someday', '8']) assert.equal(readDay(text), null, text);
  for (const text of ['A', 'week a', 'Wk A', '1']) assert.equal(readWeek(text), 'A', text);
  for (const text of ['both', 'A & B', 'Every week', '1/2']) assert.equal(readWeek(text), 'both', text);
  assert.equal(readWeek('C'), null);
});
