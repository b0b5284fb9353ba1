import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { notOver } from '#platform/access/current.ts';
import type { Who } from '#platform/access/who.ts';
import type { Db } from '#platform/db/database.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { groupPolicy } from '#features/programmes/index.ts';
import type { Teaching } from './match-words.ts';

export const perPage = 20;

/** A group that one may ask to join. */
export interface OpenGroup {
  slug: string;
  title: string;
  protocol: string;
  subject: string | null;
  phase: string | null;
  startsOn: string;
  endsOn: string;
  people: number;
  /** The reader asked, and waits for an answer. */
  waiting: boolean;
  /** How many there are on all pages together. */
  all: number;
}

interface Asked {
  like: string | undefined;
  subjects: string[];
  /** Years as one pattern of words; 'none' where there are none. */
  years: string;
  offset: number;
  today: string;
}

/** The page is cut first, and each group on it looked up after. */
const ask = composed((who, { like, subjects, years, offset, today }: Given<Asked>) => {
  const owner = who.organisationId;
  const mine = [...who.standing.circles.keys()];
  return {
    groups: list<OpenGroup>(sql`
      select g.slug, g.title, g.template_id as protocol, g.subject, g.phase, g.starts_on as "startsOn",
        g.ends_on as "endsOn", g.all,
        (select count(distinct c.person_id)::int from circle_member c
          join member m on m.owner_id = c.owner_id and m.person_id = c.person_id
          where c.owner_id = ${owner} and m.owner_id = ${owner} and c.circle_id = g.id and c.ends_at is null
            and ${notOver('m', today)}) as people,
        exists (select 1 from group_invitation v where v.owner_id = ${owner} and v.programme_id = g.id
          and v.person_id = ${who.personId} and v.answer is null) as waiting
      from (select p.id, p.slug, p.title, p.template_id, p.subject, p.phase, p.starts_on, p.ends_on,
          2 * (coalesce(lower(p.subject) = any(${subjects}::text[]), false))::int
            + (coalesce(p.phase ~* ${years} and p.phase !~* '\\mages?\\M|\\mkey stages?\\M|\\mks', false))::int as suits,
          count(*) over ()::int as all
        from programme p join item i on i.owner_id = p.owner_id and i.id = p.id
        where p.owner_id = ${owner} and i.owner_id = ${owner} and p.sort = 'group' and p.joining = 'open'
          and p.closed_at is null and p.published_at is not null and i.ended_at is null
          and not (p.id = any(${mine}::uuid[])) and ${who.sees('i', groupPolicy)}
          ${like === undefined ? sql`` : sql`and (p.title ilike ${like} or p.subject ilike ${like} or p.phase ilike ${like})`}
        order by suits desc, p.starts_on desc, p.id limit ${perPage} offset ${offset}) g
      order by g.suits desc, g.starts_on desc, g.id`),
  };
});

/** One page of the groups that a person may read and ask to join: those about what they teach first. One statement. */
export async function selectOpenGroups(
  db: Db,
  who: Who,
  { words, page, mine, today }: { words: string; page: number; mine: Teaching | undefined; today: string },
): Promise<OpenGroup[]> {
  const years = (mine?.years ?? []).filter((year) => /^\w+$/.test(year));
  const { groups } = await ask(db, who, {
    like: words === '' ? undefined : `%${words.replace(/[\\%_]/g, '\\$&')}%`,
    subjects: (mine?.subjects ?? []).map((each) => comparable(each)),
    years: years.length === 0 ? '^none$' : `\\m(${years.join('|')})\\M`,
    offset: (page - 1) * perPage,
    today,
  });
  return groups;
}
