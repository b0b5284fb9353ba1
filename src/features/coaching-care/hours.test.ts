import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factOf } from './attributes.page.ts';
import { careScene, heldOn } from './care.scene.ts';
import { costOf } from './hours.page.ts';

const words = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test('cost is the time of everybody and of cover, and is not known while one of the two is not', () => {
  const costs = { currency: 'GBP', hourCost: 40, coverCost: 30 };
  assert.equal(costOf({ ofAll: 120, cover: 60 }, costs), 110);
  assert.equal(costOf({ ofAll: 120, cover: 60 }, { ...costs, coverCost: null }), null);
  assert.equal(costOf({ ofAll: 120, cover: 0 }, { ...costs, coverCost: null }), 80);
  assert.equal(costOf({ ofAll: 120, cover: 0 }, { ...costs, hourCost: null }), null);
});

test('hours are counted by kind and in money, as the settings say, and a co-ordinator who saved meanwhile is not lost', async () => {
  const { site, school, elin, person, pair } = await careScene();
  const one = await pair();
  await heldOn(site.db, school, one.pairingId, one.supporter, '2026-11-04', {
    inDay: true,
    isProtected: true,
    cover: 60,
  });
  await heldOn(site.db, school, one.pairingId, one.supporter, '2026-11-11', { minutes: 30 });
  const settings = {
    contact: 'The union',
    pulse_weeks: '6',
    hour_cost: '40',
    cover_cost: '30',
    version: '0',
  };
  const other = await site.as(await person('Second', 'mentor-co-ordinator'));
  assert.equal((await elin.post('/school/coaching/settings', settings)).status, 303);
  const stale = await other.post('/school/coaching/settings', { ...settings, contact: 'Nobody' });
  assert.equal(stale.status, 409);
  assert.match(stale.text, /The union/);
  const page = words((await elin.get('/school/coaching/hours')).text);
  // Ninety minutes of two people are three hours at £40, and an hour of cover is £30.
  assert.match(page, /Specialist coaching 1 2 1 of 2 1 h 30 min 3 h 1 h £150/);
  const before = words((await elin.get('/school/coaching/hours?from=2026-10-01&until=2026-10-31')).text);
  assert.match(before, /Nothing was held in these days/);
});

test('five facts are worked out from when people met, and say what they do not tell', async () => {
  const { site, school, elin, pair } = await careScene();
  const one = await pair();
  for (const [on, own] of [
    ['2026-10-07', true],
    ['2026-10-21', true],
    ['2026-11-18', false],
  ] as const)
    await heldOn(site.db, school, one.pairingId, one.supporter, on, { own, practised: own });
  const page = words((await elin.get('/school/coaching/attributes')).text);
  assert.match(page, /Times between two people: 3 of 3 \(100%\)/);
  assert.match(page, /Within fourteen days: 1 of 2 \(50%\)/);
  assert.match(page, /within 21 days of the one before/, 'the middle of 14 and 28');
  assert.match(page, /went on for 6 weeks or more/);
  assert.match(page, /own lesson, plans or pupils: 2 of 3 \(67%\)/);
  assert.match(page, /a step was practised: 2 of 3 \(67%\)/);
  assert.match(page, /It does not tell whether the practice was deliberate/);
  assert.match(page, /Source: Kraft/);
});

test('nothing is divided by nothing', () => {
  const none = {
    kind: null,
    pairings: 1,
    ofTwo: 1,
    times: 1,
    timesOfTwo: 1,
    steps: 0,
    withinFortnight: 0,
    medianDays: null,
    medianWeeks: null,
    ownLesson: 0,
    practised: 0,
  };
  assert.match(factOf('intensive', none), /Nobody met twice/);
  assert.match(factOf('sustained', none), /Nobody met more than once/);
  assert.match(factOf('focused', none), /0 of 1/);
});
