import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { byId, loadCatalogue } from './catalogue.ts';
import type { Protocol, ProtocolStep } from './catalogue.ts';

const catalogue = loadCatalogue(join(import.meta.dirname, '../../../../catalogue'));
const named = (id: string) => byId(catalogue.protocols, id);
const stepsOf = (protocol: Protocol) => protocol.stages.flatMap((stage) => stage.steps);
const ofKind = (protocol: Protocol, kind: string) => stepsOf(protocol).filter((step) => step.kind === kind);
const weeksOf = (step: ProtocolStep) =>
  Array.from({ length: step.repeats?.times ?? 1 }, (_, n) => step.week + n * (step.repeats?.every ?? 0));
/** The weeks in which steps of a kind take place, each time they do, in order. */
const weeksOfKind = (protocol: Protocol, kind: string) =>
  ofKind(protocol, kind)
    .flatMap(weeksOf)
    .toSorted((a, b) => a - b);
const apart = (weeks: readonly number[]) => weeks.slice(1).map((week, n) => week - (weeks[n] ?? 0));
const rules = (protocol: Protocol) => protocol.membership.map(({ rule }) => rule);
const size = ({ groupSize }: Protocol) => [groupSize.min, groupSize.max];
const sectionsOf = (protocol: Protocol, step: string) =>
  (byId(stepsOf(protocol), step).sections ?? []).map(({ id }) => id);

const own = [
  'spiral-of-enquiry',
  'lesson-study',
  'teacher-learning-community',
  'instructional-coaching-programme',
  'whole-school-coaching',
  'cross-profession-video-coaching',
  'annotated-research-group',
  'journal-club',
  'action-research',
].map(named);

/** What a timing rule speaks of, as the protocol lays it out; null where a lay-out has no such number. */
function laidOut(protocol: Protocol, of: string): number[] | null {
  const meetings = weeksOfKind(protocol, 'meeting');
  if (of === 'meetings') return [meetings.length];
  if (of === 'weeksBetweenMeetings') return apart(meetings);
  if (of === 'minutesOfMeeting') return ofKind(protocol, 'meeting').map((step) => step.minutes);
  if (of === 'cycles') return [Math.max(...stepsOf(protocol).map((step) => step.cycle))];
  if (of === 'terms') return protocol.terms;
  if (of === 'weeks') return [protocol.weeks, Math.max(...stepsOf(protocol).flatMap(weeksOf))];
  return null;
}

for (const protocol of own) {
  describe(protocol.title, () => {
    test('keeps its own timing rules in the weeks and minutes it lays out', () => {
      for (const { id, rule } of protocol.timing) {
        if (!rule) continue;
        const numbers = laidOut(protocol, rule.of);
        assert.ok(numbers && numbers.length > 0, id);
        for (const number of numbers)
          assert.ok(number >= (rule.min ?? number) && number <= (rule.max ?? number), `${id}: ${number}`);
      }
    });

    test('ends within its weeks, and every step lasts as long as the source asks', () => {
      for (const step of stepsOf(protocol)) {
        assert.ok(
          weeksOf(step).every((week) => week < protocol.weeks),
          step.id,
        );
        const { min, max } = step.lasts ?? { min: step.minutes, max: step.minutes };
        assert.ok(step.minutes >= min && step.minutes <= max, step.id);
      }
    });

    test('has a step for each ingredient, evidence that does not speak for it, and more than one strand', () => {
      const steps = stepsOf(protocol);
      for (const { id } of protocol.ingredients)
        assert.ok(
          steps.some((step) => step.ingredient === id),
          id,
        );
      assert.ok(protocol.evidence.some(({ direction }) => direction === 'for'));
      assert.ok(protocol.evidence.some(({ direction }) => direction !== 'for'));
      assert.ok(new Set(steps.map((step) => step.strand)).size > 1);
    });

    test('counts as the size of the group those who take part, and nobody else', () => {
      const taking = protocol.roles.filter((role) => role.part === 'participant');
      assert.deepEqual(
        taking.map(({ min, max }) => [min, max]),
        [size(protocol)],
      );
    });

    test('opens meetings with what was promised and closes them with promises, within their minutes', () => {
      for (const step of ofKind(protocol, 'meeting')) {
        const { items } = byId(catalogue.agendas, step.form ?? '');
        assert.equal(items.at(0)?.records, 'reports', step.id);
        assert.equal(items.at(-1)?.records, 'commitments', step.id);
        assert.ok(items.reduce((sum, item) => sum + item.minutes, 0) <= step.minutes, step.id);
      }
    });
  });
}

test('a spiral goes through six stages in order and asks three questions at each', () => {
  const spiral = named('spiral-of-enquiry');
  assert.deepEqual(
    spiral.stages.map(({ id }) => id),
    ['scanning', 'focusing', 'developing-a-hunch', 'new-professional-learning', 'taking-action', 'checking'],
  );
  assert.deepEqual(
    spiral.questions?.map(({ words }) => words),
    ['What is going on for our learners?', 'How do we know?', 'Why does this matter?'],
  );
  assert.equal(stepsOf(spiral).filter((step) => step.asksQuestions).length, 6);
  assert.equal(spiral.again?.stages.length, 6);
});

