import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { byId, loadCatalogue } from './catalogue.ts';
import type { ProtocolStep } from './catalogue.ts';

const catalogue = loadCatalogue(join(import.meta.dirname, '../../../../catalogue'));
const protocol = byId(catalogue.protocols, 'sustained-programme');
const steps = protocol.stages.flatMap((stage) => stage.steps);
const ofKind = (kind: string) => steps.filter((step) => step.kind === kind);
const lastWeek = (step: ProtocolStep) =>
  step.week + (step.repeats ? (step.repeats.times - 1) * step.repeats.every : 0);

/** Share of minutes led by a specialist from one week up to another, repeats included. */
function specialistShare(from: number, to: number): number {
  const minutes = (led: (step: ProtocolStep) => boolean) =>
    steps.filter(led).reduce((total, step) => {
      const times = Array.from(
        { length: step.repeats?.times ?? 1 },
        (_, i) => step.week + i * (step.repeats?.every ?? 0),
      );
      return total + step.minutes * times.filter((week) => week >= from && week < to).length;
    }, 0);
  return minutes((step) => step.lead === 'specialist') / minutes(() => true);
}

describe('the sustained programme', () => {
  test('takes two or three terms, in partnerships of two or three', () => {
    assert.deepEqual(protocol.terms, [2, 3]);
    assert.deepEqual([protocol.groupSize.min, protocol.groupSize.max], [2, 3]);
  });

  test('begins with starting points, before any input', () => {
    const firstInput = Math.min(...ofKind('input').map((step) => step.week));
    assert.ok(
      steps.filter((step) => step.ingredient === 'starting-points').every((step) => step.week < firstInput),
    );
  });

  test('shows before it asks to try, in both directions of the plan', () => {
    const modelling = byId(steps, 'modelling');
    assert.ok(ofKind('tryout').every((step) => step.week > modelling.week));
  });

  test('has a second cycle with peer assessment, and a hand-over to teachers', () => {
    assert.ok(ofKind('peer-assessment').every((step) => step.cycle === 2));
    assert.equal(ofKind('peer-assessment').length, 1);
    assert.equal(ofKind('hand-over').length, 1);
    assert.ok(ofKind('tryout').some((step) => step.cycle === 2));
  });

  test('lets the share led by the specialist fall from third to third', () => {
    const third = protocol.weeks / 3;
    const shares = [0, 1, 2].map((part) => specialistShare(part * third, (part + 1) * third));
    assert.deepEqual(
      shares,
      [...shares].sort((a, b) => b - a),
    );
    assert.ok((shares[0] ?? 0) > 0.4 && (shares[2] ?? 1) < 0.15, shares.join(' '));
  });

  test('keeps a specialist on call for ten days or more', () => {
    assert.ok(ofKind('on-call').every((step) => (step.days ?? 0) >= 10));
    assert.ok(ofKind('on-call').length > 0);
  });

  test('measures at the start, in the middle, at the end and later', () => {
    const weeks = ofKind('measure').map((step) => step.week);
    assert.deepEqual(
      weeks,
      [...weeks].sort((a, b) => a - b),
    );
    assert.equal(weeks.length, 4);
    assert.ok((weeks[3] ?? 0) > protocol.weeks);
  });

  test('opens every meeting with reports and closes it with promises', () => {
    assert.ok(ofKind('meeting').every((step) => step.form === 'meeting-agenda'));
    const agenda = byId(catalogue.agendas, 'meeting-agenda');
    assert.equal(agenda.items.at(0)?.records, 'reports');
    assert.equal(agenda.items.at(-1)?.records, 'commitments');
  });

  test('carries each ingredient in at least one step, and no step comes before what it follows', () => {
    for (const ingredient of protocol.ingredients) {
      assert.ok(
        steps.some((step) => step.ingredient === ingredient.id),
        ingredient.id,
      );
    }
    for (const step of steps) {
      for (const earlier of step.after ?? []) assert.ok(byId(steps, earlier).week <= step.week, step.id);
    }
  });

  test('ends within its weeks, apart from the look back', () => {
    const late = steps.filter((step) => lastWeek(step) >= protocol.weeks).map((step) => step.id);
    assert.deepEqual(late, ['delayed-measure']);
  });
});

describe('the learning agreement', () => {
  const { parts } = byId(catalogue.forms, 'learning-agreement');

  test('has the eight parts, the fourth in two', () => {
    assert.deepEqual(
      parts.map((part) => part.number),
      [1, 2, 3, 4, 5, 6, 7, 8],
    );
    assert.deepEqual(
      parts[3]?.parts?.map((part) => part.id),
      ['observations', 'feedback'],
    );
  });

  test('says which answers act', () => {
    const acts = parts.flatMap((part) => [part, ...(part.parts ?? [])]).flatMap((part) => part.acts ?? []);
    assert.deepEqual(acts, [
      'focus',
      'evidence-places',
      'observations',
      'preparations',
      'review',
      'evidence-places',
    ]);
  });
});

test('leader and recipients are asked about reaction, aims, practice, change and pupils', () => {
  const { parts } = byId(catalogue.forms, 'leader-recipient');
  assert.ok(parts.every((part) => part.asks && part.aspect));
  for (const aspect of ['reaction', 'intended-outcomes', 'practice', 'change', 'pupils']) {
    assert.ok(
      parts.some((part) => part.aspect === aspect),
      aspect,
    );
  }
});
