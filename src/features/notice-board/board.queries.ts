import { sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { fromNotices, isForMe, isInForce, isNew, listedColumns, lookList } from './listed.ts';
import type { BoardNotice } from './posted-notice.ts';

/** So many stand on one page; a board of more is not read. */
const most = 60;
/** So many stand on Today. */
const mostOnToday = 5;

export interface OwnNotice {
  id: string;
  title: string;
  fromOn: string;
  untilOn: string;
  endedAt: Date | null;
}

export interface Look {
  lookedAt: Date;
  beforeAt: Date | null;
  /** Since when things are new; null on the first day. */
  since: Date | null;
}

interface Asked {
  today: string;
  /** The moment at which today began. */
  dayBegan: Date;
}

const ask = composed((who, { today, dayBegan }: Given<Asked>) => ({
  look: list<Look>(lookList(who, dayBegan), { lookedAt: 'moment', beforeAt: 'moment', since: 'moment' }),
  notices: list<BoardNotice>(
    sql`select ${listedColumns(who)}, ${isNew(who)} as "isNew", count(*) over ()::int as total
      ${fromNotices(who)}
      left join (${lookList(who, dayBegan)}) l on true
      where n.owner_id = ${who.organisationId} and ${isForMe(who)} and ${isInForce(today)}
      order by waits desc, n.must_read desc, n.from_on desc, n.created_at desc, n.id desc limit ${most}`,
    { changedAt: 'moment' },
  ),
  own: list<OwnNotice>(
    sql`select n.id, n.title, n.from_on as "fromOn", n.until_on as "untilOn", i.ended_at as "endedAt"
      from posted_notice n join item i on i.owner_id = ${who.organisationId} and i.id = n.id
      where n.owner_id = ${who.organisationId} and i.author_id = ${who.personId} and n.until_on >= ${today}
        and ${who.standing.kind === 'staff' ? sql`true` : sql`false`}
      order by n.from_on desc, n.created_at desc, n.id desc limit 20`,
    { endedAt: 'moment' },
  ),
}));

/** What is in force for this person, what they put up themselves, and when they last looked. */
export async function selectBoard(db: Db, who: Who, asked: Asked) {
  const { look, notices, own } = await ask(db, who, asked);
  return { look: look[0], notices, own };
}

/** A part of Today: what is in force and was not put away, what must be read first. */
export const boardOnToday = (who: Who, { today }: Given<{ today: string }>): List<BoardNotice> =>
  list<BoardNotice>(
    sql`select ${listedColumns(who)}, false as "isNew", count(*) over ()::int as total
      ${fromNotices(who)}
      where n.owner_id = ${who.organisationId} and ${isForMe(who)} and ${isInForce(today)}
        and not exists (select 1 from notice_board_aside s where s.owner_id = ${who.personId}
          and s.organisation_id = ${who.organisationId} and s.notice_id = n.id)
      order by waits desc, n.sort, n.must_read desc, n.from_on desc, n.created_at desc, n.id desc
      limit ${mostOnToday}`,
    { changedAt: 'moment' },
  );

/** Writes that somebody looks at the notices now. `before_at` is when they last did on an earlier day. */
export async function saveLook(
  db: Db,
  who: Who,
  look: Pick<Look, 'lookedAt' | 'beforeAt'> | undefined,
  { now, dayBegan }: { now: Date; dayBegan: Date },
): Promise<void> {
  // Within one look a page is opened many times.
  if (look && now.getTime() - look.lookedAt.getTime() < sitting) return;
  const looked = {
    looked_at: now,
    before_at: look === undefined ? null : look.lookedAt < dayBegan ? look.lookedAt : look.beforeAt,
  };
  await db
    .insertInto('notice_board_look')
    .values({ owner_id: who.personId, organisation_id: who.organisationId, ...looked })
    .onConflict((conflict) => conflict.columns(['owner_id', 'organisation_id']).doUpdateSet(looked))
    .execute();
}

/** Ten minutes, in milliseconds. */
const sitting = 600_000;
