import { sql } from 'kysely';
import type { CalendarSource } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';

interface Facts {
  thing: string;
  purpose: string;
}

/** What one has booked. What was taken back is off. */
export const bookingsCalendar: CalendarSource = {
  select: (who, from, until) => sql`
    select b.id::text, b.on_date, to_char(b.starts_at, 'HH24:MI'),
      (extract(epoch from b.ends_at - b.starts_at) / 60)::int, r.name, '/bookings/' || b.id,
      greatest(b.created_at, b.agreed_at, b.ended_at), b.ended_at,
      jsonb_build_object('thing', r.name, 'purpose', b.purpose)
    from booking b join room r on r.owner_id = ${who.organisationId} and r.id = b.room_id
    where b.owner_id = ${who.organisationId} and b.booked_by = ${who.personId}
      and b.on_date between ${from} and ${until}`,
  title: ({ thing, purpose }: Facts) => t('{thing}: {purpose}', { thing, purpose }),
};
