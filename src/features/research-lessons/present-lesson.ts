import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Presented } from '#platform/http/feature.ts';
import { formatDate, formatMoment, t } from '#platform/i18n/i18n.ts';
import type { Finding } from './lesson.ts';
import { findingWords } from './words.ts';

interface Stored {
  title: string;
  on: string;
  pupils: { label: string; finding: Finding | null; words: string }[];
  predictions: { pupil: string; moment: string; text: string; by: string }[];
  notes: {
    pupil: string | null;
    moment: string | null;
    text: string;
    by: string;
    at: string;
    ended: boolean;
  }[];
}

/** A research lesson in words, with everything that was predicted and noted, for those whom the law lets open it. */
export async function presentLesson(db: Db, ownerId: string, id: string): Promise<Presented> {
  const { rows } = await sql<Stored>`
    select s.title, s.on_date as on,
      coalesce((select json_agg(json_build_object('label', f.label, 'finding', f.compared, 'words', f.compared_words)
          order by f.position) from focus_pupil f where f.owner_id = l.owner_id and f.lesson_id = l.id), '[]'::json) as pupils,
      coalesce((select json_agg(json_build_object('pupil', f.label, 'moment', m.title, 'text', r.text, 'by', p.name)
          order by f.position, m.position)
        from focus_pupil f
        join predicted_response r on r.owner_id = f.owner_id and r.pupil_id = f.id
        join lesson_moment m on m.owner_id = r.owner_id and m.id = r.moment_id
        join person p on p.id = r.predicted_by
        where f.owner_id = l.owner_id and f.lesson_id = l.id and r.text <> ''), '[]'::json) as predictions,
      coalesce((select json_agg(json_build_object('pupil', f.label, 'moment', m.title, 'text', n.text, 'by', p.name,
          'at', n.noted_at, 'ended', n.ended_at is not null) order by n.noted_at)
        from observer_note n
        join person p on p.id = n.author_id
        left join focus_pupil f on f.owner_id = n.owner_id and f.id = n.pupil_id
        left join lesson_moment m on m.owner_id = n.owner_id and m.id = n.moment_id
        where n.owner_id = l.owner_id and n.lesson_id = l.id), '[]'::json) as notes
    from research_lesson l join programme_step s on s.owner_id = l.owner_id and s.id = l.step_id
    where l.owner_id = ${ownerId} and l.id = ${id}`.execute(db);
  const { title, on, pupils, predictions, notes } = rows[0]!;
  const about = (...parts: (string | null)[]): string => parts.filter((part) => part !== null).join(', ');
  return {
    title: t('{title}, {day}', { title, day: formatDate(on) }),
    fields: [
      ...predictions.map(({ pupil, moment, text, by }) => ({
        label: t('Predicted by {name}: {about}', { name: by, about: about(pupil, moment) }),
        text,
      })),
      ...notes.map(({ pupil, moment, text, by, at, ended }) => ({
        label: t(
          ended ? 'Noted by {name} on {when} and taken back: {about}' : 'Noted by {name} on {when}: {about}',
          {
            name: by,
            when: formatMoment(new Date(at)),
            about: about(pupil ?? t('The whole class'), moment),
          },
        ),
        text,
      })),
      ...pupils
        .filter(({ finding, words }) => finding !== null || words !== '')
        .map(({ label, finding, words }) => ({
          label: t('What the group makes of it: {pupil}', { pupil: label }),
          text: [finding && `${findingWords(finding)}.`, words].filter(Boolean).join(' '),
        })),
    ],
  };
}
