import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scene } from './core.scene.ts';
import { presentCoaching } from './present-coaching.ts';

test('whom the law lets open a pairing reads all that was written together', async () => {
  const { as, db, world, together, whole, done, idOf, site } = await scene();
  const href = await together();
  const id = href.split('/')[2]!;
  const teacher = await as('teacher');
  done(await teacher.post(`${href}/agreement/write`, whole('specialist-coaching', 0)));
  const conversation = crypto.randomUUID();
  const at = site.clock.now;
  const owner_id = world.school.id;
  await db
    .insertInto('conversation')
    .values({
      owner_id,
      id: conversation,
      coaching_id: id,
      on_date: '2026-11-18',
      begun_by: idOf('teacher'),
      begun_at: at,
    })
    .execute();
  await db
    .insertInto('conversation_part')
    .values({
      owner_id,
      id: crypto.randomUUID(),
      conversation_id: conversation,
      part: 'noticed',
      text: 'Four voices answered.',
      version: 1,
      written_by: idOf('partner'),
      written_at: at,
    })
    .execute();
  await db
    .insertInto('brokered_support')
    .values({
      owner_id,
      id: crypto.randomUUID(),
      coaching_id: id,
      what: 'A course on questions.',
      who: '',
      link: '',
      by_on: null,
      offered_by: idOf('partner'),
      // Half past midnight in Wales, where it is summer; the day before in Greenwich Mean Time.
      offered_at: new Date('2026-06-30T23:30:00Z'),
      state: 'suggested',
      came_of_it: '',
      version: 1,
      updated_at: at,
    })
    .execute();
  const shown = await presentCoaching(db, owner_id, id);
  assert.equal(shown.title, 'Specialist coaching: Ffion Puw and Tomos Bevan');
  const texts = shown.fields.map(({ text }) => text);
  assert.ok(texts.includes('Questions that make pupils think.'));
  assert.ok(texts.includes('What we say of about'));
  assert.ok(texts.includes('13 January 2027'));
  assert.ok(
    shown.fields.some(
      ({ label, text }) =>
        label === 'Written by Tomos Bevan, 18 November 2026' && text === 'Four voices answered.',
    ),
  );
  assert.ok(
    shown.fields.some(
      ({ label, text }) =>
        label === 'Written by Tomos Bevan, 1 July 2026' && text.startsWith('A course on questions.'),
    ),
  );
});
