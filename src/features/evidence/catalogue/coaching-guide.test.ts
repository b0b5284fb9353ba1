import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { brokenCopy, folder, refusal } from './broken-catalogue.fixture.ts';
import { byId, loadCatalogue } from './catalogue.ts';

const { coaching, induction, planning } = loadCatalogue(folder);

describe('what the relationships share', () => {
  test('five attributes, seven features and six dimensions, in the order of their sources', () => {
    assert.deepEqual(
      coaching.attributes.map(({ id }) => id),
      ['individualised', 'intensive', 'sustained', 'context-specific', 'focused'],
    );
    assert.deepEqual(
      coaching.features.map(({ id }) => id),
      ['training', 'resources', 'selection', 'culture', 'willingness', 'trust', 'strategies'],
    );
    assert.deepEqual(
      coaching.dimensions.map(({ id }) => id),
      ['subject', 'initiator', 'stimulus', 'tone', 'scale', 'timeframe'],
    );
  });

  test('scale goes from a critical moment to society, and time from the past to future teaching', () => {
    const optionsOf = (id: string) => byId(coaching.dimensions, id).options?.map((option) => option.id);
    assert.deepEqual(optionsOf('scale'), [
      'critical-moment',
      'episode',
      'lesson',
      'theme',
      'school-or-society',
    ]);
    assert.deepEqual(optionsOf('timeframe'), ['past-lessons', 'planning', 'this-lesson', 'future-teaching']);
    assert.equal(optionsOf('subject'), undefined);
  });

  test('every question of the pulse has an answer that gives concern and one that gives none', () => {
    for (const { id, options } of coaching.pulse.questions) {
      assert.ok(
        options.some(({ concern }) => concern),
        id,
      );
      assert.ok(
        options.some(({ concern }) => !concern),
        id,
      );
    }
  });

  test('two steps and two weeks are said to be one school’s', () => {
    assert.equal(coaching.steps.usual, 2);
    assert.match(coaching.steps.why, /one school’s experience/);
    assert.equal(coaching.revisit.days, 14);
    assert.match(coaching.revisit.words, /one school’s/);
  });

  test('words that make us ask about a goal are in lower case, and none of them asks both ways', () => {
    const { tooBroad, tooNarrow } = coaching.goal;
    const all = [...tooBroad.looksFor, ...tooNarrow.looksFor];
    assert.deepEqual(
      all.filter((words) => words !== words.toLowerCase()),
      [],
    );
    assert.equal(new Set(all).size, all.length);
  });

  test('judgementoring is told with what speaks on the other side', () => {
    assert.deepEqual(
      coaching.danger.evidence.map(({ direction }) => direction),
      ['against', 'against', 'mixed'],
    );
  });
});

describe('induction', () => {
  test('has twelve principles in the order of the table, and three assumptions', () => {
    assert.deepEqual(
      induction.principles.map(({ number }) => number),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    );
    assert.equal(induction.assumptions.length, 3);
  });

  test('says that it is not mentoring', () => {
    assert.match(induction.isNot.join(' '), /not mentoring/);
  });
});

describe('the planner', () => {
  test('holds each relationship against core concepts for purposes, who and when', () => {
    for (const relationship of ['mentoring', 'specialist-coaching', 'co-coaching'])
      for (const cell of ['purposes', 'who', 'when'])
        assert.ok(
          planning.conceptCells.some((each) => each.relationship === relationship && each.cell === cell),
          `${relationship} ${cell}`,
        );
  });

  test('asks the five things of cycles in the order of the summary', () => {
    assert.deepEqual(
      planning.criteria.map(({ id }) => id),
      ['tailor', 'support', 'sustain', 'ownership', 'pupils'],
    );
  });

  test('is refused when a core concept is there twice', () => {
    const copy = brokenCopy('planning.json', (text) =>
      text.replace('"id": "mentoring-purposes-progression"', '"id": "mentoring-purposes-induction"'),
    );
    assert.match(
      refusal(() => loadCatalogue(copy)).message,
      /planning\.json at conceptCells: the id "mentoring-purposes-induction" is used twice/,
    );
  });
});
