import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver, runJob } from '#test/deliver.ts';
import { behaviourJob } from '../behaviour.handlers.ts';
import { scene, sentAs, waitingOn } from '../behaviour.scene.ts';

async function planned(more: Record<string, string> = {}) {
  const made = await scene();
  const { people, p5, categories, as, eventsOf } = made;
  const ffion = await as('ffion');
  await ffion.post(
    `/behaviour/classes/${p5}?tone=negative`,
    sentAs('negative', categories.unkind, people.cai),
  );
  const [event] = await eventsOf(people.cai);
  const sent = {
    about: event!,
    kind: 'repair',
    words: 'Find out together how to begin again.',
    on: '2026-11-19',
    at: '12:30',
    minutes: '20',
    place: 'Library',
    supervisor: people.tomos.personId,
    told_how: 'phone',
    ...more,
  };
  const at = `/behaviour/pupils/${people.cai.personId}/follow-ups`;
  const answer = await ffion.post(at, sent);
  return { ...made, ffion, sent, at, answer, here: answer.to ?? '' };
}

test('what follows is planned, reaches whoever is with the pupil, the pupil and who is told, and says how it went', async () => {
  const { site, people, as, ffion, answer, here } = await planned();
  assert.equal(answer.status, 303);
  await deliver(site);
  const tomos = await as('tomos');
  assert.match((await tomos.get('/today')).text, /You are with Cai Roberts at 12:30: Library/);
  assert.equal((await tomos.get(here)).status, 200);
  for (const name of ['lowri', 'cai'] as const) {
    const browser = await as(name);
    assert.match((await browser.get('/today')).text, /planned something to put things right/, name);
    const { text } = await browser.get(`/behaviour/about/${people.cai.personId}`);
    assert.match(text, /Find out together[\s\S]*/);
    assert.match(text, /12:30/);
    assert.doesNotMatch(
      waitingOn((await browser.get('/today')).text),
      /planned something to put things right/,
      name,
    );
  }
  // Worked out anew, what was read waits no more.
  await runJob(site, behaviourJob);
  assert.doesNotMatch(waitingOn((await (await as('lowri')).get('/today')).text), /planned something/);
  for (const name of ['dylan', 'rhian', 'mali'] as const)
    assert.doesNotMatch((await (await as(name)).get('/today')).text, /planned something/, name);
  for (const name of ['office', 'lowri', 'cai', 'governor'] as const)
    assert.notEqual((await (await as(name)).get(here)).status, 200, name);
  // Whoever is with the pupil says how it went, but not whether it is needed.
  assert.equal((await tomos.post(`${here}/not-needed`, { version: '1' })).status, 403);
  assert.equal((await tomos.post(`${here}/outcome`, { outcome: 'Too early.', version: '1' })).status, 422);
  site.clock.set('2026-11-19T13:00:00Z');
  const told = { outcome: 'They agreed on a sign.', put_right: 'yes', version: '1' };
  assert.equal((await tomos.post(`${here}/outcome`, told)).status, 303);
  assert.equal((await tomos.post(`${here}/outcome`, told)).status, 409);
  await deliver(site);
  assert.doesNotMatch(waitingOn((await tomos.get('/today')).text), /You are with Cai/);
  assert.match(
    (await (await as('lowri')).get(`/behaviour/about/${people.cai.personId}`)).text,
    /agreed on a sign/,
  );
  assert.match((await ffion.get('/behaviour/follow-ups?day=2026-11-19')).text, /Happened/);
});

test('a detention outside school hours keeps what the school promises, or says that the family agreed', async () => {
  const { as, ffion, at, sent, answer } = await planned({
    kind: 'detention-after',
    on: '2026-11-18',
    at: '17:00',
  });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /24 hours’ notice/);
  await (
    await as('office')
  ).post('/school/behaviour/promise', {
    promise: 'We write home two days before.',
    notice_hours: '48',
    version: '0',
  });
  const tomorrow = { ...sent, on: '2026-11-19', at: '17:00' };
  const refused = await ffion.post(at, tomorrow);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /We write home two days before/);
  assert.equal((await ffion.post(at, { ...tomorrow, shorter: 'yes' })).status, 303);
  assert.equal((await ffion.post(at, { ...tomorrow, on: '2026-11-23' })).status, 303);
});

