import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handIn, makeGroup, must, planned, type Scene, scene, wordsOf } from './evaluation.scene.ts';

const claim = { kind: 'pupils', certainty: 'single' };

async function stagePlanned(change: Record<string, string> = {}): Promise<Scene> {
  const stage = await scene();
  await planned(stage, change);
  return stage;
}

test('a word of cause without a comparison is saved, with a note beside its field that says how to put it', async () => {
  const stage = await stagePlanned();
  const teacher = await stage.as('teacher');
  const hint = wordsOf(await teacher.get(`${stage.base}/claims`));
  assert.match(hint, /“led to” and “because of” need a comparison/, 'said before writing');
  const says = 'Guided talk led to better reading.';
  const { to, said } = must(await teacher.post(`${stage.base}/claims`, { ...claim, says }));
  assert.match(said, /The sentence is added\. Beside it stands how it could be put more exactly/);
  const page = await teacher.get(to);
  assert.match(page.text, /<details class="more" open>/, 'its field is open');
  assert.match(
    wordsOf(page),
    /“led to”: This says what made it happen, and there is nothing to compare with\. You could say “was followed by” or “went with”\. For example: “Between the start and the end/,
  );
  const forHead = wordsOf(await (await stage.as('head')).get(stage.base));
  assert.match(forHead, /Guided talk led to better reading\. Pupil outcome Single group/);
  assert.match(forHead, /“led to”: This says what made it happen/);
});

