import { insertItem } from '#platform/access/items.ts';
import { newId } from '#platform/db/ids.ts';
import { researchLessonPolicy } from '#features/research-lessons/index.ts';
import type { GetVisit, PostVisit, SeedVisits } from '#test/visit-map.ts';
import type { Persona, World } from '#test/world.ts';

const inside: readonly Persona[] = ['teacher', 'partner', 'facilitator', 'specialist'];

/**
 * A research lesson whose notes were compared, one that was held just now and one to come, each with a note of the
 * teacher's and one of her partner's.
 */
export const visits: SeedVisits = async (world) => {
  const held = await seed(world, 61, 'compared');
  const coming = await seed(world, 62, 'coming');
  const justHeld = await seed(world, 63, 'held');
  const get = (path: string): GetVisit => ({ path, seenBy: inside });
  const post = (
    path: string,
    fields: PostVisit['fields'] = {},
    by: readonly Persona[] = inside,
  ): PostVisit => ({ path, fields, by });
  const route = '/programmes/:programme/steps/:number/lesson';
  return {
    [`GET ${route}`]: [get(held.lesson), get(coming.lesson)],
    [`GET ${route}/plan`]: get(`${coming.lesson}/plan`),
    [`POST ${route}/plan`]: post(`${coming.lesson}/plan`, {
      version: 0,
      teachers: [world.people.teacher.personId],
      'new-pupil-1': 'Pupil B',
    }),
    [`POST ${route}/predicted`]: post(`${coming.lesson}/predicted`, {
      pupil: coming.pupil,
      version: 0,
      [`moment-${coming.moment}`]: 'Waits',
    }),
    [`POST ${route}/compared`]: post(`${held.lesson}/compared`, {
      pupil: held.pupil,
      version: 1,
      finding: 'surprised',
      words: '',
    }),
    [`POST ${route}/held`]: post(`${coming.lesson}/held`),
    [`POST ${route}/not-held`]: post(`${justHeld.lesson}/not-held`),
    [`GET ${route}/notes`]: [get(coming.lesson + '/notes'), get(held.lesson + '/notes')],
    [`POST ${route}/notes`]: post(`${coming.lesson}/notes`, {
      id: newId(world.at),
      pupil: coming.pupil,
      moment: coming.moment,
      text: 'Asked',
    }),
    [`POST ${route}/notes/:note/withdraw`]: post(`${coming.lesson}/notes/${coming.note}/withdraw`, {}, [
      'teacher',
    ]),
    [`POST ${route}/notes/:note/bring-back`]: post(`${coming.lesson}/notes/${coming.note}/bring-back`, {}, [
      'teacher',
    ]),
  };
};

async function seed(world: World, number: number, where: 'coming' | 'held' | 'compared') {
  const held = where !== 'coming';
  const compared = where === 'compared';
  const { db, at, school, people, programme } = world;
  const [teacher, partner] = [people.teacher.personId, people.partner.personId];
  const owner = { owner_id: school.id };
  const [step, lesson, pupil, moment, note] = [newId(at), newId(at), newId(at), newId(at), newId(at)];
  await db
    .insertInto('programme_step')
    .values({
      ...owner,
      id: step,
      programme_id: programme.id,
      number,
      kind: 'research-lesson',
      strand: 'pupils',
      lead: 'teachers',
      title: 'A lesson we planned together',
      prompt: '',
      on_date: held ? '2026-11-17' : '2026-11-24',
      place: 'Room 4',
      minutes: 60,
      in_school_day: true,
      mode: 'in-person',
      cycle: 1,
      required: true,
      created_at: at,
    })
    .execute();
  const item = { id: lesson, ownerId: school.id, authorId: teacher, circleId: programme.id };
  await insertItem(db, { ...item, policy: researchLessonPolicy }, at);
  await db
    .insertInto('research_lesson')
    .values({
      ...owner,
      id: lesson,
      step_id: step,
      programme_id: programme.id,
      teacher_ids: [partner],
      observer_ids: [teacher],
      version: 1,
      planned_by: teacher,
      planned_at: at,
      created_at: at,
      ...(held && { held_at: at, held_by: partner, first_held_at: at }),
    })
    .execute();
  await db
    .insertInto('lesson_moment')
    .values({
      ...owner,
      id: moment,
      lesson_id: lesson,
      position: 0,
      title: world.canary('learning', inside),
      created_at: at,
    })
    .execute();
  await db
    .insertInto('focus_pupil')
    .values({
      ...owner,
      id: pupil,
      lesson_id: lesson,
      position: 0,
      label: world.canary('learning', inside),
      predicted_version: 1,
      compared_words: compared ? world.canary('learning', inside) : '',
      compared_version: compared ? 1 : 0,
      compared_by: compared ? partner : null,
      compared_at: compared ? at : null,
      created_at: at,
    })
    .execute();
  await db
    .insertInto('predicted_response')
    .values({
      ...owner,
      id: newId(at),
      pupil_id: pupil,
      moment_id: moment,
      text: world.canary('learning', inside),
      predicted_by: teacher,
      predicted_at: at,
    })
    .execute();
  const noted = (id: string, author: Persona, authorId: string) => ({
    ...owner,
    id,
    lesson_id: lesson,
    pupil_id: pupil,
    moment_id: moment,
    author_id: authorId,
    text: world.canary('learning', held ? inside : [author]),
    noted_at: at,
    arrived_at: at,
  });
  await db
    .insertInto('observer_note')
    .values([noted(note, 'teacher', teacher), noted(newId(at), 'partner', partner)])
    .execute();
  return { lesson: `/programmes/${programme.slug}/steps/${number}/lesson`, pupil, moment, note };
}
