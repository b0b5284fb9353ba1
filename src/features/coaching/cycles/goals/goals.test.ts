import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { makeManager } from '#test/factories.ts';
import { pairScene } from '../../coaching.scene.ts';
import { added, begun, goalTexts } from '../cycles.scene.ts';
import { takeAwayGoals } from './goal-in-words.ts';

test('a learner writes a goal of their own, and the coach reads it where it is shared', async () => {
  const all = await pairScene();
  const { ann, tomos, here } = all;
  const form = await ann.get(`${here}/goals/new`);
  assert.match(form.text, /value="pairing"[^>]*checked/, 'among colleagues the pairing is chosen beforehand');
  const goal = await begun(all, ann);
  assert.match((await ann.get(goal)).text, /The back table in Year 5/);
  assert.match((await tomos.get(goal)).text, /Ann Puw: I wait after a question/);
  assert.equal((await tomos.get(`${goal}/edit`)).status, 403);
  const home = await tomos.get(here);
  assert.match(home.text, /I wait after a question/);
});

test('an unshared goal is read by nobody else, on no page', async () => {
  const all = await pairScene();
  const goal = await begun(all, all.ann, { readers: 'me', goal: 'I ask fewer questions' });
  assert.equal((await all.tomos.get(goal)).status, 403);
  assert.doesNotMatch((await all.tomos.get(all.here)).text, /fewer questions/);
  assert.match((await all.ann.get(all.here)).text, /fewer questions/);
  await all.ann.post(`${goal}/share`, { readers: 'pairing' });
  assert.equal((await all.tomos.get(goal)).status, 200);
  await all.ann.post(`${goal}/share`, { readers: 'me' });
  assert.equal((await all.tomos.get(goal)).status, 403);
});

test('with a guest in the pairing, or a manager, nothing is shared unless the learner says so', async () => {
  for (const pair of [{ supporter: 'guest' as const }, { withManager: true }]) {
    const all = await pairScene(pair);
    const { text } = await all.ann.get(`${all.here}/goals/new`);
    assert.match(text, /value="me"[^>]*checked/);
    const goal = await begun(all, all.ann, { readers: 'me' });
    assert.equal((await all.tomos.get(goal)).status, 403);
    const second = await begun(all, all.ann);
    assert.equal((await all.tomos.get(second)).status, 200);
  }
});

test('each co-coach has a goal of their own', async () => {
  const all = await pairScene({ kind: 'co-coaching' });
  const [anns, toms] = [
    await begun(all, all.ann),
    await begun(all, all.tomos, { goal: 'I explain with one picture', readers: 'me' }),
  ];
  assert.equal((await all.ann.get(toms)).status, 403);
  assert.equal((await all.tomos.get(anns)).status, 200);
  assert.equal((await all.tomos.post(`${anns}/end`)).status, 403);
});

test('a coach has no goal to write: it is the learner’s', async () => {
  const all = await pairScene();
  assert.equal((await all.tomos.get(`${all.here}/goals/new`)).status, 403);
  assert.equal((await all.tomos.post(`${all.here}/goals/new`, goalTexts())).status, 403);
});

test('a broad goal is saved as it is, and its author is asked about it with the source', async () => {
  const all = await pairScene();
  const broad = { goal: 'Improve my teaching and raise standards', pupils: '', looks: '' };
  const goal = await begun(all, all.ann, broad);
  const { text } = await all.ann.get(goal);
  assert.match(text, /is it narrow enough to see/);
  assert.match(text, /Source:[^<]*Allen/);
  assert.doesNotMatch((await all.tomos.get(goal)).text, /narrow enough/, 'it is for its author');
  const narrow = await begun(all, all.ann, { goal: 'I use a gesture on Monday' });
  assert.match((await all.ann.get(narrow)).text, /is it wide enough to matter/);
  const clear = await begun(all, all.ann);
  assert.doesNotMatch((await all.ann.get(clear)).text, /A second look/);
});

test('advice stands beside the form too, for what was typed', async () => {
  const all = await pairScene();
  const { readers: _readers, ...unsent } = goalTexts({ goal: 'Better behaviour', looks: '' });
  const back = await all.ann.post(`${all.here}/goals/new`, unsent);
  assert.equal(back.status, 422);
  assert.match(back.text, /Its words take in a whole field/);
  assert.match(back.text, /Better behaviour/);
});

test('two tabs saving a goal: both texts are shown, and the earlier text is kept', async () => {
  const all = await pairScene();
  const goal = await begun(all, all.ann);
  const { readers: _readers, ...texts } = goalTexts();
  const save = (words: string) => all.ann.post(`${goal}/edit`, { ...texts, goal: words, version: '1' });
  assert.equal((await save('First tab')).status, 303);
  const second = await save('Second tab');
  assert.equal(second.status, 409);
  assert.match(second.text, /Second tab[^]*First tab/);
  const history = await all.ann.get(`${goal}/history`);
  assert.match(history.text, /First tab[^]*I wait after a question/);
  assert.equal((await all.tomos.get(`${goal}/history`)).status, 403);
});

