import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { folder, refusal, scratch } from './broken-catalogue.fixture.ts';
import { byId, loadCatalogue } from './catalogue.ts';
import { InstrumentPart } from './instrument.schema.ts';

const { instruments } = loadCatalogue(folder);

/** Words with which a lesson is judged in figures or put above another. No text of an instrument has one. */
const judging =
  /\b(?:grad(?:e|es|ed|ing)|scor(?:e|es|ed|ing)|out of|levels?|rat(?:e|es|ed|ing|ings)|rank(?:s|ed|ing)?|points?|stars?|per ?cent|outstanding|satisfactory|inadequate|excellent|good|poor|total|average|overall)\b|\d+\s*\/\s*\d+|%/i;

const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

describe('the instruments', () => {
  test('stand each in a file of its own name, at least eight of them', () => {
    assert.deepEqual(
      instruments.map(({ id }) => `${id}.json`).toSorted(),
      readdirSync(join(folder, 'instruments')).toSorted(),
    );
    assert.ok(instruments.length >= 8);
  });

  test('use every kind of part at least once', () => {
    const used = new Set(instruments.flatMap(({ parts }) => parts.map(({ kind }) => kind)));
    assert.deepEqual(
      [...used].toSorted(),
      InstrumentPart.options.map((option) => option.shape.kind.value).toSorted(),
    );
  });

  test('have no word with which a lesson is graded', () => {
    for (const instrument of instruments)
      for (const text of textsOf(instrument)) assert.doesNotMatch(text, judging, `${instrument.id}: ${text}`);
  });

  test('say of a tally that it counts events', () => {
    for (const { id, parts } of instruments)
      for (const part of parts) if (part.kind === 'tally') assert.match(part.plain, /count of events/, id);
  });

  test('that count or code ask the observer to prepare, and say why', () => {
    for (const { id, parts, preparation } of instruments)
      if (parts.some(({ kind }) => kind === 'tally' || kind === 'listening-codes')) {
        assert.ok(preparation, id);
        assert.ok(preparation.why.length > 20, id);
      }
  });
});

describe('a school’s own instrument', () => {
  const school = join(scratch, 'school-with-instrument');
  mkdirSync(join(school, 'instruments'), { recursive: true });
  const written = /```json\n(\{\s+"id": "who-begins"[\s\S]*?)```/.exec(
    readFileSync(join(folder, 'README.md'), 'utf8'),
  )?.[1];
  const add = (change: Record<string, unknown>) => {
    writeFileSync(
      join(school, 'instruments/our-own.json'),
      JSON.stringify({ ...JSON.parse(written ?? '{}'), ...change }),
    );
    return loadCatalogue(folder, school).instruments;
  };
  const tally = (more: object) => ({
    kind: 'tally',
    id: 'x',
    title: 'X',
    plain: 'A count of events',
    events: [{ id: 'a', label: 'A' }],
    ...more,
  });

  test('is added as the guide to the catalogue shows it', () => {
    assert.equal(add({}).length, instruments.length + 1);
    assert.deepEqual(byId(add({}), 'who-talks'), byId(instruments, 'who-talks'));
  });

  test('is refused with a kind of part that judges, with a figure for the lesson, and without saying that it describes', () => {
    for (const [change, why] of [
      [{ parts: [tally({ kind: 'rating' })] }, /parts\[0\]/],
      [{ parts: [tally({ of: 10 })] }, /parts\[0\]/],
      [{ parts: [tally({ sum: true })] }, /parts\[0\]/],
      [{ describesOnly: false }, /describesOnly/],
      [{ grade: '1 to 4' }, /grade/],
      [{ scale: [1, 2, 3] }, /scale/],
    ] as const)
      assert.match(refusal(() => add(change)).message, why);
  });

  test('is refused under a name that is there, and where two events or two marks are called the same', () => {
    assert.match(refusal(() => add({ id: 'who-talks' })).message, /"who-talks" is used twice/);
    const twice = [
      { id: 'a', label: 'A' },
      { id: 'a', label: 'B' },
    ];
    assert.match(refusal(() => add({ parts: [tally({ events: twice })] })).message, /"a" is used twice/);
    const marks = [
      { id: 'a', label: 'A', sign: 'A' },
      { id: 'b', label: 'B', sign: 'A' },
    ];
    assert.match(
      refusal(() => add({ parts: [{ kind: 'seating-plan', id: 'x', title: 'X', plain: 'X', marks }] }))
        .message,
      /"A" is used twice/,
    );
  });
});
