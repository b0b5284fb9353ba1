import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runDueJobs } from '#platform/jobs/relay.ts';
import { jobsOf } from '#src/jobs.ts';
import { scene } from './core.scene.ts';

test('two who write the agreement at once lose nothing: the second sees both texts', async () => {
  const { as, together, whole, done } = await scene();
  const href = await together();
  const [teacher, partner] = [await as('teacher'), await as('partner')];
  done(
    await teacher.post(
      `${href}/agreement/write`,
      whole('specialist-coaching', 0, { 'part-about': 'Questions' }),
    ),
  );
  const late = await partner.post(
    `${href}/agreement/write`,
    whole('specialist-coaching', 0, { 'part-about': 'Wait time' }),
  );
  assert.equal(late.status, 409);
  assert.match(late.text, /Wait time/);
  assert.match(late.text, /Questions/);
  assert.match(late.text, /Ffion Puw saved this/);
  done(
    await partner.post(`${href}/agreement/write`, whole('specialist-coaching', 1, { 'part-about': 'Both' })),
  );
  const stale = await teacher.post(`${href}/agreement/sign`, { version: 1 });
  assert.equal(stale.status, 409, 'nobody signs what was changed meanwhile');
  const history = await teacher.get(`${href}/agreement/history`);
  assert.match(history.text, /2 versions/);
});

test('what is changed is signed again, and until then the version before holds', async () => {
  const { as, together, whole, done, waits } = await scene();
  const href = await together();
  const [teacher, partner] = [await as('teacher'), await as('partner')];
  done(await teacher.post(`${href}/agreement/write`, whole('specialist-coaching', 0, { 'part-about': '' })));
  const early = await teacher.post(`${href}/agreement/sign`, { version: 1 });
  const named = /One part has no words yet: What this is about/;
  assert.match(early.text, named);
  assert.match((await teacher.get(`${href}/agreement`)).text, named, 'said before one tries to sign');
  done(await teacher.post(`${href}/agreement/write`, whole('specialist-coaching', 1)));
  for (const each of [teacher, partner]) done(await each.post(`${href}/agreement/sign`, { version: 2 }));
  assert.equal(
    (await partner.post(`${href}/agreement/sign`, { version: 2 })).status,
    422,
    'signed is signed',
  );
  done(
    await partner.post(
      `${href}/agreement/write`,
      whole('specialist-coaching', 2, { 'part-about': 'Wait time' }),
    ),
  );
  const text = (await teacher.get(`${href}/agreement`)).text;
  assert.match(text, /Version 3 waits to be signed by/);
  assert.match(text, /Until then version 2 holds/);
  assert.deepEqual(await waits('partner'), ['coaching.sign']);
});

test('the day to look again stands in both calendars once it is signed, and on Today a week before', async () => {
  const { site, as, together, whole, done, waits, jobs } = await scene();
  const href = await together();
  const [teacher, partner] = [await as('teacher'), await as('partner')];
  done(await teacher.post(`${href}/agreement/write`, whole('specialist-coaching', 0)));
  const day = '/me/calendar?month=2027-01';
  assert.doesNotMatch((await teacher.get(day)).text, /Look at your agreement again/);
  for (const each of [teacher, partner]) done(await each.post(`${href}/agreement/sign`, { version: 1 }));
  assert.match((await teacher.get(day)).text, /Look at your agreement again, with Tomos Bevan/);
  assert.doesNotMatch((await (await as('co-ordinator')).get(day)).text, /Look at your agreement again/);
  const past = await teacher.post(
    `${href}/agreement/write`,
    whole('specialist-coaching', 1, { look_again_on: '2026-11-01' }),
  );
  assert.match(past.text, /Choose a day that is still to come/);
  await jobs();
  assert.deepEqual(await waits('partner'), [], 'not months before');
  site.clock.set('2027-01-09T08:00:00Z');
  await jobs();
  assert.deepEqual(await waits('partner'), ['coaching.look-again']);
});

test('a quiet word reaches the co-ordinator and nobody else, and can be taken back', async () => {
  const { as, together, done, waits, db, world } = await scene();
  const href = await together();
  const [teacher, partner] = [await as('teacher'), await as('partner')];
  const said = done(await teacher.post(`${href}/wish`, { wish: 'another', words: 'We do not get on.' }));
  assert.equal(said.said, 'Said. Only the co-ordinator reads it.');
  assert.deepEqual(await waits('co-ordinator'), ['coaching.wish']);
  assert.deepEqual(
    (await waits('partner')).filter((kind) => kind === 'coaching.wish'),
    [],
  );
  for (const below of ['', '/quiet', '/agreement']) {
    const { text } = await partner.get(`${href}${below}`);
    assert.doesNotMatch(text, /We do not get on/);
  }
  const shared = (await teacher.get('/me/shared')).text;
  assert.match(shared, /A quiet word about whom I work with/);
  const again = await teacher.post(`${href}/wish`, { wish: 'another', words: '' });
  assert.match(again.text, /You have said this already/);
  const { id } = await db
    .selectFrom('quiet_wish')
    .select('id')
    .where('owner_id', '=', world.school.id)
    .executeTakeFirstOrThrow();
  assert.equal(
    (await partner.post(`${href}/wish/${id}/take-back`)).status,
    404,
    'another’s word is nobody’s to take back',
  );
  done(await teacher.post(`${href}/wish/${id}/take-back`));
  assert.deepEqual(await waits('co-ordinator'), []);
});

