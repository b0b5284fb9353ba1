import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Db } from '#platform/db/database.ts';
import type { SeededSchool } from './people.seed.ts';

/** Where each group is: its cycle, and the first step of it that nobody has called done. */
export async function whereGroupsAre(db: Db, school: SeededSchool): Promise<Record<string, string>> {
  const steps = await db
    .selectFrom('programme as p')
    .innerJoin('programme_step as s', (join) =>
      join.onRef('s.owner_id', '=', 'p.owner_id').onRef('s.programme_id', '=', 'p.id'),
    )
    .select(['p.slug', 's.cycle', 's.title'])
    .where('p.owner_id', '=', school.id)
    .where('s.owner_id', '=', school.id)
    .where('p.sort', '=', 'group')
    .whereRef('s.cycle', '=', 'p.cycle')
    .where('s.done_at', 'is', null)
    .where('s.ended_at', 'is', null)
    .orderBy('s.on_date', 'desc')
    .orderBy('s.number', 'desc')
    .execute();
  // Of each group the last one written here is the earliest.
  return Object.fromEntries(steps.map(({ slug, cycle, title }) => [slug, `cycle ${cycle}, next: ${title}`]));
}

/** What stands in the groups of the demo, on a Sunday in term. */
export async function groupsOnTheirWay(
  t: TestContext,
  { db, school }: { db: Db; school: SeededSchool },
): Promise<void> {
  await t.test(
    'a research lesson was predicted, watched by three, and looked at but for one pupil; promises wait for the discussion',
    async () => {
      const all = (table: 'predicted_response' | 'observer_note' | 'focus_pupil' | 'stage_guest') =>
        db.selectFrom(table).selectAll().where('owner_id', '=', school.id).execute();
      const [predicted, notes, pupils, stays] = [
        await all('predicted_response'),
        await all('observer_note'),
        await all('focus_pupil'),
        await all('stage_guest'),
      ];
      assert.equal(pupils.length, 4);
      assert.equal(predicted.length, 12);
      assert.equal(new Set(notes.map((note) => note.author_id)).size, 3);
      assert.equal(pupils.filter((pupil) => !pupil.compared_by).length, 1);
      const today = stays.filter((stay) => !stay.ended_at && stay.until_on! >= school.today);
      assert.deepEqual(
        today.map((stay) => [stay.person_id, stay.stage]),
        [[school.people.specialist, 'post-lesson']],
      );
      const promises = await db
        .selectFrom('commitment as c')
        .innerJoin('programme as p', (join) =>
          join.onRef('p.owner_id', '=', 'c.owner_id').onRef('p.id', '=', 'c.programme_id'),
        )
        .select(['p.slug', 'c.outcome'])
        .where('c.owner_id', '=', school.id)
        .where('p.owner_id', '=', school.id)
        .where('p.sort', '=', 'group')
        .execute();
      const open = promises.filter(({ outcome }) => !outcome).map(({ slug }) => slug);
      assert.equal(open.filter((slug) => slug === 'fractions-in-year-4').length, 3);
      assert.ok(open.includes('knowing-what-is-good') && open.includes('waiting-for-an-answer'));
      assert.ok(
        promises.some(({ slug, outcome }) => slug === 'knowing-what-is-good' && outcome === 'not-yet'),
      );
    },
  );

  await t.test(
    'one report was given to the school, the year has its theme, Amina is asked into a group and Sofia asks for one',
    async () => {
      const cycles = await db
        .selectFrom('group_cycle')
        .select(['question', 'released_at'])
        .where('owner_id', '=', school.id)
        .execute();
      assert.equal(cycles.length, 5);
      assert.ok(cycles.every(({ question }) => question !== ''));
      assert.equal(cycles.filter(({ released_at }) => released_at).length, 1);
      const themes = await db
        .selectFrom('yearly_theme')
        .select(['protocol', 'set_by'])
        .where('owner_id', '=', school.id)
        .execute();
      assert.deepEqual(themes, [{ protocol: 'lesson-study', set_by: school.people.cpd }]);
      const waiting = await db
        .selectFrom('group_invitation')
        .select(['person_id', 'way'])
        .where('owner_id', '=', school.id)
        .where('answer', 'is', null)
        .execute();
      assert.deepEqual(waiting.map(({ person_id, way }) => [way, person_id]).toSorted(), [
        ['asked', school.people.sofia],
        ['invited', school.people.amina],
      ]);
    },
  );

  await t.test(
    'the school’s own protocol is in its second version; a group runs from the first',
    async () => {
      const own = await db
        .selectFrom('programme')
        .select(['slug', 'template_version', 'joining'])
        .where('owner_id', '=', school.id)
        .where('template_id', '=', 'own-one-small-change')
        .execute();
      assert.deepEqual(own, [{ slug: 'marking-that-gets-read', template_version: 1, joining: 'open' }]);
      const { published_version } = await db
        .selectFrom('protocol_template')
        .select('published_version')
        .where('owner_id', '=', school.id)
        .where('protocol', '=', 'own-one-small-change')
        .executeTakeFirstOrThrow();
      assert.equal(published_version, 2);
    },
  );
}
