import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { joinCircle } from '#platform/access/circles.ts';
import { groupScene } from './groups.scene.ts';

describe('a group', () => {
  test('shows where we are, what is next and what waits to be called done; done moves it on', async () => {
    const { as, here, site, school } = await groupScene();
    site.clock.set('2026-11-26T16:00:00Z');
    const ann = await as('ann');
    const before = await ann.get(here);
    assert.match(before.text, /aria-current="step"/);
    assert.match(before.text, /Waiting/);
    const answer = await ann.post(`${here}/steps/1/done`);
    assert.equal(answer.status, 303);
    const step = await site.db
      .selectFrom('programme_step')
      .select('done_at')
      .where('owner_id', '=', school.id)
      .where('number', '=', 1)
      .executeTakeFirstOrThrow();
    assert.ok(step.done_at);
    await ann.post(`${here}/steps/1/not-done`);
    assert.equal((await ann.get(here)).status, 200);
  });

  test('its question is for those in it; its outline for whoever may see that it runs', async () => {
    const { as, here } = await groupScene();
    for (const name of ['ann', 'tomos', 'cai'] as const)
      assert.match((await (await as(name)).get(here)).text, /Who gives up on thirds\?/, name);
    for (const name of ['beth', 'carys'] as const) {
      const page = await (await as(name)).get(here);
      assert.equal(page.status, 200);
      assert.doesNotMatch(page.text, /Who gives up on thirds\?/, name);
      assert.doesNotMatch(page.text, /Our rhythm/, name);
    }
  });

  test('a group that keeps to itself is closed to colleagues, and its outline open to those who lead learning', async () => {
    const { as, here } = await groupScene();
    const ann = await as('ann');
    const saved = await ann.post(`${here}/settings`, {
      title: 'Fractions in Year 4',
      joining: 'invited',
      version: '1',
    });
    assert.equal(saved.status, 303, saved.text);
    assert.equal((await (await as('beth')).get(here)).status, 403);
    assert.equal((await (await as('carys')).get(here)).status, 200);
    assert.doesNotMatch((await (await as('beth')).get('/groups?show=running')).text, /Fractions in Year 4/);
  });

  test('nobody puts people into it or changes its steps from outside, whatever their role', async () => {
    const { as, group } = await groupScene();
    const carys = await as('carys');
    assert.equal((await carys.get(`/programmes/${group.slug}/design`)).status, 403);
    const answer = await carys.post(`/programmes/${group.slug}/people/enrol`, {
      part: 'specialist',
      people: [],
    });
    assert.equal(answer.status, 403);
    const ann = await as('ann');
    assert.equal(
      (await ann.post(`/programmes/${group.slug}/people/enrol`, { part: 'sponsor', people: [] })).status,
      403,
    );
    assert.equal((await ann.get(`/programmes/${group.slug}/design`)).status, 200);
  });

  test('a meeting is not called done before its day; what is done can be taken back on its own page', async () => {
    const { as, here, site, group, school } = await groupScene();
    const ann = await as('ann');
    const meeting = await site.db
      .selectFrom('programme_step')
      .select(['number', 'on_date'])
      .where('owner_id', '=', school.id)
      .where('kind', '=', 'meeting')
      .orderBy('on_date')
      .executeTakeFirstOrThrow();
    const early = await ann.post(`${here}/steps/${meeting.number}/done`);
    assert.equal(early.status, 422);
    assert.match(early.text, /move it to that day first/);
    site.clock.set(`${meeting.on_date}T16:00:00Z`);
    const that = await as('ann');
    const page = `/programmes/${group.slug}/steps/${meeting.number}`;
    assert.match((await that.get(page)).text, /This step is done/);
    await that.post(`${here}/steps/${meeting.number}/done`);
    assert.match((await that.get(page)).text, /It is not done after all/);
  });

  test('what waits in it is not shown outside it', async () => {
    const { as, here, site } = await groupScene();
    site.clock.set('2026-12-10T16:00:00Z');
    assert.match((await (await as('ann')).get(here)).text, /0 of \d+ steps done/);
    for (const name of ['beth', 'carys'] as const) {
      const { text } = await (await as(name)).get(here);
      assert.doesNotMatch(text, /steps done|Waiting/, name);
      assert.doesNotMatch(text, /18 November/, name);
    }
  });

  test('what is for groups does nothing to a programme that is led, and what is for those nothing to a group', async () => {
    const { as, db, school, here, people, site } = await groupScene();
    const carys = await as('carys');
    await carys.post('/programmes/new', {
      template: 'whole-school-coaching',
      title: 'Coaching for all',
      starts_on: '2026-11-23',
      terms: '1',
      aim: 'transform',
      change_kind: 'additive',
    });
    const led = await db
      .selectFrom('programme')
      .select(['id', 'slug'])
      .where('owner_id', '=', school.id)
      .where('sort', '=', 'programme')
      .executeTakeFirstOrThrow();
    const circle = { ownerId: school.id, circleId: led.id, part: 'participant' };
    await joinCircle(db, circle, [people.carys.personId, people.ann.personId], site.clock.now);
    for (const [below, fields] of [
      ['steps/1/done', {}],
      ['steps/1/not-done', {}],
      ['settings', { title: 'Open', joining: 'open', seen: 'yes', version: '1' }],
      ['close', {}],
      ['reopen', {}],
      ['cycles', { question: '', starts_on: '2027-01-11', after: '1' }],
      ['cycles/1/question', { question: 'Mine?', version: '1' }],
      ['cycles/1/undo', {}],
      ['version', { to: '1' }],
      ['cycles/1/report/learning', { text: 'x', version: '0' }],
      ['cycles/1/release', {}],
    ] as const)
      assert.equal((await carys.post(`/groups/${led.slug}/${below}`, fields)).status, 404, below);
    const ann = await as('ann');
    const ofGroup = here.replace('/groups/', '/programmes/');
    for (const below of ['design/about', 'design/questions', 'check', 'publish', 'copy'])
      assert.equal((await ann.get(`${ofGroup}/${below}`)).status, 404, below);
    for (const [below, fields] of [
      ['publish', {}],
      ['withdraw', {}],
      ['close', {}],
      ['reopen', {}],
      ['copy', { title: 'Mine', starts_on: '2026-11-23' }],
    ] as const)
      assert.equal((await ann.post(`${ofGroup}/${below}`, fields)).status, 404, below);
    assert.equal((await ann.get(here)).status, 200);
  });

  test('a closed group can be read and not written', async () => {
    const { as, here } = await groupScene();
    const ann = await as('ann');
    await ann.post(`${here}/close`);
    assert.equal((await ann.get(here)).status, 200);
    assert.equal((await ann.post(`${here}/steps/1/done`)).status, 403);
    assert.equal(
      (await ann.post(`${here}/cycles`, { question: '', starts_on: '2027-01-11', after: '1' })).status,
      403,
    );
    await ann.post(`${here}/reopen`);
    assert.equal((await ann.post(`${here}/steps/1/done`)).status, 303);
  });

  test('hours of everything one takes part in are added up for oneself', async () => {
    const { as } = await groupScene();
    const hours = await (await as('tomos')).get('/groups/hours');
    assert.match(hours.text, /Autumn/);
    assert.match(hours.text, /Fractions in Year 4/);
    assert.match((await (await as('beth')).get('/groups/hours')).text, /Nothing is asked of you/);
  });
});
