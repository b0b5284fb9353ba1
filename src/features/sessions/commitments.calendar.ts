import { sql } from 'kysely';
import type { CalendarSource } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { minutesPolicy } from './sessions.policy.ts';

/** The days by which a person promised to try something, until they report on it. */
export const commitmentsCalendar: CalendarSource = {
  select(who, from, until) {
    const owner = who.organisationId;
    return sql`
      select c.id::text, c.due_on as on_date, null::text as starts_at, 0 as minutes, '' as place,
        '/programmes/' || p.slug || '/steps/' || s.number as href, c.made_at as changed_at,
        null::timestamptz as cancelled_at, jsonb_build_object('programme', p.title) as facts
      from commitment c
      join programme p on p.owner_id = c.owner_id and p.id = c.programme_id
      join programme_step s on s.owner_id = c.owner_id and s.id = c.step_id
      join item i on i.owner_id = c.owner_id and i.id = c.step_id
      where c.owner_id = ${owner} and p.owner_id = ${owner} and s.owner_id = ${owner} and i.owner_id = ${owner}
        and c.person_id = ${who.personId} and c.ended_at is null and c.outcome is null and p.closed_at is null
        and c.due_on between ${from} and ${until} and i.ended_at is null and ${who.sees('i', minutesPolicy)}`;
  },
  // What was promised stays off a screen that others may look at over one's shoulder.
  title: ({ programme }: { programme: string }) => t('What you promised to try ({programme})', { programme }),
};
