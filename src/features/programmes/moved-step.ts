import { sql } from 'kysely';
import type { NoticeInFull } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';

interface Facts {
  title: string;
  on: string;
  at: string | null;
  place: string;
}

/** Which step has moved, and where it is now; a step that was taken out says nothing. */
export const movedStep: NoticeInFull = {
  facts: (
    alias,
  ) => sql`(select json_build_object('title', s.title, 'on', s.on_date, 'at', s.starts_at, 'place', s.place)
    from programme_step s where s.owner_id = ${sql.ref(`${alias}.from_owner`)}
      and s.id::text = ${sql.ref(`${alias}.subject_key`)} and s.ended_at is null)`,
  says: ({ title, on, at, place }: Facts) =>
    t('A step has another day, time or place: “{step}” is now on {when}', {
      step: title,
      when: [formatDate(on, 'weekday'), at, place].filter(Boolean).join(', '),
    }),
};
