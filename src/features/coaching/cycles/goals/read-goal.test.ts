import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '#features/evidence/index.ts';
import { broadSigns, type GoalSign, readGoal } from './read-goal.ts';

const { tooBroad, tooNarrow } = catalogue().coaching.goal;
const hints = { broad: tooBroad.looksFor, narrow: tooNarrow.looksFor };
const clear = { pupils: 'The back table in Year 5', looks: 'They write an answer before anybody speaks' };
const read = (goal: string, more: Partial<typeof clear> = {}) => readGoal({ goal, ...clear, ...more }, hints);

const goals: readonly [goal: string, signs: readonly GoalSign[]][] = [
  ['I wait after a question until hands are up that I did not expect', []],
  ['I ask one pupil to say back what another said', []],
  ['They plan reading and writing in pairs before they start', []],
  ['Pupils start at once when they come in', []],
  ['Once they have talked in pairs, each writes one reason', []],
  ['Improve teaching', ['general-words']],
  ['Improve my teaching', ['general-words']],
  ['behaviour', ['general-words']],
  ['Better behaviour.', ['general-words']],
  ['Be a better teacher', ['general-words']],
  ['Differentiation in all lessons', ['general-words']],
  ['I wait after questions and improve how I give feedback', ['several-aims']],
  ['I wait after questions; use boards', ['several-aims']],
  ['More talk, more writing, and more reading', ['several-aims']],
  ['Improve behaviour and raise standards', ['general-words', 'several-aims']],
  ['I say one sentence at the start of Monday’s lesson', ['one-moment']],
  ['I use a gesture on Monday', ['one-moment']],
  ['I change the seating plan', ['one-moment']],
];
for (const [goal, signs] of goals)
  test(`“${goal}” ${signs.length === 0 ? 'is left alone' : `asks about: ${signs.join(', ')}`}`, () =>
    assert.deepEqual(read(goal), signs));

const pupils: readonly [string, boolean][] = [
  ['', true],
  ['all', true],
  ['All pupils.', true],
  ['Everyone', true],
  ['Year 5', false],
  ['The four who never answer', false],
  ['All pupils of 8B who read below their age', false],
];
for (const [words, asks] of pupils)
  test(`pupils as “${words}” ${asks ? 'are asked about' : 'are enough'}`, () =>
    assert.equal(read('I wait after a question', { pupils: words }).includes('no-pupils'), asks));

const looks: readonly [string, boolean][] = [
  ['', true],
  ['They understand fractions better', true],
  ['More engagement', true],
  ['They are confident', true],
  ['They understand because they explain it to one another', false],
  ['Hands go up', false],
  ['They ask one another why', false],
];
for (const [words, asks] of looks)
  test(`“${words}” ${asks ? 'is not yet something to see' : 'can be seen'}`, () =>
    assert.equal(read('I wait after a question', { looks: words }).includes('nothing-to-see'), asks));

/** Sentences put together from the words of the table, so that signs meet in every way. */
function* anyTexts(n: number): Generator<{ goal: string; pupils: string; looks: string }> {
  const bits = [
    ...goals.map(([goal]) => goal),
    ...tooBroad.looksFor,
    ...tooNarrow.looksFor,
    'and',
    '(',
    '*',
    '\\',
    'é',
    '',
  ];
  let seed = 7;
  const pick = (from: readonly string[]): string => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from[seed % from.length]!;
  };
  for (let i = 0; i < n; i++)
    yield {
      goal: [pick(bits), pick(bits), pick(bits)].join(' '),
      pupils: pick(pupils.map(([words]) => words)),
      looks: pick([...looks.map(([words]) => words), pick(bits)]),
    };
}

test('whatever is written, a goal is not called too broad in its words and too narrow at once', () => {
  for (const texts of anyTexts(400)) {
    const signs = readGoal(texts, hints);
    const wide = signs.includes('general-words') || signs.includes('several-aims');
    assert.ok(!(wide && signs.includes('one-moment')), texts.goal);
    assert.equal(new Set(signs).size, signs.length);
  }
});

test('capitals, breaks and spaces change nothing', () => {
  for (const texts of anyTexts(200))
    assert.deepEqual(
      readGoal(
        {
          goal: `  ${texts.goal.toUpperCase().replaceAll(' ', ' \n ')} `,
          pupils: ` ${texts.pupils.toUpperCase()}`,
          looks: `${texts.looks.toUpperCase()}  `,
        },
        hints,
      ),
      readGoal(texts, hints),
      texts.goal,
    );
});

test('naming pupils and what they would be seen to do takes these two questions away, and adds none', () => {
  for (const texts of anyTexts(200)) {
    const before = readGoal(texts, hints);
    const after = readGoal({ ...texts, ...clear }, hints);
    assert.ok(!after.includes('no-pupils') && !after.includes('nothing-to-see'), texts.goal);
    assert.ok(
      after.every((sign) => before.includes(sign)),
      texts.goal,
    );
  }
});

test('nothing is said of a goal that is not written yet', () => {
  assert.deepEqual(readGoal({ goal: ' \n', pupils: '', looks: '' }, hints), []);
});

test('every sign of a broad goal has its reason in the catalogue, and so has the narrow one', () => {
  assert.equal(broadSigns.length, 4);
  for (const { words, source } of [tooBroad, tooNarrow]) assert.ok(words && 'document' in source);
});
