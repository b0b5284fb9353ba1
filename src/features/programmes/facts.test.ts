import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, catalogue } from '#features/evidence/index.ts';
import { checkDesign } from './check-design.ts';
import type { Design, DesignPerson, DesignStep } from './design.ts';
import { designFacts } from './facts.ts';
import { layOut } from './lay-out.ts';

const terms = [
  { name: 'Autumn', startsOn: '2026-09-01', endsOn: '2026-12-18' },
  { name: 'Spring', startsOn: '2027-01-04', endsOn: '2027-03-26' },
  { name: 'Summer', startsOn: '2027-04-12', endsOn: '2027-07-23' },
];

let made = 0;
const step = (on: string, rest: Partial<DesignStep> = {}): DesignStep => ({
  id: `step-${++made}`,
  number: made,
  kind: 'input',
  strand: 'specialist',
  lead: 'specialist',
  title: `Step ${made}`,
  prompt: '',
  on_date: on,
  starts_at: null,
  place: '',
  minutes: 60,
  in_school_day: true,
  mode: 'in-person',
  cycle: 1,
  required: true,
  template_step: null,
  ingredient: null,
  form: null,
  days: null,
  cover: null,
  version: 1,
  ...rest,
});
const tryout = (on: string) => step(on, { kind: 'tryout', strand: 'practice', lead: 'teachers' });
const measure = (on: string) => step(on, { kind: 'measure', strand: 'pupils', lead: 'teachers' });

const design = (
  parts: Partial<Omit<Design, 'programme'>> & { programme?: Partial<Design['programme']> } = {},
): Design => ({
  steps: [],
  removed: [],
  costs: [],
  risks: [],
  people: [],
  answers: {},
  terms,
  closures: [],
  priority: null,
  otherProgrammes: null,
  template: undefined,
  ...parts,
  programme: {
    subject: null,
    pupil_group: '',
    rationale: '',
    materials: '',
    replaces: '',
    priority_id: null,
    ...parts.programme,
  } as Design['programme'],
});
const person = (parts: DesignPerson['parts'], rest: Partial<DesignPerson> = {}): DesignPerson => ({
  personId: 'p',
  name: 'P',
  kind: 'staff',
  leads: false,
  parts,
  ...rest,
});

test('an empty plan says nothing of its length and has nothing in it', () => {
  const facts = designFacts(design());
  assert.equal(facts.weeks, null);
  assert.equal(facts.terms, null);
  assert.equal(facts.cycles, null);
  assert.equal(facts.tryouts, 0);
  assert.equal(facts.pupilGroupNamed, false);
  assert.equal(facts.subjectSpecific, null);
  assert.deepEqual(facts.removedIngredients, []);
});

test('weeks are teaching weeks: holidays are not counted', () => {
  const over = (first: string, last: string) => designFacts(design({ steps: [tryout(first), tryout(last)] }));
  assert.equal(over('2026-12-14', '2026-12-15').weeks, 1);
  assert.equal(over('2026-12-14', '2027-01-05').weeks, 2);
  assert.equal(over('2026-12-14', '2027-01-05').terms, 2);
  assert.equal(over('2027-07-19', '2027-08-04').weeks, 3, 'beyond the last term weeks are counted plainly');
});

test('a measure long after the end is a look back, and does not lengthen the programme', () => {
  const steps = [
    measure('2026-11-02'),
    tryout('2026-11-09'),
    tryout('2026-11-23'),
    measure('2026-11-30'),
    measure('2027-01-11'),
  ];
  const facts = designFacts(design({ steps }));
  assert.equal(facts.delayed, true);
  assert.equal(facts.baseline, true);
  assert.equal(facts.endMeasure, true);
  assert.equal(facts.outcomeMeasures, 1);
  assert.equal(facts.formativeChecks, 0);
  assert.equal(facts.weeks, 5);
  assert.equal(facts.revisits, 1);
  assert.equal(designFacts(design({ steps: steps.slice(1, 4) })).delayed, false);
  assert.equal(designFacts(design({ steps: steps.slice(1, 4) })).baseline, false);
});

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

test('a meeting brings evidence when it has an agenda, and pupils are looked at on the way', () => {
  const meeting = (on: string, form: string | null) =>
    step(on, { kind: 'meeting', strand: 'peer', lead: 'facilitator', form });
  const facts = designFacts(
    design({
      steps: [
        measure('2026-11-02'),
        tryout('2026-11-09'),
        meeting('2026-11-16', 'meeting-agenda'),
        meeting('2026-11-23', null),
        measure('2026-11-30'),
      ],
    }),
  );
  assert.equal(facts.meetings, 2);
  assert.equal(facts.meetingsWithEvidence, 1);
  assert.equal(facts.formativeChecks, 1);
});

