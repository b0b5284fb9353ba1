import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handIn, makeGroup, must, planned, questionsAsked, scene, wordsOf } from './evaluation.scene.ts';

async function grouped(pupils = 3) {
  const stage = await scene();
  await planned(stage);
  const teacher = await stage.as('teacher');
  const group = await makeGroup(stage, teacher, { pupils });
  return { stage, teacher, group };
}

test('initials are refused as code names, and code names can be made for one', async () => {
  const { stage, teacher } = await grouped();
  const base = { name: 'Second group', arm: 'programme', keeps: 'pupils' };
  const refused = await teacher.post(`${stage.base}/groups`, { ...base, codes: 'Amber\nJB' });
  assert.equal(refused.status, 422);
  assert.match(wordsOf(refused), /“JB” looks like initials, which say who it is/);
  const { to } = must(await teacher.post(`${stage.base}/groups`, { ...base, how_many: 6 }));
  const page = wordsOf(await teacher.get(to));
  assert.match(page, /6 pupils/);
  assert.match(page, /Amber/);
});

test('a figure may be missing with a reason, and only then can the sheet be handed in', async () => {
  const { stage, teacher, group } = await grouped();
  const [a, b, c] = group.ids;
  const sheet = `${group.href}/figures/baseline`;
  must(await teacher.post(sheet, { version: 0, [`figure-1-${a}`]: '3', [`figure-1-${b}`]: '4,5' }));
  const open = await teacher.post(sheet, {
    version: 2,
    [`figure-1-${a}`]: '3',
    [`figure-1-${b}`]: '4.5',
    then: 'hand-in',
  });
  assert.equal(open.status, 422);
  assert.match(wordsOf(open), /Write a figure for Pupil 3, or say why there is none/);
  const whole = { [`figure-1-${a}`]: '3', [`figure-1-${b}`]: '4.5', [`missing-1-${c}`]: 'absent' };
  const done = must(await teacher.post(sheet, { version: 2, ...whole, then: 'hand-in' }));
  assert.match(done.said, /may now stand in the report/);
  assert.match(wordsOf(await teacher.get(`${stage.base}/groups`)), /Ffion Puw Handed in Not yet/);
  must(await teacher.post(`${sheet}/take-back`));
  assert.doesNotMatch(wordsOf(await teacher.get(`${stage.base}/groups`)), /Ffion Puw Handed in/);
});

test('figures outside the range, and words that are none, are said beside the field', async () => {
  const { teacher, group } = await grouped();
  const [a, b] = group.ids;
  const answer = await teacher.post(`${group.href}/figures/end`, {
    version: 0,
    [`figure-1-${a}`]: '21',
    [`figure-1-${b}`]: 'many',
  });
  assert.equal(answer.status, 422);
  assert.match(wordsOf(answer), /This lies outside 0 to 20/);
  assert.match(wordsOf(answer), /Pupil \d: We could not read this as a number/);
  assert.match(answer.text, /value="many"/);
});

test('a column out of a spreadsheet fills the rows in order; one with too many lines is refused', async () => {
  const { teacher, group } = await grouped();
  const sheet = `${group.href}/figures/baseline`;
  const long = await teacher.post(sheet, { version: 0, 'column-1': '1\n2\n3\n4' });
  assert.match(wordsOf(long), /There are 4 lines and 3 rows/);
  must(await teacher.post(sheet, { version: 0, 'column-1': '1\r\n\r\n3' }));
  const page = await teacher.get(sheet);
  assert.match(page.text, new RegExp(`name="figure-1-${group.ids[0]}"[^>]*value="1"`));
  assert.match(page.text, new RegExp(`name="figure-1-${group.ids[1]}"[^>]*value=""`));
  assert.match(page.text, new RegExp(`name="figure-1-${group.ids[2]}"[^>]*value="3"`));
});

test('a correction keeps what stood there before, with who changed it', async () => {
  const { teacher, group } = await grouped();
  const sheet = `${group.href}/figures/baseline`;
  const [a] = group.ids;
  must(await teacher.post(sheet, { version: 0, [`figure-1-${a}`]: '3' }));
  must(await teacher.post(sheet, { version: 1, [`figure-1-${a}`]: '5' }));
  assert.match(
    wordsOf(await teacher.get(`${group.href}/history`)),
    /Pupil 1 Questions pupils ask of a text Start 3 5 Ffion Puw/,
  );
});

