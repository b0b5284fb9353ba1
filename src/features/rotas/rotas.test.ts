import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monday, scene, thursday, undoOf, words } from './rotas.scene.ts';

test('a rota is begun, somebody is put there, and all staff see who stands when', async () => {
  const { as, begin, put, stands, week } = await scene();
  const gate = await begin();
  const done = await put(gate, 'ffion');
  assert.equal(done.status, 303);
  assert.match(
    await week('huw', thursday),
    /Thursday 19 November 08:20 to 08:45 Gate , North gate : Ffion Puw/,
  );
  assert.match(await week('ffion', thursday), /Mine this week Gate, Thursday 19 November, 08:20 to 08:45/);
  assert.match(words((await (await as('huw')).get(gate)).text), /Thursday, 08:20 to 08:45 Ffion Puw/);
  const [stand] = await stands();
  assert.equal((await (await as('senior')).post(`/rotas/stands/${stand!.id}/end`)).status, 303);
  assert.match(await week('huw', thursday), /Gate , North gate : one place is open/);
});

test('pupils and families see no rota, and colleagues make none', async () => {
  const { as, begin } = await scene();
  const gate = await begin();
  for (const who of ['cai', 'parent'] as const)
    for (const path of ['/rotas', '/rotas/sheet', '/rotas/fair', gate])
      assert.equal((await (await as(who)).get(path)).status, 403, `${who} ${path}`);
  const ffion = await as('ffion');
  assert.equal((await ffion.get('/rotas/new')).status, 403);
  assert.equal((await ffion.post(`${gate}/end`)).status, 403);
  assert.doesNotMatch((await ffion.get(gate)).text, /Put somebody there|Suggestion/);
});

test('a closed day and the holidays have no duty; one day by date has', async () => {
  const { db, school, begin, put, week, people } = await scene();
  await put(await begin(), 'ffion');
  await put(
    await begin({ name: 'Fair', weekdays: [], on: '2026-11-28', from: '10:00', until: '12:00' }),
    'huw',
  );
  assert.match(
    await week('ffion', '2026-11-26'),
    /Saturday 28 November 10:00 to 12:00 Fair , North gate : Huw Parry/,
  );
  assert.match(await week('ffion', '2026-11-26'), /Gate, Thursday 26 November/);
  await db
    .insertInto('closure')
    .values({
      owner_id: school.id,
      id: '019a0000-0000-7000-8000-00000000c105',
      name: 'Snow',
      kind: 'closed',
      starts_on: '2026-11-26',
      ends_on: '2026-11-26',
      created_at: new Date('2026-11-18T12:00:00Z'),
    } as never)
    .execute();
  assert.doesNotMatch(await week('ffion', '2026-11-26'), /Thursday 26 November/);
  assert.ok(people);
});

test('a duty of week A is on in every other week of the timetable', async () => {
  const { begin, put, week } = await scene({ weeks: 2 });
  await put(await begin({ letter: 'A' }), 'ffion');
  const on = await Promise.all(
    ['2026-11-19', '2026-11-26', '2026-12-03', '2026-12-10'].map(async (day) =>
      /Gate, Thu/.test(await week('ffion', day)),
    ),
  );
  assert.equal(on.filter(Boolean).length, 2);
  assert.notEqual(on[0], on[1]);
  assert.equal(on[0], on[2]);
});

test('a school without a timetable goes by the days on which it teaches', async () => {
  const { begin, put, week } = await scene({ timetabled: false });
  await put(await begin(), 'ffion');
  assert.match(await week('ffion', thursday), /Gate, Thursday 19 November/);
});

test('clashes are said to those who make rotas and to nobody else, and refuse nothing', async () => {
  const { as, begin, put, db, school, people } = await scene();
  const lesson = await begin({ name: 'Reading', from: '09:10', until: '09:30' });
  const done = await put(lesson, 'ffion');
  assert.equal(done.status, 303);
  assert.match(done.said, /Take care: Ffion Puw teaches then/);
  assert.match(words((await (await as('office')).get(lesson)).text), /Ffion Puw Take care: teaches then/);
  assert.doesNotMatch((await (await as('huw')).get(lesson)).text, /Take care/);
  await put(await begin(), 'huw');
  const second = await begin({ name: 'Buses', from: '08:30', until: '08:50' });
  assert.match((await put(second, 'huw')).said, /Huw Parry has another duty then/);
  await db
    .insertInto('working_pattern')
    .values({
      owner_id: school.id,
      person_id: people.tomos.personId,
      days: JSON.stringify([{ day: 'monday', from: null, until: null }]),
      note: 'Chemotherapy',
      version: 1,
      updated_by: people.tomos.personId,
      updated_at: new Date('2026-11-18T12:00:00Z'),
    })
    .execute();
  const off = (await put(second, 'tomos')).said;
  assert.match(off, /Tomos Bevan cannot then/);
  assert.doesNotMatch(off, /Chemotherapy|works/);
});

