import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { groupScene } from './groups.scene.ts';

describe('what a group gives to the school', () => {
  test('two who write the same part of a report both keep their words', async () => {
    const { as, here } = await groupScene();
    const [ann, tomos] = [await as('ann'), await as('tomos')];
    const part = `${here}/cycles/1/report/learning`;
    await ann.post(part, { text: 'Pupils drew before they counted.', version: '0' });
    const late = await tomos.post(part, { text: 'They asked each other.', version: '0' });
    assert.equal(late.status, 409);
    assert.match(late.text, /Pupils drew before they counted\./);
    assert.match(late.text, /They asked each other\./);
  });

  test('a report is the group’s until it gives it; then staff read it and it does not change', async () => {
    const { as, here } = await groupScene();
    const ann = await as('ann');
    assert.equal((await ann.post(`${here}/cycles/1/release`)).status, 422);
    await ann.post(`${here}/cycles/1/report/learning`, { text: 'Drawing came first.', version: '0' });
    assert.equal((await (await as('beth')).get(`${here}/cycles/1/report`)).status, 403);
    assert.equal((await (await as('carys')).get(`${here}/cycles/1/report`)).status, 403);
    await ann.post(`${here}/cycles/1/release`);
    assert.match((await (await as('beth')).get(`${here}/cycles/1/report`)).text, /Drawing came first\./);
    assert.equal(
      (await ann.post(`${here}/cycles/1/report/learning`, { text: 'No.', version: '1' })).status,
      403,
    );
    await (await as('tomos')).post(`${here}/cycles/1/take-back`);
    assert.equal((await (await as('beth')).get(`${here}/cycles/1/report`)).status, 403);
  });

  test('staff read a report that a group which keeps to itself gave, and nothing else of it', async () => {
    const { as, here } = await groupScene();
    const ann = await as('ann');
    await ann.post(`${here}/settings`, { title: 'Fractions in Year 4', joining: 'invited', version: '1' });
    await ann.post(`${here}/cycles/1/report/learning`, { text: 'Drawing came first.', version: '0' });
    await ann.post(`${here}/cycles/1/release`);
    const beth = await as('beth');
    const report = await beth.get(`${here}/cycles/1/report`);
    assert.match(report.text, /Drawing came first\./);
    assert.doesNotMatch(report.text, new RegExp(`href="${here}["/]`));
    assert.equal((await beth.get(here)).status, 403);
  });

  test('a report is given once, also when two press at once, and is taken back from a closed group too', async () => {
    const { as, here, site, school } = await groupScene();
    const [ann, tomos] = [await as('ann'), await as('tomos')];
    await ann.post(`${here}/cycles/1/report/learning`, { text: 'Drawing came first.', version: '0' });
    const answers = await Promise.all([
      ann.post(`${here}/cycles/1/release`),
      tomos.post(`${here}/cycles/1/release`),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [303, 422],
    );
    const events = await site.db
      .selectFrom('event')
      .select('kind')
      .where('owner_id', '=', school.id)
      .where('kind', '=', 'cycle-report.released')
      .execute();
    assert.equal(events.length, 1);
    await ann.post(`${here}/close`);
    assert.match((await ann.get(`${here}/cycles/1/report`)).text, /Take it back from the school/);
    assert.equal((await ann.post(`${here}/cycles/1/take-back`)).status, 303);
    assert.equal((await (await as('beth')).get(`${here}/cycles/1/report`)).status, 403);
  });

  test('what one began to write in a report, a question or a theme is there again', async () => {
    const { as, here, db, school } = await groupScene();
    const [ann, carys] = [await as('ann'), await as('carys')];
    const cycle = await db
      .selectFrom('group_cycle')
      .select('id')
      .where('owner_id', '=', school.id)
      .executeTakeFirstOrThrow();
    const keep = (by: typeof ann, key: string, fields: Record<string, string>) =>
      by.post('/drafts/keep', { draft_key: key, ...fields });
    await keep(ann, `cycle-report:${cycle.id}:learning`, { text: 'Half a sentence about', version: '0' });
    await keep(ann, `cycle-question:${cycle.id}`, { question: 'Or is it the words?', version: '1' });
    await keep(carys, 'yearly-theme:lesson-study', { title: 'How pupils', about: '', version: '0' });
    assert.match((await ann.get(`${here}/cycles/1/report`)).text, /Half a sentence about/);
    assert.doesNotMatch((await (await as('tomos')).get(`${here}/cycles/1/report`)).text, /Half a sentence/);
    assert.match((await ann.get(`${here}/cycles`)).text, /Or is it the words\?/);
    assert.match((await carys.get('/groups/year/lesson-study')).text, /value="How pupils"/);
  });

  test('the theme of the year is set by those who lead learning, over the version they saw', async () => {
    const { as } = await groupScene();
    const carys = await as('carys');
    const set = (title: string, version: string) =>
      carys.post('/groups/year/lesson-study', { title, about: '', version });
    assert.equal((await set('How pupils explain', '0')).status, 303);
    assert.equal((await set('How pupils draw', '1')).status, 303);
    assert.equal((await set('How pupils sing', '1')).status, 409);
    const page = await (await as('beth')).get('/groups/year/lesson-study');
    assert.match(page.text, /How pupils draw/);
    assert.match(page.text, /Fractions in Year 4: /);
    assert.equal(
      (await (await as('beth')).post('/groups/year/lesson-study', { title: 'Mine', version: '2' })).status,
      403,
    );
    assert.equal((await (await as('beth')).get('/groups/year/journal-club')).status, 404);
  });
});
