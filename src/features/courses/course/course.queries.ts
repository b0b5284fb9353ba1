import { type Expression, type SqlBool, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { insertItem, shareItem } from '#platform/access/items.ts';
import { itemList, type ItemRow } from '#platform/access/select-item.ts';
import type { Who } from '#platform/access/who.ts';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import type { Change } from '#platform/http/context.ts';
import { filesInJson } from '#features/files/index.ts';
import { courseGrants } from '../audience.ts';
import { coursePolicy } from '../course.policy.ts';
import {
  mostActivities,
  mostSections,
  type Activity,
  type Course,
  type CourseKin,
  type CoursePerson,
  type CourseSort,
  type Progress,
  type Section,
  type TakenAway,
} from '../course.ts';

/** Of which activities the settings come along: they hold whole texts. */
export type WithSettings = 'none' | 'all' | { of: string };

interface Asked {
  id: string;
  now: Date;
  of: string | undefined;
  all: true | undefined;
}

const ask = composed((who, { id, now, of, all }: Given<Asked>) => {
  const owner = who.organisationId;
  const settings =
    all !== undefined
      ? sql`v.settings`
      : of !== undefined
        ? sql`case when v.id::text = ${of} then v.settings end as settings`
        : sql`null as settings`;
  const kin = (condition: Expression<SqlBool>) =>
    list<CourseKin>(sql`select k.id, k.title, a.name as author from course k
      join item i on i.owner_id = ${owner} and i.id = k.id and i.ended_at is null join person a on a.id = i.author_id
      where k.owner_id = ${owner} and ${condition} and ${who.sees('i', coursePolicy)} order by k.created_at desc limit 20`);
  const people = (part: 'leader' | 'learner') =>
    list<CoursePerson>(sql`select c.person_id as "personId", p.name from course_person c join person p on p.id = c.person_id
      where c.owner_id = ${owner} and c.course_id = ${id} and c.part = ${part} order by p.name limit 500`);
  return {
    items: itemList(who, { ownerId: sql`${owner}::uuid`, id, now }),
    courses: list<Course>(
      sql`select c.id, c.title, c.about, c.subject, c.year_key as "yearKey", c.sort, c.unit_id as "unitId",
          u.name as unit, c.is_open as "isOpen", c.starts_on as "startsOn", c.ends_on as "endsOn",
          c.is_template as "isTemplate", c.copied_from as "copiedFrom", c.published_at as "publishedAt",
          c.closed_at as "closedAt", c.version, i.author_id as "authorId", a.name as author,
          ${filesInJson('i')} as files, c.brought
        from course c join item i on i.owner_id = ${owner} and i.id = c.id join person a on a.id = i.author_id
        left join unit u on u.owner_id = ${owner} and u.id = c.unit_id
        where c.owner_id = ${owner} and c.id = ${id}`,
      { publishedAt: 'moment', closedAt: 'moment' },
    ),
    sections: list<Section>(sql`select s.id, s.position, s.title, s.about, s.opens_on as "opensOn", s.version
      from course_section s where s.owner_id = ${owner} and s.course_id = ${id} and s.ended_at is null
      order by s.position, s.id limit ${sql.lit(mostSections)}`),
    activities: list<Activity>(sql`select v.id, v.section_id as "sectionId", v.position, v.kind, v.title,
        ${settings},
        v.minutes, v.due_on as "dueOn", v.requires_id as "requiresId", v.version
      from course_activity v join course_section s on s.owner_id = ${owner} and s.id = v.section_id and s.ended_at is null
      where v.owner_id = ${owner} and v.course_id = ${id} and v.ended_at is null
      order by s.position, v.position, v.id limit ${sql.lit(mostActivities)}`),
    progress: list<Progress>(
      sql`select g.activity_id as "activityId", g.done_at as "doneAt", g.tried_at as "triedAt", g.evidence,
          g.evidenced_at as "evidencedAt"
        from course_progress g where g.owner_id = ${owner} and g.course_id = ${id} and g.person_id = ${who.personId}`,
      { doneAt: 'moment', triedAt: 'moment', evidencedAt: 'moment' },
    ),
    away: list<TakenAway>(sql`select s.id, s.title, 'section' as what from course_section s
        where s.owner_id = ${owner} and s.course_id = ${id} and s.ended_at is not null
      union all select v.id, v.title, 'activity' from course_activity v
        join course_section s on s.owner_id = ${owner} and s.id = v.section_id and s.ended_at is null
        where v.owner_id = ${owner} and v.course_id = ${id} and v.ended_at is not null order by 2 limit 200`),
    leaders: people('leader'),
    learners: people('learner'),
    copiedFrom: kin(
      sql<SqlBool>`k.id = (select c.copied_from from course c where c.owner_id = ${owner} and c.id = ${id})`,
    ),
    copiedAs: kin(sql<SqlBool>`k.copied_from = ${id}`),
  };
});

/** A course with everything that its page shows, and what this person did in it; nothing is decided here. */
export interface WholeCourse {
  row: ItemRow | undefined;
  course: Course | undefined;
  sections: Section[];
  activities: Activity[];
  progress: Progress[];
  away: TakenAway[];
  leaders: CoursePerson[];
  learners: CoursePerson[];
  copiedFrom: CourseKin | undefined;
  copiedAs: CourseKin[];
}

export async function selectCourse(
  db: Db,
  who: Who,
  { id, now, settings }: { id: string; now: Date; settings: WithSettings },
): Promise<WholeCourse> {
  const { items, courses, copiedFrom, ...rest } = await ask(db, who, {
    id,
    now,
    of: typeof settings === 'object' ? settings.of : undefined,
    all: settings === 'all' || undefined,
  });
  return { row: items[0], course: courses[0], copiedFrom: copiedFrom[0], ...rest };
}

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
