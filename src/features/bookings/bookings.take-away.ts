import { sql } from 'kysely';
import type { Feature } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';

/** What somebody booked: it is theirs to take along, and stays with the school. */
export const takeAwayBookings: NonNullable<Feature['takeAway']> = async (db, personId, organisationIds) => {
  const { rows } = await sql<{ thing: string; on: string; from: string; purpose: string; at: Date }>`
    select r.name as thing, b.on_date as "on", to_char(b.starts_at, 'HH24:MI') as "from", b.purpose, b.created_at as at
    from booking b join room r on r.owner_id = b.owner_id and r.id = b.room_id
    where b.owner_id = any(${organisationIds}::uuid[]) and r.owner_id = any(${organisationIds}::uuid[])
      and b.booked_by = ${personId} and b.ended_at is null order by b.on_date, b.starts_at limit 2000`.execute(
    db,
  );
  return [
    {
      title: t('Rooms and equipment you booked'),
      entries: rows.map(({ thing, on, from, purpose, at }) => ({
        title: thing,
        at,
        fields: [
          { label: t('When'), text: `${formatDate(on)}, ${from}` },
          { label: t('What for'), text: purpose },
        ],
      })),
      stays: rows.length > 0 ? t('The school keeps its list of bookings.') : '',
    },
  ];
};