test('what came of it ends a cycle, and the next one begins with its words beside it', async () => {
  const all = await pairScene();
  const { ann, here } = all;
  const goal = await begun(all, ann);
  assert.equal((await ann.post(`${goal}/finish`, { came_of_it: '', version: '1' })).status, 422);
  const ended = await ann.post(`${goal}/finish`, { came_of_it: 'Five of six write now', version: '1' });
  assert.equal(ended.status, 303);
  const next = await ann.get(`${here}/goals/new`);
  assert.match(next.text, /Last time[^]*Five of six write now/);
  assert.match(next.text, /What I do differently after last time/);
  const second = await begun(all, ann, { adjusts: 'I wait even longer' });
  assert.match((await ann.get(second)).text, /Cycle 2/);
  assert.match((await ann.get(here)).text, /Cycles that ended/);
  assert.equal((await ann.post(`${goal}/steps/new`, { words: 'x', where: 'y' })).status, 422, 'it has ended');
  await ann.post(`${goal}/reopen`);
  await added(ann, goal);
});

test('a goal that was taken away is opened by its author alone, and can be brought back', async () => {
  const all = await pairScene();
  const goal = await begun(all, all.ann);
  await all.ann.post(`${goal}/end`);
  assert.equal((await all.tomos.get(goal)).status, 404);
  assert.doesNotMatch((await all.ann.get(all.here)).text, /I wait after a question/);
  assert.match((await all.ann.get(goal)).text, /Bring it back/);
  await all.ann.post(`${goal}/bring-back`);
  assert.equal((await all.tomos.get(goal)).status, 200);
});

test('into appraisal crosses the wording that its owner sent, and nothing else', async () => {
  const all = await pairScene();
  const goal = await begun(all, all.ann);
  await added(all.ann, goal);
  assert.equal((await all.tomos.get(`${goal}/to-appraisal`)).status, 403);
  const form = await all.ann.get(`${goal}/to-appraisal`);
  assert.match(form.text, /<textarea[^>]*name="wording"[^>]*>\s*I wait after a question/);
  const copied = await all.ann.post(`${goal}/to-appraisal`, { wording: 'I wait longer after questions' });
  assert.equal(copied.status, 303);
  const { rows } = await sql<{ target: string; told: string }>`
    select row_to_json(g)::text as target,
      (select coalesce(json_agg(e.body), '[]'::json)::text from event e
        where e.owner_id = ${all.school.id} and e.item_id = g.id) as told
    from appraisal_target g where g.owner_id = ${all.school.id}`.execute(all.site.db);
  assert.equal(rows.length, 1);
  const crossed = `${rows[0]!.target} ${rows[0]!.told}`;
  assert.match(crossed, /I wait longer after questions/);
  for (const stays of ['back table', 'before anybody speaks', 'I count to five', goal.split('/').at(-1)!])
    assert.doesNotMatch(crossed, new RegExp(stays));
});

test('before a wording crosses one reads who will read it, and the same words cross once a year', async () => {
  const all = await pairScene();
  const goal = await begun(all, all.ann);
  assert.match((await all.ann.get(`${goal}/to-appraisal`)).text, /nobody else reads it yet/);
  await makeManager(all.site.db, all.school, all.people.huw, all.people.ann);
  assert.match(
    (await all.ann.get(`${goal}/to-appraisal`)).text,
    /Huw Parry, your line manager, reads it as soon as it is saved/,
  );
  const copy = (wording: string) => all.ann.post(`${goal}/to-appraisal`, { wording });
  const first = await copy('I wait longer');
  const second = await copy('I wait longer ');
  assert.equal(second.status, 422);
  assert.match(second.text, /You have a target with these words for 2026\/27 already/);
  assert.match(second.text, new RegExp(`href="${first.to}"`));
  assert.equal((await copy('I wait even longer')).status, 303);
  await all.ann.post(`${first.to}/end`);
  assert.equal(
    (await copy('I wait longer')).status,
    303,
    'one that was taken away does not stand in the way',
  );
});

test('an archive holds one’s own goals and steps, and says what stays', async () => {
  const all = await pairScene({ kind: 'co-coaching' });
  const goal = await begun(all, all.ann);
  await added(all.ann, goal);
  await begun(all, all.tomos, { goal: 'I explain with one picture' });
  const mine = await takeAwayGoals(all.site.db, all.people.ann.personId);
  assert.match(JSON.stringify(mine), /I count to five/);
  assert.doesNotMatch(JSON.stringify(mine), /one picture/);
  assert.match(mine[0]!.stays, /conversations/);
});

test('what is shared of one’s goals can be taken back in Me', async () => {
  const all = await pairScene();
  const goal = await begun(all, all.ann);
  assert.match((await all.ann.get('/me/shared')).text, /I wait after a question/);
  const stopped = await all.ann.post('/me/shared/stop', {
    owner: all.people.ann.personId,
    item: goal.split('/').at(-1)!,
    kind: 'coaching-cycle',
  });
  assert.equal(stopped.status, 303, stopped.text);
  assert.equal((await all.tomos.get(goal)).status, 403);
});
