import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene } from './sessions.scene.ts';

/** The programme with one more step, of this kind and form. */
async function withStep(kind: string, form: string | null) {
  const all = await scene();
  await all.db
    .updateTable('programme_step')
    .set({ kind, form, mode: 'own-time' })
    .where('owner_id', '=', all.school.id)
    .where('number', '=', 1)
    .execute();
  const pageOf = async (name: Parameters<typeof all.as>[0]) =>
    (await (await all.as(name)).get(`${all.base}/steps/1`)).text;
  return { ...all, pageOf };
}

test('the step of starting points leads everybody in the programme who works here to their own', async () => {
  const { pageOf } = await withStep('survey', 'starting-points');
  for (const name of ['ann', 'nia', 'lead', 'sponsor'] as const)
    assert.match(
      await pageOf(name),
      /href="\/my-learning\/starting-points"[^]*?Write your starting points/,
      name,
    );
  for (const name of ['specialist', 'outsider'] as const)
    assert.doesNotMatch(await pageOf(name), /Write your starting points/, name);
});

test('the same questions at the end are answered in the evaluation, not as starting points', async () => {
  const { base, pageOf } = await withStep('survey', 'leader-recipient');
  const page = await pageOf('ann');
  assert.match(page, new RegExp(`href="${base}/evaluation/questions"[^]*?Answer the questions`));
  assert.doesNotMatch(page, /Write your starting points/);
});
