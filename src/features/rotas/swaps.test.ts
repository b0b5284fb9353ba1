import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene, thursday, undoOf, words } from './rotas.scene.ts';

test('a colleague is asked, says yes, and both and all others see who stands there', async () => {
  const { as, begin, put, ask, week, jobs } = await scene();
  await put(await begin(), 'ffion');
  const swap = await ask('ffion', thursday, 'huw');
  await jobs();
  const huw = await as('huw');
  assert.match(
    words((await huw.get('/today')).text),
    /Ffion Puw asks: can you take Gate on Thursday 19 November at 08:20\?/,
  );
  assert.match(words((await huw.get(swap)).text), /I meet a parent/);
  const done = await huw.post(`${swap}/take`);
  assert.equal(done.status, 303);
  await jobs();
  assert.match(await week('tomos', thursday), /Gate , North gate : Huw Parry/);
  assert.match(
    await week('huw', thursday),
    /Mine this week Gate, Thursday 19 November, 08:20 to 08:45 North gate for Ffion Puw/,
  );
  assert.match(
    words((await (await as('ffion')).get('/today')).text),
    /Huw Parry takes Gate on Thursday 19 November/,
  );
  assert.match(await week('huw', '2026-11-26'), /: Ffion Puw/, 'the week after is as before');
  await (
    await undoOf(huw, done)
  )();
  await jobs();
  assert.match(await week('tomos', thursday), /Gate , North gate : Ffion Puw/);
  assert.match(
    words((await (await as('ffion')).get('/today')).text),
    /Gate on Thursday 19 November at 08:20 is not taken yet/,
  );
});

test('what one is asked, other colleagues neither read nor answer; those who make rotas read it', async () => {
  const { as, begin, put, ask } = await scene();
  await put(await begin(), 'ffion');
  const swap = await ask('ffion', thursday, 'huw');
  const tomos = await as('tomos');
  assert.equal((await tomos.get(swap)).status, 404);
  assert.equal((await tomos.post(`${swap}/take`)).status, 404);
  assert.doesNotMatch((await tomos.get(`/rotas?week=${thursday}`)).text, /I meet a parent|asks/);
  assert.equal((await (await as('office')).get(swap)).status, 200);
  assert.equal((await (await as('office')).post(`${swap}/take`)).status, 403);
  assert.equal((await (await as('cai')).get(swap)).status, 403);
});

test('of two who say yes at the same moment one has it, and the other hears kindly', async () => {
  const { as, begin, put, ask, db, school } = await scene();
  await put(await begin(), 'ffion');
  const swap = await ask('ffion', thursday);
  const answers = await Promise.all(
    (['huw', 'tomos', 'keeper', 'office'] as const).map(async (who) => (await as(who)).post(`${swap}/take`)),
  );
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 422, 422, 422]);
  const other = answers.find(({ status }) => status === 422)!;
  assert.match(words(other.text), /was a moment quicker and takes it\. Thank you all the same/);
  const rows = await db
    .selectFrom('rota_swap')
    .select('taken_by')
    .where('owner_id', '=', school.id)
    .execute();
  assert.equal(rows.length, 1);
  assert.notEqual(rows[0]!.taken_by, null);
});

test('who cannot says so without a reason, and whose duty it is hears', async () => {
  const { as, begin, put, ask, jobs, week } = await scene();
  await put(await begin(), 'ffion');
  const swap = await ask('ffion', thursday, 'huw');
  const huw = await as('huw');
  assert.match((await huw.post(`${swap}/no`)).said, /That is all right/);
  await jobs();
  const ffion = await as('ffion');
  assert.match(
    words((await ffion.get('/today')).text),
    /Gate on Thursday 19 November at 08:20 is not taken yet/,
  );
  assert.match(words((await ffion.get(swap)).text), /They cannot\. Ask somebody else/);
  assert.doesNotMatch(words((await huw.get('/today')).text).split('Done lately')[0]!, /can you take/);
  const done = await ffion.post(`${swap}/end`);
  assert.equal(done.status, 303);
  await ask('ffion', thursday);
  assert.match(
    await week('tomos', thursday),
    /Can you take it\? Gate, Thursday 19 November, 08:20 to 08:45 Ffion Puw asks all/,
  );
});