test('a clash is said, a move is kept, and whoever reads no pupil of it sees nobody on the day', async () => {
  const { people, as, ffion, at, sent, here } = await planned();
  const second = await ffion.post(at, { ...sent, kind: 'talk', at: '12:40', place: 'Hall' });
  assert.equal(second.status, 303);
  assert.match((await ffion.get(second.to!)).text, /something else is planned as well/);
  const day = '/behaviour/follow-ups?day=2026-11-19';
  assert.match((await ffion.get(day)).text, /Clashes/);
  assert.doesNotMatch((await (await as('governor')).get(day)).text, /Cai Roberts/);
  const moved = await ffion.post(`${here}/change`, { ...sent, on: '2026-11-20', version: '1' });
  assert.equal(moved.status, 303);
  const { text } = await ffion.get(here);
  assert.match(text, /Moved/);
  assert.doesNotMatch(text, /something else is planned as well/);
  assert.equal((await ffion.post(`${here}/not-needed`, { version: '2' })).status, 303);
  assert.equal((await ffion.post(`${here}/restore`, { version: '3' })).status, 303);
  assert.equal(
    (await (await as('huw')).post(`/behaviour/pupils/${people.ned.personId}/follow-ups`, sent)).status,
    404,
  );
  // A name of another pupil would be read at home.
  assert.equal(
    (await ffion.post(at, { ...sent, words: 'Say sorry to Mali.', on: '2026-11-24' })).status,
    422,
  );
});

test('how it stands is taken back to what it was, words and all, and not once somebody has changed it since', async () => {
  const { site, as, ffion, here } = await planned();
  site.clock.set('2026-11-19T13:00:00Z');
  const tomos = await as('tomos');
  const undoOn = async () =>
    /\/behaviour\/follow-ups\/[0-9a-f-]+\/undo\/\d+/.exec((await tomos.get(here)).text)![0];
  await tomos.post(`${here}/outcome`, { outcome: 'They agreed on a sign.', version: '1' });
  // What happened is not said to be needed no more, neither by an old screen nor by taking back that it was planned.
  assert.equal((await ffion.post(`${here}/not-needed`, { version: '1' })).status, 422);
  assert.equal((await ffion.post(`${here}/undo/1`)).status, 422);
  await tomos.post(`${here}/outcome`, { outcome: 'The sign did not last.', version: '2' });
  const undo = await undoOn();
  assert.equal((await tomos.post(undo)).status, 303);
  const { text } = await ffion.get(here);
  assert.match(text, /<dd[^>]*>[\s\S]*They agreed on a sign/);
  assert.match(text, /Happened/);
  assert.equal((await tomos.post(undo)).status, 422);
});

test('said not to be needed by slip, it is planned again by the same link', async () => {
  const { ffion, here } = await planned();
  assert.equal((await ffion.post(`${here}/not-needed`, { version: '1' })).status, 303);
  assert.equal((await ffion.post(`${here}/undo/2`)).status, 303);
  assert.match((await ffion.get(here)).text, /Putting it right together: Planned/);
  const again = await planned();
  assert.equal((await again.ffion.post(`${again.here}/undo/1`)).status, 303);
  assert.match((await again.ffion.get(again.here)).text, /Not needed/);
});

test('said not to have happened yet, nobody at home reads how it went', async () => {
  const { site, people, as, here } = await planned();
  site.clock.set('2026-11-19T13:00:00Z');
  const tomos = await as('tomos');
  await tomos.post(`${here}/outcome`, { outcome: 'They agreed on a sign.', put_right: 'yes', version: '1' });
  const home = async () => (await (await as('lowri')).get(`/behaviour/about/${people.cai.personId}`)).text;
  assert.match(await home(), /agreed on a sign[\s\S]*It is put right/);
  assert.equal((await tomos.post(`${here}/restore`, { version: '2' })).status, 303);
  assert.doesNotMatch(await home(), /agreed on a sign|It is put right/);
});
