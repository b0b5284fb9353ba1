import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { insertItem } from '#platform/access/items.ts';
import { itemList } from '#platform/access/select-item.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { programmePolicy } from '#features/programmes/index.ts';
import { auditPolicy } from '../planner.policy.ts';
import { above, copiesHere, releasesOf } from '../release/release.queries.ts';
import { datesOf } from '../school-year.ts';
import type { CycleLine } from './audit.ts';

/** A programme of the school that could be taken over, with its first and last day. */
export interface ProgrammeOfYear {
  id: string;
  title: string;
  startsOn: string;
  endsOn: string;
}

export const mostLines = 60;

/** All that the audit of a year shows, in one statement. Lines of the year before stand beside it for comparing. */
export const selectAudit = composed(
  (who, { year, also, now }: Given<{ year: number; also: number; now: Date }>) => {
    const owner = who.organisationId;
    return {
      items: itemList(who, {
        ownerId: sql.val(owner),
        id: sql<string>`(select a.id from cycle_audit a where a.owner_id = ${owner} and a.year = ${year})`,
        now,
      }),
      lines: list<CycleLine & { year: number }>(
        sql`select l.id, l.lineage_id as "lineageId", l.kind, l.title, l.programme_id as "programmeId", l.specialist,
            l.peer, l.criteria, l.keep, l.change, l.version, n.name as "writtenBy", l.written_at as "writtenAt", a.year,
            coalesce((select json_agg(json_build_object('id', p.id, 'strand', p.strand, 'fromWeek', p.from_week,
                'untilWeek', p.until_week, 'words', p.words) order by p.from_week, p.strand desc, p.until_week, p.id)
              from cycle_point p where p.owner_id = ${owner} and p.line_id = l.id and p.ended_at is null),
              '[]'::json) as points
          from cycle_audit a
          join cycle_line l on l.owner_id = a.owner_id and l.audit_id = a.id
          join person n on n.id = l.written_by
          where a.owner_id = ${owner} and l.owner_id = ${owner} and a.year in (${year}, ${also}) and l.ended_at is null
          order by l.created_at, l.id limit ${2 * mostLines}`,
        { writtenAt: 'moment' },
      ),
      years: list<{ year: number }>(sql`select a.year from cycle_audit a
        where a.owner_id = ${owner} order by a.year desc limit 20`),
      dates: datesOf(owner),
      programmes: list<ProgrammeOfYear>(sql`
        select p.id, p.title, p.starts_on as "startsOn", p.ends_on as "endsOn"
        from programme p join item i on i.owner_id = p.owner_id and i.id = p.id
        where p.owner_id = ${owner} and i.owner_id = ${owner} and i.ended_at is null and p.sort = 'programme'
          and ${who.sees('i', programmePolicy)}
        order by p.starts_on desc, p.title limit 200`),
      above: above(owner),
      releases: releasesOf(owner, 'audit', year),
      copies: copiesHere(owner),
    };
  },
);

/** The audit of a year, made when there is none yet. */
export async function auditOf(change: Change, year: number): Promise<{ ownerId: string; id: string }> {
  const { tx, organisationId: ownerId, now } = change;
  const id = newId(now);
  const made = await tx
    .insertInto('cycle_audit')
    .values({ owner_id: ownerId, id, year, created_at: now })
    .onConflict((conflict) => conflict.columns(['owner_id', 'year']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made) {
    await insertItem(tx, { ownerId, id, policy: auditPolicy, authorId: change.who.personId }, now);
    return { ownerId, id };
  }
  const there = await tx
    .selectFrom('cycle_audit')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return { ownerId, id: there.id };
}
