import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '#test/deliver.ts';
import { plansScene } from './plans.scene.ts';

/** Where the first suggestion on a plan's page is answered. */
const answerAt = (text: string): string => /href="([^"]+\/answer)"/.exec(text)![1]!;

test('a suggestion is read by its writer and the plan’s teachers alone, whatever others are', async () => {
  const { as, plan } = await plansScene();
  const at = await plan();
  await (await as('sioned')).post(`${at}/suggest`, { words: 'Begin with the coin.' });
  for (const who of ['ffion', 'sioned'] as const)
    assert.match((await (await as(who)).get(at)).text, /Begin with the coin/, who);
  for (const who of ['huw', 'leader', 'head'] as const)
    assert.doesNotMatch((await (await as(who)).get(at)).text, /Begin with the coin/, who);
  const answer = answerAt((await (await as('ffion')).get(at)).text);
  for (const who of ['sioned', 'huw', 'leader', 'head'] as const)
    assert.equal((await (await as(who)).post(answer, { state: 'not-now' })).status, 403, who);
});

test('a teacher who joins the plan reads what was suggested before; one who leaves it reads it no more', async () => {
  const { as, plan, people } = await plansScene();
  const at = await plan();
  const [ffion, huw] = [await as('ffion'), await as('huw')];
  await (await as('sioned')).post(`${at}/suggest`, { words: 'Begin with the coin.' });
  await ffion.post(`${at}/teachers`, { teacher: [people.ffion.personId, people.huw.personId] });
  assert.match((await huw.get(at)).text, /Begin with the coin/);
  await ffion.post(`${at}/teachers`, { teacher: [people.ffion.personId] });
  assert.doesNotMatch((await huw.get(at)).text, /Begin with the coin/);
});

test('from suggestion to need to the school’s priority, and what came of it stands beside the plan', async () => {
  const { as, plan, site } = await plansScene();
  const at = await plan();
  const [ffion, sioned, leader] = [await as('ffion'), await as('sioned'), await as('leader')];
  await leader.post('/school/priorities', {
    title: 'Reading sources',
    about: '',
    starts_on: '2026-09-01',
    ends_on: '',
  });
  await sioned.post(`${at}/suggest`, { words: 'How do pupils weigh two sources?' });
  const answer = answerAt((await ffion.get(at)).text);
  const { to: needAt } = await ffion.post(answer, { state: 'help-wanted', words: 'I find this hard.' });
  assert.match(needAt, /\/need$/);
  assert.match((await ffion.get(needAt)).text, /whoever suggested it, and the CPD leader/);
  assert.equal(
    (await ffion.post(needAt, { words: 'To teach weighing sources', sort: 'own', subject: 'History' }))
      .status,
    303,
  );
  assert.equal((await ffion.post(needAt, { words: 'Again', sort: 'own', subject: '' })).status, 422, 'once');
  await deliver(site);
  assert.match((await leader.get('/today')).text, /Needs that colleagues raised/);
  const raised = (await leader.get('/school/raised-needs')).text;
  assert.match(raised, /To teach weighing sources[^]*Ffion Puw[^]*The Romans in Britain/);
  assert.equal((await (await as('head')).get('/school/raised-needs')).status, 403);
  const join = /action="([^"]+\/join)"/.exec(raised)![1]!;
  const priority = /<option value="([0-9a-f-]{36})"[^>]*>Reading sources/.exec(raised)![1]!;
  assert.equal(
    (await leader.post(join, { priority, programme: '', answer: 'A specialist comes in January.' })).status,
    303,
  );
  for (const who of [ffion, sioned])
    assert.match(
      (await who.get(at)).text,
      /It became a need[^]*To teach weighing sources[^]*Reading sources/,
    );
  assert.match(
    (await ffion.get('/needs')).text,
    /To teach weighing sources[^]*Reading sources[^]*A specialist comes in January/,
  );
  assert.doesNotMatch((await (await as('huw')).get(at)).text, /weighing sources/);
  await deliver(site);
  assert.doesNotMatch(
    (await leader.get('/today')).text.split('Done lately')[0]!,
    /Needs that colleagues raised/,
  );
  // That the leader read it with the name is noted for its author.
  assert.match((await ffion.get('/me/seen')).text, /Bethan Rees/);
});
