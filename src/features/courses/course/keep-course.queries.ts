import { insertItem, shareItem } from '#platform/access/items.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import type { Change } from '#platform/http/context.ts';
import { courseGrants } from '../audience.ts';
import { coursePolicy } from '../course.policy.ts';
import type { Brought, Course, CourseSort } from '../course.ts';

/** What the form of a course sends. */
export interface CourseFields {
  title: string;
  about: string;
  subject: string;
  yearKey: string;
  sort: CourseSort;
  unitId: string | null;
  isOpen: boolean;
  startsOn: string | null;
  endsOn: string | null;
}

const columnsOf = (fields: CourseFields) => ({
  title: fields.title,
  about: fields.about,
  subject: fields.subject,
  year_key: fields.yearKey,
  sort: fields.sort,
  unit_id: fields.unitId,
  is_open: fields.isOpen,
  starts_on: fields.startsOn,
  ends_on: fields.endsOn,
});

const textsOf = ({ title, about }: CourseFields) => ({ title, about });

/** Begins a course that nobody but its leader sees. Answers its id. */
export async function insertCourse(
  tx: Db,
  { ownerId, authorId }: { ownerId: string; authorId: string },
  fields: CourseFields,
  now: Date,
  copiedFrom: string | null = null,
): Promise<string> {
  const draft = { ...fields, isTemplate: false, publishedAt: null };
  const grants = courseGrants(ownerId, draft, { leaderIds: [authorId], learnerIds: [] });
  const id = await insertItem(tx, { ownerId, policy: coursePolicy, authorId, grants }, now);
  await tx
    .insertInto('course')
    .values({
      owner_id: ownerId,
      id,
      ...columnsOf(fields),
      is_template: false,
      copied_from: copiedFrom,
      published_at: null,
      closed_at: null,
      version: 1,
      changed_by: authorId,
      changed_at: now,
      created_at: now,
    })
    .execute();
  await setPeople(tx, ownerId, id, [{ personId: authorId, part: 'leader' }], now);
  await keepText(tx, { ownerId, id }, 1, textsOf(fields), authorId, now);
  return id;
}

/** Saves over the version that was shown; false when that is not the one that stands. */
export async function updateCourse(
  { tx, organisationId: ownerId, who, now }: Change,
  { id, version }: Pick<Course, 'id' | 'version'>,
  fields: CourseFields,
): Promise<boolean> {
  const saved = await tx
    .updateTable('course')
    .set({ ...columnsOf(fields), version: version + 1, changed_by: who.personId, changed_at: now })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!saved) return false;
  await keepText(tx, { ownerId, id }, saved.version, textsOf(fields), who.personId, now);
  await shareAnew(tx, ownerId, id, now);
  return true;
}

/** Holds a course while something is put at the end of it: two who add at once do not get one place. */
export const lockCourse = (tx: Db, ownerId: string, id: string): Promise<unknown> =>
  tx
    .selectFrom('course')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .forUpdate()
    .execute();

/** Opens it to its learners, closes it, makes it a template, or takes that back; who reaches it follows. */
export async function setCourse(
  tx: Db,
  ownerId: string,
  id: string,
  change: { published_at: Date } | { closed_at: Date | null } | { is_template: boolean } | { about: string },
  now: Date,
): Promise<void> {
  await tx.updateTable('course').set(change).where('owner_id', '=', ownerId).where('id', '=', id).execute();
  await shareAnew(tx, ownerId, id, now);
}

/** Keeps where a course came from, and what of that was left. */
export const setBrought = (tx: Db, ownerId: string, id: string, brought: Brought): Promise<unknown> =>
  tx
    .updateTable('course')
    .set({ brought: JSON.stringify(brought) })
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .execute();

/** Makes exactly these its people; who reaches it follows. */
export async function savePeople(
  tx: Db,
  ownerId: string,
  id: string,
  people: readonly { personId: string; part: 'leader' | 'learner' }[],
  now: Date,
): Promise<void> {
  await tx.deleteFrom('course_person').where('owner_id', '=', ownerId).where('course_id', '=', id).execute();
  await setPeople(tx, ownerId, id, people, now);
  await shareAnew(tx, ownerId, id, now);
}

const setPeople = (
  tx: Db,
  owner_id: string,
  course_id: string,
  people: readonly { personId: string; part: 'leader' | 'learner' }[],
  added_at: Date,
): Promise<unknown> =>
  tx
    .insertInto('course_person')
    .values(
      people.map(({ personId, part }) => ({ owner_id, course_id, person_id: personId, part, added_at })),
    )
    .execute();

/** Lets those reach it who do by what stands now. */
async function shareAnew(tx: Db, ownerId: string, id: string, now: Date): Promise<void> {
  const course = await tx
    .selectFrom('course')
    .select([
      'sort',
      'unit_id as unitId',
      'is_open as isOpen',
      'is_template as isTemplate',
      'published_at as publishedAt',
    ])
    .where('owner_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const people = await tx
    .selectFrom('course_person')
    .select(['person_id as personId', 'part'])
    .where('owner_id', '=', ownerId)
    .where('course_id', '=', id)
    .execute();
  const of = (part: string) => people.filter((each) => each.part === part).map(({ personId }) => personId);
  const grants = courseGrants(
    ownerId,
    { ...course, sort: course.sort as CourseSort },
    { leaderIds: of('leader'), learnerIds: of('learner') },
  );
  await shareItem(tx, { ownerId, id }, grants, now);
}
