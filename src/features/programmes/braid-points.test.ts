import assert from 'node:assert/strict';
import { test } from 'node:test';
import { programmeBraid } from './braid-points.ts';
import type { Design, DesignStep } from './design.ts';

const steps = [
  {
    number: 4,
    strand: 'specialist',
    lead: 'specialist',
    title: 'Seminar',
    on_date: '2026-11-02',
    minutes: 90,
  },
  { number: 2, strand: 'peer', lead: 'specialist', title: 'Meeting', on_date: '2026-11-23', minutes: 60 },
  { number: 3, strand: 'pupils', lead: 'teachers', title: 'Measure', on_date: '2027-01-11', minutes: 45 },
] as DesignStep[];
const terms = [
  { name: 'Summer', startsOn: '2026-04-13', endsOn: '2026-07-22' },
  { name: 'Autumn', startsOn: '2026-09-01', endsOn: '2026-12-18' },
  { name: 'Spring', startsOn: '2027-01-04', endsOn: '2027-03-26' },
];
const programme = {
  slug: 'reading',
  title: 'Reading',
  starts_on: '2026-11-02',
  ends_on: '2027-01-11',
  published_at: new Date('2026-10-01T12:00:00Z'),
};
const design = { programme, steps, terms } as unknown as Design;

test('each step is a point that leads to it, done when its day has passed, the specialist’s own wherever it stands', () => {
  const { points } = programmeBraid(design, '2026-11-23', 'large');
  assert.deepEqual(
    points.map(({ strand, on, href, minutes, done, lead }) => [strand, on, href, minutes, done, lead]),
    [
      ['specialist', '2026-11-02', '/programmes/reading/steps/4', 90, true, true],
      ['peer', '2026-11-23', '/programmes/reading/steps/2', 60, false, true],
      ['pupils', '2027-01-11', '/programmes/reading/steps/3', 45, false, false],
    ],
  );
});

test('in a draft nothing is done, although its days have passed', () => {
  const draft = { ...design, programme: { ...programme, published_at: null } };
  const { points } = programmeBraid(draft, '2027-06-01', 'large');
  assert.deepEqual(
    points.map(({ done }) => done),
    [false, false, false],
  );
});

test('the braid runs from the first step to the last over the terms it touches, with all four strands', () => {
  const drawn = programmeBraid(design, '2026-11-23', 'large');
  assert.deepEqual([drawn.from, drawn.until], ['2026-11-02', '2027-01-11']);
  assert.deepEqual(
    drawn.terms?.map((term) => term.name),
    ['Autumn', 'Spring'],
  );
  assert.deepEqual(
    drawn.strands.map((strand) => strand.key),
    ['specialist', 'peer', 'practice', 'pupils'],
  );
  const empty = programmeBraid({ ...design, steps: [] }, '2026-11-23', 'small');
  assert.deepEqual([empty.from, empty.until, empty.points], ['2026-11-02', '2027-01-11', []]);
});