test('rehearsals come after a step that shows it, or the facts say they do not', () => {
  const rehearsal = step('2026-11-10', { kind: 'rehearsal', strand: 'practice' });
  const shown = (on: string) => step(on, { kind: 'modelling' });
  assert.equal(designFacts(design({ steps: [rehearsal] })).modelledBeforeRehearsal, false);
  assert.equal(
    designFacts(design({ steps: [shown('2026-11-09'), rehearsal] })).modelledBeforeRehearsal,
    true,
  );
  assert.equal(
    designFacts(design({ steps: [rehearsal, shown('2026-11-12')] })).modelledBeforeRehearsal,
    false,
  );
  assert.equal(designFacts(design({ steps: [tryout('2026-11-12')] })).modelledBeforeRehearsal, null);
});

test('minutes are told apart by strand, by the school day and by how people meet', () => {
  const facts = designFacts(
    design({
      steps: [
        step('2026-11-02', { minutes: 90 }),
        tryout('2026-11-09'),
        step('2026-11-10', {
          strand: 'peer',
          kind: 'meeting',
          minutes: 45,
          in_school_day: false,
          mode: 'online',
        }),
      ],
    }),
  );
  assert.deepEqual(
    [facts.specialistMinutes, facts.practiceMinutes, facts.peerMinutes, facts.pupilEvidenceMinutes],
    [90, 60, 45, 0],
  );
  assert.deepEqual([facts.inSchoolDayMinutes, facts.outsideSchoolDayMinutes], [150, 45]);
  assert.deepEqual([facts.inPersonMinutes, facts.onlineMinutes], [150, 45]);
});

test('kinds of activity are counted once each, and measuring is not learning', () => {
  const kinds = (...all: string[]) =>
    designFacts(design({ steps: all.map((kind) => step('2026-11-02', { kind })) })).kindsOfActivity;
  assert.equal(kinds('input', 'input', 'measure', 'survey'), 1);
  assert.equal(kinds('input', 'tryout', 'meeting'), 3);
  assert.equal(kinds('measure'), null);
  assert.equal(kinds(), null);
});

test('cover is arranged when no step in the school day lacks it; silence is not an answer', () => {
  const covered = (...covers: (string | null)[]) =>
    designFacts(design({ steps: covers.map((cover) => step('2026-11-02', { cover })) })).coverArranged;
  assert.equal(covered('arranged', 'none-needed'), true);
  assert.equal(covered('arranged', 'to-arrange'), false);
  assert.equal(covered('arranged', null), false);
  assert.equal(covered(null, null), null);
});

test('people say whether leaders learn too, who backs it and whether somebody comes from outside', () => {
  const facts = designFacts(
    design({
      people: [
        person(['participant']),
        person(['participant', 'sponsor'], { leads: true }),
        person(['specialist'], { kind: 'guest' }),
      ],
    }),
  );
  assert.equal(facts.attendeesPerSchool, 2);
  assert.equal(facts.leadersTakePart, true);
  assert.equal(facts.leadersEndorse, true);
  assert.equal(facts.outsideProvider, true);
  const nobody = designFacts(design());
  assert.deepEqual(
    [nobody.attendeesPerSchool, nobody.leadersTakePart, nobody.leadersEndorse],
    [null, null, null],
  );
});

test('answers of the designers are facts, and an open question stays unknown', () => {
  const facts = designFacts(
    design({
      answers: { cascade: 'no', technicalNeeds: 'yes', examplesPerTechnique: '3', participation: 'chosen' },
    }),
  );
  assert.equal(facts.cascade, false);
  assert.equal(facts.technicalNeeds, true);
  assert.equal(facts.technicalCheckDone, null);
  assert.equal(facts.examplesPerTechnique, 3);
  assert.equal(facts.participation, 'chosen');
});

test('an ingredient is taken out only when no step left carries it', () => {
  const carries = (title: string, ingredient: string) => step('2026-11-02', { title, ingredient });
  const facts = designFacts(
    design({
      steps: [carries('Second meeting', 'evidence-discussion')],
      removed: [
        carries('See it in use', 'modelling-first'),
        carries('First meeting', 'evidence-discussion'),
        step('2026-11-03'),
      ],
    }),
  );
  assert.deepEqual(facts.removedIngredients, ['See it in use']);
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
