import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Protocol, StepKind, catalogue } from '#features/evidence/index.ts';
import { checkOwn } from './check-draft.ts';
import { lostIngredients, moveStep, removeStage, removeStep } from './change-steps.ts';
import { copyOf, type Draft, emptyDraft, freeId } from './draft.ts';
import { fitting, filterIn } from './filter-protocols.ts';
import { proposedStep } from './kind-proposals.ts';
import { placeWords, reasonWords } from './problem-places.ts';
import { lengthWords } from './protocol-words.ts';
import { occurrencesOf, pictureOf } from './picture.ts';
import { sameProtocol, versionChanges } from './version-changes.ts';
import { stepsOf, workOf } from './work-of.ts';

const sustained = (): Draft =>
  copyOf(
    catalogue().protocols.find(({ id }) => id === 'sustained-programme')!,
    { id: 'own', title: 'Own' },
  );

test('a title becomes a name that nobody has, whatever script it is in', () => {
  assert.equal(freeId('Ymholiad â’r disgyblion', [], 'protocol'), 'ymholiad-a-r-disgyblion');
  assert.equal(freeId('Lesson study', ['lesson-study', 'lesson-study-2'], 'protocol'), 'lesson-study-3');
  assert.equal(freeId('دراسة الدرس', [], 'protocol'), 'protocol');
  assert.equal(freeId('Mine', [], 'protocol'), 'mine-2');
});

test('a step of every kind can be proposed and put into a protocol', () => {
  for (const kind of StepKind.options) {
    const draft = sustained();
    draft.stages[0]!.steps.push({ ...proposedStep(kind), id: 'added', week: 0, cycle: 1 });
    const checked = checkOwn(draft);
    assert.ok('protocol' in checked, `${kind}: ${JSON.stringify(checked)}`);
  }
});

test('taking steps and stages out leaves nothing that speaks of them', () => {
  for (const { id } of stepsOf(sustained())) {
    const draft = sustained();
    assert.ok(removeStep(draft, id));
    const checked = checkOwn(draft);
    if ('problems' in checked)
      assert.ok(
        checked.problems.every(({ path }) => /^stages\[\d+\]\.steps$/.test(path)),
        JSON.stringify(checked.problems),
      );
  }
  const draft = sustained();
  removeStage(draft, draft.stages[2]!.id);
  assert.ok('protocol' in checkOwn(draft), JSON.stringify(checkOwn(draft)));
});

test('an ingredient is lost with the last step that carries it, not before', () => {
  const draft = sustained();
  assert.deepEqual(lostIngredients(draft), []);
  const carrying = stepsOf(draft).filter(({ ingredient }) => ingredient === 'starting-points');
  assert.ok(carrying.length > 1);
  for (const [n, { id }] of carrying.entries()) {
    removeStep(draft, id);
    assert.equal(lostIngredients(draft).length, n === carrying.length - 1 ? 1 : 0);
  }
});

test('the first step goes no further up, the last no further down', () => {
  const draft = sustained();
  const steps = stepsOf(draft);
  assert.equal(moveStep(draft, steps[0]!.id, 'up'), false);
  assert.equal(moveStep(draft, steps.at(-1)!.id, 'down'), false);
  assert.equal(moveStep(draft, 'nothing', 'down'), false);
});

test('everything that an empty protocol lacks is named with a place where it is mended', () => {
  const draft = emptyDraft({ id: 'own', title: 'Own' }, 'Ysgol');
  const checked = checkOwn(draft);
  assert.ok('problems' in checked);
  const places = checked.problems.map(({ path, reason }) => [
    placeWords(draft, path).below,
    reasonWords(reason),
  ]);
  assert.deepEqual(
    places.map(([below]) => below),
    ['about', 'about', 'about', ''],
  );
  assert.ok(
    places.every(([, words]) => !/expected|Too|Invalid/.test(words!)),
    JSON.stringify(places),
  );
});

