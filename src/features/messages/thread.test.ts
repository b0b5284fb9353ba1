import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { scene } from './messages.scene.ts';

test('before and after it is written a page says who reads it, those who watch by name', async () => {
  const { as, to, write } = await scene();
  const before = await (await as('cai')).get(to('ffion'));
  assert.match(before.text, /Cai Roberts and Ffion Puw\. Watched by Mari Evans/);
  assert.match(before.text, /What you write here can be read by Mari Evans too/);
  const talk = await write('cai', 'ffion', 'I have lost my coat.');
  assert.match((await (await as('ffion')).get(talk)).text, /Watched by Mari Evans/);
  assert.match(
    (await (await as('lowri')).get(to('ffion', 'cai'))).text,
    /Ffion Puw and Lowri Roberts|Lowri Roberts and Ffion Puw/,
  );
});

test('a message arrives after a minute; until then its author alone has it, changes it, or does not send it', async () => {
  const { as, done, to, site, idOf } = await scene();
  const talk = await done('ffion', to('tomos'), { text: 'Have you the big scales?' });
  const id = await idOf('Have you the big scales?');
  assert.doesNotMatch((await (await as('tomos')).get('/messages')).text, /big scales/);
  assert.doesNotMatch((await (await as('tomos')).get(talk)).text, /big scales/);
  await done('ffion', `${talk}/${id}/change`, { text: 'Have you the small scales?', version: '1' });
  const stale = await (
    await as('ffion')
  ).post(`${talk}/${id}/change`, { text: 'Which scales?', version: '1' });
  assert.equal(stale.status, 409);
  assert.equal((await (await as('tomos')).post(`${talk}/${id}/undo`)).status, 404);
  await done('ffion', `${talk}/${id}/undo`, {});
  site.clock.move(120_000);
  assert.doesNotMatch((await (await as('tomos')).get(talk)).text, /scales/);
  const page = await (await as('ffion')).get(talk);
  assert.match(page.text, /Have you the small scales\?<\/textarea>/, 'the words stand in the field again');
});

test('what has arrived is taken back with a mark; those who watch still read it, and the other does not', async () => {
  const { as, write, idOf } = await scene();
  const talk = await write('ffion', 'cai', 'Your coat is in the hall.');
  const here = `${talk}/${await idOf('Your coat is in the hall.')}`;
  assert.equal((await (await as('ffion')).post(`${here}/undo`)).status, 422);
  assert.equal((await (await as('cai')).post(`${here}/take-back`)).status, 403);
  assert.equal((await (await as('ffion')).post(`${here}/take-back`)).status, 303);
  const pupil = await (await as('cai')).get(talk);
  assert.match(pupil.text, /Taken back by its author/);
  assert.doesNotMatch(pupil.text, /in the hall/);
  assert.match((await (await as('mari')).get(talk)).text, /in the hall/);
});

test('what is new is counted for its reader alone, waits on Today, and is settled by opening it', async () => {
  const { as, write, jobs, waiting } = await scene();
  const talk = await write('lowri', 'ffion', 'Cai is at the dentist on Monday.', 'cai');
  await jobs();
  assert.match(await waiting('ffion'), /Read the message from Lowri Roberts/);
  assert.match((await (await as('ffion')).get('/messages')).text, /1 new/);
  await (await as('ffion')).get(talk);
  assert.doesNotMatch((await (await as('ffion')).get('/messages')).text, /1 new/);
  await jobs();
  assert.match(await waiting('ffion'), /Nothing is waiting for you/);
  const sender = await (await as('lowri')).get(talk);
  assert.doesNotMatch(sender.text, /[Rr]ead by|[Ss]een (?:by|at)/, 'the sender is told nothing of it');
});

test('who watches and opens what is between a pupil and a teacher is named to the pupil', async () => {
  const { as, write } = await scene();
  const talk = await write('cai', 'ffion', 'I am not sure about the play.');
  await (await as('mari')).get(talk);
  assert.match((await (await as('cai')).get('/me/seen')).text, /Mari Evans/);
  assert.equal((await (await as('mari')).post(talk, { text: 'Hello' })).status, 403);
  for (const other of ['mali', 'huw', 'tomos', 'head', 'lowri', 'office'] as const)
    assert.equal((await (await as(other)).get(talk)).status, 403, other);
});

test('a class’s space is for its pupils and staff and those who watch, until its last day', async () => {
  const { as, space, say, site } = await scene();
  const talk = await space({ until_on: '2026-11-20' });
  await say('cai', talk, 'What is a third of a half?');
  assert.match((await (await as('mali')).get(talk)).text, /third of a half/);
  assert.match((await (await as('huw')).get(talk)).text, /third of a half/);
  for (const other of ['ned', 'tomos', 'lowri', 'office', 'sara'] as const)
    assert.equal((await (await as(other)).get(talk)).status, 403, other);
  site.clock.set('2026-11-23T10:00:00Z');
  assert.equal((await (await as('cai')).post(talk, { text: 'Late' })).status, 403);
  assert.match((await (await as('cai')).get(talk)).text, /last day of this space is over/);
});

