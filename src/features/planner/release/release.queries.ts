import { type Expression, sql } from 'kysely';
import { list, type List } from '#platform/access/composed.ts';
import type { Tool } from './release.ts';

export interface Above {
  id: string;
  name: string;
}

export interface Release {
  id: string;
  toId: string;
  to: string;
  at: Date;
  by: string;
}

/** The organisations above one, the nearest first. */
export const above = (ownerId: string): List<Above> =>
  list<Above>(sql`select a.id, a.name from organisation o
    join organisation a on o.path like a.path || '%' and a.id <> o.id
    where o.id = ${ownerId} and a.ended_at is null order by length(a.path) desc limit 10`);

/** What an organisation lets others read of a year, and has not taken back. */
export const releasesOf = (ownerId: string, tool: Tool, year: Expression<number>): List<Release> =>
  list<Release>(
    sql`select r.id, r.to_id as "toId", o.name as "to", r.released_at as "at", n.name as "by"
      from planner_release r join organisation o on o.id = r.to_id join person n on n.id = r.released_by
      where r.owner_id = ${ownerId} and r.tool = ${tool} and r.year = ${year} and r.taken_back_at is null
      order by r.released_at desc limit 20`,
    { at: 'moment' },
  );

/** How many copies others released to an organisation: one row. */
export const copiesHere = (ownerId: string): List<{ n: number }> =>
  list<{ n: number }>(sql`select count(*)::int as n from released_copy c
    where c.owner_id = ${ownerId} and c.ended_at is null`);
