import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runJob } from '#test/deliver.ts';
import { escalateReports } from './escalate.job.ts';
import { scene } from './messages.scene.ts';

test('a word the school chose holds what a pupil wrote until an adult has looked; a false alarm lets it arrive', async () => {
  const { as, set, space, say, idOf, jobs, waiting, done } = await scene();
  await set();
  const talk = await space();
  await say('cai', talk, 'This question is STUPID');
  await jobs();
  assert.doesNotMatch((await (await as('mali')).get(talk)).text, /STUPID/);
  assert.match((await (await as('cai')).get(talk)).text, /An adult who watches looks at it/);
  assert.match(await waiting('mari'), /A message to be looked at/);
  assert.match(await waiting('ffion'), /A message to be looked at/);
  const here = `${talk}/${await idOf('This question is STUPID')}/look`;
  for (const other of ['cai', 'mali', 'huw', 'tomos', 'lowri'] as const)
    assert.ok(
      [403, 404].includes((await (await as(other)).post(here, { outcome: 'false-alarm' })).status),
      other,
    );
  await done('ffion', here, { outcome: 'false-alarm' });
  await jobs();
  assert.match((await (await as('mali')).get(talk)).text, /STUPID/);
  assert.doesNotMatch((await (await as('mari')).get('/messages/watch')).text, /STUPID/);
});

test('where the school shows it, it is shown and the adults are told; staff are never held', async () => {
  const { as, set, space, say } = await scene();
  await set({ flag_mode: 'show' });
  const talk = await space();
  await say('cai', talk, 'Idioté');
  assert.match((await (await as('mali')).get(talk)).text, /Idioté/);
  assert.doesNotMatch((await (await as('mali')).get(talk)).text, /Found in it/);
  assert.match((await (await as('mari')).get('/messages/watch')).text, /Idioté/);
});

test('a report goes to those who watch without its maker’s name reaching the writer, and comes back in words', async () => {
  const { as, space, say, idOf, done, jobs, waiting } = await scene();
  const talk = await space();
  await say('cai', talk, 'Mali cannot count.');
  const report = await done('mali', `${talk}/${await idOf('Mali cannot count.')}/report`, {
    text: 'This is unkind.',
  });
  await jobs();
  assert.match(await waiting('mari'), /A report about a message/);
  assert.equal((await (await as('cai')).get(report)).status, 403);
  assert.doesNotMatch((await (await as('cai')).get(talk)).text, /unkind/);
  const mari = await (await as('mari')).get(report);
  assert.match(mari.text, /Mali Rees/);
  assert.match(mari.text, /Mali cannot count/);
  assert.equal((await (await as('mali')).post(report, { outcome: 'talked', version: '1' })).status, 403);
  await done('mari', report, { outcome: 'taken-away', answer: 'I talk with Cai today.', version: '1' });
  const mali = await (await as('mali')).get(report);
  assert.match(mali.text, /took the message away/);
  assert.match(mali.text, /I talk with Cai today/);
  assert.doesNotMatch(mali.text, /Mari Evans/);
  assert.doesNotMatch((await (await as('mali')).get(talk)).text, /cannot count/);
});

test('whoever is reported neither reads nor decides it, though they look after the space', async () => {
  const { as, space, say, idOf, done } = await scene();
  const talk = await space();
  await say('ffion', talk, 'Be quiet, Cai.');
  const report = await done('cai', `${talk}/${await idOf('Be quiet, Cai.')}/report`, { text: 'It hurt.' });
  assert.equal((await (await as('ffion')).get(report)).status, 404);
  assert.doesNotMatch((await (await as('ffion')).get('/messages/watch')).text, /reports\/[0-9a-f]/);
  assert.equal((await (await as('mari')).get(report)).status, 200);
});

test('a report of the safeguarding lead goes to the head', async () => {
  const { as, write, idOf, done } = await scene();
  const talk = await write('mari', 'cai', 'Come to my room.');
  const report = await done('cai', `${talk}/${await idOf('Come to my room.')}/report`, {
    text: 'Why?',
    unsafe: 'yes',
  });
  assert.equal((await (await as('mari')).get(report)).status, 404);
  assert.equal((await (await as('head')).get(report)).status, 200);
});

test('a report at which nobody looks goes on to the safeguarding lead and then to the head', async () => {
  const { as, site, db, school, people, set, space, say, idOf, done, jobs, waiting } = await scene();
  await set({ watchers: people.huw.personId });
  const talk = await space();
  await say('cai', talk, 'Ha ha.');
  const report = await done('mali', `${talk}/${await idOf('Ha ha.')}/report`, { text: 'He laughs at me.' });
  await jobs();
  assert.equal((await (await as('head')).get(report)).status, 403);
  site.clock.move(25 * 3_600_000);
  await runJob(site, escalateReports);
  site.clock.move(49 * 3_600_000);
  await runJob(site, escalateReports);
  await runJob(site, escalateReports);
  await jobs();
  assert.equal((await (await as('head')).get(report)).status, 200);
  assert.match(await waiting('head'), /A report about a message/);
  const { level } = await db
    .selectFrom('message_report')
    .select('level')
    .where('owner_id', '=', school.id)
    .executeTakeFirstOrThrow();
  assert.equal(level, 2);
});

test('where those who watch are the safeguarding lead, a report that waits goes to the head at the first step', async () => {
  const { as, site, space, say, idOf, done, jobs } = await scene();
  const talk = await space();
  await say('cai', talk, 'Ha ha.');
  const report = await done('mali', `${talk}/${await idOf('Ha ha.')}/report`, { text: 'He laughs at me.' });
  await jobs();
  assert.equal((await (await as('head')).get(report)).status, 403);
  site.clock.move(25 * 3_600_000);
  await runJob(site, escalateReports);
  await jobs();
  assert.equal((await (await as('head')).get(report)).status, 200, 'the lead had heard from the beginning');
});

test('settings are for the head and the safeguarding lead, and two who save at once both keep their words', async () => {
  const { as, set } = await scene();
  await set();
  for (const other of ['office', 'ffion', 'cai', 'lowri'] as const)
    assert.equal((await (await as(other)).get('/messages/settings')).status, 403, other);
  const head = await (
    await as('head')
  ).post('/messages/settings', {
    quiet_from: '18:00',
    quiet_until: '07:30',
    flag_words: 'daft',
    flag_mode: 'show',
    hours_to_lead: '24',
    hours_to_head: '48',
    version: '0',
  });
  assert.equal(head.status, 409);
  assert.match(head.text, /stupid/);
});
