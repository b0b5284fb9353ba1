import { type Expression, type SqlBool, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { itemList, type ItemRow } from '#platform/access/select-item.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { filesInJson } from '#features/files/index.ts';
import { coursePolicy } from '../course.policy.ts';
import type { CourseGroup } from '../groups/group.ts';
import { type CourseHead, headList, type LastWord, lastWordList } from '../head/head.queries.ts';
import { groupsList } from '../groups/group.queries.ts';
import {
  mostActivities,
  mostSections,
  type Activity,
  type Course,
  type CourseKin,
  type CoursePerson,
  type OwnProgress,
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
        v.minutes, v.due_on as "dueOn", v.requires_id as "requiresId", v.group_ids as "groupIds", v.version
      from course_activity v join course_section s on s.owner_id = ${owner} and s.id = v.section_id and s.ended_at is null
      where v.owner_id = ${owner} and v.course_id = ${id} and v.ended_at is null
      order by s.position, v.position, v.id limit ${sql.lit(mostActivities)}`),
    progress: list<OwnProgress>(
      sql`select g.id, g.version, g.activity_id as "activityId", g.done_at as "doneAt", g.tried_at as "triedAt", g.evidence,
          g.evidenced_at as "evidencedAt"
        from course_progress g where g.owner_id = ${owner} and g.course_id = ${id} and g.person_id = ${who.personId}`,
      { doneAt: 'moment', triedAt: 'moment', evidencedAt: 'moment' },
    ),
    away: list<TakenAway>(sql`select s.id, s.title, 'section' as what from course_section s
        where s.owner_id = ${owner} and s.course_id = ${id} and s.ended_at is not null
      union all select v.id, v.title, 'activity' from course_activity v
        join course_section s on s.owner_id = ${owner} and s.id = v.section_id and s.ended_at is null
        where v.owner_id = ${owner} and v.course_id = ${id} and v.ended_at is not null order by 2 limit 200`),
    groups: groupsList(owner, id),
    heads: headList(owner, id),
    lastWords: lastWordList(owner, id),
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
  progress: OwnProgress[];
  away: TakenAway[];
  groups: CourseGroup[];
  head: CourseHead | undefined;
  lastWord: LastWord | undefined;
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
  const { items, courses, copiedFrom, heads, lastWords, ...rest } = await ask(db, who, {
    id,
    now,
    of: typeof settings === 'object' ? settings.of : undefined,
    all: settings === 'all' || undefined,
  });
  return {
    row: items[0],
    course: courses[0],
    copiedFrom: copiedFrom[0],
    head: heads[0],
    lastWord: lastWords[0],
    ...rest,
  };
}
