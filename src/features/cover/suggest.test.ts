import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '#test/random.ts';
import { slotKey } from './cover.ts';
import { type Busy, candidatesFor, type Colleague, inTurn, planOf, shareOfWeek } from './suggest.ts';

const periods = [
  ['09:00', '10:00'],
  ['10:00', '11:00'],
  ['11:20', '12:20'],
  ['13:10', '14:10'],
  ['14:10', '15:10'],
] as const;
const on = '2026-11-23';

const colleague = (n: number, more: Partial<Colleague> = {}): Colleague => ({
  personId: `p${String(n).padStart(3, '0')}`,
  name: `Person ${n}`,
  days: null,
  oddWeeks: false,
  asked: 'usual',
  teaches: 'teacher',
  units: [],
  subjects: [],
  covered: 0,
  ...more,
});

const gapOf = (n: number, period: number) => ({
  personId: `away${n}`,
  on,
  unitId: `unit${n}`,
  startsAt: periods[period]![0],
  endsAt: periods[period]![1],
  subject: '',
});

/** A school by chance: who is busy when, how often they covered, and what is open. */
function schoolBy(seed: number) {
  const { next: random } = seeded(seed);
  const any = (n: number): number => Math.floor(random() * n);
  const colleagues = Array.from({ length: 4 + any(12) }, (_, n) =>
    colleague(n, {
      covered: any(4),
      teaches: random() < 0.85 ? 'teacher' : null,
      asked: random() < 0.1 ? 'never' : 'usual',
      days: random() < 0.2 ? [{ day: 'monday', from: null, until: '12:30' }] : null,
    }),
  );
  const busy: Busy[] = colleagues.flatMap(({ personId }) =>
    periods.flatMap(([startsAt]): Busy[] =>
      random() < 0.5
        ? [
            {
              personId,
              startsAt,
              minutes: 60,
              why: (['lesson', 'diary', 'away', 'kept-free', 'cover'] as const)[any(5)]!,
            },
          ]
        : [],
    ),
  );
  const gaps = Array.from({ length: 1 + any(10) }, (_, n) => gapOf(n, any(periods.length)));
  return { colleagues, busyOf: Map.groupBy(busy, ({ personId }) => personId), gaps };
}

test('nobody is suggested who is busy, away, kept free, not at work or not asked, nor for two classes at once', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const { colleagues, busyOf, gaps } = schoolBy(seed);
    const plan = planOf(gaps, colleagues, busyOf);
    const seen = new Set<string>();
    for (const gap of gaps) {
      const personId = plan.get(slotKey(gap));
      if (personId === undefined) continue;
      const who = colleagues.find((each) => each.personId === personId)!;
      const theirs = busyOf.get(personId) ?? [];
      assert.ok(
        theirs.every(({ startsAt }) => startsAt !== gap.startsAt),
        `seed ${seed}`,
      );
      assert.equal(who.teaches, 'teacher');
      assert.notEqual(who.asked, 'never');
      assert.ok(who.days === null || gap.endsAt <= '12:30', `seed ${seed}: works until half past twelve`);
      const key = `${personId} ${gap.startsAt}`;
      assert.ok(!seen.has(key), `seed ${seed}: twice at ${gap.startsAt}`);
      seen.add(key);
    }
  }
});

test('among those alike whoever covered fewest stands first', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const { colleagues, busyOf, gaps } = schoolBy(seed);
    const alike = colleagues.map((each) => ({ ...each, days: null }));
    const free = candidatesFor(gaps[0]!, alike, busyOf).filter(({ hindrance }) => hindrance === null);
    const counts = free.map(({ colleague: { covered } }) => covered);
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => a - b),
      `seed ${seed}`,
    );
  }
});

test('as many classes are looked after as can be: nobody stays open for whom a move would help', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const { colleagues, busyOf, gaps } = schoolBy(seed);
    const plan = planOf(gaps, colleagues, busyOf);
    for (const [startsAt] of periods) {
      const then = gaps.filter((gap) => gap.startsAt === startsAt);
      assert.equal(
        then.filter((gap) => plan.has(slotKey(gap))).length,
        mostPossible(
          then.map((gap) =>
            candidatesFor(gap, colleagues, busyOf).flatMap((each) =>
              each.hindrance === null ? [each.colleague.personId] : [],
            ),
          ),
        ),
        `seed ${seed} at ${startsAt}`,
      );
    }
  }
});

/** The most that can be matched, by trying everything. */
function mostPossible(choices: readonly string[][], taken: ReadonlySet<string> = new Set()): number {
  const [first, ...rest] = choices;
  if (!first) return 0;
  let best = mostPossible(rest, taken);
  for (const one of first)
    if (!taken.has(one)) best = Math.max(best, 1 + mostPossible(rest, new Set([...taken, one])));
  return best;
}

test('covers are weighed by the hours somebody works, and what is suggested first counts for what comes after', () => {
  const half = colleague(1, {
    covered: 2,
    days: [
      { day: 'monday', from: null, until: null },
      { day: 'tuesday', from: null, until: null },
    ],
  });
  const whole = colleague(2, { covered: 3 });
  assert.equal(shareOfWeek(half.days), 0.4);
  const [first] = candidatesFor(gapOf(1, 0), [half, whole], new Map());
  assert.equal(first!.colleague, whole, 'two of two days are more than three of five');
  const gaps = [gapOf(1, 0), gapOf(2, 1), gapOf(3, 2)];
  const plan = planOf(gaps, [colleague(1), colleague(2), colleague(3)], new Map());
  assert.equal(new Set(plan.values()).size, 3);
});

test('a day is shared out: nobody has a second class while somebody who could has none, whoever covered least', () => {
  const little = colleague(1, { covered: 0 });
  const much = [colleague(2, { covered: 9 }), colleague(3, { covered: 9 })];
  const gaps = [gapOf(1, 0), gapOf(2, 1), gapOf(3, 2)];
  assert.equal(new Set(planOf(gaps, [little, ...much], new Map()).values()).size, 3);
  const first = colleague(1, { covered: 9, asked: 'first' });
  const plan = planOf(gaps, [first, ...much], new Map());
  assert.deepEqual(
    [...new Set(plan.values())],
    [first.personId],
    'whoever is there for cover takes all they can',
  );
});

test('two classes that one teacher has at once are taken together', () => {
  const [one, other] = [gapOf(1, 0), { ...gapOf(1, 0), unitId: 'unit9' }];
  const plan = planOf([one, other], [colleague(1), colleague(2)], new Map());
  assert.equal(plan.get(slotKey(one)), plan.get(slotKey(other)));
});

test('whoever is there for cover comes first, whoever assists where they know the class and after teachers', () => {
  const gap = gapOf(1, 0);
  const those = [
    colleague(1, { teaches: 'assistant', units: ['unit1'] }),
    colleague(2, { teaches: 'assistant' }),
    colleague(3, { covered: 4 }),
    colleague(4, { asked: 'first', teaches: null, covered: 20 }),
  ];
  const free = candidatesFor(gap, those, new Map()).filter(({ hindrance }) => hindrance === null);
  assert.deepEqual(
    free.map((each) => each.colleague.personId),
    ['p004', 'p003', 'p001'],
  );
  assert.ok(inTurn(free[0]!, free[1]!) < 0);
});