test('a space is opened by those who teach the class, and in one for saying something pupils write nothing', async () => {
  const { as, space, p5 } = await scene();
  const fields = { title: 'Trip', classes: p5, mode: 'announce', text: 'We leave at nine.' };
  for (const other of ['huw', 'tomos', 'office'] as const)
    assert.equal((await (await as(other)).post('/messages/new/class', fields)).status, 422, other);
  assert.equal((await (await as('cai')).post('/messages/new/class', fields)).status, 403);
  const talk = await space({ mode: 'announce' });
  assert.equal((await (await as('cai')).post(talk, { text: 'Why?' })).status, 403);
  assert.equal((await (await as('ffion')).post(talk, { text: 'Bring a coat.' })).status, 303);
  assert.equal((await (await as('ffion')).post(`${talk}/end`)).status, 303);
  assert.equal((await (await as('cai')).get(talk)).status, 404);
  assert.equal((await (await as('mari')).get(talk)).status, 200);
  assert.equal((await (await as('ffion')).post(`${talk}/restore`)).status, 303);
  assert.equal((await (await as('cai')).get(talk)).status, 200);
});

test('groups of staff are for departments and roles, can be left, and stand ready to come back to', async () => {
  const { as, done, maths, site } = await scene();
  const talk = await done('ffion', '/messages/new/staff', {
    title: 'Squared paper',
    units: maths,
    roles: 'teaching-assistant',
    text: 'There is some in the cupboard.',
  });
  site.clock.move(61_000);
  assert.equal((await (await as('tomos')).get(talk)).status, 200);
  assert.equal((await (await as('huw')).get(talk)).status, 200);
  for (const other of ['mari', 'head', 'cai', 'lowri'] as const)
    assert.equal((await (await as(other)).get(talk)).status, 403, other);
  await done('tomos', `${talk}/mute`, {});
  assert.match((await (await as('tomos')).get('/messages')).text, /Muted/);
  await done('tomos', `${talk}/leave`, {});
  assert.doesNotMatch((await (await as('tomos')).get('/messages')).text, /Squared paper/);
  assert.match((await (await as('tomos')).get('/messages?show=left')).text, /Squared paper/);
  await done('tomos', `${talk}/come-back`, {});
  assert.match((await (await as('tomos')).get('/messages')).text, /Squared paper/);
});

test('one finds one’s own messages by their words, and nobody else’s', async () => {
  const { as, write } = await scene();
  await write('ffion', 'tomos', 'The 100% wool blankets came.');
  await write('ffion', 'huw', 'Blankets for the den, please.');
  const found = await (await as('tomos')).get('/messages?words=BLANKETS');
  assert.match(found.text, /1 message found/);
  assert.match((await (await as('ffion')).get('/messages?words=100%25')).text, /1 message found/);
  assert.match((await (await as('cai')).get('/messages?words=blankets')).text, /None of your messages/);
  await write('ffion', 'tomos', 'Tŷ bach is locked; the café is open.');
  for (const words of ['ty bach', 'CAFÉ', 'cafe open'])
    assert.match(
      (await (await as('tomos')).get(`/messages?words=${encodeURIComponent(words)}`)).text,
      /1 message found/,
      words,
    );
});

test('a conversation of 5,000 messages is read a page at a time, in four statements at most', async () => {
  const { site, db, school, people, as, space } = await scene();
  const talk = await space();
  const talkId = talk.split('/').at(-1)!;
  const begun = new Date('2026-11-01T09:00:00Z').getTime();
  const rows = Array.from({ length: 5000 }, (_, n) => {
    const at = new Date(begun + n * 60_000);
    return {
      owner_id: school.id,
      id: newId(at),
      talk_id: talkId,
      author_id: n % 2 ? people.cai.personId : people.mali.personId,
      text: `Number ${n}`,
      version: 1,
      written_at: at,
      delivers_at: at,
      urgent: false,
      held: false,
    };
  });
  for (let from = 0; from < rows.length; from += 1000)
    await db
      .insertInto('message')
      .values(rows.slice(from, from + 1000))
      .execute();
  const browser = await as('huw');
  // Where one stands is remembered from the first page on.
  await browser.get('/messages');
  for (const path of [talk, `${talk}?page=2`, `${talk}?page=90`, '/messages']) {
    const before = site.queries.length;
    const { status, text } = await browser.get(path);
    assert.equal(status, 200);
    assert.ok(site.queries.length - before <= 4, `${path}: ${site.queries.length - before} statements`);
    if (path !== '/messages') assert.ok((text.match(/<article class="message/g) ?? []).length <= 50);
  }
});