describe('a cycle of lesson study', () => {
  const study = named('lesson-study');

  test('takes five weeks or more, in groups of 4 to 6', () => {
    assert.deepEqual(size(study), [4, 6]);
    assert.ok(Math.max(...stepsOf(study).map((step) => step.week)) >= 5);
  });

  test('plans in six parts, written together, after the materials have been studied', () => {
    assert.deepEqual(sectionsOf(study, 'research-lesson-plan').toSorted(), [
      'anticipated-thinking',
      'data-collection',
      'learning-arc',
      'long-term-goals',
      'rationale',
      'study-of-materials',
    ]);
    const plan = byId(stepsOf(study), 'research-lesson-plan');
    assert.equal(plan.writing, 'together');
    assert.deepEqual(plan.after, ['study-materials']);
  });

  test('discusses each lesson formally, with a knowledgeable other, and may teach it again', () => {
    assert.deepEqual(
      ofKind(study, 'research-lesson').map((step) => step.required),
      [true, false],
    );
    assert.ok(ofKind(study, 'meeting').every((step) => step.form === 'post-lesson-discussion'));
    const { items } = byId(catalogue.agendas, 'post-lesson-discussion');
    const order = items.map(({ id }) => id);
    assert.ok(order.indexOf('responses') < order.indexOf('knowledgeable-other'));
    assert.equal(byId(study.roles, 'knowledgeable-other').part, 'specialist');
  });

  test('leaves new questions, and stands within a theme and a report of the year', () => {
    assert.ok(sectionsOf(study, 'record-of-cycle').includes('new-questions'));
    assert.ok(study.yearly);
    assert.equal(study.again?.stages.length, study.stages.length);
  });
});

test('a learning community meets 18 times, monthly, for 75 to 90 minutes, and tries something in between', () => {
  const community = named('teacher-learning-community');
  const meetings = weeksOfKind(community, 'meeting');
  assert.equal(meetings.length, 18);
  assert.ok(ofKind(community, 'meeting').every(({ lasts }) => lasts?.min === 75 && lasts.max === 90));
  assert.deepEqual(community.terms, [6]);
  const tries = weeksOfKind(community, 'tryout');
  assert.equal(tries.length, 17);
  tries.forEach((week, n) => assert.ok(week > (meetings[n] ?? week) && week < (meetings[n + 1] ?? week)));
  assert.equal(community.stages.length, 7, 'five strategies, a beginning and an end');
});

test('instructional coaching has a term each on three domains, and one long session before three on clips', () => {
  const coaching = named('instructional-coaching-programme');
  assert.deepEqual(
    coaching.stages.map(({ id, cycle }) => [id, cycle]),
    [
      ['behaviour', 1],
      ['instructional-design', 2],
      ['assessment', 3],
    ],
  );
  for (const { steps } of coaching.stages) {
    const [opening, onVideo] = steps.filter((step) => step.kind === 'specialist-observation');
    assert.ok(opening && onVideo && opening.minutes > onVideo.minutes && opening.week < onVideo.week);
    assert.deepEqual([opening.mode, onVideo.repeats?.times, onVideo.repeats?.every], ['in-person', 3, 2]);
    const clip = steps.find((step) => step.kind === 'recording');
    assert.deepEqual([clip?.lasts, clip?.repeats?.times], [{ min: 10, max: 15 }, 3]);
  }
});

describe('whole-school coaching', () => {
  const coaching = named('whole-school-coaching');

  test('has an hour watched and an hour talked, twice, two weeks apart', () => {
    for (const kind of ['specialist-observation', 'meeting']) {
      assert.deepEqual(weeksOfKind(coaching, kind), [0, 2]);
      assert.ok(ofKind(coaching, kind).every((step) => step.minutes === 60 && step.inSchoolDay));
    }
  });

  test('ends each talk with two steps at most, and says that all of this is one school', () => {
    assert.ok(ofKind(coaching, 'meeting').every((step) => step.commitments?.max === 2));
    assert.ok([...coaching.membership, ...coaching.timing].every(({ oneSchool }) => oneSchool));
  });
});

test('with another profession the teacher watches first, three times, and notes have eight parts', () => {
  const coaching = named('cross-profession-video-coaching');
  const clips = ofKind(coaching, 'recording');
  assert.equal(clips.length, 3);
  for (const clip of clips) {
    assert.equal(byId(coaching.roles, clip.first ?? '').part, 'participant');
    assert.deepEqual([clip.sections?.length, clip.writing], [8, 'each-before-seeing']);
  }
  const training = Math.max(...weeksOfKind(coaching, 'input'));
  assert.ok(clips.every((clip) => clip.week > training));
});

test('a research group is 5 to 8 teachers without leaders, who meet fortnightly, four or five times', () => {
  const group = named('annotated-research-group');
  assert.deepEqual(size(group), [5, 8]);
  assert.deepEqual(rules(group), ['teachers-only', 'no-leaders', 'own-choice']);
  assert.deepEqual(apart(weeksOfKind(group, 'meeting')), [2, 2, 2, 2]);
  assert.ok(ofKind(group, 'meeting').every((step) => step.for?.join() === 'teacher'));
  assert.match(byId(stepsOf(group), 'annotate-papers').title, /10 to 15/);
  assert.equal(group.stages.at(-1)?.steps.at(-1)?.id, 'proposal');
});

test('a journal club judges the study before it talks of what to do with it', () => {
  const order = byId(catalogue.agendas, 'journal-club-meeting').items.map(({ id }) => id);
  assert.ok(order.indexOf('quality') < order.indexOf('apply'));
  assert.ok(
    stepsOf(named('journal-club')).every((step) => !step.sections || step.writing === 'each-before-seeing'),
  );
});

test('action research observes before and after, meets four times, and keeps managers apart', () => {
  const research = named('action-research');
  assert.equal(ofKind(research, 'measure').length, 2);
  assert.equal(
    ofKind(research, 'meeting').filter(({ ingredient, for: roles }) => ingredient && roles).length,
    4,
  );
  assert.deepEqual(byId(stepsOf(research), 'managers-meeting').for, ['manager']);
  assert.deepEqual(sectionsOf(research, 'case-study'), [
    'setting',
    'starting-point',
    'did-and-found',
    'impact',
    'future',
  ]);
});
