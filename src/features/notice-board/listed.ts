import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Who } from '#platform/access/who.ts';
import { postedNoticePolicy } from './notice-board.policy.ts';

type Place<T> = Expression<T>;

/** The moment since which something is new to the reader: their last look on a day before this one. */
export const lookList = (who: Who, dayBegan: Place<Date>): RawBuilder<unknown> =>
  sql`select l.looked_at as "lookedAt", l.before_at as "beforeAt",
      case when l.looked_at >= ${dayBegan} then l.before_at else l.looked_at end as since
    from notice_board_look l where l.owner_id = ${who.personId} and l.organisation_id = ${who.organisationId}`;

/** What a list shows of the notice `n`, whose item is `i`. `dayBegan` is the beginning of today. */
export const listedColumns = (who: Who): RawBuilder<unknown> => sql`
  n.id, n.title, n.text, n.sort, n.from_on as "fromOn", n.until_on as "untilOn", a.name as author, n.version,
  n.must_read as "mustRead", ${waits(who)} as waits,
  case when n.version > 1 then n.changed_at end as "changedAt"`;

/** It must be read, by this reader, who has not said so. Nobody is asked to read what they wrote. */
const waits = (who: Who): RawBuilder<boolean> => sql<boolean>`(n.must_read and i.author_id <> ${who.personId}
  and not exists (select 1 from posted_notice_reading r where r.owner_id = ${who.organisationId}
    and r.notice_id = n.id and r.person_id = ${who.personId} and r.version >= n.asked_version))`;

/** Since the reader's last look, of `notice_board_look l`. */
export const isNew = (who: Who): RawBuilder<boolean> => sql<boolean>`coalesce(n.created_at > l.since
  or n.from_on > (l.since at time zone ${who.standing.organisation.zone})::date, false)`;

/** The notices of the organisation one is in, with items and authors. */
export const fromNotices = (who: Who): RawBuilder<unknown> => sql`
  from posted_notice n
  join item i on i.owner_id = ${who.organisationId} and i.id = n.id and i.ended_at is null
  join person a on a.id = i.author_id`;

/**
 * Those put up for this person. A bulletin is read out to pupils: it stands in their lists, and staff have a page of
 * their own for it.
 */
export const isForMe = (who: Who): RawBuilder<boolean> =>
  sql<boolean>`(n.owner_id = ${who.organisationId} and ${who.sees('i', postedNoticePolicy, 'hear')}
    and ${who.standing.kind === 'staff' ? sql`n.sort = 'notice'` : sql`true`})`;

/** Shown on a day. */
export const isInForce = (today: Place<string>): RawBuilder<boolean> =>
  sql<boolean>`(n.from_on <= ${today} and n.until_on >= ${today})`;
