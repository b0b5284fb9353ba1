import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { groupScene } from './groups.scene.ts';

describe('a cycle of a group', () => {
  test('a next cycle can be taken back while nothing has happened in it, and begun again', async () => {
    const { as, here, site, school } = await groupScene();
    const ann = await as('ann');
    const steps = async () =>
      (
        await site.db
          .selectFrom('programme_step')
          .select('id')
          .where('owner_id', '=', school.id)
          .where('ended_at', 'is', null)
          .execute()
      ).length;
    const before = await steps();
    const begin = () =>
      ann.post(`${here}/cycles`, { question: 'And halves?', starts_on: '2027-01-11', after: '1' });
    await begin();
    assert.ok((await steps()) > before);
    assert.equal((await ann.post(`${here}/cycles/2/undo`)).status, 303);
    assert.equal(await steps(), before);
    assert.doesNotMatch((await ann.get(`${here}/cycles`)).text, /And halves\?/);
    assert.equal((await begin()).status, 303);
    const number = await site.db
      .selectFrom('programme_step')
      .select('number')
      .where('owner_id', '=', school.id)
      .where('cycle', '=', 2)
      .where('ended_at', 'is', null)
      .executeTakeFirstOrThrow();
    site.clock.set('2027-03-19T16:00:00Z');
    const later = await as('ann');
    await later.post(`${here}/steps/${number.number}/done`);
    assert.equal((await later.post(`${here}/cycles/2/undo`)).status, 422);
  });

  test('two who begin the next cycle at once begin one', async () => {
    const { as, here, site, group, school } = await groupScene();
    const [ann, tomos] = [await as('ann'), await as('tomos')];
    const fields = { question: 'And halves?', starts_on: '2027-01-11', after: '1' };
    const answers = await Promise.all([
      ann.post(`${here}/cycles`, fields),
      tomos.post(`${here}/cycles`, fields),
    ]);
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [303, 422],
    );
    const cycles = await site.db
      .selectFrom('group_cycle')
      .select('number')
      .where('owner_id', '=', school.id)
      .where('programme_id', '=', group.id)
      .execute();
    assert.equal(cycles.length, 2);
  });
});
