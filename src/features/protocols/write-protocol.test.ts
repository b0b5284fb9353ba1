import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '#features/evidence/index.ts';
import { aboutFields, begin, publishable, scene, stepFields } from './protocols.scene.ts';
import { stepsOf } from './work-of.ts';

/** A leader writes a protocol through the pages, as a browser without scripts would. */

test('from empty to published: what is missing is named with the way to it, then groups can start from it', async () => {
  const { asLeader, asAnn } = await scene();
  const here = await begin(asLeader, 'Marking club');
  assert.equal(here, '/protocols/mine/own-marking-club');
  const empty = await asLeader.get(here);
  assert.match(empty.text, /Before it can be published/);
  assert.match(
    empty.text,
    /href="\/protocols\/mine\/own-marking-club\/about">What it is<\/a>:\s+it is empty/,
  );
  assert.match(empty.text, /There is no stage yet/);
  assert.equal((await asLeader.get(`${here}/steps/new`)).to, `${here}/stages/new`);

  await asLeader.post(`${here}/stages/new`, { title: 'Begin', plain: 'Meet and look.', cycle: 1 });
  const proposed = await asLeader.get(`${here}/steps/new?stage=begin&kind=meeting`);
  assert.match(proposed.text, /Report what you tried, look at what pupils did/);
  const added = await asLeader.post(`${here}/steps/new`, stepFields);
  assert.equal(added.to, `${here}#step-first-meeting`);
  const drawn = await asLeader.get(here);
  assert.match(drawn.text, /<title>First meeting, Week 1<\/title>/);
  assert.doesNotMatch(drawn.text, /Publish version/);

  await asLeader.post(`${here}/about`, { ...aboutFields, title: 'Marking club', version: 3 });
  const ready = await asLeader.get(here);
  assert.match(ready.text, /It can be published\./);
  assert.equal((await asAnn.get('/protocols/own-marking-club')).status, 404);
  const published = await asLeader.post(`${here}/publish`, { version: 4 });
  assert.match(published.said, /It is published/);

  const page = await asAnn.get('/protocols/own-marking-club');
  assert.equal(page.status, 200);
  assert.match(page.text, /href="\/groups\/new\?protocol=own-marking-club"/);
  assert.match(page.text, /The school’s own protocol, version 1/);
  assert.match(page.text, /Nothing is known of it from studies/);
  assert.doesNotMatch(page.text, /Plan a programme/);
  assert.match(
    (await asLeader.get('/protocols/own-marking-club')).text,
    /\/programmes\/new\?template=own-marking-club/,
  );
  assert.match((await asAnn.get('/protocols?words=mark+why')).text, /One protocol/);
});

test('a copy keeps steps and sources; taking out a step that carries an ingredient says what is lost, and can be undone', async () => {
  const { asLeader, draft } = await scene();
  const here = await begin(asLeader, 'Sustained, our way', 'sustained-programme');
  const before = await draft('own-sustained-our-way');
  assert.ok(stepsOf(before).length > 10 && before.evidence.length > 0);
  const page = await asLeader.get(`${here}/steps/modelling`);
  assert.match(page.text, /This step carries an ingredient/);

  const removed = await asLeader.post(`${here}/steps/modelling/remove`);
  assert.match(removed.said, /is taken out, and with it: /);
  const without = await draft('own-sustained-our-way');
  assert.ok(!stepsOf(without).some(({ id, after }) => id === 'modelling' || after?.includes('modelling')));
  assert.match((await asLeader.get(here)).text, /No step carries this ingredient\./);

  const undone = await asLeader.post(`${here}/back/1`);
  assert.equal(undone.status, 303, undone.text);
  assert.deepEqual(await draft('own-sustained-our-way'), before);
  const late = await asLeader.post(`${here}/back/1`);
  assert.equal(late.status, 422);
  assert.match(late.text, /changed again since/);
});

