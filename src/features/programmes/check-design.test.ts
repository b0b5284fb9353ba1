import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, catalogue } from '#features/evidence/index.ts';
import { checkDesign } from './check-design.ts';
import { designFacts } from './facts.ts';
import { layOut } from './lay-out.ts';
import { terms, step, tryout, measure, design } from './plan.fixture.ts';

test('a measure on the way is not one of the end, and the check claims steps and no measure', () => {
  const on = (...days: string[]) => [
    measure('2026-11-02'),
    ...[tryout('2026-11-09'), tryout('2026-11-23'), ...days.map((day) => measure(day))].toSorted((a, b) =>
      a.on_date < b.on_date ? -1 : 1,
    ),
  ];
  assert.equal(designFacts(design({ steps: on() })).endMeasure, false);
  assert.equal(designFacts(design({ steps: on('2026-11-16') })).endMeasure, false);
  const named = { ...design().programme, pupil_group: 'Year 5' };
  const kept = (days: string[]) =>
    checkDesign(design({ programme: named, steps: on(...days) })).inPlace.map(({ check }) => check.title);
  const says = 'Pupils are named, and steps are planned for measuring at the start and the end';
  assert.ok(kept(['2026-11-30']).includes(says));
  assert.ok(!kept(['2026-11-16']).includes(says));
});

test('the check asks whether the total time was looked at together, and never says it is not added up', () => {
  const titles = (answers: Record<string, string>) =>
    checkDesign(design({ steps: [tryout('2026-11-09')], answers })).toLookAt.map(({ check }) => check.title);
  const asks = /total time was looked at with some of those who will take part/;
  assert.ok(titles({}).some((title) => asks.test(title)));
  assert.ok(!titles({}).some((title) => /added up/.test(title)));
  assert.ok(!titles({ workloadEstimated: 'yes' }).some((title) => asks.test(title)));
});

test('the template as it comes has the seven links and the length, its specialist-led share falls, and the check names what only people can settle', () => {
  const template = byId(catalogue().protocols, 'sustained-programme');
  const steps = layOut(template, { startsOn: '2026-11-23', terms: 2 }, { terms, closures: [] }).map(
    ({ step: from, title, on }) =>
      step(on, {
        kind: from.kind,
        strand: from.strand,
        lead: from.lead,
        title,
        minutes: from.minutes,
        in_school_day: from.inSchoolDay,
        mode: from.mode,
        cycle: from.cycle,
        required: from.required,
        ingredient: from.ingredient ?? null,
        form: from.form ?? null,
        days: from.days ?? null,
      }),
  );
  const plan = design({ steps, template });
  const facts = designFacts(plan);
  assert.ok(facts.specialistShareLastThird! < facts.specialistShareFirstThird!);
  assert.equal(facts.cycles, 2);
  assert.equal(facts.onCallDays, 10);
  const reading = checkDesign(plan);
  assert.deepEqual(
    reading.ingredients.filter(({ state }) => state !== 'in-place').map(({ id }) => id),
    [],
  );
  const noticed = reading.toLookAt.map((finding) => finding.id);
  for (const id of ['replaces-nothing', 'no-priority', 'no-rationale', 'no-risks-named'])
    assert.ok(noticed.includes(id), id);
  for (const id of [
    'no-tryouts',
    'no-baseline',
    'no-on-call',
    'control-does-not-pass',
    'no-second-cycle',
    'one-off',
  ])
    assert.ok(!noticed.includes(id), id);
});
