import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { makePerson, makeSchool } from '#test/factories.ts';
import { testDatabase } from '#test/database.ts';
import { composed, type Given, list } from './composed.ts';
import { policy } from './policy.ts';
import { selectStanding } from './standing.ts';
import { Who } from './who.ts';

const { db, queries } = await testDatabase();
const school = await makeSchool(db);
const now = new Date('2026-11-20T09:30:15.250Z');

async function whoIs(name: string): Promise<Who> {
  const { personId } = await makePerson(db, school, { name });
  const standing = await selectStanding(
    db,
    { personId, name, locale: 'en-GB', theme: 'auto' },
    { id: school.id, name: school.name, zone: 'Europe/London', currency: 'GBP' },
    '2026-11-20',
  );
  return new Who(standing, 'learning');
}

test('two lists come in one statement, with days as text and moments as dates', async () => {
  const who = await whoIs('Ffion Puw');
  const ask = composed((me, { at, on }: Given<{ at: Date; on: string }>) => ({
    days: list<{ on: string }>(sql`select ${on}::date as "on"`),
    moments: list<{ at: Date; never: Date | null; n: number }>(
      sql`select ${at}::timestamptz as at, null::timestamptz as never, 7::bigint as n`,
      { at: 'moment', never: 'moment' },
    ),
    none: list<{ id: string }>(sql`select p.id from person p where p.id = ${me.personId} and false`),
  }));
  queries.length = 0;
  const found = await ask(db, who, { at: now, on: '2026-11-20' });
  assert.equal(queries.length, 1);
  assert.deepEqual(found, {
    days: [{ on: '2026-11-20' }],
    moments: [{ at: now, never: null, n: 7 }],
    none: [],
  });
});

test('what was composed for one person or for one set of values never answers for another', async () => {
  let times = 0;
  const ask = composed((who, given: Given<{ word: string; only: string | undefined }>) => {
    times++;
    return {
      rows: list<{ name: string; word: string }>(sql`select p.name, ${given.word}::text as word from person p
        where p.id = ${who.personId} ${given.only ? sql`and p.name = ${given.only}` : sql``}`),
    };
  });
  const [ann, bea] = [await whoIs('Ann Bowen'), await whoIs('Bea Cole')];
  const rows = async (who: Who, word: string, only?: string) => (await ask(db, who, { word, only })).rows;
  assert.deepEqual(await rows(ann, 'one'), [{ name: 'Ann Bowen', word: 'one' }]);
  assert.deepEqual(await rows(ann, 'two'), [{ name: 'Ann Bowen', word: 'two' }]);
  assert.equal(times, 1, 'composed once');
  assert.deepEqual(await rows(bea, 'three'), [{ name: 'Bea Cole', word: 'three' }]);
  assert.deepEqual(await rows(ann, 'four', 'Bea Cole'), [], 'a value that was missing before counts');
  assert.equal(times, 3);
  assert.deepEqual(await rows(new Who(ann.standing, 'appraisal'), 'five'), [
    { name: 'Ann Bowen', word: 'five' },
  ]);
  assert.equal(times, 4, 'another purpose is composed anew');
});

test('the kernel counts as asked each time, not only when the statement was composed', async () => {
  const notePolicy = policy({
    kind: 'note',
    purpose: 'learning',
    noun: 'note',
    logged: false,
    may: { read: ['author'] },
    ask: 'Ask its author.',
  });
  const ask = composed((who) => ({
    rows: list<{ id: string }>(sql`select i.id from item i where i.owner_id = ${who.organisationId}
      and ${who.sees('i', notePolicy)}`),
  }));
  const who = await whoIs('Carys Dunn');
  await ask(db, who, {});
  await ask(db, new Who(who.standing, 'learning'), {});
  const third = new Who(who.standing, 'learning');
  await ask(db, third, {});
  assert.equal(third.asked, 1);
});

test('texts in an array come through whole, whatever stands in them', async () => {
  const odd = ['plain', '', 'a "quoted" one', 'back\\slash', '{curly},comma', 'null', 'Ŵyn’s 名'];
  const ask = composed(() => ({ rows: list<{ text: string }>(sql`select unnest(${odd}::text[]) as text`) }));
  const { rows } = await ask(db, await whoIs('Dewi Ellis'), {});
  assert.deepEqual(
    rows.map(({ text }) => text),
    odd,
  );
});

test('a list of texts that several lists need is sent once for each type it is read as', async () => {
  const ids = ['0190a000-0000-7000-8000-000000000001'];
  const ask = composed(() => ({
    one: list<{ ids: string[] }>(sql`select ${ids}::uuid[] as ids`),
    two: list<{ ids: string[]; texts: string[] }>(sql`select ${ids}::uuid[] as ids, ${ids}::text[] as texts`),
  }));
  const who = await whoIs('Eleri Fox');
  queries.length = 0;
  const found = await ask(db, who, {});
  assert.deepEqual(found, { one: [{ ids }], two: [{ ids, texts: ids }] });
  assert.deepEqual(queries[0]!.sql.match(/\$\d+/g), ['$1', '$1', '$2']);
});
