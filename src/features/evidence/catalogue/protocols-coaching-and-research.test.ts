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
const part = (protocol: Protocol, role: string) => byId(protocol.roles, role).part;

describe('a case study with peer review', () => {
  const protocol = protocolOf('case-study-review');
  const steps = stepsOf(protocol);

  test('has the five parts', () => {
    assert.deepEqual(
      byId(steps, 'draft').sections?.map(({ id }) => id),
      ['setting', 'start', 'done', 'impact', 'plans'],
    );
  });

  test('is reviewed by practitioners for its use to teachers, never by its author or their manager', () => {
    const reviews = byId(steps, 'reviews');
    assert.deepEqual(reviews.for, ['reviewer']);
    assert.ok(reviews.sections?.some(({ title }) => title.startsWith('Of use to teachers')));
    assert.equal(part(protocol, 'reviewer'), 'participant');
    assert.equal(byId(protocol.roles, 'reviewer').notHeldBy.length, 2);
  });

  test('is revised after the reviews, and says what became of them', () => {
    assert.ok(byId(steps, 'final').week > byId(steps, 'reviews').week);
    assert.ok(byId(steps, 'final').sections?.some(({ id }) => id === 'answers'));
  });
});

describe('collaborative co-coaching', () => {
  const protocol = protocolOf('collaborative-co-coaching');
  const steps = stepsOf(protocol);

  test('lasts a term at least, in partnerships of two or three who chose each other', () => {
    assert.equal(byId(protocol.timing, 'length').rule?.min, 1);
    assert.ok(protocol.weeks >= 12);
    assert.deepEqual([protocol.groupSize.min, protocol.groupSize.max], [2, 3]);
    assert.deepEqual(rules(protocol), ['own-choice', 'no-line-managers']);
  });

  test('begins with a specialist source and goes back to it', () => {
    const input = ofKind(protocol, 'input').map((step) => step.week);
    assert.equal(input[0], 0);
    assert.ok(input.length >= 2);
    assert.ok(ofKind(protocol, 'tryout').every((step) => step.week > byId(steps, 'see-it').week));
  });

  test('looks at the agreement again once partners have watched each other', () => {
    const review = byId(steps, 'agreement-review');
    assert.equal(review.form, 'learning-agreement');
    assert.deepEqual(review.after, ['watch']);
  });

  test('lets partners take turns at watching, with peer assessment in the second round only', () => {
    assert.ok(ofKind(protocol, 'peer-observation').every((step) => (step.repeats?.times ?? 1) >= 2));
    assert.deepEqual(
      ofKind(protocol, 'peer-assessment').map((step) => step.cycle),
      [2],
    );
  });
});

describe('engaging in research and with research', () => {
  const inResearch = protocolOf('engaging-in-research');
  const withResearch = protocolOf('engaging-with-research');

  test('both last two terms at least and have somebody who researches beside them', () => {
    for (const protocol of [inResearch, withResearch]) {
      assert.ok(Math.min(...protocol.terms) >= 2);
      assert.equal(byId(protocol.timing, 'length').rule?.min, 2);
      assert.ok(protocol.roles.some((role) => role.part === 'specialist' && role.min >= 1));
    }
  });

  test('in: the question is the teachers’, and instruments are made with the expert before evidence', () => {
    const steps = stepsOf(inResearch);
    assert.equal(byId(steps, 'question').lead, 'teachers');
    assert.equal(byId(steps, 'design-day').lead, 'specialist');
    assert.ok(byId(steps, 'question').week < byId(steps, 'design-day').week);
    assert.ok(byId(steps, 'plan').week < byId(steps, 'baseline').week);
  });

  test('in: teachers analyse, write up and make it known', () => {
    const steps = stepsOf(inResearch);
    assert.equal(byId(steps, 'write-up').writing, 'together');
    assert.ok(byId(steps, 'write-up').week > byId(steps, 'analysis-day').week);
    assert.ok(byId(steps, 'publish').week > byId(steps, 'write-up').week);
  });

  test('with: framework and instruments come from the researchers, before evidence', () => {
    const steps = stepsOf(withResearch);
    assert.equal(byId(steps, 'framework').lead, 'specialist');
    assert.ok(byId(steps, 'framework').week < byId(steps, 'baseline').week);
    assert.equal(ofKind(withResearch, 'measure').length, 3);
    assert.ok(ofKind(withResearch, 'measure').every((step) => step.ingredient === 'given-instruments'));
  });

  test('with: teachers are asked neither to make instruments nor to write the research up', () => {
    assert.deepEqual(
      ofKind(withResearch, 'document').map(({ id }) => id),
      ['agreement'],
    );
    assert.ok(stepsOf(withResearch).every((step) => step.ingredient !== 'written-up'));
  });
});
