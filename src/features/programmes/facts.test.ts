import assert from 'node:assert/strict';
import { test } from 'node:test';
import { designFacts } from './facts.ts';
import { step, tryout, measure, design, person } from './plan.fixture.ts';

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
