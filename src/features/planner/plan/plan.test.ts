import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#platform/db/ids.ts';
import { catalogue } from '#features/evidence/index.ts';
import { makePerson } from '#test/factories.ts';
import { plan2026, scene } from '../planner.scene.ts';
import { schoolYear } from '../school-year.ts';
import { heldAgainst, ways } from './check-plan.ts';
import { cells, noCells, relationships } from './plan.ts';
import { questionsOf } from './plan-choices.ts';

const said = {
  version: 0,
  'purposes-induction': 'yes',
  'who-new-to-school': 'yes',
  'who-same-role': 'yes',
  'when-fortnightly': 'yes',
  'when-term-1': 'yes',
  who_words: 'Each new colleague asks for somebody.',
};

test('a part of the plan is written, read by those who lead, and held against the core concepts', async () => {
  const { asLeader, as } = await scene();
  assert.match((await asLeader.get('/school/mentoring-planner')).text, /planner, 2026\/27/);
  assert.equal((await asLeader.post(`${plan2026}/mentoring`, said)).status, 303);
  for (const role of ['head', 'senior-leader', 'mentor-co-ordinator', 'policy-maker']) {
    const page = await (await as(role)).get(plan2026);
    assert.equal(page.status, 200, role);
    assert.match(page.text, /People new to the school/);
    assert.match(page.text, /Autumn/);
    assert.match(page.text, /Mentoring for induction<\/strong>:\s*the plan says it/);
    assert.match(page.text, /Mentoring for challenge<\/strong>:\s*the plan does not say it yet/);
    assert.match(page.text, /CUREE/);
  }
});

test('the mentor co-ordinator writes the plan; teachers, governors and administrators do not come in', async () => {
  const { asLeader, as } = await scene();
  await asLeader.post(`${plan2026}/mentoring`, said);
  const co = await as('mentor-co-ordinator');
  assert.equal(
    (await co.post(`${plan2026}/co-coaching`, { version: 0, when_words: 'After the course' })).status,
    303,
  );
  for (const role of ['', 'governor', 'administrator', 'mentor']) {
    const browser = await as(role);
    assert.equal((await browser.get(plan2026)).status, 403, role);
    assert.equal((await browser.get(`${plan2026}/mentoring`)).status, 403, role);
    assert.equal((await browser.post(`${plan2026}/mentoring`, { ...said, version: 1 })).status, 403, role);
    assert.equal((await browser.post(`${plan2026}/copy`)).status, 403, role);
  }
});

test('of two who write at once neither loses: the second sees both, ticks and words', async () => {
  const { asLeader, as } = await scene();
  const head = await as('head');
  await asLeader.post(`${plan2026}/mentoring`, said);
  const late = await head.post(`${plan2026}/mentoring`, {
    version: 0,
    'purposes-challenge': 'yes',
    who_words: 'The head’s words',
  });
  assert.equal(late.status, 409);
  assert.match(late.text, /Each new colleague asks for somebody\./);
  assert.match(late.text, /The head’s words/);
  assert.match(late.text, /Mentoring for induction \(ticked in what was saved\)/);
  assert.equal(
    (await head.post(`${plan2026}/mentoring`, { version: 1, who_words: 'The head’s words' })).status,
    303,
  );
  const history = (await head.get(`${plan2026}/mentoring/history`)).text;
  assert.match(history, /2 versions/);
  assert.match(history, /Each new colleague asks for somebody\./);
});

test('what nobody offered is not taken in, and what is typed stays text', async () => {
  const { asLeader, site, school } = await scene();
  const long = 'ش'.repeat(3000);
  const answer = await asLeader.post(`${plan2026}/mentoring`, {
    version: 0,
    'purposes-hack': 'yes',
    'purposes-induction': ['a', 'b'],
    __proto__: 'x',
    purposes_words: '<script>alert(1)</script>',
    who_words: long,
  });
  assert.equal(answer.status, 303, answer.text);
  const { cells: stored } = await site.db
    .selectFrom('mentoring_plan_part')
    .select('cells')
    .where('owner_id', '=', school.id)
    .executeTakeFirstOrThrow();
  assert.deepEqual((stored as typeof noCells).purposes.ticked, ['induction']);
  const page = (await asLeader.get(plan2026)).text;
  assert.doesNotMatch(page, /<script>alert/);
  assert.ok(page.includes(long));
  assert.equal(
    (await asLeader.post(`${plan2026}/mentoring`, { version: 1, who_words: 'x'.repeat(4001) })).status,
    422,
  );
  for (const wrong of ['/school/mentoring-planner/26', `${plan2026}/coaching`, `${plan2026}/mentoring'--`])
    assert.equal((await asLeader.get(wrong)).status, 404, wrong);
});

