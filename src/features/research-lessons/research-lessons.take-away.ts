import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { TakeAwaySection } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { withoutLabels } from './without-labels.ts';

interface Row {
  kind: 'noted' | 'predicted';
  lesson: string;
  /** Every label of the lesson, in its order. */
  labels: string[];
  pupil: string | null;
  moment: string | null;
  text: string;
  at: Date;
}

/**
 * What a person noted and predicted at research lessons. Pupils stand in it as “Pupil 1”, “Pupil 2”: what would
 * tell who they are stays with the school.
 */
export async function takeAwayLessons(
  db: Db,
  personId: string,
  organisationIds: readonly string[],
): Promise<TakeAwaySection[]> {
  const owners = sql`any(${organisationIds}::uuid[])`;
  const labels = sql`array(select f.label from focus_pupil f where f.owner_id = l.owner_id and f.lesson_id = l.id
    order by f.position, f.created_at)`;
  const { rows } = await sql<Row>`
    select 'noted' as kind, s.title as lesson, ${labels} as labels, o.label as pupil, m.title as moment, n.text,
      n.noted_at as at
    from observer_note n
    join research_lesson l on l.owner_id = n.owner_id and l.id = n.lesson_id
    join programme_step s on s.owner_id = l.owner_id and s.id = l.step_id
    left join focus_pupil o on o.owner_id = n.owner_id and o.id = n.pupil_id
    left join lesson_moment m on m.owner_id = n.owner_id and m.id = n.moment_id
    where n.owner_id = ${owners} and n.author_id = ${personId} and n.ended_at is null
    union all
    select 'predicted', s.title, ${labels}, o.label, m.title, r.text, r.predicted_at
    from predicted_response r
    join focus_pupil o on o.owner_id = r.owner_id and o.id = r.pupil_id
    join research_lesson l on l.owner_id = o.owner_id and l.id = o.lesson_id
    join programme_step s on s.owner_id = l.owner_id and s.id = l.step_id
    join lesson_moment m on m.owner_id = r.owner_id and m.id = r.moment_id
    where r.owner_id = ${owners} and r.predicted_by = ${personId} and r.text <> ''
    order by at`.execute(db);
  if (rows.length === 0) return [];
  return [
    {
      title: t('Research lessons'),
      entries: rows.map((row) => ({ title: row.lesson, at: row.at, fields: [fieldOf(row)] })),
      stays: t(
        'What was predicted and noted at research lessons is about pupils and was written together, so it stays in the school’s keeping. Your copy holds your own words, with numbers in place of the pupils’ labels; what else you wrote in them is as you wrote it.',
      ),
    },
  ];
}

function fieldOf({ kind, labels, pupil, moment, text }: Row): { label: string; text: string } {
  const numbered = (place: number): string => t('Pupil {n}', { n: place + 1 });
  const whom = pupil === null ? t('The whole class') : numbered(labels.indexOf(pupil));
  const about = [whom, moment && withoutLabels(moment, labels, numbered)].filter(Boolean).join(', ');
  return {
    label:
      kind === 'noted' ? t('What I noted: {about}', { about }) : t('What I predicted: {about}', { about }),
    text: withoutLabels(text, labels, numbered),
  };
}
