import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Presented, TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';

/** What somebody did, said and wrote in courses, and the courses they began. */
export async function takeAwayCourses(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const { rows } = await sql<{
    sort: 'did' | 'said' | 'began';
    course: string;
    title: string;
    text: string;
    at: Date;
  }>`
    select 'did' as sort, c.title as course, v.title, g.evidence as text, g.changed_at as at from course_progress g
      join course c on c.owner_id = g.owner_id and c.id = g.course_id
      join course_activity v on v.owner_id = g.owner_id and v.id = g.activity_id
      where g.owner_id = any(${organisationIds}::uuid[]) and g.person_id = ${personId}
    union all select 'said', c.title, v.title, o.words, o.created_at from course_post o
      join course c on c.owner_id = o.owner_id and c.id = o.course_id
      join course_activity v on v.owner_id = o.owner_id and v.id = o.activity_id
      where o.owner_id = any(${organisationIds}::uuid[]) and o.person_id = ${personId}
    union all select 'said', c.title, v.title,
        (select string_agg(q.key || ': ' || q.value, e'\n') from jsonb_each_text(w.answers) q), w.answered_at from course_answer w
      join course c on c.owner_id = w.owner_id and c.id = w.course_id
      join course_activity v on v.owner_id = w.owner_id and v.id = w.activity_id
      where w.owner_id = any(${organisationIds}::uuid[]) and w.person_id = ${personId}
    union all select 'began', c.title, c.subject, c.about, c.created_at from course c
      join item i on i.owner_id = c.owner_id and i.id = c.id
      where c.owner_id = any(${organisationIds}::uuid[]) and i.author_id = ${personId}
    order by 5`.execute(db);
  const section = (sort: string, title: string, stays: string): TakeAwaySection => ({
    title,
    entries: rows
      .filter((each) => each.sort === sort)
      .map(({ course, title: of, text, at }) => ({
        title: course,
        at,
        fields: [
          { label: t('What'), text: of },
          { label: t('In words'), text },
        ].filter((each) => each.text !== ''),
      })),
    stays,
  });
  return [
    section('did', t('What I did in courses'), ''),
    section('said', t('What I said in courses'), t('What you said to others stays with the course.')),
    section('began', t('Courses I began'), t('The course stays with the school, for those who lead it.')),
  ].filter(({ entries }) => entries.length > 0);
}

/** A course in words, for those whom the law lets open one that is not theirs. */
export async function presentCourse(db: Db, ownerId: string, id: string): Promise<Presented> {
  const { rows } = await sql<{ title: string; about: string; activities: { label: string; text: string }[] }>`
    select c.title, c.about, coalesce((select json_agg(json_build_object('label', v.title, 'text', v.settings::text)
      order by v.position) from course_activity v where v.owner_id = ${ownerId} and v.course_id = c.id
        and v.ended_at is null), '[]'::json) as activities
    from course c where c.owner_id = ${ownerId} and c.id = ${id}`.execute(db);
  const { title, about, activities } = rows[0]!;
  return { title, fields: [{ label: t('What it is about'), text: about }, ...activities] };
}
