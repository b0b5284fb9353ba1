import type { DateSpan } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';

/** The days on which a school is closed within its terms. */
export const selectClosures = (db: Db, ownerId: string): Promise<DateSpan[]> =>
  db
    .selectFrom('closure')
    .select(['starts_on as startsOn', 'ends_on as endsOn'])
    .where('owner_id', '=', ownerId)
    .where('ended_at', 'is', null)
    .execute();
