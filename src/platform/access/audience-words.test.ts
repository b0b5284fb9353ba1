import assert from 'node:assert/strict';
import { test } from 'node:test';
import { audienceNote, nameInAudiences } from './audience-words.ts';
import { policy, type Relation } from './policy.ts';
import type { Item, Who } from './who.ts';

const note = (read: Relation[]) =>
  audienceNote(
    { authorId: 'ann', audience: [], excludesManagers: false } as unknown as Item,
    policy({ kind: 'note', purpose: 'learning', noun: 'note', logged: false, may: { read }, ask: '' }),
    { personId: 'ben' } as Who,
  );

test('the school’s own sign stands for all staff, and not for a role that is called so', () => {
  nameInAudiences({ head: 'all staff' });
  assert.deepEqual([note(['staff']).icon, note(['staff']).words], ['school', 'All staff']);
  assert.deepEqual([note(['role:head']).icon, note(['role:head']).words], ['people', 'All staff']);
});
