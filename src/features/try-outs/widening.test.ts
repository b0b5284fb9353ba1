import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, daysBetween, holds, isWeekend } from '#platform/calendar/dates.ts';
import { seeded } from '#test/random.ts';
import { type How, hows, intervals, lookDay, nextLook } from './widening.ts';

/** Properties that hold of every run of answers, whoever gives them. */

const terms = [
  { startsOn: '2026-09-01', endsOn: '2026-12-18' },
  { startsOn: '2027-01-04', endsOn: '2027-03-26' },
  { startsOn: '2027-04-12', endsOn: '2027-07-23' },
];
const closures = [
  { startsOn: '2026-10-26', endsOn: '2026-10-30' },
  { startsOn: '2027-02-15', endsOn: '2027-02-19' },
  { startsOn: '2027-05-03', endsOn: '2027-05-03' },
  { startsOn: '2027-05-31', endsOn: '2027-06-04' },
];

const rungs = [...intervals, 140, 182, 364];

test('by itself never comes sooner, and what went by itself before comes later still', () => {
  for (const after of rungs)
    for (const replaces of [true, false]) {
      const next = nextLook(after, 'by-itself', replaces);
      if (next) assert.ok(next.afterDays > after || after === 364, `${after} → ${next.afterDays}`);
      else assert.ok(!replaces && after >= 98, `${after} has settled`);
    }
});

test('forgotten never comes later, and what slipped back begins again within a week', () => {
  for (const after of rungs)
    for (const replaces of [true, false]) {
      assert.deepEqual(nextLook(after, 'slipped-back', replaces), { afterDays: 7, relapse: false });
      const forgot = nextLook(after, 'forgot', replaces)!;
      assert.ok(forgot.afterDays < after || after === 7);
    }
});

test('whoever has to think of it is never told that it has settled', () => {
  for (const after of rungs)
    for (const how of hows.filter((each) => each !== 'by-itself'))
      assert.equal(nextLook(after, how, false)?.relapse, false);
});

test('what took the place of an old habit is never let out of sight, and is asked of more and more rarely', () => {
  let after = 98;
  for (let years = 0; years < 10; years++) {
    const next = nextLook(after, 'by-itself', true)!;
    assert.equal(next.relapse, true);
    assert.ok(next.afterDays >= after, `${next.afterDays} after ${after}`);
    after = next.afterDays;
  }
});

test('any run of answers ends or goes on, on the rungs there are and on teaching days', () => {
  const chance = seeded(7);
  for (let run = 0; run < 300; run++) {
    let [day, after] = [addDays('2026-09-01', chance.below(320)), 7];
    const replaces = chance.maybe();
    for (let look = 0; look < 12; look++) {
      const dueOn = lookDay(day, after, { terms, closures });
      assert.ok(daysBetween(day, dueOn) >= after, 'never before its time');
      assert.ok(!isWeekend(dueOn), dueOn);
      assert.ok(!closures.some((closure) => holds(closure, dueOn)), `${dueOn} is closed`);
      if (dueOn <= '2027-07-23')
        assert.ok(
          terms.some((term) => holds(term, dueOn)),
          `${dueOn} is a holiday`,
        );
      else assert.doesNotMatch(dueOn, /-(07-2[5-9]|07-3|08-[01]|08-2[0-7])/, `${dueOn} is in the summer`);
      const how: How = chance.pick(hows);
      const then = nextLook(after, how, replaces);
      if (!then) break;
      assert.ok(rungs.includes(then.afterDays as 7));
      [day, after] = [dueOn, then.afterDays];
    }
  }
});

test('a school that has entered no terms is met on weekdays', () => {
  assert.equal(lookDay('2026-11-18', 3, { terms: [], closures: [] }), '2026-11-23');
});