test('a plan goes into the next year once, and what is said there already stays', async () => {
  const { asLeader } = await scene();
  assert.equal((await asLeader.post(`${plan2026}/copy`)).status, 422, 'there is nothing to copy');
  await asLeader.post(`${plan2026}/mentoring`, said);
  await asLeader.post('/school/mentoring-planner/2027/co-coaching', { version: 0, when_words: 'Kept' });
  assert.equal((await asLeader.post(`${plan2026}/copy`)).to, '/school/mentoring-planner/2027');
  await asLeader.post('/school/mentoring-planner/2027/mentoring', { version: 1, who_words: 'Changed' });
  await asLeader.post(`${plan2026}/copy`);
  const page = (await asLeader.get('/school/mentoring-planner/2027')).text;
  assert.match(page, /Kept/);
  assert.match(page, /Changed/);
  assert.doesNotMatch(page, /Each new colleague/);
});

test('what runs is shown in numbers of five or more, and mentoring for a challenge not at all', async () => {
  const { asLeader, site, school } = await scene();
  const someone = (await makePerson(site.db, school)).personId;
  const pairing = (kind: string, purpose: string | null) =>
    site.db
      .insertInto('pairing')
      .values({
        owner_id: school.id,
        id: newId(site.clock.now),
        circle_id: newId(site.clock.now),
        kind,
        purpose,
        rhythm: 'fortnightly',
        every_days: 14,
        minutes: 30,
        asked_by: someone,
        asked_at: site.clock.now,
        agreed_at: site.clock.now,
        with_manager: false,
        version: 1,
      })
      .execute();
  assert.match((await asLeader.get(plan2026)).text, /No pairs work together just now/);
  for (let i = 0; i < 7; i++) await pairing('mentoring', 'challenge');
  assert.match((await asLeader.get(plan2026)).text, /No pairs work together just now/);
  for (let i = 0; i < 6; i++) await pairing('mentoring', 'induction');
  for (let i = 0; i < 9; i++) await pairing('co-coaching', null);
  const shown = (await asLeader.get(plan2026)).text;
  const numbers = (page: string) =>
    [...page.slice(page.indexOf('Pairs at work today')).matchAll(/<td class="number"[^>]*>([^<]*)</g)].map(
      ([, n]) => n,
    );
  assert.deepEqual(numbers(shown), ['6', '0', '9']);
  for (let i = 0; i < 2; i++) await pairing('specialist-coaching', null);
  assert.deepEqual(
    numbers((await asLeader.get(plan2026)).text),
    ['too few to be shown', 'too few to be shown', '9'],
    'the two are hidden, and with them the next smallest',
  );
});

test('every core concept of the catalogue can be found in the ticks, or says that it cannot', () => {
  const known = new Set(catalogue().planning.conceptCells.map(({ id }) => id));
  assert.deepEqual(
    Object.keys(ways).filter((id) => !known.has(id)),
    [],
  );
  for (const relationship of relationships()) {
    const questions = questionsOf(relationship, schoolYear(2026, []));
    const all = { ...noCells };
    for (const cell of cells)
      all[cell] = {
        ticked: questions
          .filter((each) => each.cell === cell)
          .flatMap(({ choices }) => choices.map(({ id }) => id)),
        words: '',
      };
    for (const cell of cells) {
      const states = (from: typeof noCells) =>
        heldAgainst(relationship.id, cell, from).map(({ state }) => state);
      assert.ok(!states(all).includes('not-yet'), `${relationship.id} ${cell}: a tick is missing`);
      assert.ok(!states(noCells).includes('says'), `${relationship.id} ${cell}: nothing says it`);
    }
  }
});
