import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '#features/evidence/index.ts';
import { notesSection, sectionsOf, stepsOf, writingAt } from './step-in-protocol.ts';

const steps = catalogue().protocols.flatMap((protocol) =>
  stepsOf(protocol).map((template) => ({
    name: `${protocol.id}: ${template.id}`,
    protocol,
    template,
    step: {
      template_step: template.id,
      kind: template.kind,
      mode: template.mode,
      form: template.form ?? null,
    },
  })),
);

test('at every step of every protocol the parts that are written in have names of their own', () => {
  for (const { name, protocol, step } of steps) {
    const ids = sectionsOf(protocol, step).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, name);
  }
});

test('every step at which a protocol has people write has parts, and none has parts that it does not ask for', () => {
  for (const { name, protocol, template, step } of steps) {
    const writing = writingAt(protocol, step);
    assert.equal(writing?.way, template.writing, name);
    const questions = template.asksQuestions ? (protocol.questions?.length ?? 0) : 0;
    assert.equal(writing?.parts.length ?? 0, (template.sections?.length ?? 0) + questions, name);
  }
});

test('questions asked at every stage go by their own ids, so that what was said of one is found again', () => {
  const spiral = catalogue().protocols.find(({ id }) => id === 'spiral-of-enquiry')!;
  const meeting = stepsOf(spiral).find(({ asksQuestions }) => asksQuestions)!;
  assert.deepEqual(
    writingAt(spiral, { template_step: meeting.id })?.parts.map(({ id }) => id),
    spiral.questions!.map(({ id }) => `question-${id}`),
  );
});

test('a step that the school added itself has no protocol behind it, and a session its notes', () => {
  const [protocol] = catalogue().protocols;
  const own = { template_step: null, kind: 'input', mode: 'in-person', form: null };
  assert.equal(writingAt(protocol, own), undefined);
  assert.deepEqual(
    sectionsOf(protocol, own).map(({ id }) => id),
    [notesSection],
  );
  assert.deepEqual(sectionsOf(protocol, { ...own, mode: 'own-time' }), []);
});