test('two people writing on one sheet: the second sees what the first wrote', async () => {
  const { stage, teacher, group } = await grouped();
  must(await teacher.post(`${group.href}/share`, { enter: stage.world.people.partner.personId }));
  const sheet = `${group.href}/figures/baseline`;
  must(await (await stage.as('partner')).post(sheet, { version: 0, [`figure-1-${group.ids[0]}`]: '7' }));
  const late = await teacher.post(sheet, { version: 0, [`figure-1-${group.ids[0]}`]: '2', then: 'hand-in' });
  assert.equal(late.status, 409);
  assert.match(wordsOf(late), /Pupil 1: 7/);
  assert.match(late.text, /Tomos Bevan/);
  const [handIn = ''] = /<input[^>]*name="then"[^>]*>/.exec(late.text) ?? [];
  assert.match(handIn, /type="checkbox"[^>]*value="hand-in"/);
  assert.doesNotMatch(handIn, /checked/, 'figures are not handed in unseen');
});

test('a pupil who left is marked, and the sheet proposes that as the reason', async () => {
  const { stage, teacher, group } = await grouped();
  must(await teacher.post(`${group.href}/left`, { pupil: group.ids[1]!, is: 'left' }));
  assert.match(wordsOf(await teacher.get(group.href)), /Pupil 2 left on 18 November 2026/);
  assert.match((await teacher.get(`${group.href}/figures/end`)).text, /<option value="left" selected>/);
  assert.doesNotMatch(
    (await teacher.get(`${group.href}/figures/baseline`)).text,
    /<option value="left" selected>/,
  );
  assert.ok(stage);
});

test('a whole group has one figure and says how many pupils stand behind it', async () => {
  const { stage, teacher } = await grouped();
  const { to } = must(
    await teacher.post(`${stage.base}/groups`, {
      name: 'Willow class',
      arm: 'programme',
      keeps: 'group',
      codes: '',
    }),
  );
  const id = await stage.site.db
    .selectFrom('evaluation_group')
    .select('id')
    .where('owner_id', '=', stage.world.school.id)
    .where('name', '=', 'Willow class')
    .executeTakeFirstOrThrow();
  const alone = await teacher.post(`${to}/figures/baseline`, { version: 0, [`figure-1-${id.id}`]: '12' });
  assert.match(wordsOf(alone), /how many pupils stand behind the figure/);
  must(
    await teacher.post(`${to}/figures/baseline`, {
      version: 0,
      [`figure-1-${id.id}`]: '12',
      'pupils-1': '26',
      then: 'hand-in',
    }),
  );
  assert.match(wordsOf(await teacher.get(to)), /12 questions, n = 26/);
});

test('slopes of single pupils stand on the page of the group, with mean and median', async () => {
  const { teacher, group } = await grouped();
  await handIn(teacher, group, 'baseline', [1, 2, 6]);
  await handIn(teacher, group, 'end', [2, 2, null]);
  const page = await teacher.get(group.href);
  assert.match(wordsOf(page), /1 higher, 1 the same, 0 lower\. 1 without both figures is not drawn/);
  assert.match(wordsOf(page), /Start: mean 3, median 2, n = 3/);
});

test('taking a group out can be undone', async () => {
  const { stage, teacher, group } = await grouped();
  must(await teacher.post(`${group.href}/end`));
  assert.doesNotMatch((await teacher.get(`${stage.base}/groups`)).text, /Focus pupils/);
  must(await teacher.post(`${group.href}/restore`));
  assert.match((await teacher.get(`${stage.base}/groups`)).text, /Focus pupils/);
});

test('the list of who is who belongs to the teacher alone, and is in no sheet', async () => {
  const { stage, teacher, group } = await grouped();
  const key = `${group.href}/who-is-who`;
  must(await teacher.post(key, { version: 0, [`name-${group.ids[0]}`]: 'Seren Roberts' }));
  assert.match((await teacher.get(key)).text, /Seren Roberts/);
  must(await teacher.post(`${group.href}/share`, { enter: stage.world.people.partner.personId }));
  const partner = await stage.as('partner');
  assert.equal((await partner.get(key)).status, 403);
  for (const address of [group.href, `${group.href}/figures/baseline`, `${stage.base}/figures.csv`])
    assert.doesNotMatch((await partner.get(address)).text, /Seren Roberts/);
  const stored = await stage.site.db
    .selectFrom('evaluation_key')
    .select('owner_id')
    .where('owner_id', '=', stage.world.people.teacher.personId)
    .execute();
  assert.equal(stored.length, 1);
  const stale = await teacher.post(key, { version: 0, [`name-${group.ids[0]}`]: 'Somebody' });
  assert.equal(stale.status, 409);
});

test('a measure with figures keeps its kind and levels; its words may change', async () => {
  const { stage, teacher, group } = await grouped();
  await handIn(teacher, group, 'baseline', [1, 2, 3]);
  const other = await teacher.post(`${stage.base}/measures/1`, {
    ...questionsAsked,
    version: 1,
    kind: 'tally',
    minutes: '10',
  });
  assert.match(wordsOf(other), /Figures have been taken with this measure/);
  must(
    await teacher.post(`${stage.base}/measures/1`, {
      ...questionsAsked,
      version: 1,
      title: 'Questions asked',
    }),
  );
});
