import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newProgramme } from '#test/draft-programme.ts';
import { audit2026, lineOf, scene } from '../planner.scene.ts';

test('a line says how it uses specialists and peers, and where nothing is said a gap is shown, without a figure', async () => {
  const { asLeader } = await scene();
  assert.match((await asLeader.get('/school/cycle-audit')).text, /Audit of cycles, 2026\/27/);
  const href = await lineOf(asLeader);
  const placed = await asLeader.post(`${href}/points`, {
    strand: 'specialist',
    words: 'Workshop',
    term: '1',
  });
  assert.equal(placed.status, 303, placed.text);
  await asLeader.post(`${href}/points`, {
    strand: 'peer',
    words: 'Pairs plan',
    from_week: '4',
    until_week: '6',
  });
  const page = (await asLeader.get(href)).text;
  assert.match(page, /We ask what people need first\./);
  assert.match(page, /Stays in the school<\/h3>[\s\S]*?Nothing said yet/);
  assert.match(page, /Autumn[\s\S]*Specialist input[\s\S]*Workshop/);
  assert.match(page, /Weeks 4 to 6/);
  assert.match(page, /<svg/);
  const list = (await asLeader.get(audit2026)).text;
  assert.match(list, /Specialist input once; peer support once/);
  assert.doesNotMatch(list, /\d of 5|\d ?%|score/i);
});

test('a point lies in the year, and a term and a week together are refused', async () => {
  const { asLeader } = await scene();
  const href = await lineOf(asLeader);
  const base = { strand: 'peer', words: 'Pairs' };
  for (const [wrong, says] of [
    [{}, /Choose a term or write a week\./],
    [{ term: '1', from_week: '3' }, /not both/],
    [{ from_week: '60' }, /Write a whole number from 1 to/],
    [{ from_week: '3.5' }, /Write a whole number from 1 to/],
    [{ from_week: '8', until_week: '3' }, /before the week it begins in/],
    [{ from_week: '-1' }, /from 1 to/],
  ] as const) {
    const answer = await asLeader.post(`${href}/points`, { ...base, ...wrong });
    assert.equal(answer.status, 422, JSON.stringify(wrong));
    assert.match(answer.text, says);
  }
  await asLeader.post(`${href}/points`, { ...base, from_week: '3' });
  const remove = /action="([^"]+\/remove)"/.exec((await asLeader.get(href)).text)![1]!;
  await asLeader.post(remove);
  assert.doesNotMatch((await asLeader.get(href)).text, /Week 3: Pairs/);
  await asLeader.post(remove.replace(/remove$/, 'restore'));
  assert.match((await asLeader.get(href)).text, /Week 3: Pairs/);
});

test('of two who write about a line at once neither loses', async () => {
  const { asLeader, as } = await scene();
  const href = await lineOf(asLeader);
  const head = await as('head');
  const text = { kind: 'policy', title: 'Courses come with a partner', version: 1 };
  await asLeader.post(`${href}/edit`, { ...text, keep: 'The partners' });
  const late = await head.post(`${href}/edit`, { ...text, keep: 'The workshops' });
  assert.equal(late.status, 409);
  assert.match(late.text, /The partners/);
  assert.match(late.text, /The workshops/);
  await head.post(`${href}/edit`, { ...text, version: 2, keep: 'Both' });
  assert.match((await head.get(`${href}/history`)).text, /3 versions[\s\S]*The partners/);
});

test('a programme is taken over with its specialist and peer steps in their weeks, once', async () => {
  const { site, school, asLeader } = await scene();
  await asLeader.post('/programmes/new', newProgramme);
  const { id } = await site.db
    .selectFrom('programme')
    .select('id')
    .where('owner_id', '=', school.id)
    .executeTakeFirstOrThrow();
  assert.match((await asLeader.get(audit2026)).text, /Take it over: Reading together/);
  const taken = await asLeader.post(`${audit2026}/take-over`, { programme: id });
  assert.equal(taken.status, 303, taken.text);
  const page = (await asLeader.get(taken.to)).text;
  assert.match(page, /Specialist input/);
  assert.match(page, /Week 1[0-9]/, 'it begins in the twelfth week of the year');
  assert.equal((await asLeader.post(`${audit2026}/take-over`, { programme: id })).status, 422);
  assert.doesNotMatch((await asLeader.get(audit2026)).text, /Take it over: Reading together/);
  const other = await scene();
  assert.equal((await other.asLeader.post(`${audit2026}/take-over`, { programme: id })).status, 404);
});

test('lines are copied into the next year without their judgements, and the two years stand side by side', async () => {
  const { asLeader } = await scene();
  const href = await lineOf(asLeader);
  await asLeader.post(`${href}/points`, { strand: 'peer', words: 'Pairs', from_week: '3' });
  const copied = await asLeader.post(`${audit2026}/copy`);
  assert.equal(copied.to, '/school/cycle-audit/2027');
  const again = await asLeader.post(`${audit2026}/copy`);
  assert.match((await asLeader.get(again.to)).text, /so nothing was copied/);
  const next = (await asLeader.get('/school/cycle-audit/2027')).text;
  assert.match(next, /1 line\b/, 'a second copy adds nothing');
  assert.doesNotMatch(next, /We ask what people need first/);
  const both = (await asLeader.get('/school/cycle-audit/2027/compare')).text;
  assert.equal(
    both.match(/<h2>Courses come with a partner<\/h2>/g)?.length,
    1,
    'they stand beside each other',
  );
  assert.match(both, /We ask what people need first[\s\S]*Nothing said yet/);
  assert.match(both, /Begin earlier\./);
  const apart = (await asLeader.get('/school/cycle-audit/2027/compare?with=2020')).text;
  assert.match(apart, /In 2027\/28 alone[\s\S]*Courses come with a partner/);
});

test('a line is taken away and comes back; another school finds none of it', async () => {
  const { asLeader } = await scene();
  const href = await lineOf(asLeader);
  await asLeader.post(`${href}/end`);
  assert.equal((await asLeader.get(href)).status, 404);
  await asLeader.post(`${href}/restore`);
  assert.equal((await asLeader.get(href)).status, 200);
  const other = await scene();
  for (const below of ['', '/edit', '/history'])
    assert.equal((await other.asLeader.get(href + below)).status, 404, below);
  assert.equal((await other.asLeader.post(`${href}/end`)).status, 404);
});

test('those who do not lead professional learning see no audit, the co-ordinator among them', async () => {
  const { asLeader, as } = await scene();
  const href = await lineOf(asLeader);
  for (const role of ['', 'mentor-co-ordinator', 'governor', 'administrator']) {
    const browser = await as(role);
    for (const path of [audit2026, href, `${audit2026}/compare`])
      assert.equal((await browser.get(path)).status, 403, `${role} ${path}`);
    assert.equal((await browser.post(`${href}/end`)).status, 403, role);
    assert.equal(
      (await browser.post(`${audit2026}/lines`, { kind: 'policy', title: 'x' })).status,
      403,
      role,
    );
  }
});

test('very long names, right-to-left words and markup stay where they belong', async () => {
  const { asLeader } = await scene();
  const title = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(3).slice(0, 200);
  const href = await lineOf(asLeader, {
    title,
    specialist: 'التعلم المهني <b>bold</b>',
    criterion_pupils: '"><img src=x onerror=alert(1)>',
  });
  const page = (await asLeader.get(href)).text;
  assert.ok(page.includes(title));
  assert.match(page, /التعلم المهني/);
  assert.doesNotMatch(page, /<img src=x|<b>bold/);
});
