import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policy } from '#platform/access/policy.ts';
import { members, roles } from '#platform/http/route.ts';
import { catalogue } from '#features/evidence/index.ts';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testSite } from '#test/site.ts';
import { roleOptions } from './role-words.ts';
import { role } from './roles.ts';

test('every role that pages and policies name stands in the catalogue', () => {
  const known = new Set(catalogue().roles.map(({ id }) => id));
  assert.deepEqual(
    Object.values(role).filter((name) => !known.has(name)),
    [],
  );
});

test('the roles of staff are offered where they belong, each under a heading', async () => {
  const options = roleOptions('staff');
  assert.deepEqual(
    options.filter(({ group }) => group === undefined).map(({ value }) => value),
    [],
  );
  assert.deepEqual(
    [...new Set(options.map(({ group }) => group))],
    [
      'Leading the school',
      'Teaching and supporting classes',
      'Professional learning',
      'Running the school',
      'Governance and beyond the school',
    ],
  );
  const site = await testSite();
  const school = await makeSchool(site.db);
  const office = await site.as(await makePerson(site.db, school, { roles: ['administrator'] }));
  const ann = await makePerson(site.db, school);
  const page = (await office.get(`/people/${ann.personId}/roles`)).text;
  assert.match(page, /<legend>Leading the school<\/legend>[^]*value="head"[^]*<legend>Teaching/);
  assert.match((await office.get('/people')).text, /<optgroup label="Leading the school">/);
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