test('steps move up and down within a stage and from one to the next, and take the cycle of where they come', async () => {
  const { asLeader, draft } = await scene();
  const here = await begin(asLeader, 'Moves');
  for (const [title, cycle] of [
    ['One', 1],
    ['Two', 2],
  ] as const)
    await asLeader.post(`${here}/stages/new`, { title, plain: 'A part.', cycle });
  for (const title of ['A', 'B'])
    await asLeader.post(`${here}/steps/new`, { ...stepFields, title, stage: 'one' });
  const places = async () =>
    (await draft('own-moves')).stages.map(({ steps }) =>
      steps.map(({ id, cycle }) => `${id}${cycle}`).join(' '),
    );
  assert.deepEqual(await places(), ['a1 b1', '']);
  await asLeader.post(`${here}/steps/a/move`, { to: 'down' });
  assert.deepEqual(await places(), ['b1 a1', '']);
  const moved = await asLeader.post(`${here}/steps/a/move`, { to: 'down' });
  assert.match(moved.said, /“A” now stands in “Two”/);
  assert.deepEqual(await places(), ['b1', 'a2']);
  assert.equal((await asLeader.post(`${here}/steps/a/move`, { to: 'down' })).status, 404);
  await asLeader.post(`${here}/stages/two/move`, { to: 'up' });
  assert.deepEqual(await places(), ['a2', 'b1']);
  await asLeader.post(`${here}/stages/two/remove`);
  assert.deepEqual(await places(), ['b1']);
});

test('roles, questions and rules are written one by one, and what spoke of them goes with them', async () => {
  const { asLeader, draft } = await scene();
  const here = await publishable(asLeader);
  const added = await asLeader.post(`${here}/lists/roles`, {
    title: 'Visitor',
    plain: 'Looks on.',
    part: 'specialist',
    min: 0,
    max: '',
    per: 'programme',
    notHeldBy: 'anyone’s line manager',
  });
  assert.equal(added.status, 303, added.text);
  const { version } = { version: 5 };
  await asLeader.post(`${here}/steps/first-meeting/save`, { ...stepFields, for: ['visitor'], version });
  assert.deepEqual(stepsOf(await draft('own-marking-club'))[0]!.for, ['visitor']);
  const visitor = (await draft('own-marking-club')).roles.find(({ id }) => id === 'visitor')!;
  assert.deepEqual([visitor.max, visitor.notHeldBy], [null, ['anyone’s line manager']]);
  await asLeader.post(`${here}/lists/roles/visitor/remove`);
  assert.equal(stepsOf(await draft('own-marking-club'))[0]!.for, undefined);

  await asLeader.post(`${here}/lists/questions`, { words: 'What do our pupils need?' });
  assert.match((await asLeader.get(here)).text, /0 of them ask the questions/);
  await asLeader.post(`${here}/steps/first-meeting/save`, {
    ...stepFields,
    asks_questions: 'yes',
    writing: 'each',
    version: 8,
  });
  assert.match((await asLeader.get(here)).text, /It can be published/);
  await asLeader.post(`${here}/lists/questions/what-do-our-pupils-need/remove`);
  const step = stepsOf(await draft('own-marking-club'))[0]!;
  assert.deepEqual([step.asksQuestions, step.writing], [undefined, undefined]);
});

test('words that a school changes no longer stand under the source they came from', async () => {
  const { asLeader, draft } = await scene();
  const here = await begin(asLeader, 'Ours', 'sustained-programme');
  const { membership, roles } = await draft('own-ours');
  const rule = membership[0]!;
  await asLeader.post(`${here}/membership`, {
    version: 1,
    [rule.rule]: 'yes',
    [`${rule.rule}-words`]: rule.words,
    'guests-welcome': 'yes',
    'guests-welcome-words': 'Governors may come.',
  });
  const after = (await draft('own-ours')).membership;
  assert.deepEqual(after[0], rule);
  assert.match(JSON.stringify(after[1]!.source), /Written at Ysgol Bryn Coch/);
  const specialist = roles.find(({ id }) => id === 'specialist')!;
  assert.ok('study' in specialist.source);
  await asLeader.post(`${here}/lists/roles/specialist`, {
    ...specialist,
    plain: 'Comes twice a term.',
    max: '',
    notHeldBy: specialist.notHeldBy.join('\n'),
    source: '',
    version: 2,
  });
  const changed = (await draft('own-ours')).roles.find(({ id }) => id === 'specialist')!;
  assert.match(JSON.stringify(changed.source), /"own":true.*Changed at Ysgol Bryn Coch/);
});

