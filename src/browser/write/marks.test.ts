import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edit, fileAt, type Mark, nextPoint } from './marks.ts';

const words = { words: 'words', first: 'one', second: 'two' };

/** A text with its selection between ‹ and ›, or one › where nothing is selected. */
function read(written: string) {
  const start = written.replace('›', '').indexOf('‹');
  const value = written.replace(/[‹›]/g, '');
  const end = written.replace('‹', '').indexOf('›');
  return { value, start: start === -1 ? end : start, end };
}

function after(written: string, change: ReturnType<typeof nextPoint>): string {
  const { value } = read(written);
  if (change === null) return written;
  const { from, to, text, select } = change;
  const whole = value.slice(0, from) + text + value.slice(to);
  const [a, b] = select;
  return a === b
    ? `${whole.slice(0, a)}›${whole.slice(a)}`
    : `${whole.slice(0, a)}‹${whole.slice(a, b)}›${whole.slice(b)}`;
}
const press = (mark: Mark, written: string): string => after(written, edit(mark, read(written), words));

test('marks stand around what is selected, or around a word to write over; pressed again they go', () => {
  for (const [mark, before, then] of [
    ['bold', 'a ‹b› c', 'a **‹b›** c'],
    ['bold', 'a **‹b›** c', 'a ‹b› c'],
    ['italic', 'a ›', 'a *‹words›*'],
    ['italic', '*‹a›*', '‹a›'],
    ['italic', '**‹a›**', '***‹a›***'],
    ['italic', '***‹a›***', '**‹a›**'],
    ['maths', '›', '$‹x^2›$'],
    ['code', '‹let x›', '`‹let x›`'],
    ['code', '‹a\nb›', '```\n‹a\nb›\n```'],
    ['heading', 'One\nTwo›\nThree', 'One\n## Two›\nThree'],
    ['heading', '## Two›', '### Two›'],
    ['heading', '### Two›', 'Two›'],
    ['list', 'x\n‹a\nb›', 'x\n- a\n- b›'],
    ['list', '‹- a\n- b›', 'a\nb›'],
    ['numbers', '‹- a\n- b›', '1. a\n2. b›'],
    ['link', 'See ‹the museum›.', 'See [the museum](‹https://›).'],
    ['link', '‹https://example.org/a›', '[‹words›](https://example.org/a)'],
    ['table', 'Before›\nAfter', 'Before\n\n| ‹one› | two |\n|---|---|\n|  |  |\n\nAfter'],
  ] as const)
    assert.equal(press(mark, before), then, `${mark} in ${JSON.stringify(before)}`);
});

test('a file stands in a line of its own after the one that is written, whatever its words', () => {
  const words = 'What [it] shows';
  for (const [before, then] of [
    ['Look›: here\nAnd', 'Look: here\n\n![What it shows](file:x)›\n\nAnd'],
    ['›', '![What it shows](file:x)›\n\n'],
  ] as const)
    assert.equal(after(before, fileAt(read(before), words, 'file:x')), then);
});

test('Enter goes on with a list, counts on, and ends it on an empty point', () => {
  for (const [before, then] of [
    ['- a›', '- a\n- ›'],
    ['  2. b› c', '  2. b\n  3. › c'],
    ['- a\n- ›', '- a\n›'],
    ['a›', 'a›'],
    ['- ‹a›', '- ‹a›'],
  ] as const)
    assert.equal(after(before, nextPoint(read(before))), then, JSON.stringify(before));
});
