import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { byId, catalogue } from '#features/evidence/index.ts';
import { type GroupStep, whereWeAre } from './where-we-are.ts';
import { departures, rhythmOf } from './rhythm.ts';

const protocol = byId(catalogue().protocols, 'lesson-study');
const terms = [{ startsOn: '2026-09-01', endsOn: '2026-12-18' }];

let made = 0;
const step = (stage: string, on: string, rest: Partial<GroupStep> = {}): GroupStep => ({
  number: ++made,
  kind: 'meeting',
  strand: 'peer',
  lead: 'teachers',
  title: `Step ${made}`,
  on_date: on,
  starts_at: null,
  minutes: 60,
  in_school_day: true,
  mode: 'in-person',
  required: true,
  cycle: 1,
  stage,
  done_at: null,
  ...rest,
});
const [first, second, third] = protocol.stages.map(({ id }) => id) as [string, string, string];
const done = { done_at: '2026-11-20T15:00:00Z' };

describe('where a group is', () => {
  test('before anything is done it is in the first stage', () => {
    const { now, stages } = whereWeAre(
      protocol,
      [step(first, '2026-11-20'), step(second, '2026-11-27')],
      1,
      '2026-11-18',
    );
    assert.equal(now?.id, first);
    assert.deepEqual(
      stages.map(({ state }) => state),
      ['now', 'later'],
    );
  });

  test('a stage is done when what is asked of everybody in it is done, whatever one may leave out', () => {
    const steps = [
      step(first, '2026-11-20', done),
      step(first, '2026-11-21', { required: false }),
      step(second, '2026-11-27'),
    ];
    const { now, next } = whereWeAre(protocol, steps, 1, '2026-11-22');
    assert.equal(now?.id, second);
    assert.deepEqual(
      next.map(({ stage }) => stage),
      [second],
    );
  });

  test('what has had its day and is not called done waits, the oldest first', () => {
    const steps = [
      step(first, '2026-11-02'),
      step(first, '2026-11-09'),
      step(second, '2026-11-16', done),
      step(third, '2026-11-18'),
    ];
    const { waiting, next, finished } = whereWeAre(protocol, steps, 1, '2026-11-18');
    assert.deepEqual(
      waiting.map(({ on_date: on }) => on),
      ['2026-11-02', '2026-11-09'],
    );
    assert.equal(next[0]?.on_date, '2026-11-18');
    assert.equal(finished, false);
  });

  test('steps of another cycle do not count', () => {
    const steps = [step(first, '2026-11-02', done), step(first, '2027-01-11', { cycle: 2 })];
    assert.equal(whereWeAre(protocol, steps, 1, '2026-11-18').finished, true);
    assert.equal(whereWeAre(protocol, steps, 2, '2026-11-18').finished, false);
  });

  test('a group whose protocol is gone still knows what is next', () => {
    const { stages, next } = whereWeAre(undefined, [step(first, '2026-11-20')], 1, '2026-11-18');
    assert.deepEqual(stages, []);
    assert.equal(next.length, 1);
  });
});

describe('the rhythm of a group', () => {
  test('counts meetings that were held, and the days between them', () => {
    const rhythm = rhythmOf([
      step(first, '2026-11-02', done),
      step(first, '2026-11-09', done),
      step(second, '2026-11-30', done),
      step(second, '2026-12-07', { kind: 'tryout', in_school_day: false }),
      step(second, '2026-12-14'),
    ]);
    assert.deepEqual(
      [rhythm.held, rhythm.planned, rhythm.lastMet, rhythm.daysBetween],
      [3, 4, '2026-11-30', 21],
    );
    assert.deepEqual(rhythm.minutes, { done: 180, toCome: 120, inSchoolDay: 240, outside: 60 });
  });
});

describe('what a group does other than its protocol says', () => {
  const kept = (days: readonly string[], people: number) =>
    departures(
      protocol,
      days.map((on) => step(first, on)),
      people,
      { terms, closures: [] },
    );

  test('too few people, and a plan of less than five weeks, are pointed out with their source', () => {
    const found = kept(['2026-11-02', '2026-11-09', '2026-11-16'], 3);
    assert.deepEqual(
      found.map(({ of }) => of),
      ['people', 'weeks'],
    );
    assert.equal(found[1]?.is, 3);
    assert.ok(found.every(({ words, source }) => words !== '' && source));
  });

  test('a size that the school chose is not said to be from the source of the whole', () => {
    const [shipped] = kept(['2026-11-02', '2026-12-07'], 1);
    assert.deepEqual([shipped?.of, shipped?.source, shipped?.own], ['people', protocol.source, false]);
    const source = { own: true as const, basis: 'Written at Ysgol' };
    const changed = { ...protocol, id: 'own-study', groupSize: { of: 'group', min: 2, max: 6, source } };
    const days = ['2026-11-02', '2026-12-07'].map((on) => step(first, on));
    const [said] = departures(changed, days, 1, { terms, closures: [] });
    assert.deepEqual([said?.of, said?.source, said?.own], ['people', source, true]);
  });

  test('lessons and inputs are not counted as meetings', () => {
    const one = {
      id: 'two',
      words: 'One.',
      rule: { of: 'meetings' as const, max: 1 },
      source: protocol.source,
    };
    const days = [step(first, '2026-11-02'), step(first, '2026-11-16', { kind: 'input' })];
    const calendar = { terms, closures: [] };
    assert.deepEqual(departures({ ...protocol, timing: [one] }, days, 4, calendar), []);
    days.push(step(first, '2026-11-30'));
    assert.equal(departures({ ...protocol, timing: [one] }, days, 4, calendar)[0]?.is, 2);
  });

  test('four people over five weeks keep to it', () => {
    assert.deepEqual(kept(['2026-11-02', '2026-11-16', '2026-11-30'], 4), []);
  });

  test('a holiday between two meetings is not counted', () => {
    const weekly = {
      ...protocol,
      timing: [
        {
          id: 'fortnightly',
          words: 'Every fortnight.',
          rule: { of: 'weeksBetweenMeetings' as const, max: 2 },
          source: { own: true as const, basis: 'A test' },
        },
      ],
    };
    const over = { terms: [...terms, { startsOn: '2027-01-04', endsOn: '2027-03-26' }], closures: [] };
    const days = ['2026-12-14', '2027-01-11'].map((on) => step(first, on));
    assert.deepEqual(departures(weekly, days, 4, over), []);
    const late = ['2026-12-14', '2027-01-25'].map((on) => step(first, on));
    assert.equal(departures(weekly, late, 4, over)[0]?.is, 4);
  });
});
