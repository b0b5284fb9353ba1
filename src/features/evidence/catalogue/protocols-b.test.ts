import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { byId, loadCatalogue } from './catalogue.ts';
import type { Protocol, ProtocolStep } from './catalogue.ts';

const catalogue = loadCatalogue(join(import.meta.dirname, '../../../../catalogue'));
const protocolOf = (id: string): Protocol => byId(catalogue.protocols, id);
const stepsOf = (protocol: Protocol): ProtocolStep[] => protocol.stages.flatMap((stage) => stage.steps);
const ofKind = (protocol: Protocol, kind: string) => stepsOf(protocol).filter((step) => step.kind === kind);
const rules = (protocol: Protocol) => protocol.membership.map(({ rule }) => rule);
const lastWeek = (step: ProtocolStep) =>
  step.week + (step.repeats ? (step.repeats.times - 1) * step.repeats.every : 0);

const ids = [
  'pre-mortem',
  'micro-experiment',
  'peer-observation',
  'scenario',
  'agenda-free-cpd-day',
  'unconference',
  'case-study-review',
  'collaborative-co-coaching',
  'engaging-in-research',
  'engaging-with-research',
];

for (const id of ids) {
  describe(`the protocol ${id}`, () => {
    const protocol = protocolOf(id);
    const steps = stepsOf(protocol);

    test('ends within its weeks, and no step comes before what it follows', () => {
      for (const step of steps) {
        assert.ok(lastWeek(step) < protocol.weeks, step.id);
        for (const earlier of step.after ?? []) assert.ok(byId(steps, earlier).week <= step.week, step.id);
      }
    });

    test('has a try-out in class and a look at pupils, so that talk has something behind it', () => {
      assert.ok(ofKind(protocol, 'tryout').length > 0);
      assert.ok(steps.some((step) => step.strand === 'pupils'));
    });

    test('carries each ingredient in a step', () => {
      for (const ingredient of protocol.ingredients)
        assert.ok(
          steps.some((step) => step.ingredient === ingredient.id),
          ingredient.id,
        );
    });

    test('gives evidence for and against, and says whose experience it is', () => {
      assert.ok(protocol.evidence.some(({ direction }) => direction === 'for'));
      assert.ok(protocol.evidence.some(({ direction }) => direction === 'against'));
      for (const { words, source } of [...protocol.timing, ...protocol.membership].filter((r) => r.oneSchool))
        assert.ok('document' in source && !('own' in source), words);
    });

    test('asks between three and six things of the group at its end', () => {
      assert.ok(protocol.report.length >= 3 && protocol.report.length <= 6);
    });

    test('closes each meeting with promises', () => {
      for (const meeting of ofKind(protocol, 'meeting')) {
        const agenda = byId(catalogue.agendas, meeting.form ?? '');
        assert.equal(agenda.items.at(-1)?.records, 'commitments', meeting.id);
      }
    });
  });
}

describe('a pre-mortem', () => {
  const protocol = protocolOf('pre-mortem');
  const steps = stepsOf(protocol);

  test('keeps no name beside what is written, and needs enough people for that', () => {
    assert.equal(byId(steps, 'gone-wrong').writing, 'each-nameless');
    assert.ok(protocol.groupSize.min >= 5);
  });

  test('is written and answered before the new thing begins', () => {
    const start = byId(steps, 'start').week;
    for (const id of ['gone-wrong', 'risks', 'changed-plan']) assert.ok(byId(steps, id).week < start, id);
  });

  test('is offered, and is shown as one school’s experience', () => {
    const offered = protocol.membership.find(({ rule }) => rule === 'own-choice');
    assert.equal(offered?.oneSchool, true);
    assert.equal(byId(protocol.timing, 'before').oneSchool, true);
    assert.ok(protocol.evidence.every(({ strength }) => strength === 'argued'));
  });
});

describe('a micro-experiment', () => {
  const protocol = protocolOf('micro-experiment');

  test('looks at the routine as it is before anything in it is changed', () => {
    const [unchanged] = ofKind(protocol, 'pupil-evidence');
    for (const tryout of ofKind(protocol, 'tryout')) assert.ok((unchanged?.week ?? 99) < tryout.week);
  });

  test('lets each person promise one change at a time', () => {
    assert.deepEqual(
      ofKind(protocol, 'meeting').map((step) => step.commitments?.max),
      [1, 1],
    );
  });

  test('notes how pupils responded between each change and the meeting about it', () => {
    const order = stepsOf(protocol).map(({ kind }) => kind);
    order.forEach((kind, n) => {
      if (kind === 'tryout') assert.deepEqual(order.slice(n + 1, n + 3), ['pupil-evidence', 'meeting']);
    });
  });
});