test('a suggestion is fair, suggests nobody who cannot, is taken in one go and taken back in one go', async () => {
  const { as, begin, put, stands } = await scene();
  await put(await begin({ name: 'Lunch', weekdays: ['monday'], from: '12:15', until: '13:00' }), 'huw');
  const duty = await begin({
    name: 'Break',
    weekdays: ['monday', 'thursday', 'friday'],
    from: '09:20',
    until: '09:40',
  });
  const senior = await as('senior');
  const page = (await senior.get(`${duty}/fill`)).text;
  const take = [...page.matchAll(/name="take" value="([^"]+)" checked/g)].map(([, value]) => value!);
  assert.equal(take.length, 3);
  const text = words(page);
  assert.doesNotMatch(text, /Ffion Puw: (?:Monday|Thursday)/, 'she teaches then');
  assert.match(text, /Ffion Puw: Friday/, 'she has had least');
  const done = await senior.post(`${duty}/fill`, { take });
  assert.match(done.said, /3 places are filled/);
  const takeBack = await undoOf(senior, done);
  assert.equal((await stands()).length, 4);
  assert.equal((await takeBack()).status, 303);
  assert.equal((await stands()).length, 1);
});

test('two who take the same suggestion at once fill each place once', async () => {
  const { as, begin, stands } = await scene();
  const duty = await begin({ weekdays: ['monday', 'tuesday', 'friday'] });
  const send = async (who: 'senior' | 'office') => {
    const browser = await as(who);
    const page = (await browser.get(`${duty}/fill`)).text;
    const take = [...page.matchAll(/name="take" value="([^"]+)" checked/g)].map(([, value]) => value!);
    return () => browser.post(`${duty}/fill`, { take });
  };
  const both = [await send('senior'), await send('office')];
  const answers = await Promise.all(both.map((press) => press()));
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 422]);
  assert.equal((await stands()).length, 3);
});

test('taken off from today on, somebody still stood there before', async () => {
  const { as, begin, put, stands, site, week } = await scene();
  await put(await begin(), 'ffion');
  site.clock.set('2026-11-24T09:00:00Z');
  const [stand] = await stands();
  const senior = await as('senior');
  const done = await senior.post(`/rotas/stands/${stand!.id}/end`);
  assert.match(await week('huw', thursday), /Gate , North gate : Ffion Puw/);
  assert.match(await week('huw', '2026-11-26'), /Gate , North gate : one place is open/);
  await (
    await undoOf(senior, done)
  )();
  assert.match(await week('huw', '2026-11-26'), /Gate , North gate : Ffion Puw/);
});

test('minutes of the term: everybody’s by name for those who make rotas, one’s own for oneself', async () => {
  const { as, begin, put } = await scene();
  await put(await begin(), 'huw');
  const all = words((await (await as('office')).get('/rotas/fair')).text);
  assert.match(all, /Tomos Bevan.*Huw Parry.*Ffion Puw/, 'by name');
  const own = words((await (await as('ffion')).get('/rotas/fair')).text);
  assert.match(own, /You have 0/);
  assert.doesNotMatch(own, /Huw Parry/);
});

test('the sheet for the wall and the calendar hold who stands there', async () => {
  const { as, begin, put } = await scene();
  await put(await begin(), 'ffion');
  const sheet = words((await (await as('huw')).get(`/rotas/sheet?week=${thursday}`)).text);
  assert.match(sheet, /Gate 08:20 to 08:45, North gate – – – Ffion Puw –/);
  assert.match(words((await (await as('ffion')).get(`/me/calendar`)).text), /Gate/);
});

test('cover suggests nobody who is on duty then', async () => {
  const { as, begin, put } = await scene();
  await (await as('ffion')).post('/cover/away', { when: 'days', from_on: monday, kind: 'ill' });
  const plan = async () => words((await (await as('keeper')).get(`/cover/plan?day=${monday}`)).text);
  const before = await plan();
  const who = /(Huw Parry|Tomos Bevan): 7A/.exec(before)![1];
  const duty = await begin({ name: 'Hall', weekdays: ['monday'], from: '09:00', until: '10:00' });
  await put(duty, who === 'Huw Parry' ? 'huw' : 'tomos');
  const after = await plan();
  assert.doesNotMatch(after, new RegExp(`${who}: 7A`));
});
