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

test('those that have ended are left out unless they are asked for, and a stop is heard between two', async () => {
  const { id } = await makeSchool(db, 'Old mill');
  await db.updateTable('organisation').set({ ended_at: new Date() }).where('id', '=', id).execute();
  const seen = async (signal: AbortSignal, more: { endedToo?: boolean } = {}): Promise<string[]> => {
    const ids: string[] = [];
    await eachOrganisation(db, signal, async (each) => void ids.push(each.id), more);
    return ids;
  };
  assert.ok(!(await seen(never)).includes(id));
  assert.ok((await seen(never, { endedToo: true })).includes(id));
  assert.deepEqual(await seen(AbortSignal.abort()), []);
});
