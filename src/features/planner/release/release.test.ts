import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertItem } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { makeSchool } from '#test/factories.ts';
import { releasedPolicy } from '../planner.policy.ts';
import { audit2026, lineOf, plan2026, scene } from '../planner.scene.ts';

const shared = '/school/shared-plans';
const part = { version: 0, 'purposes-induction': 'yes', who_words: 'New colleagues' };

/** A plan and an audit of the school, both released to the trust, whose policy maker reads. */
async function released() {
  const all = await scene();
  await all.asLeader.post(`${plan2026}/mentoring`, part);
  await lineOf(all.asLeader);
  for (const path of [plan2026, audit2026])
    assert.equal((await all.asLeader.post(`${path}/release`, { to: all.trust.id })).status, 303, path);
  await all.deliver();
  const maker = await all.as('policy-maker', all.trust);
  return { ...all, maker };
}

test('a policy maker reads what a school released, as it stood that day, and nothing written afterwards', async () => {
  const { asLeader, maker } = await released();
  await asLeader.post(`${plan2026}/mentoring`, { ...part, version: 1, who_words: 'Later words' });
  const page = await maker.get(shared);
  assert.match(page.text, /Ysgol Bryn Coch/);
  assert.match(page.text, /New colleagues/);
  assert.doesNotMatch(page.text, /Later words/);
  const cycles = (await maker.get(`${shared}?tool=audit`)).text;
  assert.match(cycles, /Courses come with a partner: We ask what people need first\./);
  assert.match(cycles, /<svg/);
  const one = /href="(\/school\/shared-plans\/[0-9a-f-]{36})"/.exec(page.text)![1]!;
  assert.match((await maker.get(one)).text, /Mentoring and coaching at Ysgol Bryn Coch/);
  assert.equal((await maker.get(plan2026)).status, 200, 'their own organisation’s plan, which is empty');
  assert.doesNotMatch((await maker.get(plan2026)).text, /New colleagues/);
  assert.equal((await asLeader.get(one)).status, 404, 'the copy is the trust’s');
  assert.match((await asLeader.get(plan2026)).text, /The Valley Trust: as it stood on/);
});

test('nothing crosses before the message arrives, told twice comes to one copy, and taking back empties it', async () => {
  const { asLeader, maker, trust, school, site, deliver } = await released();
  const count = async () =>
    (
      await site.db
        .selectFrom('released_copy')
        .select(['body', 'ended_at'])
        .where('owner_id', '=', trust.id)
        .where('tool', '=', 'plan')
        .execute()
    ).map(({ body, ended_at }) => [ended_at === null, JSON.stringify(body) === '{}']);
  // The outbox tells everything once more, as it would when the server stopped between doing and marking.
  await site.db
    .updateTable('outbox')
    .set({ done_at: null })
    .where('owner_id', '=', school.id)
    .where('kind', '=', 'planner.released')
    .execute();
  await deliver();
  assert.deepEqual(await count(), [[true, false]]);
  await asLeader.post(`${plan2026}/release`, { to: trust.id });
  assert.deepEqual(await count(), [[true, false]], 'not before it is delivered');
  await deliver();
  assert.deepEqual((await count()).toSorted(), [
    [false, true],
    [true, false],
  ]);
  const release = /name="release" value="([0-9a-f-]+)"/.exec((await asLeader.get(plan2026)).text)![1]!;
  assert.equal((await asLeader.post(`${plan2026}/take-back`, { release })).status, 303);
  await deliver();
  assert.deepEqual(await count(), [
    [false, true],
    [false, true],
  ]);
  assert.match((await maker.get(shared)).text, /No school has released anything/);
  assert.equal((await asLeader.post(`${plan2026}/take-back`, { release })).status, 404);
});

test('a plan is released by those who lead, to those above, and only when there is something in it', async () => {
  const { asLeader, as, trust, site } = await scene();
  assert.equal((await asLeader.post(`${plan2026}/release`, { to: trust.id })).status, 422, 'nothing in it');
  await asLeader.post(`${plan2026}/mentoring`, part);
  const elsewhere = await makeSchool(site.db, 'Hill Lane');
  assert.equal((await asLeader.post(`${plan2026}/release`, { to: elsewhere.id })).status, 422);
  assert.equal(
    (await (await as('mentor-co-ordinator')).post(`${plan2026}/release`, { to: trust.id })).status,
    403,
  );
  assert.equal((await asLeader.post(`${plan2026}/release`, {})).status, 422);
});

test('a school that stands alone is offered nobody to release to', async () => {
  const { as, site } = await scene();
  const alone = await makeSchool(site.db, 'Hill Lane');
  const page = (await (await as('cpd-leader', alone)).get(plan2026)).text;
  assert.doesNotMatch(page, /Read above the school/);
});

test('teachers of the trust, and leaders of other schools, see nothing of it', async () => {
  const { as, trust, site, under } = await released();
  for (const role of ['', 'administrator', 'governor', 'mentor-co-ordinator'])
    assert.equal((await (await as(role, trust)).get(shared)).status, 403, role);
  const sister = await makeSchool(site.db, 'Hill Lane');
  await under(trust.id, sister.id);
  assert.doesNotMatch((await (await as('head', sister)).get(shared)).text, /Bryn Coch/);
});

test('five hundred schools are found by name, by year and by what they say nothing of, page by page', async () => {
  const { site, trust, as } = await scene();
  const at = site.clock.now;
  const schools = Array.from({ length: 500 }, (_, n) => {
    const name = `School ${String(n).padStart(3, '0')} Ñandú`;
    const id = newId(at);
    return { id, name, row: { id, kind: 'school', parent_id: trust.id, path: `/${trust.id}/${id}/`, name } };
  });
  await site.db
    .insertInto('organisation')
    .values(
      schools.map(({ row, name }) => ({
        ...row,
        sort_name: comparable(name),
        time_zone: 'Europe/London',
        locale: 'en-GB',
        currency: 'GBP',
        created_at: at,
      })),
    )
    .execute();
  for (const [index, { id }] of schools.entries()) {
    const copy = await insertItem(
      site.db,
      { ownerId: trust.id, policy: releasedPolicy, authorId: newId(at) },
      at,
    );
    await site.db
      .insertInto('released_copy')
      .values({
        owner_id: trust.id,
        id: copy,
        school_id: id,
        tool: 'plan',
        year: 2026 - (index % 2),
        body: JSON.stringify({ parts: [] }),
        gaps: index % 10 === 0 ? ['mentoring'] : [],
        released_at: at,
      })
      .execute();
  }
  const maker = await as('policy-maker', trust);
  const before = site.queries.length;
  const first = await maker.get(shared);
  assert.ok(site.queries.length - before <= 4, 'at most four questions of the database');
  assert.match(first.text, /250 schools/);
  assert.match(first.text, /School 000 Ñandú[\s\S]*School 002 Ñandú/);
  assert.doesNotMatch(first.text, /School 001/);
  assert.match(first.text, /Page 1 of 13/);
  assert.match((await maker.get(`${shared}?page=13`)).text, /School 498/);
  assert.match((await maker.get(`${shared}?year=2025`)).text, /School 001/);
  assert.match((await maker.get(`${shared}?gap=mentoring`)).text, /50 schools/);
  assert.match((await maker.get(`${shared}?name=042+nandu`)).text, /1 school\b[\s\S]*School 042/);
  for (const odd of [
    "?name=%25_'",
    '?year=20x6',
    '?gap=x',
    '?tool=none',
    '?page=-4',
    `?name=${'x'.repeat(5000)}`,
  ])
    assert.equal((await maker.get(shared + odd)).status, 200, odd);
});
