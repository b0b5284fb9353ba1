import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { DateSpan } from '#platform/calendar/dates.ts';
import type { Look } from './board.queries.ts';
import { fromNotices, isForMe, listedColumns, lookList } from './listed.ts';
import type { BoardNotice } from './posted-notice.ts';

/** So many are shown of what one missed; the page of earlier ones has them all. */
const most = 100;

/** When somebody last looked, when they work, and when the school was open: for the days to look back to. */
export const selectDaysBack = composed(
  (who, { today, dayBegan }: Given<{ today: string; dayBegan: Date }>) => ({
    look: list<Look>(lookList(who, dayBegan), { lookedAt: 'moment', beforeAt: 'moment', since: 'moment' }),
    working: list<{ days: string[] | null }>(
      sql`select m.working_days as days from member m
      where m.owner_id = ${who.organisationId} and m.person_id = ${who.personId}`,
    ),
    terms: list<DateSpan>(
      sql`select d.starts_on as "startsOn", d.ends_on as "endsOn" from term d where d.owner_id = ${who.organisationId}
      and d.kind = 'term' and d.ended_at is null and d.starts_on <= ${today}`,
    ),
    closures: list<DateSpan>(
      sql`select d.starts_on as "startsOn", d.ends_on as "endsOn" from closure d where d.owner_id = ${who.organisationId}
      and d.ended_at is null and d.starts_on <= ${today}`,
    ),
  }),
);

/** What came up for this person since a day, or was changed since, the newest first; what is over among it. */
export const selectMissed = composed(
  (who, { today, since, began }: Given<{ today: string; since: string; began: Date }>) => ({
    notices: list<BoardNotice>(
      sql`select ${listedColumns(who)}, false as "isNew", count(*) over ()::int as total
      ${fromNotices(who)}
      where n.owner_id = ${who.organisationId} and ${isForMe(who)} and n.from_on <= ${today}
        and (n.from_on >= ${since} or (n.version > 1 and n.changed_at >= ${began}))
      order by n.from_on desc, n.created_at desc, n.id desc limit ${most}`,
      { changedAt: 'moment' },
    ),
  }),
);
