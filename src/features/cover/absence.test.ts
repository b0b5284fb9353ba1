import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertClosures } from '#features/organisation/index.ts';
import { startOfTests } from '#test/site.ts';
import { monday, scene, undoOf, words } from './cover.scene.ts';

test('after school “I am away” means the next day; two presses are enough', async () => {
  const { as, lessons } = await scene();
  await lessons([{ period: 'Period 1', unit: '7A', teacher: 'ffion', weekday: 'thursday' }]);
  const ffion = await as('ffion');
  const form = (await ffion.get('/cover/away')).text;
  assert.match(form, /value="next" checked/);
  const said = await ffion.post('/cover/away', { when: 'next', kind: 'ill' });
  assert.match(said.said, /those who keep cover are told/);
  assert.match(
    words((await ffion.get(said.to)).text),
    /Away Thursday 19 November.*7A, Maths, Thursday 19 November, 09:00 to 10:00/,
  );
});

test('a part of a day: only the classes in it are open', async () => {
  const { as, away } = await scene();
  await away('ffion', { from_time: '10:00' });
  const page = words((await (await as('keeper')).get(`/cover?day=${monday}`)).text);
  assert.match(page, /The one class is open/);
  assert.match(page, /Period 2/);
  assert.doesNotMatch(page, /Period 1,/);
});

test('days are changed, both texts are shown to the second of two, and the change is undone', async () => {
  const { as, away, ask } = await scene();
  const absence = await away('ffion');
  await ask(absence, '7A', '09:00', 'tomos');
  const ffion = await as('ffion');
  const fields = {
    when: 'days',
    from_on: monday,
    until_on: monday,
    from_time: '10:00',
    kind: 'leave',
    words: 'Moved',
  };
  const changed = await ffion.post(absence, { ...fields, version: '1' });
  assert.equal(changed.status, 303);
  const stale = await (await as('keeper')).post(absence, { ...fields, words: 'Other', version: '1' });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /Moved/);
  const keeper = await as('keeper');
  assert.match(words((await keeper.get(`/cover?day=${monday}`)).text), /The one class is open/);
  assert.equal((await (await undoOf(ffion, changed))()).status, 303);
  assert.match(words((await keeper.get(`/cover?day=${monday}`)).text), /Tomos Bevan takes it.*Period 2/);
});

test('an undo takes back its own change and no later one', async () => {
  const { as, away } = await scene();
  const absence = await away('ffion');
  const ffion = await as('ffion');
  const fields = { when: 'days', from_on: monday, until_on: monday, kind: 'leave' };
  const first = await ffion.post(absence, { ...fields, words: 'One', version: '1' });
  const undo = await undoOf(ffion, first);
  await ffion.post(absence, { ...fields, words: 'Two', version: '2' });
  const late = await undo();
  assert.equal(late.status, 422);
  assert.match((await ffion.get(absence)).text, /Two/);
});

test('whoever comes back at noon is back from then on: the classes of the morning were taken and stay so', async () => {
  const { as, away, ask, site, lessons } = await scene();
  await lessons([{ period: 'Period 4', unit: '7A', teacher: 'ffion' }]);
  const absence = await away('ffion');
  await ask(absence, '7A', '09:00', 'tomos');
  await ask(absence, '7A', '13:10', 'owain');
  site.clock.set(`${monday}T11:55:00Z`);
  const ffion = await as('ffion');
  const back = await ffion.post(`${absence}/back`);
  assert.equal(back.status, 303);
  const page = words((await (await as('keeper')).get(`/cover?day=${monday}`)).text);
  assert.match(page, /Tomos Bevan takes it/);
  assert.doesNotMatch(page, /Owain Price takes it/);
  assert.match((await ffion.get(absence)).text, /11:55/);
  assert.equal((await ffion.post(`${absence}/back`)).status, 422, 'once');
});

test('work that is left by two at once is shown side by side', async () => {
  const { as, away, units } = await scene();
  const absence = await away('ffion');
  const field = `work-${monday}-0900-${units['7A']}`;
  const leave = async (who: 'ffion' | 'keeper', text: string) =>
    (await as(who)).post(`${absence}/work`, { version: '0', week: monday, [field]: text });
  assert.equal((await leave('ffion', 'Page 34')).status, 303);
  const second = await leave('keeper', 'Quiz');
  assert.equal(second.status, 409);
  assert.match(second.text, /Page 34/);
});

test('a primary without a timetable covers classes in half days, and none on days without school', async () => {
  const { as, away, db, school, people, units } = await scene({ timetabled: false });
  const absence = await away('ffion', { until_on: '2026-11-24' });
  await insertClosures(
    db,
    school.id,
    [{ kind: 'training-day', name: 'Training', startsOn: '2026-11-24', endsOn: '2026-11-24' }],
    startOfTests,
  );
  const keeper = await as('keeper');
  const page = words((await keeper.get(`/cover?day=${monday}`)).text);
  assert.match(page, /2 of 2 classes are open.*Morning, 09:00 to 12:00.*7A.*Afternoon, 13:00 to 15:15/);
  assert.match(
    words((await keeper.get('/cover?day=2026-11-24')).text),
    /None of them has a class on this day/,
  );
  const asked = await keeper.post(`${absence}/${monday}/0900/${units['7A']}`, {
    how: 'colleague',
    person: people.nia.personId,
    was: '',
  });
  assert.equal(asked.status, 303);
  assert.match(words((await keeper.get(`/cover?day=${monday}`)).text), /Nia Lloyd takes it/);
});

test('time kept free of cover is never suggested, and the page says so when asked', async () => {
  const { as, away, people, slot, ask } = await scene();
  const keeper = await as('keeper');
  for (const who of ['tomos', 'owain'] as const)
    assert.equal(
      (
        await keeper.post(`/cover/people/${people[who].personId}/free`, {
          weekday: 'monday',
          from: '08:40',
          until: '10:00',
          kind: 'planning',
        })
      ).status,
      303,
    );
  const absence = await away('ffion');
  const page = words((await keeper.get(`/cover?day=${monday}`)).text);
  assert.match(page, /Suggested: Nia Lloyd/, 'who assists in the class');
  const byHand = words((await keeper.get(slot(absence, '7A', '09:00'))).text);
  assert.match(byHand, /Tomos Bevan Has time then that is kept free of cover/);
  assert.match(
    words((await (await as('tomos')).get('/cover/term')).text),
    /Monday, 08:40 to 10:00 \(planning/,
  );
  assert.equal(
    (await ask(absence, '7A', '09:00', 'tomos')).status,
    303,
    'by hand, when they were asked, it can be',
  );
});
