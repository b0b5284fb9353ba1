import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planned, plannedScene, scene } from './research-lessons.scene.ts';

test('the step leads to its lesson those who take part, and nobody else', async () => {
  const { step, lesson, as } = await scene();
  for (const name of ['ann', 'nia', 'specialist'] as const) {
    const { text } = await (await as(name)).get(step);
    assert.match(text, new RegExp(`href="${lesson}"[^]*?Predict, observe and compare`), name);
  }
  for (const name of ['lead', 'colleague'] as const)
    assert.doesNotMatch((await (await as(name)).get(step)).text, /Predict, observe and compare/, name);
});

test('the group chooses who teaches, who observes and whom they watch; without moments the lesson is one', async () => {
  const { people, lesson, as, db, school } = await scene();
  const ann = await as('ann');
  assert.match((await ann.get(lesson)).text, /Not planned yet[^]*No focus pupil is chosen yet/);
  const sent = {
    version: '0',
    teachers: [people.ann.personId],
    observers: [people.tomos.personId, people.colleague.personId],
    'new-pupil-1': 'Gwen',
    'new-moment-1': '',
  };
  const answer = await ann.post(`${lesson}/plan`, sent);
  assert.equal(answer.to, lesson, answer.text);
  const { text } = await ann.get(lesson);
  assert.match(text, /Who teaches[^]*Ann Puw[^]*Who observes[^]*Tomos Bevan/);
  assert.doesNotMatch(text, /Huw Parry/, 'who does not take part is not chosen');
  const { pupils, moments } = await planned({ db, school });
  assert.deepEqual(Object.keys(pupils), ['Gwen']);
  assert.deepEqual(Object.keys(moments), ['In the lesson']);
});

test('two who plan at once: ticks join, and a name both changed is shown twice and lost by neither', async () => {
  const { people, lesson, as, ann, pupils } = await plannedScene();
  const tomos = await as('tomos');
  const shown = {
    version: '1',
    shown_teachers: people.ann.personId,
    shown_observers: `${people.tomos.personId} ${people.cai.personId}`,
    teachers: [people.ann.personId],
  };
  const gwen = `pupil-${pupils['Gwen']}`;
  const first = { ...shown, observers: [people.tomos.personId, people.cai.personId, people.nia.personId] };
  assert.equal((await ann.post(`${lesson}/plan`, { ...first, [gwen]: 'Gwen M' })).status, 303);
  const other = { ...shown, observers: [people.tomos.personId], [gwen]: 'Gwenllian' };
  const stale = await tomos.post(`${lesson}/plan`, other);
  assert.equal(stale.status, 409);
  assert.match(stale.text, /Gwenllian[^]*Gwen M/);
  assert.equal((await tomos.post(`${lesson}/plan`, { ...other, version: '2' })).status, 303);
  const { text } = await ann.get(lesson);
  assert.match(text, /Gwenllian/);
  assert.match(text, /Who observes[^]*Tomos Bevan and Nia Lloyd|Who observes[^]*Nia Lloyd and Tomos Bevan/);
  assert.doesNotMatch(text, /Cai Jones/);
});

test('a pupil who is taken out keeps what was predicted, and comes back with it', async () => {
  const { lesson, ann, pupils, moments } = await plannedScene();
  const gwen = pupils['Gwen']!;
  await ann.post(`${lesson}/predicted`, {
    pupil: gwen,
    version: '0',
    [`moment-${moments['Opening']}`]: 'She draws before she counts',
  });
  await ann.post(`${lesson}/plan`, { version: '1', [`pupil-${gwen}`]: '' });
  assert.match((await ann.get(lesson)).text, /taken out of the plan[^]*She draws before she counts/);
  await ann.post(`${lesson}/plan`, { version: '2', 'new-pupil-1': 'Gwen' });
  const { text } = await ann.get(lesson);
  assert.match(text, /She draws before she counts/);
  assert.doesNotMatch(text, /taken out of the plan/);
});

test('what the group predicts names who wrote it, and two who predict at once see both', async () => {
  const { lesson, as, ann, pupils, moments } = await plannedScene();
  const address = `${lesson}/predicted`;
  const pupil = pupils['Gwen']!;
  const opening = `moment-${moments['Opening']}`;
  await ann.post(address, { pupil, version: '0', [opening]: 'She draws' });
  assert.match((await ann.get(lesson)).text, /She draws[^]*Ann Puw, 18 Nov/);
  const tomos = await as('tomos');
  const stale = await tomos.post(address, { pupil, version: '0', [opening]: 'She counts' });
  assert.equal(stale.status, 409);
  assert.match(stale.text, new RegExp(`She counts[^]*She draws[^]*href="${lesson}"`));
  await tomos.post(address, { pupil, version: '1', [opening]: 'She counts' });
  assert.match((await ann.get(lesson)).text, /She counts[^]*Tomos Bevan, 18 Nov/);
});

test('after the lesson what was predicted stands; what became of it is said in one of three ways or in words', async () => {
  const { lesson, as, ann, pupils, moments } = await plannedScene();
  const pupil = pupils['Gwen']!;
  const early = await ann.post(`${lesson}/compared`, {
    pupil,
    finding: 'surprised',
    words: '',
    version: '0',
  });
  assert.match(early.text, /once the lesson has been held/);
  assert.equal((await ann.post(`${lesson}/held`)).status, 303);
  const late = { pupil, version: '0', [`moment-${moments['Opening']}`]: 'As if I had known' };
  assert.match((await ann.post(`${lesson}/predicted`, late)).text, /what was predicted stands/);
  assert.equal((await ann.post(`${lesson}/compared`, { pupil, words: '', version: '0' })).status, 422);
  assert.equal(
    (await ann.post(`${lesson}/compared`, { pupil, finding: '7', words: '', version: '0' })).status,
    422,
  );
  await ann.post(`${lesson}/compared`, { pupil, words: 'She saw the whole before the parts', version: '0' });
  const tomos = await as('tomos');
  assert.match((await tomos.get(lesson)).text, /She saw the whole before the parts[^]*Ann Puw/);
  const stale = await tomos.post(`${lesson}/compared`, {
    pupil,
    finding: 'surprised',
    words: 'Hm',
    version: '0',
  });
  assert.equal(stale.status, 409);
  await tomos.post(`${lesson}/compared`, { pupil, finding: 'surprised', words: 'Hm', version: '1' });
  assert.match((await ann.get(lesson)).text, /It surprised us\.[^]*Hm/);
});
