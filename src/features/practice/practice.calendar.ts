import { sql } from 'kysely';
import type { CalendarSource } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { practicePolicy } from './practice.policy.ts';

interface Facts {
  words: string;
  relapse: boolean;
}

/** The days on which one meets again what one practises: one's own calendar alone. */
export const practiceCalendar: CalendarSource = {
  select: (who, from, until) => sql`
    select l.id::text as id, l.due_on as on_date, null::text as starts_at, 0 as minutes, x.where_used as place,
      '/practice/' || x.owner_id || '/' || x.id as href, x.updated_at as changed_at,
      null::timestamptz as cancelled_at, jsonb_build_object('words', x.words, 'relapse', l.relapse) as facts
    from practice_look l join practice x on x.owner_id = l.owner_id and x.id = l.practice_id
    join item i on i.owner_id = x.owner_id and i.id = x.id
    where l.owner_id = ${who.personId} and x.organisation_id = ${who.organisationId} and l.looked_at is null
      and l.ended_at is null and i.ended_at is null and ${who.sees('i', practicePolicy, 'write')}
      and l.due_on between ${from} and ${until}`,
  title: ({ words, relapse }: Facts) =>
    relapse ? t('Is the old habit back? {words}', { words }) : t('Meet it again: {words}', { words }),
};
