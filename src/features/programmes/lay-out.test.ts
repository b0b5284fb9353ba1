import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysBetween } from '#platform/calendar/dates.ts';
import { byId, catalogue } from '#features/evidence/index.ts';
import { dayOfWeek } from '#features/protocols/index.ts';
import { layOut } from './lay-out.ts';
import { slugFor } from './slug.ts';

const template = byId(catalogue().protocols, 'sustained-programme');
const calendar = {
  terms: [
    { startsOn: '2026-09-01', endsOn: '2026-12-18' },
    { startsOn: '2027-01-04', endsOn: '2027-03-26' },
    { startsOn: '2027-04-12', endsOn: '2027-07-23' },
  ],
  closures: [{ startsOn: '2027-02-15', endsOn: '2027-02-19' }],
};

test('every step of the template is laid out, those that repeat as often as they do', () => {
  const steps = layOut(template, { startsOn: '2026-09-07', terms: 2 }, calendar);
  const wanted = template.stages
    .flatMap((stage) => stage.steps)
    .reduce((sum, step) => sum + (step.repeats?.times ?? 1), 0);
  assert.equal(steps.length, wanted);
  assert.deepEqual(
    steps.filter(({ step }) => step.id === 'tryouts').map(({ title, on }) => [title, on]),
    [
      ['Try it in class, 1 of 4', '2026-09-28'],
      ['Try it in class, 2 of 4', '2026-10-12'],
      ['Try it in class, 3 of 4', '2026-10-26'],
      ['Try it in class, 4 of 4', '2026-11-09'],
    ],
  );
  assert.deepEqual(
    steps.map(({ on }) => on),
    steps.map(({ on }) => on).toSorted(),
  );
});

test('no step falls in a holiday, at half term or at a weekend', () => {
  for (const { on, title } of layOut(template, { startsOn: '2026-11-23', terms: 2 }, calendar)) {
    if (on > '2027-07-23') continue;
    assert.ok(
      calendar.terms.some((term) => on >= term.startsOn && on <= term.endsOn),
      `${title} ${on}`,
    );
    assert.ok(on < '2027-02-15' || on > '2027-02-19', `${title} ${on}`);
  }
});

test('over three terms the first cycle stays and the second is drawn out, with more weeks between try-outs', () => {
  const two = layOut(template, { startsOn: '2026-09-07', terms: 2 }, calendar);
  const three = layOut(template, { startsOn: '2026-09-07', terms: 3 }, calendar);
  const days = (steps: typeof two, id: string) =>
    steps.filter(({ step }) => step.id === id).map(({ on }) => on);
  assert.deepEqual(days(three, 'tryouts'), days(two, 'tryouts'));
  assert.deepEqual(days(three, 'second-seminar'), days(two, 'second-seminar'));
  assert.ok(days(three, 'end-measure')[0]! > days(two, 'end-measure')[0]!);
  const unbroken = { terms: [{ startsOn: '2026-09-01', endsOn: '2028-07-21' }], closures: [] };
  const gap = (terms: number) => {
    const [first, second] = days(
      layOut(template, { startsOn: '2026-09-07', terms }, unbroken),
      'second-tryouts',
    );
    return daysBetween(first!, second!);
  };
  assert.deepEqual([gap(2), gap(3)], [14, 28]);
});

test('beyond the terms a school has entered, weeks are counted on the plain calendar', () => {
  assert.equal(dayOfWeek('2027-07-19', 2, calendar), '2027-08-02');
  assert.equal(dayOfWeek('2026-09-07', 3, { terms: [], closures: [] }), '2026-09-28');
});

test('a programme’s word is its title in plain letters, and never one in use', () => {
  assert.equal(slugFor('Reading together', []), 'reading-together');
  assert.equal(slugFor('Darllen â’n gilydd: Blwyddyn 4', []), 'darllen-a-n-gilydd-blwyddyn-4');
  assert.equal(slugFor('Reading together', ['reading-together', 'reading-together-2']), 'reading-together-3');
  assert.equal(slugFor('New', []), 'new-2');
  assert.equal(slugFor('قراءة', []), 'programme');
});