test('a size that a school changes is its own, and saved as it was stays the source’s', async () => {
  const { asLeader, draft } = await scene();
  const here = await begin(asLeader, 'Our club', 'journal-club');
  const { groupSize } = await draft('own-our-club');
  const size = { size_of: groupSize.of, size_min: groupSize.min, size_max: groupSize.max };
  await asLeader.post(`${here}/about`, { ...aboutFields, ...size, weeks: 12, title: 'Our club', version: 1 });
  assert.deepEqual((await draft('own-our-club')).groupSize, groupSize);
  const changed = { ...size, size_min: 2, size_max: 6, weeks: 12, title: 'Our club', version: 2 };
  await asLeader.post(`${here}/about`, { ...aboutFields, ...changed });
  const own = (await draft('own-our-club')).groupSize.source;
  assert.deepEqual(own, { own: true, basis: 'Written at Ysgol Bryn Coch' });
  const page = await asLeader.get(here);
  assert.match(
    page.text,
    /It can be published\.[^]*2 things to look at[^]*“Member” may be held by 12 people/,
  );
  assert.doesNotMatch(page.text, /roles\[0\]/);
});

test('trying it walks through the steps on made-up school days, and nothing written there can be sent', async () => {
  const { asLeader } = await scene();
  const here = await publishable(asLeader);
  await asLeader.post(`${here}/steps/new`, {
    ...stepFields,
    title: 'Look again',
    week: 6,
    writing: 'together',
    section_title_0: 'What we saw',
    section_prompt_0: 'In which pupils.',
    for: ['member'],
  });
  const first = await asLeader.get(`${here}/try`);
  assert.match(first.text, /18 November 2026/);
  assert.match(first.text, /Step 1 of 2/);
  const second = await asLeader.get(`${here}/try?as=member&step=2`);
  // Week 6 steps over the Christmas holidays: the fifth teaching week after this Wednesday.
  assert.match(second.text, /6 January 2027/);
  const box = /<textarea[^>]*id="try-what-we-saw"[^>]*>/.exec(second.text)![0];
  assert.doesNotMatch(box, /name=/);
  assert.match((await asLeader.get(`${here}/try?as=facilitator`)).text, /Step 1 of 1/);
  await asLeader.post(`${here}/steps/first-meeting/save`, {
    ...stepFields,
    form: 'meeting-agenda',
    version: 5,
  });
  const { agendas } = catalogue();
  const [item] = agendas.find(({ id }) => id === 'meeting-agenda')!.items;
  assert.ok((await asLeader.get(`${here}/try`)).text.includes(item!.title));
  assert.equal((await asLeader.get(`${here}/try?step=9`)).status, 404);
});

test('a stage is renamed with its cycle, and another cycle comes through it when that is ticked', async () => {
  const { asLeader, draft } = await scene();
  const here = await publishable(asLeader);
  const words = { title: 'Start', plain: 'Meet.', cycle: 2, again: 'yes', version: 4 };
  assert.equal((await asLeader.post(`${here}/stages/begin/save`, words)).status, 303);
  const after = await draft('own-marking-club');
  assert.deepEqual([after.stages[0]!.title, after.stages[0]!.steps[0]!.cycle], ['Start', 2]);
  assert.deepEqual(after.again?.stages, ['begin']);
  await asLeader.post(`${here}/stages/begin/save`, { ...words, again: undefined, version: 5 });
  assert.equal((await draft('own-marking-club')).again, undefined);
  assert.equal((await asLeader.post(`${here}/stages/begin/save`, { ...words, version: 4 })).status, 409);
});

test('entries of a list change places, and one that is gone is said to be gone', async () => {
  const { asLeader, draft } = await scene();
  const here = await publishable(asLeader);
  const ids = async () => (await draft('own-marking-club')).report.map(({ id }) => id);
  assert.deepEqual(await ids(), ['pupils', 'next']);
  await asLeader.post(`${here}/lists/report/next/move`, { to: 'up' });
  assert.deepEqual(await ids(), ['next', 'pupils']);
  await asLeader.post(`${here}/lists/report/next/remove`);
  assert.equal((await asLeader.post(`${here}/lists/report/next/move`, { to: 'up' })).status, 404);
  const late = await asLeader.post(`${here}/lists/report/next`, { title: 'X', prompt: 'Y', version: 6 });
  assert.ok([404, 409].includes(late.status), String(late.status));
  assert.deepEqual(await ids(), ['pupils']);
});