test('whoever leaves can take it back within a day, and not later; nothing can be changed after the end', async () => {
  const { as, together, whole, done, site } = await scene();
  const href = await together();
  const [teacher, partner] = [await as('teacher'), await as('partner')];
  done(await partner.post(`${href}/leave`));
  assert.equal((await partner.post(`${href}/leave`)).status, 403);
  assert.equal((await teacher.post(`${href}/come-back`)).status, 403, 'who did not leave cannot come back');
  assert.match(
    (await teacher.post(`${href}/agreement/write`, whole('specialist-coaching', 0))).text,
    /This has ended/,
  );
  assert.equal((await partner.get(href)).status, 200, 'they read what they were there for');
  assert.equal((await partner.get(`${href}/agreement/write`)).status, 403);
  site.clock.move(25 * 3_600_000);
  assert.match((await partner.post(`${href}/come-back`)).text, /That was a while ago/);
});

test('who leaves the school leaves what they were in, and the others find that it ended', async () => {
  const { as, site, together, done, waits, idOf } = await scene();
  const href = await together();
  done(await (await as('administrator')).post(`/people/${idOf('partner')}/leave`, { last: '2026-11-18' }));
  await runDueJobs(jobsOf(site.services, (line) => assert.fail(line)));
  assert.ok((await waits('teacher')).includes('coaching.ended'));
  assert.match((await (await as('teacher')).get(href)).text, /It ended on/);
});

test('a guest of another profession coaches: they see the home and what is written together, and no page of the school', async () => {
  const { as, together, done, whole } = await scene();
  const href = await together('specialist-coaching', ['specialist']);
  const [guest, teacher] = [await as('specialist'), await as('teacher')];
  for (const below of ['', '/agreement', '/agreement/write', '/agreement/history', '/quiet'])
    assert.equal((await guest.get(`${href}${below}`)).status, 200, below);
  done(await guest.post(`${href}/agreement/write`, whole('specialist-coaching', 0)));
  assert.match((await teacher.get(href)).text, /Dr Amara Obi \(coach, a guest\)/);
  for (const page of [
    '/coaching/new',
    '/coaching/offer',
    '/coaching/find?kind=mentoring',
    '/people',
    '/school',
  ])
    assert.equal((await guest.get(page)).status, 403, page);
  assert.equal((await (await as('other-guest')).get(href)).status, 403);
});

test('what is written while preparing is one’s own: kept, shown to nobody, and taken away by its writer', async () => {
  const { as, done } = await scene();
  const [teacher, partner] = [await as('teacher'), await as('partner')];
  const module = '/coaching/preparation/listening-and-asking';
  const task = `${module}/words`;
  const both = { 'words-five-minutes': 'I talk too soon.', 'words-three-questions': 'Why did they wait?' };
  done(await teacher.post(task, { ...both, version: 0 }));
  const page = (await teacher.get(module)).text;
  assert.match(page, /I talk too soon\.[^]*Why did they wait\?/, 'keeping one keeps the other');
  assert.equal(page.match(/Keep my words/g)?.length, 1);
  assert.doesNotMatch(page, /Keep as draft/, 'one button');
  const one = { ...both, 'words-three-questions': 'Who spoke first?', version: 2 };
  done(await teacher.post(task, one));
  assert.doesNotMatch((await partner.get(module)).text, /I talk too soon/);
  const late = await teacher.post(task, { 'words-five-minutes': 'From another window', version: 2 });
  assert.equal(late.status, 409);
  assert.match(late.text, /I talk too soon/);
  done(await teacher.post(`${module}/done`));
  assert.equal((await teacher.post(`${module}/done`)).status, 422);
  assert.match((await teacher.get('/coaching/preparation')).text, /1 of 6 parts finished/);
  done(await teacher.post(`${module}/not-done`));
  assert.match((await teacher.get('/coaching/preparation')).text, /0 of 6 parts finished/);
  assert.equal((await teacher.post('/coaching/preparation/none/words', { version: 0 })).status, 404);
  assert.equal((await teacher.get('/coaching/preparation/none')).status, 404);
});

test('a notice of a pairing names the others and never its reader, also when one has left', async () => {
  const { as, together, waits, nameOf, done } = await scene();
  const href = await together();
  const line = async (what: string): Promise<string> => {
    const { text } = await (await as('teacher')).get('/today');
    return text.split('<li>').find((each) => each.includes(what)) ?? '';
  };
  await waits('teacher');
  assert.ok((await line('Write down what you agree')).includes(`(${nameOf('partner')})`));
  done(await (await as('partner')).post(`${href}/leave`));
  await waits('teacher');
  for (const what of ['Somebody you worked with has ended it', 'Write down what you agree']) {
    const said = await line(what);
    assert.ok(said.includes(`(${nameOf('partner')})`), said);
    assert.ok(!said.includes(nameOf('teacher')), said);
  }
});