describe('peer observation', () => {
  const protocol = protocolOf('peer-observation');

  test('notes moves seen and a plan of one’s own', () => {
    const form = byId(catalogue.forms, 'peer-observation');
    for (const id of ['moves', 'my-plan']) assert.equal(byId(form.parts, id).required, true);
    assert.ok(ofKind(protocol, 'peer-observation').every((step) => step.form === form.id));
  });

  test('lets each watch and be watched, by choice, with nobody’s manager', () => {
    assert.equal(ofKind(protocol, 'peer-observation').length, 2);
    assert.deepEqual(rules(protocol), ['no-line-managers', 'own-choice']);
    assert.deepEqual([protocol.groupSize.min, protocol.groupSize.max], [2, 3]);
  });

  test('follows each visit with a lesson in which a move is used', () => {
    const weeks = (kind: string) => ofKind(protocol, kind).map((step) => step.week);
    assert.deepEqual(weeks('tryout'), [2, 5]);
    assert.deepEqual(weeks('peer-observation'), [1, 4]);
  });

  test('says that it rests on one teacher’s account', () => {
    const lowenstein = protocol.evidence.find(({ statement }) => statement.includes('Lowenstein'));
    assert.equal(lowenstein?.strength, 'argued');
  });
});

describe('a scenario', () => {
  const protocol = protocolOf('scenario');
  const steps = stepsOf(protocol);

  test('asks for an open answer before one sees those of others', () => {
    const answer = byId(steps, 'answer');
    assert.equal(answer.writing, 'each-before-seeing');
    assert.ok(byId(steps, 'discussion').week >= answer.week);
  });

  test('is written by teachers and goes several ways', () => {
    const author = byId(protocol.roles, 'author');
    assert.notEqual(author.part, 'specialist');
    assert.deepEqual(byId(steps, 'scenario').for, ['author']);
    assert.ok((byId(steps, 'outcomes').sections ?? []).length >= 3);
  });

  test('is played again after the talk, and answered again', () => {
    assert.deepEqual(byId(steps, 'replay').after, ['discussion']);
    assert.deepEqual(byId(steps, 'answer-again').after, ['replay']);
  });

  test('scores nothing', () => {
    const asked = ofKind(protocol, 'measure').length + ofKind(protocol, 'peer-assessment').length;
    assert.equal(asked, 0);
    assert.ok(protocol.limits.some((limit) => limit.includes('never scored')));
  });
});

describe('an agenda-free day', () => {
  const protocol = protocolOf('agenda-free-cpd-day');
  const steps = stepsOf(protocol);

  test('has one day, with nobody who sets its agenda', () => {
    const day = byId(protocol.stages, 'day').steps;
    assert.deepEqual([...new Set(day.map(({ week }) => week))], [1]);
    assert.deepEqual(byId(protocol.roles, 'host').notHeldBy, ['whoever would set the day’s agenda']);
    assert.equal(ofKind(protocol, 'input').length, 0);
  });

  test('gives most of its time to people’s own work and ends with sharing', () => {
    const day = byId(protocol.stages, 'day').steps;
    assert.equal(day.at(-1)?.form, 'free-day-sharing');
    const minutes = day.reduce((total, step) => total + step.minutes, 0);
    assert.ok(byId(steps, 'work').minutes > minutes / 2);
  });

  test('asks nothing of anybody afterwards that they did not choose', () => {
    assert.ok(byId(protocol.stages, 'afterwards').steps.every((step) => !step.required));
  });
});

describe('an unconference', () => {
  const protocol = protocolOf('unconference');
  const steps = stepsOf(protocol);

  test('is made by those who come: sign-up first, no speaker from outside', () => {
    assert.ok(byId(steps, 'offer').week < byId(steps, 'meeting').week);
    assert.ok(steps.every((step) => step.lead !== 'specialist'));
    assert.deepEqual(rules(protocol), ['own-choice', 'guests-welcome']);
  });

  test('has questions in writing while it lasts, and keeps the talks', () => {
    assert.equal(byId(steps, 'chat').mode, 'online');
    assert.equal(byId(steps, 'chat').week, byId(steps, 'meeting').week);
    assert.ok(byId(steps, 'kept').sections?.some(({ id }) => id === 'recordings'));
  });

  test('fits its agenda into an hour and a half', () => {
    const { items } = byId(catalogue.agendas, 'unconference-session');
    const { minutes } = byId(steps, 'meeting');
    assert.ok(items.reduce((total, item) => total + item.minutes, 0) <= minutes);
    assert.equal(minutes, 90);
  });
});
