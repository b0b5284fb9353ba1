import { sql } from 'kysely';
import { audienceOf, insertItem } from '#platform/access/items.ts';
import type { Db } from '#platform/db/database.ts';
import { idFrom } from '#platform/db/ids.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { courseGrants } from '#features/courses/audience.ts';
import { coursePolicy } from '#features/courses/course.policy.ts';
import { insertTerms } from '#features/organisation/index.ts';
import { planGrants } from '#features/plans/audience.ts';
import { planPolicy } from '#features/plans/plan.policy.ts';
import { resourcePolicy } from '#features/resources/index.ts';
import { grantsInBank } from '#features/resources/share-resource.ts';

/** A course of a form with a hundred activities; its pages are measured by this id. */
export const measuredCourse = { id: idFrom('a course with a hundred activities'), parts: 10, each: 10 };

const subjects = [
  'Art',
  'Biology',
  'Chemistry',
  'English',
  'Geography',
  'History',
  'Mathematics',
  'Music',
  'Physics',
  'Welsh',
];
const resources = 50_000;
const topics = [
  'Photosynthesis',
  'The Tudors',
  'Quadratic equations',
  'Metaphor',
  'Rivers',
  'Rhythm',
  'Acids',
  'Forces',
  'Colour',
  'Mutations',
];

/** A school's bank of fifty thousand pages, its plans of a year and a large course. */
export async function seedTeaching(
  db: Db,
  { owner, teacher, unit }: { owner: string; teacher: string; unit: string },
  at: Date,
): Promise<void> {
  await insertTerms(
    db,
    owner,
    [
      { kind: 'year', name: '2026/27', startsOn: '2026-09-01', endsOn: '2027-07-23' },
      { kind: 'term', name: 'Autumn', startsOn: '2026-09-01', endsOn: '2026-12-18' },
      { kind: 'term', name: 'Spring', startsOn: '2027-01-04', endsOn: '2027-03-26' },
      { kind: 'term', name: 'Summer', startsOn: '2027-04-12', endsOn: '2027-07-23' },
    ],
    at,
  );
  await seedBank(db, owner, teacher, at);
  await seedPlans(db, owner, teacher, at);
  await seedCourse(db, { owner, teacher, unit }, at);
}

async function seedBank(db: Db, owner: string, author: string, at: Date): Promise<void> {
  const audience = await audienceOf(db, owner, grantsInBank(owner), at);
  const numbered = sql`generate_series(1, ${resources}) n`;
  const id = sql`md5('resource ' || n)::uuid`;
  await sql`insert into item (owner_id, id, kind, purpose, author_id, audience_id, excludes_managers, created_at)
    select ${owner}, ${id}, ${resourcePolicy.kind}, ${resourcePolicy.purpose}, ${author}, ${audience}, false, ${at}
    from ${numbered}`.execute(db);
  const title = sql`(${topics}::text[])[1 + n % ${topics.length}] || ' ' || n`;
  const subject = sql`(${subjects}::text[])[1 + n % ${subjects.length}]`;
  const text = sql`'Read this with a partner. Page ' || n || ' of the bank, on ' || ${title}`;
  await sql`insert into resource (owner_id, id, title, summary, text, subject, year_label, heading, words, shared_at,
      version, changed_by, changed_at, created_at)
    select ${owner}, ${id}, ${title}, '', ${text}, ${subject}, (7 + n % 5)::text, lower(${title} || ' ' || ${subject}),
      to_tsvector('simple', lower(${text})), ${at}, 1, ${author}, ${at}::timestamptz - n * interval '1 minute', ${at}
    from ${numbered}`.execute(db);
}

/** Six plans for each of ten subjects and five years: a gap here, two at once there. */
async function seedPlans(db: Db, owner: string, teacher: string, at: Date): Promise<void> {
  const grants = planGrants(owner, [teacher]);
  for (const [s, subject] of subjects.entries())
    for (const year of [7, 8, 9, 10, 11])
      for (let n = 0; n < 6; n++) {
        if ((s + year + n) % 11 === 0) continue;
        const title = `${topics[(s + n) % topics.length]!} ${year}.${n + 1}`;
        const starts = new Date(Date.UTC(2026, 8, 1 + n * 50 - (n % 3)));
        const ends = new Date(starts.getTime() + 48 * 86_400_000);
        const id = await insertItem(
          db,
          { ownerId: owner, policy: planPolicy, authorId: teacher, grants },
          at,
        );
        await db
          .insertInto('scheme')
          .values({
            owner_id: owner,
            id,
            title,
            subject,
            year_key: String(year),
            starts_on: starts.toISOString().slice(0, 10),
            ends_on: ends.toISOString().slice(0, 10),
            parts: '[]',
            lesson_text: '',
            ready_at: n % 2 ? at : null,
            heading: comparable(title, subject),
            version: 1,
            changed_by: teacher,
            changed_at: at,
            created_at: at,
          })
          .execute();
      }
}

async function seedCourse(
  db: Db,
  { owner, teacher, unit }: { owner: string; teacher: string; unit: string },
  at: Date,
): Promise<void> {
  const { id, parts, each } = measuredCourse;
  const course = { sort: 'pupils', unitId: unit, isOpen: false, isTemplate: false, publishedAt: at } as const;
  const grants = courseGrants(owner, course, { leaderIds: [teacher], learnerIds: [] });
  await insertItem(db, { id, ownerId: owner, policy: coursePolicy, authorId: teacher, grants }, at);
  await sql`insert into course (owner_id, id, title, about, subject, year_key, sort, unit_id, is_open, is_template,
      published_at, version, changed_by, changed_at, created_at)
    values (${owner}, ${id}, 'Science', 'Ten weeks.', 'Biology', '7', 'pupils', ${unit}, false, false, ${at}, 1,
      ${teacher}, ${at}, ${at})`.execute(db);
  await sql`insert into course_person (owner_id, course_id, person_id, part, added_at)
    values (${owner}, ${id}, ${teacher}, 'leader', ${at})`.execute(db);
  await sql`insert into course_section (owner_id, id, course_id, position, title, about, version, created_at)
    select ${owner}, md5('section ' || n)::uuid, ${id}, n, 'Week ' || n, '', 1, ${at}
    from generate_series(1, ${parts}::int) n`.execute(db);
  await sql`insert into course_activity (owner_id, id, course_id, section_id, position, kind, title, settings, minutes,
      due_on, version, created_at)
    select ${owner}, md5('activity ' || n || ' ' || m)::uuid, ${id}, md5('section ' || n)::uuid, m, 'page',
      'Something to do ' || m, '{"text": "Read.", "resourceId": null}'::jsonb, 10, '2026-11-20'::date, 1, ${at}
    from generate_series(1, ${parts}::int) n, generate_series(1, ${each}::int) m`.execute(db);
}
