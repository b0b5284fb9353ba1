import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertMemberships } from '#features/people/index.ts';
import { makePerson } from '#test/factories.ts';
import { scene } from './year-end.scene.ts';

const september = '2027-09-06';
const words = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** The scene prepared, with hands for what happens after it. */
async function prepared() {
  const all = await scene();
  const { db, school, site, office, begin, prepare } = all;
  const href = await begin();
  assert.equal((await prepare(href)).status, 303);
  const comes = async (name: string, unitId: string) => {
    const pupil = await makePerson(db, school, { name, kind: 'pupil' });
    await db
      .updateTable('member')
      .set({ year_label: '5' })
      .where('owner_id', '=', school.id)
      .where('person_id', '=', pupil.personId)
      .execute();
    await insertMemberships(
      db,
      school.id,
      [{ unitId, personId: pupil.personId, part: 'pupil' }],
      site.clock.now,
    );
  };
  const along = async () => {
    const digest = /name="digest" value="([^"]+)"/.exec((await office.get(href)).text)?.[1] ?? '';
    return office.post(`${href}/take-along`, { digest });
  };
  return { ...all, href, joins: comes, along };
}

test('where nothing came to pass since it was prepared, nothing is said and nothing can be carried along', async () => {
  const { office, href, along } = await prepared();
  assert.doesNotMatch((await office.get(href)).text, /Since it was prepared/);
  const nothing = await along();
  assert.equal(nothing.status, 422);
  assert.match(nothing.text, /They are carried along already/);
});

test('somebody who comes after it was prepared is named, carried along when that is pressed, and taken back with the rest', async () => {
  const { office, href, p5, joins, along, standing } = await prepared();
  await joins('Eira Wyn', p5);
  assert.match(
    words((await office.get(href)).text),
    /not carried along: Eira Wyn\. 1 pupil goes to another class/,
  );
  assert.equal((await office.post(`${href}/take-along`, { digest: 'old' })).status, 422);
  assert.equal((await along()).status, 303);
  assert.doesNotMatch((await office.get(href)).text, /Since it was prepared/);
  assert.match((await standing(september)).join('; '), /Eira Wyn 5: Class 6P/);
  const { to } = await office.post(`${href}/take-back`);
  assert.match((await office.get(to)).text, /Everything is as it was\. The plan/);
  assert.match((await standing(september)).join('; '), /Eira Wyn 5: Class 5P/);
});

test('carried along, a pupil is a year further on the first day like the others', async () => {
  const { p5, joins, along, standing, comes } = await prepared();
  await joins('Eira Wyn', p5);
  await along();
  await comes('2027-09-01T05:00:00Z');
  assert.match((await standing(september)).join('; '), /Eira Wyn 6: Class 6P/);
});

test('whoever changed class since goes on from there, and has no place in the class they would have gone to', async () => {
  const { db, school, site, office, href, p5, people, along, standing } = await prepared();
  // In June Cai goes from 5P to a class that is made then.
  const { personId } = people.cai;
  await db
    .updateTable('membership')
    .set({ ends_on: '2027-06-01', ended_at: site.clock.now })
    .where('owner_id', '=', school.id)
    .where('unit_id', '=', p5)
    .where('person_id', '=', personId)
    .execute();
  const late = (await office.post('/people/units', { kind: 'class', name: 'Class 5Q', year_label: '5' }))
    .status;
  assert.equal(late, 303);
  const { id: q5 } = await db
    .selectFrom('unit')
    .select('id')
    .where('owner_id', '=', school.id)
    .where('name', '=', 'Class 5Q')
    .executeTakeFirstOrThrow();
  await insertMemberships(db, school.id, [{ unitId: q5, personId, part: 'pupil' }], site.clock.now);
  const { text } = await office.get(href);
  assert.match(text, /Since it was prepared/);
  assert.match(
    words(text),
    /Class 5Q: what becomes of it\?[\s\S]*Take everything back, decide and prepare it again/,
  );
  assert.equal((await along()).status, 422, 'a class that nobody decided');
  await db
    .insertInto('year_end_class')
    .values({
      owner_id: school.id,
      year_end_id: href.split('/').at(-1)!,
      unit_id: q5,
      fate: 'stay',
    })
    .execute();
  await along();
  assert.match((await standing(september)).join('; '), /Cai Roberts 5: Class 5Q(;|$)/);
});
