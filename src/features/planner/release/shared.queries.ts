import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { itemList } from '#platform/access/select-item.ts';
import type { Db } from '#platform/db/database.ts';
import type { Who } from '#platform/access/who.ts';
import { comparable } from '#platform/i18n/comparable.ts';
import { releasedPolicy } from '../planner.policy.ts';
import type { ReleasedAudit, ReleasedPlan, Tool } from './release.ts';

/** A copy that a school released, with the school's name. */
export interface Copy {
  id: string;
  school: string;
  tool: Tool;
  year: number;
  body: ReleasedPlan | ReleasedAudit;
  gaps: string[];
  releasedAt: Date;
}

export interface CopyFilter {
  tool: Tool;
  /** The newest year of which there is a copy, unless given. */
  year: number | undefined;
  /** A part of the school's name. */
  name: string;
  /** A kind of relationship or a criterion of which nothing is said. */
  gap: string;
  page: number;
}

export const perPage = 20;

interface Asked {
  tool: string;
  offset: number;
  year: number | undefined;
  like: string | undefined;
  gap: string | undefined;
}

const ask = composed((who, given: Given<Asked>) => {
  const owner = who.organisationId;
  const { tool, offset, year, like, gap } = given;
  const newest = sql`(select max(n.year) from released_copy n
    where n.owner_id = ${owner} and n.tool = ${tool} and n.ended_at is null)`;
  return {
    copies: list<Copy & { all: number }>(
      sql`select c.id, o.name as school, c.tool, c.year, c.body, c.gaps, c.released_at as "releasedAt",
          count(*) over ()::int as "all"
        from released_copy c
        join item i on i.owner_id = c.owner_id and i.id = c.id
        join organisation o on o.id = c.school_id
        where c.owner_id = ${owner} and i.owner_id = ${owner} and c.ended_at is null and i.ended_at is null
          and c.tool = ${tool} and c.year = ${year ?? newest} and ${who.sees('i', releasedPolicy)}
          ${like ? sql`and o.sort_name like ${like}` : sql``}
          ${gap ? sql`and ${gap} = any(c.gaps)` : sql``}
        order by o.sort_name, c.id limit ${sql.lit(perPage)} offset ${offset}`,
      { releasedAt: 'moment' },
    ),
    years: list<{ year: number }>(sql`select distinct c.year from released_copy c
      where c.owner_id = ${owner} and c.tool = ${tool} and c.ended_at is null order by c.year desc limit 30`),
  };
});

/** One page of what schools released, by name, and the years there is something of. One statement. */
export async function selectCopies(
  db: Db,
  who: Who,
  filter: CopyFilter,
): Promise<{ copies: Copy[]; all: number; years: number[] }> {
  const name = comparable(filter.name);
  const { copies, years } = await ask(db, who, {
    tool: filter.tool,
    offset: (filter.page - 1) * perPage,
    year: filter.year,
    like: name ? `%${name}%` : undefined,
    gap: filter.gap || undefined,
  });
  return { copies, all: copies[0]?.all ?? 0, years: years.map(({ year }) => year) };
}

/** One copy with its item. */
export const selectCopy = composed((who, { id, now }: Given<{ id: string; now: Date }>) => ({
  items: itemList(who, { ownerId: sql.val(who.organisationId), id, now }),
  copies: list<Copy>(
    sql`select c.id, o.name as school, c.tool, c.year, c.body, c.gaps, c.released_at as "releasedAt"
      from released_copy c join organisation o on o.id = c.school_id
      where c.owner_id = ${who.organisationId} and c.id = ${id} and c.ended_at is null`,
    { releasedAt: 'moment' },
  ),
}));
