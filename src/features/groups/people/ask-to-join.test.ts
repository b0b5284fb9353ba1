import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene, waitingFor } from './people.scene.ts';

test('asking to join, the group answers with words, and who was turned down cannot be let in by themselves', async () => {
  const { as, idOf, jobs, start, inGroup } = await scene();
  const href = await start('scenario', 'teacher', { joining: 'open' });
  const colleague = await as('colleague');
  assert.match((await colleague.get('/groups/open')).text, new RegExp(href));
  const asked = await colleague.post(`${href}/ask`, { words: 'I teach next door.' });
  assert.equal(asked.status, 303, asked.text);
  await jobs();
  const teacher = await as('teacher');
  assert.match(await waitingFor(teacher), /Somebody asks to join your group/);
  assert.match((await teacher.get(`${href}/people`)).text, /I teach next door\./);
  const at = `${href}/people/${idOf('colleague')}/answer`;
  // Nobody answers for the group but those who keep its plan or facilitate.
  assert.equal((await colleague.post(at, { answer: 'yes' })).status, 403);
  assert.equal((await teacher.post(at, { answer: 'yes' })).status, 303);
  assert.ok((await inGroup(href)).participant!.includes('Huw Parry'));
  assert.equal((await teacher.post(`${at}/take-back`)).status, 303);
  assert.ok(!(await inGroup(href)).participant!.includes('Huw Parry'));
  assert.equal((await colleague.post(`${href}/return`)).status, 404, 'they did not leave by themselves');
  assert.equal((await teacher.post(at, { answer: 'no', said: 'We are in the middle of it.' })).status, 303);
  assert.match((await colleague.get(`${href}/ask`)).text, /We are in the middle of it\./);
  assert.equal((await colleague.post(`${href}/ask`, { words: 'Again' })).status, 422);
});

test('a group that people are asked into is not among those one may ask to join', async () => {
  const { as, start } = await scene();
  const href = await start('scenario', 'teacher', { title: 'Quiet corner' });
  const colleague = await as('colleague');
  assert.doesNotMatch((await colleague.get('/groups/open')).text, /Quiet corner/);
  assert.equal((await colleague.post(`${href}/ask`, { words: '' })).status, 403);
});

test('somebody elsewhere in the group’s answer is refused: nobody answers for another', async () => {
  const { as, idOf, start, comeIn } = await scene();
  const href = await start('scenario', 'teacher');
  await comeIn(href, 'partner');
  for (const who of ['colleague', 'head', 'cpd-leader', 'other-head'] as const)
    assert.equal((await (await as(who)).post(`${href}/answer`, { answer: 'yes' })).status, 404, who);
  // A member who neither keeps the plan nor facilitates asks nobody.
  const asked = await (
    await as('partner')
  ).post(`${href}/people/${idOf('colleague')}/invite`, {
    part: 'participant',
  });
  assert.equal(asked.status, 403);
});

test('a guest who is in a group finds and lets in nobody of the school', async () => {
  const { as, idOf, start, comeIn } = await scene();
  const href = await start('unconference', 'partner');
  await comeIn(href, 'other-guest', 'partner', 'facilitator');
  const guest = await as('other-guest');
  assert.equal((await guest.get(`${href}/people/find`)).status, 403);
  assert.doesNotMatch((await guest.get(`${href}/people`)).text, /Find people/);
  const guests = await guest.get(`${href}/guests`);
  assert.equal(guests.status, 200);
  assert.doesNotMatch(guests.text, /Huw Parry|Sian Rees/);
  const colleague = idOf('colleague');
  for (const [below, fields] of [
    [`people/${colleague}/invite`, { part: 'participant' }],
    ['guests', { person: colleague, stage: 'any', until_on: '2026-12-01' }],
  ] as const)
    assert.equal((await guest.post(`${href}/${below}`, fields)).status, 403, below);
});
