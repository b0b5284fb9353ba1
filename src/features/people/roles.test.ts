import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policy } from '#platform/access/policy.ts';
import { members, roles } from '#platform/http/route.ts';
import { catalogue } from '#features/evidence/index.ts';
import { role } from './roles.ts';

test('every role that pages and policies name stands in the catalogue', () => {
  const known = new Set(catalogue().roles.map(({ id }) => id));
  assert.deepEqual(
    Object.values(role).filter((name) => !known.has(name)),
    [],
  );
});

test('a role or a kind of member that nobody can have is refused before the program runs', () => {
  // @ts-expect-error -- it is 'head'
  roles('headteacher');
  // @ts-expect-error -- it is 'staff'
  members('teachers');
  const declared = { kind: 'note', purpose: 'learning', noun: 'note', logged: false, ask: '' } as const;
  // @ts-expect-error -- it is 'role:head'
  policy({ ...declared, may: { read: ['role:headteacher'] } });
});
