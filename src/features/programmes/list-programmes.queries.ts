import { type RawBuilder, sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { programmePolicy } from './programme.policy.ts';
import type { Part } from './people.queries.ts';

export const shows = ['current', 'mine', 'drafts', 'closed'] as const;
export type Show = (typeof shows)[number];
export const perPage = 20;

export interface ListedProgramme {
  slug: string;
  title: string;
  summary: string;
  starts_on: string;
  ends_on: string;
  published_at: Date | null;
  closed_at: Date | null;
  /** The parts that the reader has in it; none when they are not in it. */
  my_parts: Part[];
  next_title: string | null;
  next_on: string | null;
  /** How many there are on all pages together. */
  all: number;
}

/** One page of the programmes a person may read, those that began last first. */
export async function selectProgrammes(
  db: Db,
  who: Who,
  filter: { show: Show; words: string; page: number; today: string },
): Promise<ListedProgramme[]> {
  const { programmes } = await ask[filter.show](db, who, {
    today: filter.today,
    like: `%${filter.words.replace(/[\\%_]/g, '\\$&')}%`,
    offset: (filter.page - 1) * perPage,
  });
  return programmes;
}

interface Asked {
  today: string;
  like: string;
  offset: number;
}

const shownBy: Record<Show, (who: Who) => RawBuilder<unknown>> = {
  current: () => sql`p.published_at is not null and p.closed_at is null`,
  mine: (who) => sql`p.id = any(${[...who.standing.circles.keys()]}::uuid[])`,
  drafts: () => sql`p.published_at is null and p.closed_at is null`,
  closed: () => sql`p.closed_at is not null`,
};

const asking = (show: Show) =>
  composed((who, { today, like, offset }: Given<Asked>) => {
    const owner = who.organisationId;
    return {
      programmes: list<ListedProgramme>(
        sql`select p.slug, p.title, p.summary, p.starts_on, p.ends_on, p.published_at, p.closed_at,
          array(select m.part from circle_member m where m.owner_id = ${owner} and m.circle_id = p.id
            and m.person_id = ${who.personId} and m.ends_at is null order by m.part) as my_parts,
          next.title as next_title, next.on_date as next_on, count(*) over ()::int as all
        from programme p
        join item i on i.owner_id = p.owner_id and i.id = p.id
        left join lateral (select s.title, s.on_date from programme_step s where s.owner_id = ${owner}
          and s.programme_id = p.id and s.ended_at is null and s.on_date >= ${today}
          order by s.on_date, s.number limit 1) next on true
        where p.owner_id = ${owner} and i.owner_id = ${owner} and i.ended_at is null and p.sort = 'programme'
          and ${who.sees('i', programmePolicy)} and ${shownBy[show](who)}
          and (p.title ilike ${like} or p.summary ilike ${like})
        order by p.starts_on desc, p.title, p.id
        limit ${perPage} offset ${offset}`,
        { published_at: 'moment', closed_at: 'moment' },
      ),
    };
  });

const ask = {
  current: asking('current'),
  mine: asking('mine'),
  drafts: asking('drafts'),
  closed: asking('closed'),
};
