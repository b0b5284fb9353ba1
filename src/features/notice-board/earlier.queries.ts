import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { postedNoticePolicy } from './notice-board.policy.ts';
import type { ListedNotice, Sort } from './posted-notice.ts';

const noticesAPage = 25;

/** Sent to me, put up by me, or, for heads, everything that was put up. */
export const whoses = ['mine', 'school'] as const;
export type Whose = (typeof whoses)[number];

export interface EarlierFilter {
  /** Words in title or text. */
  words: string | undefined;
  /** A part of the author's name. */
  by: string | undefined;
  sort: Sort | undefined;
  whose: Whose | undefined;
}

export type EarlierNotice = Pick<ListedNotice, 'id' | 'title' | 'fromOn' | 'untilOn' | 'author' | 'sort'>;

interface Asked {
  today: string;
  words: string | undefined;
  by: string | undefined;
  sort: string | undefined;
  mine: true | undefined;
  school: true | undefined;
  offset: number;
}

/**
 * One page and one more of everything ever sent to somebody, the newest first. The list is walked along its index, so
 * the first page of some thousand costs no more than that of thirty; it is not counted.
 */
const ask = composed((who, given: Given<Asked>) => ({
  notices: list<EarlierNotice>(
    sql`select n.id, n.title, n.sort, n.from_on as "fromOn", n.until_on as "untilOn", a.name as author
      from posted_notice n
      join item i on i.owner_id = ${who.organisationId} and i.id = n.id and i.ended_at is null
      join person a on a.id = i.author_id
      where n.owner_id = ${who.organisationId}
        and ${given.school ? who.sees('i', postedNoticePolicy) : given.mine ? sql`i.author_id = ${who.personId} and ${who.sees('i', postedNoticePolicy)}` : who.sees('i', postedNoticePolicy, 'hear')}
        ${given.school || given.mine ? sql`` : sql`and n.from_on <= ${given.today}`}
        ${given.words ? sql`and (n.title ilike ${given.words} or n.text ilike ${given.words})` : sql``}
        ${given.by ? sql`and a.name ilike ${given.by}` : sql``}
        ${given.sort ? sql`and n.sort = ${given.sort}` : sql``}
      order by n.from_on desc, n.id desc
      limit ${noticesAPage + 1} offset ${given.offset}::int`,
  ),
}));

export async function selectEarlier(
  db: Db,
  who: Who,
  { words, by, sort, whose }: EarlierFilter,
  { today, page }: { today: string; page: number },
): Promise<{ notices: EarlierNotice[]; more: boolean }> {
  const like = (text: string | undefined) => text && `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const { notices } = await ask(db, who, {
    today,
    words: like(words),
    by: like(by),
    sort,
    mine: whose === 'mine' && who.standing.kind === 'staff' ? true : undefined,
    school: whose === 'school' && who.has('head') ? true : undefined,
    offset: (page - 1) * noticesAPage,
  });
  return { notices: notices.slice(0, noticesAPage), more: notices.length > noticesAPage };
}