test('hours count repeats, and only what somebody who takes part does', () => {
  const draft = emptyDraft({ id: 'own', title: 'Own' }, 'Ysgol');
  const step = { ...proposedStep('meeting'), week: 0, cycle: 1 };
  draft.stages.push({
    id: 'a',
    title: 'A',
    plain: 'A.',
    cycle: 1,
    steps: [
      { ...step, id: 'one', minutes: 60, repeats: { times: 3, every: 2 } },
      { ...step, id: 'two', minutes: 30, inSchoolDay: false, required: false, for: ['member'] },
      { ...step, id: 'three', minutes: 500, for: ['facilitator'] },
    ],
  });
  assert.deepEqual(workOf(draft), { all: 210, inSchoolDay: 180, outside: 30, optional: 30 });
  assert.deepEqual(
    occurrencesOf(draft).map(({ week, title }) => `${week} ${title}`),
    [
      '0 Meeting for discussion, 1 of 3',
      '0 Meeting for discussion',
      '0 Meeting for discussion',
      '2 Meeting for discussion, 2 of 3',
      '4 Meeting for discussion, 3 of 3',
    ],
  );
});

test('every protocol has a rhythm in weeks, within its days, in the order of its weeks', () => {
  for (const protocol of catalogue().protocols) {
    const { points, from, until } = pictureOf(protocol, ({ id }) => `#${id}`);
    assert.ok(points.length > 0, protocol.id);
    assert.ok(
      points.every(({ on }) => on >= from && on <= until),
      protocol.id,
    );
    assert.deepEqual(
      points.map(({ on }) => on),
      points.map(({ on }) => on).toSorted(),
    );
  }
});

test('length is said in weeks and terms', () => {
  assert.equal(lengthWords({ weeks: 23, terms: [2, 3] }), 'About 23 teaching weeks, over 2 to 3 terms');
  assert.equal(lengthWords({ weeks: 5, terms: [1] }), 'About 5 teaching weeks, within a term');
  assert.equal(lengthWords({ weeks: 1, terms: [1] }), 'Within one teaching week');
});

test('protocols are found by words without their accents, by length and by how many one is', () => {
  const all = [
    {
      protocol: { ...sustained(), title: 'Enquête', weeks: 5, groupSize: { of: 'group', min: 4, max: 6 } },
      own: true,
    },
    { protocol: sustained(), own: false },
  ];
  const titles = (query: Record<string, string>) =>
    fitting(all, filterIn(query)).map(({ protocol }) => protocol.title);
  assert.deepEqual(titles({ words: 'ENQUETE specialists' }), ['Enquête']);
  assert.deepEqual(titles({ length: 'long' }), ['Own']);
  assert.deepEqual(titles({ people: '5' }), ['Enquête']);
  assert.deepEqual(titles({ people: 'many', length: 'odd' }), ['Enquête', 'Own']);
  assert.deepEqual(titles({ words: 'nothing has this' }), []);
});

test('what changed from version to version is named: steps added, taken out, changed, moved, and other parts', () => {
  const before: Protocol = sustained();
  const after: Draft = structuredClone(before);
  removeStep(after, 'modelling');
  after.stages[0]!.steps.push({
    ...proposedStep('reading'),
    id: 'paper',
    title: 'A paper',
    week: 0,
    cycle: 1,
  });
  after.stages[0]!.steps[0]!.minutes += 5;
  after.limits = ['Another'];
  moveStep(after, after.stages[0]!.steps[1]!.id, 'down');
  const changes = versionChanges(before, after);
  assert.deepEqual(changes.added, ['A paper']);
  assert.deepEqual(changes.removed, ['See it in use']);
  assert.ok(changes.changed.includes('Starting points'));
  assert.equal(changes.reordered, true);
  assert.deepEqual(changes.parts, ['limits']);
  assert.ok(!sameProtocol(before, after));
  assert.ok(sameProtocol(before, { ...before, version: 9 }));
});