test('a sentence that says what was seen goes in without a note', async () => {
  const stage = await stagePlanned();
  const teacher = await stage.as('teacher');
  const says = 'Between the start and the end, 9 of 12 pupils asked more.';
  const { to } = must(await teacher.post(`${stage.base}/claims`, { ...claim, says }));
  assert.doesNotMatch((await teacher.get(to)).text, /class="notice|<details class="more" open>/);
});

test('every sentence says what it rests on and how far it holds', async () => {
  const stage = await stagePlanned();
  const bare = await (await stage.as('teacher')).post(`${stage.base}/claims`, { says: 'Pupils asked more.' });
  assert.match(wordsOf(bare), /Say what it rests on/);
  assert.match(wordsOf(bare), /Say how far it holds/);
});

test('a sentence that is changed keeps the older one; two changing it at once see both', async () => {
  const stage = await stagePlanned();
  const teacher = await stage.as('teacher');
  must(await teacher.post(`${stage.base}/claims`, { ...claim, says: 'Pupils asked more questions.' }));
  const { id } = await stage.site.db
    .selectFrom('evaluation_claim')
    .select('id')
    .where('owner_id', '=', stage.world.school.id)
    .executeTakeFirstOrThrow();
  must(
    await teacher.post(`${stage.base}/claims/${id}`, {
      ...claim,
      says: 'Twelve pupils asked more.',
      version: 1,
    }),
  );
  const late = await (
    await stage.as('partner')
  ).post(`${stage.base}/claims/${id}`, { ...claim, says: 'All asked more.', version: 1 });
  assert.equal(late.status, 409);
  assert.match(late.text, /Twelve pupils asked more/);
  const kept = await stage.site.db
    .selectFrom('text_version')
    .select('version')
    .where('owner_id', '=', stage.world.school.id)
    .where('item_id', '=', id)
    .execute();
  assert.equal(kept.length, 2);
  must(await teacher.post(`${stage.base}/claims/${id}/end`));
  assert.doesNotMatch((await teacher.get(`${stage.base}/claims`)).text, /Twelve pupils/);
  must(await teacher.post(`${stage.base}/claims/${id}/restore`));
  assert.match((await teacher.get(`${stage.base}/claims`)).text, /Twelve pupils/);
});

test('other explanations, common and one’s own, stand on the page beside what was done about them', async () => {
  const stage = await stagePlanned();
  const teacher = await stage.as('teacher');
  assert.equal((await teacher.post(`${stage.base}/sure`, { known: 'x' })).status, 422);
  must(
    await teacher.post(`${stage.base}/sure`, {
      common: 'growing-up',
      known: 'About two a term.',
      done: 'We asked Year 6.',
    }),
  );
  must(await teacher.post(`${stage.base}/sure`, { title: 'A new library' }));
  must(
    await teacher.post(`${stage.base}/sure/account`, {
      version: 0,
      meanwhile: 'Reading week in March',
      nextSteps: 'Go on with Year 4',
    }),
  );
  const words = wordsOf(await (await stage.as('head')).get(stage.base));
  assert.match(
    words,
    /Pupils would have moved on anyway : About two a term\. What was done: We asked Year 6\./,
  );
  assert.match(words, /A new library/);
  assert.match(words, /Reading week in March/);
  assert.match(words, /What we would do next Go on with Year 4/);
  assert.doesNotMatch((await teacher.get(`${stage.base}/sure`)).text, /value="growing-up"/, 'offered once');
  assert.equal((await (await stage.as('head')).post(`${stage.base}/sure`, { title: 'Mine' })).status, 403);
});

test('where numbers are small the page is published with the summary that each participant released', async () => {
  const stage = await stagePlanned();
  const [teacher, partner, leader] = [
    await stage.as('teacher'),
    await stage.as('partner'),
    await stage.as('cpd-leader'),
  ];
  const refused = await leader.post(`${stage.base}/publish`);
  assert.equal(refused.status, 422);
  assert.match(wordsOf(refused), /once everybody who takes part has released the summary/);
  must(
    await teacher.post(`${stage.base}/summary`, {
      version: 0,
      says: 'Our three pupils retell in order now.',
    }),
  );
  must(await teacher.post(`${stage.base}/summary/release`, { version: 1 }));
  assert.equal((await leader.post(`${stage.base}/publish`)).status, 422, 'one of two is not all');
  assert.doesNotMatch((await (await stage.as('head')).get(`${stage.base}/summary`)).text, /Our three pupils/);
  must(await partner.post(`${stage.base}/summary/release`, { version: 1 }));
  assert.equal(
    (await leader.post(`${stage.base}/summary/release`, { version: 1 })).status,
    403,
    'for those who take part',
  );
  must(await leader.post(`${stage.base}/publish`));
  const governor = await stage.as('governor');
  assert.equal((await governor.get(stage.base)).to, `${stage.base}/published`);
  assert.match((await governor.get(`${stage.base}/published`)).text, /Our three pupils/);
  // Who takes part is known by name to whoever reads the evaluation, and to nobody else.
  assert.match(wordsOf(await governor.get(`${stage.base}/published`)), /How many took part is not shown/);
  const head = await stage.as('head');
  assert.match(wordsOf(await head.get(stage.base)), /2 teachers, from/);
  assert.match((await head.get(`${stage.base}/published`)).text, /aria-label="Pages of this programme"/);
  for (const who of ['colleague', 'manager', 'parent', 'pupil', 'other-head'] as const)
    assert.ok([403, 404].includes((await (await stage.as(who)).get(`${stage.base}/published`)).status), who);
  must(await partner.post(`${stage.base}/summary/withhold`));
  assert.equal(
    (await governor.get(`${stage.base}/published`)).status,
    404,
    'a release taken back takes the page down',
  );
});

test('changed words are released anew', async () => {
  const stage = await stagePlanned();
  const teacher = await stage.as('teacher');
  must(await teacher.post(`${stage.base}/summary`, { version: 0, says: 'First words' }));
  must(await teacher.post(`${stage.base}/summary/release`, { version: 1 }));
  must(await teacher.post(`${stage.base}/summary`, { version: 1, says: 'Other words' }));
  assert.match(wordsOf(await teacher.get(`${stage.base}/summary`)), /0 of 2 participants have released it/);
  assert.equal((await teacher.post(`${stage.base}/summary/release`, { version: 1 })).status, 422);
});

test('what is published stays as it was, and governors see nothing of what came after', async () => {
  const stage = await stagePlanned();
  await stage.joiners(3);
  const teacher = await stage.as('teacher');
  const group = await makeGroup(stage, teacher, { pupils: 6 });
  await handIn(teacher, group, 'baseline', [1, 1, 2, 2, 3, 3]);
  await handIn(teacher, group, 'end', [2, 2, 3, 3, 4, 4]);
  must(await (await stage.as('cpd-leader')).post(`${stage.base}/publish`));
  must(await teacher.post(`${stage.base}/claims`, { ...claim, says: 'Said later.' }));
  const governor = await stage.as('governor');
  const words = wordsOf(await governor.get(`${stage.base}/published`));
  assert.match(words, /6 pupils measured at the start and the end/);
  assert.doesNotMatch(words, /Said later/);
  for (const below of ['/plan', '/claims', '/figures.csv', '/summary'])
    assert.equal((await governor.get(`${stage.base}${below}`)).status, 403, below);
  must(await (await stage.as('cpd-leader')).post(`${stage.base}/unpublish`));
  assert.equal((await governor.get(`${stage.base}/published`)).status, 404);
});
