import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cycleRing, smallRing, weekWords } from './cycle-ring.view.ts';
import { marksOf, silentWeeks, tracksOf } from './ring-places.ts';

const point = (
  strand: 'specialist' | 'peer',
  fromWeek: number,
  untilWeek = fromWeek,
  words = `week ${fromWeek}`,
) => ({
  strand,
  fromWeek,
  untilWeek,
  words,
});
const terms = [{ name: 'Autumn', fromWeek: 1, untilWeek: 13 }];

test('marks are numbered in the order of the year, and what stands in one place shares a mark', () => {
  const marks = marksOf([point('peer', 5), point('specialist', 2, 2, 'a'), point('specialist', 2, 2, 'b')]);
  assert.deepEqual(
    marks.map(({ number, strand, words }) => [number, strand, words]),
    [
      [1, 'specialist', ['a', 'b']],
      [2, 'peer', ['week 5']],
    ],
  );
});

test('marks that would cover one another stand on tracks of their own', () => {
  const marks = marksOf([point('peer', 5), point('peer', 5, 9), point('peer', 6)]);
  assert.deepEqual(
    tracksOf(marks, 'peer', 0.85).map((track) =>
      track.map(({ fromWeek, untilWeek }) => [fromWeek, untilWeek]),
    ),
    [
      [
        [5, 5],
        [6, 6],
      ],
      [[5, 9]],
    ],
  );
});

test('weeks in which nobody supports are counted once each', () => {
  assert.equal(silentWeeks([point('peer', 1, 4), point('specialist', 3, 5)], 10), 5);
  assert.equal(silentWeeks([], 39), 39);
});

test('the picture says everything again in a table, and nothing in it is a person’s markup', () => {
  const cycle = {
    title: '<script>alert(1)</script>',
    weeks: 39,
    terms,
    points: [
      point('specialist', 1, 13, '<b>Workshop</b>'),
      point('peer', 39),
      point('peer', 1, 39, 'all year'),
    ],
  };
  const { text } = cycleRing(cycle);
  assert.doesNotMatch(text, /<script|<b>/);
  assert.match(text, /Autumn[\s\S]*&lt;b>Workshop|Autumn[\s\S]*&lt;b&gt;Workshop/);
  assert.match(text, /<table>[\s\S]*Week 39/);
  assert.doesNotMatch(text, /NaN|Infinity|undefined/);
  assert.doesNotMatch(smallRing({ ...cycle, points: [] }).text, /NaN|undefined/);
});

test('a whole term is said by its name', () => {
  assert.equal(weekWords({ fromWeek: 1, untilWeek: 13 }, terms), 'Autumn');
  assert.equal(weekWords({ fromWeek: 2, untilWeek: 2 }, terms), 'Week 2');
  assert.equal(weekWords({ fromWeek: 2, untilWeek: 4 }, terms), 'Weeks 2 to 4');
});

test('what stands after the weeks a year has left is drawn at its end, without an arc', () => {
  const drawn = cycleRing({ title: 'A year', weeks: 30, terms: [], points: [point('peer', 36, 39)] });
  assert.doesNotMatch(String(drawn), /class="span/);
});
