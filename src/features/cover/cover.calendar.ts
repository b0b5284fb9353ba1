import { sql } from 'kysely';
import type { CalendarSource } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';

interface Facts {
  unit: string;
  subject: string;
}

/** The classes that one takes for others. What was declined or let go is off. */
export const coverCalendar: CalendarSource = {
  select: (who, from, until) => sql`
    select c.id::text as id, c.on_date, to_char(c.starts_at, 'HH24:MI') as starts_at,
      (extract(epoch from c.ends_at - c.starts_at) / 60)::int as minutes, c.room as place,
      '/cover/asked/' || c.id as href, greatest(c.arranged_at, c.ended_at) as changed_at, c.ended_at as cancelled_at,
      jsonb_build_object('unit', u.name, 'subject', c.subject) as facts
    from cover c join unit u on u.owner_id = ${who.organisationId} and u.id = c.unit_id
    where c.owner_id = ${who.organisationId} and c.covered_by = ${who.personId}
      and c.on_date between ${from} and ${until}`,
  title: ({ unit, subject }: Facts) =>
    t('Cover: {lesson}', { lesson: [unit, subject].filter(Boolean).join(', ') }),
};
