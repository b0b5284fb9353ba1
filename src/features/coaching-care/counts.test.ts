import assert from 'node:assert/strict';
import { test } from 'node:test';
import { careScene, heldOn } from './care.scene.ts';
import { leadersCounts } from './counts.ts';

const words = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const nothing = { pairings: 0, times: 0, protectedTimes: 0, inside: 0, outside: 0, cover: 0 };

test('a kind with fewer than five pairings is hidden with the next smallest, and no total gives it away', () => {
  const counts = leadersCounts(
    [
      { kind: 'mentoring', pairings: 9 },
      { kind: 'specialist-coaching', pairings: 6 },
      { kind: 'co-coaching', pairings: 2 },
    ],
    nothing,
  );
  assert.deepEqual(
    counts.kinds.map(({ pairings }) => pairings),
    [9, null, null],
  );
  assert.equal(counts.total, 17, 'the two that are hidden stay apart');
  const few = leadersCounts([{ kind: 'mentoring', pairings: 4 }], nothing);
  assert.deepEqual(
    few.kinds.map(({ pairings }) => pairings),
    [null, 0, 0],
  );
  assert.equal(few.total, null);
  assert.equal(few.held, null, 'fewer than five met');
});

test('a head reads numbers of five and more and no name, and never what mentoring is for', async () => {
  const { site, school, head, pair } = await careScene();
  for (let n = 0; n < 6; n++) {
    const one = await pair({
      kind: 'mentoring',
      purpose: n < 5 ? 'challenge' : 'progression',
      names: [`Learner ${n}`, `Mentor ${n}`],
    });
    await heldOn(site.db, school, one.pairingId, one.supporter, '2026-10-14', {
      inDay: true,
      isProtected: n < 3,
    });
  }
  const page = words((await head.get('/school/coaching/counts')).text);
  assert.match(page, /Mentoring 6/);
  assert.match(page, /Looked after by Elin Hughes/);
  assert.match(page, /In the school day about 6 h/);
  assert.match(page, /Times protected about 5 in 10/);
  assert.doesNotMatch(page, /Learner \d|Mentor \d|challenge/i);
  for (const path of [
    '',
    '/pairings.csv',
    '/coaches',
    '/hours',
    '/attributes',
    '/trend',
    '/settings',
    '/propose',
  ])
    assert.equal((await head.get(`/school/coaching${path}`)).status, 403, path);
});

test('what was held this month is not counted yet, so that figures of two days tell of no single time', async () => {
  const { site, school, head, pair } = await careScene();
  for (let n = 0; n < 6; n++) {
    const one = await pair({ names: [`Learner ${n}`, `Coach ${n}`] });
    await heldOn(site.db, school, one.pairingId, one.supporter, '2026-11-10');
  }
  const page = words((await head.get('/school/coaching/counts?from=2026-11-09&until=2026-11-10')).text);
  assert.match(page, /Fewer than five pairings met/);
});

test('where nobody looks after it, the page says how to name somebody', async () => {
  const { site, school, elinHerself, person } = await careScene();
  await site.db
    .updateTable('appointment')
    .set({ ended_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('person_id', '=', elinHerself.personId)
    .execute();
  const leader = await site.as(await person('Carys Morgan', 'cpd-leader'));
  const page = words((await leader.get('/school/coaching/counts')).text);
  assert.match(page, /Nobody looks after mentoring and coaching yet/);
  assert.match(page, /choose the mentor co-ordinator/);
});
