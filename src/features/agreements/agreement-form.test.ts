import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fields } from '#test/site.ts';
import { mayHide, readyForm, shownParts } from './form-parts.ts';
import { scene } from './agreements.scene.ts';

const address = '/school/agreement-form';

/** The ready form as its page would send it. */
const asSent = (version: number, more: Fields = {}): Fields => ({
  version,
  ...Object.fromEntries(
    readyForm().flatMap(({ id, question, help }) => [
      [`question_${id}`, question],
      [`help_${id}`, help],
    ]),
  ),
  ...more,
});

test('the ready form has eight numbered parts, and what sets something going cannot be left out', () => {
  const form = readyForm();
  assert.deepEqual(
    shownParts(form)
      .filter(({ under }) => !under)
      .map(({ heading }) => heading.slice(0, 2)),
    ['1.', '2.', '3.', '4.', '5.', '6.', '7.', '8.'],
  );
  const free = form.filter((part) => mayHide(part, form)).map(({ id }) => id);
  assert.deepEqual(free, ['how', 'feedback', 'other-support']);
});

test('a school words its form, leaves a part out and adds one; an agreement that has begun stays on its form', async () => {
  const { partnership, propose, as, teacher } = await scene();
  const leader = await as('cpd-leader');
  const begun = await partnership();
  const saved = await leader.post(
    address,
    asSent(1, {
      question_how: 'What will each of us try first?',
      'hide_other-support': 'yes',
      hide_focus: 'yes',
      new_question: 'Which Welsh words will we use?',
    }),
  );
  assert.equal(saved.status, 303, saved.text);
  assert.match((await teacher.get(`${begun}/write`)).text, /How will we go about it/);
  const fresh = await propose('colleague');
  const colleague = await as('colleague');
  await colleague.post(`${fresh}/answer`, { answer: 'accepted' });
  const page = (await colleague.get(`${fresh}/write`)).text;
  assert.match(page, /What will each of us try first/);
  assert.match(page, /8\. Which Welsh words will we use/);
  assert.doesNotMatch(page, /In what other ways will we support/);
  assert.match(page, /Which strategies for teaching/);
});

test('two who change the form at once: the second sees both wordings', async () => {
  const { as } = await scene();
  const leader = await as('cpd-leader');
  assert.equal((await leader.post(address, asSent(0, { question_how: 'First wording?' }))).status, 303);
  const late = await leader.post(address, asSent(0, { question_how: 'Second wording?' }));
  assert.equal(late.status, 409);
  assert.match(late.text, /First wording/);
  assert.match(late.text, /Second wording/);
});

test('an earlier version of the form is taken up again, and saving can be undone', async () => {
  const { as } = await scene();
  const leader = await as('cpd-leader');
  await leader.post(address, asSent(0, { question_how: 'A wording to regret?' }));
  assert.equal((await leader.post(`${address}/versions/1/use`)).status, 303);
  const page = (await leader.get(address)).text;
  assert.doesNotMatch(page, /A wording to regret/);
  assert.match(page, /Version 3/);
});

test('the form is for the CPD leader alone', async () => {
  const { as } = await scene();
  for (const who of ['teacher', 'head', 'co-ordinator', 'specialist', 'pupil', 'parent'] as const) {
    const browser = await as(who);
    assert.equal((await browser.get(address)).status, 403, who);
    assert.equal((await browser.post(address, asSent(0))).status, 403, who);
  }
});