test('a day is asked once: whoever asks again hears that it is asked', async () => {
  const { as, begin, put, ask, stands } = await scene();
  await put(await begin(), 'ffion');
  const [stand] = await stands();
  const ffion = await as('ffion');
  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      ffion.post(`/rotas/duties/${stand!.id}/${thursday}/ask`, { asked: '', words: '' }),
    ),
  );
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 422, 422, 422, 422]);
  assert.equal(
    (await (await as('huw')).post(`/rotas/duties/${stand!.id}/2026-11-26/ask`, { asked: '' })).status,
    403,
  );
  await assert.rejects(ask('ffion', '2026-11-12'), /404|422/);
  assert.equal((await ffion.get(`/rotas/duties/${stand!.id}/2026-11-20`)).status, 404, 'a Friday');
});

test('where the rota says so, a swap holds once somebody who makes rotas has agreed', async () => {
  const { as, begin, put, ask, week, jobs } = await scene();
  await put(await begin({ swap_needs_leave: 'yes' }), 'ffion');
  const swap = await ask('ffion', thursday);
  await (await as('huw')).post(`${swap}/take`);
  await jobs();
  assert.match(await week('tomos', thursday), /North gate : Ffion Puw/);
  const senior = await as('senior');
  assert.match(
    words((await senior.get('/today')).text),
    /Huw Parry takes Gate on Thursday 19 November for Ffion Puw, if you agree/,
  );
  assert.equal((await (await as('tomos')).post(`${swap}/agree`)).status, 403);
  assert.equal((await senior.post(`${swap}/agree`)).status, 303);
  assert.match(await week('tomos', thursday), /North gate : Huw Parry/);
});

test('a maker puts somebody there for a day, who hears; taking it back tells them too, and is undone', async () => {
  const { as, begin, put, stands, people, jobs, week } = await scene();
  await put(await begin(), 'ffion');
  const [stand] = await stands();
  const senior = await as('senior');
  const done = await senior.post(`/rotas/duties/${stand!.id}/${thursday}/put`, {
    person: people.tomos.personId,
  });
  assert.equal(done.status, 303);
  await jobs();
  const tomos = await as('tomos');
  assert.match(
    words((await tomos.get('/today')).text),
    /Take Gate on Thursday 19 November at 08:20 for Ffion Puw/,
  );
  const gone = await (await undoOf(senior, done))();
  await jobs();
  assert.match(words((await tomos.get('/today')).text), /You need not take Gate on Thursday 19 November/);
  assert.match(await week('huw', thursday), /North gate : Ffion Puw/);
  await (
    await undoOf(senior, gone)
  )();
  assert.match(await week('huw', thursday), /North gate : Tomos Bevan/);
});

test('whoever is asked hears what they have at that time, and nobody else does', async () => {
  const { as, begin, put, ask } = await scene();
  await put(await begin({ from: '09:10', until: '09:30' }), 'huw');
  const swap = await ask('huw', thursday, 'ffion');
  assert.match(words((await (await as('ffion')).get(swap)).text), /At this time you have: a lesson/);
  assert.doesNotMatch(words((await (await as('senior')).get(swap)).text), /a lesson/);
});

test('whoever stands there already cannot take the place beside it', async () => {
  const { as, begin, put, ask, stands, people } = await scene();
  const gate = await begin({ needed: 2 });
  await put(gate, 'ffion');
  await put(gate, 'huw');
  const [stand] = await stands();
  const senior = await as('senior');
  const by = await senior.post(`/rotas/duties/${stand!.id}/${thursday}/put`, { person: people.huw.personId });
  assert.equal(by.status, 422);
  const swap = await ask('ffion', thursday);
  const answer = await (await as('huw')).post(`${swap}/take`);
  assert.equal(answer.status, 422);
  assert.match(words(answer.text), /You stand there yourself then/);
});
