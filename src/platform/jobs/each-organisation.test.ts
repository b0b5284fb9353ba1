import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { makeSchool } from '#test/factories.ts';
import { eachOrganisation } from './each-organisation.ts';

const { db } = await testDatabase();
const never = new AbortController().signal;

test('one organisation that fails does not hold up those after it, and the job still counts as failed', async () => {
  const ids = [(await makeSchool(db, 'Brook')).id, (await makeSchool(db, 'Hill')).id].toSorted();
  const done: string[] = [];
  const all = eachOrganisation(db, never, async ({ id }) => {
    if (id === ids[0]) throw new Error('a bad row');
    done.push(id);
  });
  await assert.rejects(all, (error) => error instanceof AggregateError && /a bad row/.test(error.message));
  assert.deepEqual(done, [ids[1]]);
});

test('those that have ended are left out unless they are asked for', async () => {
  const { id } = await makeSchool(db, 'Old mill');
  await db.updateTable('organisation').set({ ended_at: new Date() }).where('id', '=', id).execute();
  const seen = async (more: { endedToo?: boolean } = {}): Promise<string[]> => {
    const ids: string[] = [];
    await eachOrganisation(db, never, async (each) => void ids.push(each.id), more);
    return ids;
  };
  assert.ok(!(await seen()).includes(id));
  assert.ok((await seen({ endedToo: true })).includes(id));
});

test('a stop is heard between two, and the job does not count as done', async () => {
  await makeSchool(db, 'Mill');
  const stop = new AbortController();
  let done = 0;
  const all = eachOrganisation(db, stop.signal, async () => {
    done += 1;
    stop.abort();
  });
  await assert.rejects(all, { name: 'AbortError' });
  assert.equal(done, 1);
});
