import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { seedOneSchool } from './one-school.ts';

test('the demo school comes about by its people pressing the program’s own buttons, in under twenty seconds', async () => {
  const { db } = await testDatabase();
  const files = await mkdtemp(join(tmpdir(), 'staffroom-seed-'));
  after(() => rm(files, { recursive: true, force: true }));
  const began = performance.now();
  const school = await seedOneSchool(db, { now: new Date('2026-11-18T16:30:00Z'), files });
  assert.ok(performance.now() - began < 20_000, 'it took longer than twenty seconds');

  const staff = await db.selectFrom('member').select('id').where('owner_id', '=', school.id).where('kind', '=', 'staff').execute();
  assert.equal(staff.length, 60);
  assert.equal(school.pupils.length, 400);
  const programmes = await db.selectFrom('programme').select('slug').where('owner_id', '=', school.id).execute();
  assert.deepEqual(programmes.map((row) => row.slug).toSorted(), [
    'how-numbers-are-made',
    'questions-worth-asking',
    'reading-together',
    'remembering-more',
    'talk-that-teaches',
  ]);
});
