import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Place, planYearEnd, type PlannedClass } from './plan-year-end.ts';
import { suggestFates } from './suggest.ts';

const of = (id: string, fate: PlannedClass['fate'], toUnitId: string | null = null): PlannedClass => ({
  id,
  name: id,
  yearLabel: null,
  fate,
  toUnitId,
});

const place = (unitId: string, personId: string, more: Partial<Place> = {}): Place => ({
  membershipId: `${unitId}/${personId}`,
  unitId,
  personId,
  name: personId,
  part: 'pupil',
  endsOn: null,
  yearLabel: '5',
  leavesOn: null,
  fate: null,
  toUnitId: null,
  ...more,
});

test('a class that goes on takes its pupils along, and not its teacher', () => {
  const plan = planYearEnd(
    [of('5P', 'go', '6P'), of('6P', 'leave')],
    [place('5P', 'cai'), place('5P', 'ffion', { part: 'teacher', yearLabel: null })],
  );
  assert.deepEqual(plan.ending, [{ membershipId: '5P/cai', before: null }]);
  assert.deepEqual(plan.beginning, [{ unitId: '6P', personId: 'cai' }]);
  assert.deepEqual(plan.labels, [{ personId: 'cai', before: '5', after: '6' }]);
});

test('whoever leaves leaves every class, and goes to none', () => {
  const plan = planYearEnd(
    [of('6P', 'leave'), of('Choir', 'stay'), of('6/Ma1', 'end')],
    [place('6P', 'ned'), place('Choir', 'ned'), place('6/Ma1', 'ned')],
  );
  assert.deepEqual(
    plan.leaving.map(({ personId }) => personId),
    ['ned'],
  );
  assert.equal(plan.ending.length, 3);
  assert.deepEqual([plan.beginning, plan.labels], [[], []]);
});

test('a class that ends lets pupils and staff go, and says nothing of a year', () => {
  const plan = planYearEnd(
    [of('7/Ma1', 'end')],
    [place('7/Ma1', 'cai'), place('7/Ma1', 'owain', { part: 'teacher' })],
  );
  assert.equal(plan.ending.length, 2);
  assert.deepEqual([plan.labels, plan.ended], [[], ['7/Ma1']]);
});

test('single pupils: one does the year again, one leaves, one goes elsewhere', () => {
  const plan = planYearEnd(
    [of('5P', 'go', '6P'), of('6P', 'leave'), of('6R', 'leave')],
    [
      place('5P', 'again', { fate: 'repeat' }),
      place('5P', 'gone', { fate: 'leave' }),
      place('5P', 'other', { fate: 'go', toUnitId: '6R' }),
    ],
  );
  assert.deepEqual(
    plan.labels.map(({ personId }) => personId),
    ['other'],
  );
  assert.deepEqual(plan.beginning, [{ unitId: '6R', personId: 'other' }]);
  assert.deepEqual(
    plan.leaving.map(({ personId }) => personId),
    ['gone'],
  );
});

test('what is not decided, or leads to a class that ends, must be settled', () => {
  const { problems } = planYearEnd([of('5P', null), of('6P', 'go', '7X'), of('7X', 'end')], []);
  assert.deepEqual(
    problems.map(({ kind }) => kind),
    ['undecided', 'goes-nowhere'],
  );
});

test('nobody is ended and begun in one class, and nobody twice: any fates for forty pupils in six classes', () => {
  let seed = 7;
  const random = (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
  const units = ['a', 'b', 'c', 'd', 'e', 'f'];
  for (let round = 0; round < 300; round++) {
    const classes = units.map((id) => {
      const fate = (['go', 'stay', 'leave', 'end'] as const)[random(4)]!;
      return of(id, fate, fate === 'go' ? units.filter((other) => other !== id)[random(5)]! : null);
    });
    const places = Array.from({ length: 40 }, (_, n) =>
      units.filter(() => random(3) === 0).map((unit) => place(unit, `p${n}`)),
    ).flat();
    const plan = planYearEnd(classes, places);
    const ended = new Set(plan.ending.map(({ membershipId }) => membershipId));
    assert.equal(ended.size, plan.ending.length);
    const begun = plan.beginning.map(({ unitId, personId }) => `${unitId}/${personId}`);
    const left = new Set(plan.leaving.map(({ personId }) => personId));
    for (const key of begun) {
      assert.ok(!left.has(key.split('/')[1]!), 'whoever leaves begins nothing');
      assert.ok(!places.some(({ membershipId }) => membershipId === key && !ended.has(key)));
    }
    for (const { membershipId, personId } of places)
      if (left.has(personId)) assert.ok(ended.has(membershipId), 'whoever leaves is in no class');
  }
});

test('what usually happens: subjects end, the highest year leaves, the others go to the next of their name', () => {
  const unit = (name: string, yearLabel: string | null, subject: string | null = null) => ({
    id: name,
    name,
    yearLabel,
    subject,
  });
  const fates = suggestFates([
    unit('Class RS', 'R'),
    unit('Class 1S', '1'),
    unit('Class 5P', '5'),
    unit('Class 5R', '5'),
    unit('Class 6P', '6'),
    unit('Owls', '6'),
    unit('Maths set 1', '5', 'Mathematics'),
    unit('Chess club', null),
  ]);
  const words = Object.fromEntries([...fates].map(([id, { fate, toUnitId }]) => [id, toUnitId ?? fate]));
  assert.deepEqual(words, {
    'Class RS': 'Class 1S',
    // Nobody teaches Year 2 here, so nobody knows.
    'Class 1S': null,
    'Class 5P': 'Class 6P',
    // Two classes of Year 6, and neither has its name.
    'Class 5R': null,
    'Class 6P': 'leave',
    Owls: 'leave',
    'Maths set 1': 'end',
    'Chess club': null,
  });
});

test('whoever comes from two classes to the same one comes once', () => {
  const plan = planYearEnd(
    [of('5P', 'go', '6P'), of('Form 5', 'go', '6P'), of('6P', 'stay')],
    [place('5P', 'cai'), place('Form 5', 'cai')],
  );
  assert.deepEqual(plan.beginning, [{ unitId: '6P', personId: 'cai' }]);
});

test('a single pupil who would be in a class that ends, or is gone, is settled before', () => {
  const classes = [of('5P', 'end'), of('6P', 'stay'), of('6R', 'end')];
  const problemsFor = (fate: Place['fate'], toUnitId: string | null) =>
    planYearEnd(classes, [place('5P', 'cai', { fate, toUnitId })]).problems;
  const nowhere = [{ kind: 'pupils-nowhere', names: ['cai'] }];
  assert.deepEqual(problemsFor('stay', null), nowhere);
  assert.deepEqual(problemsFor('repeat', null), nowhere);
  assert.deepEqual(problemsFor('go', '6R'), nowhere);
  assert.deepEqual(problemsFor('go', 'gone'), nowhere);
  assert.deepEqual(problemsFor('go', '6P'), []);
  assert.deepEqual(problemsFor('leave', null), []);
});

test('of a class of two years nobody is suggested to leave: a person says who', () => {
  const known = { subject: null };
  const fates = suggestFates([
    { id: 'a', name: 'Owls', yearLabel: '5, 6', ...known },
    { id: 'b', name: 'Class 6P', yearLabel: '6', ...known },
  ]);
  assert.deepEqual([fates.get('a')!.fate, fates.get('b')!.fate], [null, 'leave']);
});
