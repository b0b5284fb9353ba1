import assert from 'node:assert/strict';
import type { Browser } from '#test/site.ts';
import { scene } from '#features/try-outs/try-outs.scene.ts';

export const when = {
  on_date: '2026-11-18',
  starts_at: '10:15',
  minutes: '40',
  pupils: 'Year 5',
  focus: 'Who writes first',
};

/** Ann asks Tomos to observe her, and he agrees. */
export async function agreed() {
  const all = await scene();
  const [ann, tomos] = [await all.as('ann'), await all.as('tomos')];
  const asked = await ann.post('/my-learning/observations/new', {
    ...when,
    with: `${all.partnership} ${all.people.tomos.personId}`,
    role: 'observed',
  });
  assert.equal(asked.status, 303, asked.text);
  assert.equal((await tomos.post(`${asked.to}/accept`)).status, 303);
  return { ...all, ann, tomos, address: asked.to };
}

export const noticed = {
  happened: 'Four wrote at once',
  different: 'I expected two',
  ready: 'yes',
  version: '0',
};
export const notes = {
  'looking-for': 'Who writes first',
  moves: 'Waited',
  pupils: 'Wrote',
  'my-plan': 'Friday',
  ready: 'yes',
  version: '0',
};

/** It took place, and both say that theirs is ready. */
export async function bothReady(ann: Browser, tomos: Browser, address: string): Promise<void> {
  for (const answer of [
    await ann.post(`${address}/done`),
    await tomos.post(`${address}/write/notes`, notes),
    await ann.post(`${address}/write/noticed`, noticed),
  ])
    assert.equal(answer.status, 303, answer.text);
}

/** The kinds of what waits for somebody. */
export const waitingOf = async (
  { site }: { site: { db: Awaited<ReturnType<typeof scene>>['db'] } },
  personId: string,
) =>
  (
    await site.db
      .selectFrom('notice')
      .select('kind')
      .where('owner_id', '=', personId)
      .where('done_at', 'is', null)
      .orderBy('kind')
      .execute()
  ).map(({ kind }) => kind);
