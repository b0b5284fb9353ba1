import { type RawBuilder, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { groupPolicy } from '#features/programmes/index.ts';
import { allLines, ownProtocolLines, type ProtocolLine } from '#features/protocols/index.ts';

export const shows = ['mine', 'running', 'closed'] as const;
export type Show = (typeof shows)[number];
export const perPage = 30;

export interface ListedGroup {
  slug: string;
  title: string;
  protocol: string;
  subject: string | null;
  phase: string | null;
  cycle: number;
  startsOn: string;
  endsOn: string;
  closedAt: Date | null;
  /** The reader takes part in it. */
  mine: boolean;
  /** The reader was let in for one stage, and no more. */
  forStage: boolean;
  people: number;
  nextTitle: string | null;
  nextOn: string | null;
  /** Steps of the reader's own groups whose day is over and that nobody has called done. */
  waiting: number;
}

/** One page of groups. */
export interface GroupsFound {
  /** Where the reader was asked in and has not answered. */
  asked: AskedInto[];
  groups: ListedGroup[];
  /** How many there are on all pages together; one more than `mostCounted` where there are more than that. */
  all: number;
  /** Whether there is a page after this one. */
  more: boolean;
  /** Every protocol there is, by which a group is named and the list is narrowed. */
  lines: ProtocolLine[];
}

/** Up to here groups are counted: more would ask the kernel of each for a number that nobody reads to its end. */
export const mostCounted = 1000;

interface Asked {
  today: string;
  like: string | undefined;
  protocol: string | undefined;
  offset: number;
}

const shownBy: Record<Show, (who: Who) => RawBuilder<unknown>> = {
  mine: (who) => sql`p.id in (select unnest(${[...who.standing.circles.keys()]}::uuid[])
    union select w.programme_id from stage_guest w where w.owner_id = ${who.organisationId}
      and w.person_id = ${who.personId} and w.ended_at is null) and p.closed_at is null`,
  running: () => sql`p.closed_at is null`,
  closed: () => sql`p.closed_at is not null`,
};

/**
 * The page of groups is cut first and the next step of each looked up after: of five thousand groups thirty are asked
 * for more. One more is asked for than is shown, so that the page knows whether another follows.
 */
const asking = (show: Show) =>
  composed((who, { today, like, protocol, offset }: Given<Asked>) => {
    const owner = who.organisationId;
    const mine = sql`g.id = any(${[...who.standing.circles.keys()]}::uuid[])`;
    const stageOnly = show === 'mine' ? sql`not ${mine}` : sql`false`;
    // The offset keeps the planner from turning the question round: it would ask it of every item of the school.
    const fitting = sql`
      from programme p where p.owner_id = ${owner} and p.sort = 'group' and ${shownBy[show](who)}
        ${like === undefined ? sql`` : sql`and (p.title ilike ${like} or p.subject ilike ${like})`}
        ${protocol === undefined ? sql`` : sql`and p.template_id = ${protocol}`}
        and exists (select 1 from item i where i.owner_id = ${owner} and i.id = p.id and i.ended_at is null
          and ${who.sees('i', groupPolicy)} offset 0)`;
    return {
      groups: list<ListedGroup>(
        sql`
        select g.slug, g.title, g.template_id as protocol, g.subject, g.phase, g.cycle, g.starts_on as "startsOn",
          g.ends_on as "endsOn", g.closed_at as "closedAt", ${mine} as mine,
          ${stageOnly} as "forStage",
          (select count(distinct c.person_id)::int from circle_member c where c.owner_id = ${owner}
            and c.circle_id = g.id and c.ends_at is null) as people,
          next.title as "nextTitle", next.on_date as "nextOn",
          case when ${mine} then (select count(*)::int from programme_step w
            where w.owner_id = ${owner} and w.programme_id = g.id and w.cycle = g.cycle and w.ended_at is null
              and w.required and w.done_at is null and w.on_date < ${today}) else 0 end as waiting
        from (select p.id, p.slug, p.title, p.template_id, p.subject, p.phase, p.cycle, p.starts_on, p.ends_on,
              p.closed_at ${fitting}
            order by p.starts_on desc, p.id limit ${sql.lit(perPage + 1)} offset ${offset}) g
        left join lateral (select s.title, s.on_date from programme_step s where s.owner_id = ${owner}
          and s.programme_id = g.id and s.ended_at is null and s.done_at is null and s.on_date >= ${today}
          order by s.on_date, s.number limit 1) next on true
        order by g.starts_on desc, g.id`,
        { closedAt: 'moment' },
      ),
      counted: list<{ n: number }>(
        sql`select count(*)::int as n from (select 1 ${fitting} limit ${sql.lit(mostCounted + 1)}) c`,
      ),
      asked: list<AskedInto>(sql`
        select p.slug, p.title, v.words from group_invitation v
        join programme p on p.owner_id = v.owner_id and p.id = v.programme_id
        where v.owner_id = ${owner} and p.owner_id = ${owner} and v.person_id = ${who.personId}
          and v.way = 'invited' and v.answer is null and p.closed_at is null
        order by v.at`),
      own: ownProtocolLines(who),
    };
  });

const ask = { mine: asking('mine'), running: asking('running'), closed: asking('closed') };

/** A group that somebody in it asked the reader into, and that waits for an answer. */
export interface AskedInto {
  slug: string;
  title: string;
  words: string;
}

export interface GroupFilter {
  show: Show;
  words: string;
  protocol: string;
  page: number;
}

/** One page of the groups a person may read, those that began last first, with the protocols. One statement. */
export async function selectGroups(
  db: Db,
  who: Who,
  { show, words, protocol, page }: GroupFilter,
  today: string,
): Promise<GroupsFound> {
  const { groups, counted, asked, own } = await ask[show](db, who, {
    today,
    like: words === '' ? undefined : `%${words.replace(/[\\%_]/g, '\\$&')}%`,
    protocol: protocol === '' ? undefined : protocol,
    offset: (page - 1) * perPage,
  });
  return {
    groups: groups.slice(0, perPage),
    asked,
    all: counted[0]?.n ?? 0,
    more: groups.length > perPage,
    lines: allLines(own),
  };
}
