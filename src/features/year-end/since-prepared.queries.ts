import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import { planYearEnd } from './plan-year-end.ts';
import { type Coming, type Since, sincePrepared } from './since-prepared.ts';
import { decide } from './work-out.ts';
import { type YearEnd, yearEndHref } from './year-end.ts';
import { selectClasses, selectPlaces } from './year-end.queries.ts';

/** What came to pass since a passage was prepared, by an import or by hand. */
export async function selectSince(db: Db, owner: string, yearEnd: YearEnd): Promise<Since> {
  const classes = decide(await selectClasses(db, owner, yearEnd));
  const places = await selectPlaces(db, owner, yearEnd);
  const { rows, coming } = await selectKept(db, owner, yearEnd);
  const of = (kind: string) => new Set(rows.filter((each) => each.kind === kind).map(({ rowId }) => rowId));
  return sincePrepared(planYearEnd(classes, places), places, {
    memberships: of('membership-ended'),
    leavers: of('member-ended'),
    labels: of('year-label'),
    units: of('unit-ended'),
    coming,
  });
}

interface KeptRows {
  rows: { kind: string; rowId: string }[];
  coming: Coming[];
}

/** A place that was opened again since, as by a list that names it once more, counts as new. */
async function selectKept(db: Db, owner: string, { id, lastOn }: YearEnd): Promise<KeptRows> {
  const { rows } = await sql<KeptRows>`select
    coalesce((select json_agg(json_build_object('kind', r.kind, 'rowId', r.row_id)) from year_end_row r
      where r.owner_id = ${owner} and r.year_end_id = ${id} and not (r.kind = 'membership-ended' and exists (
        select 1 from membership z where z.owner_id = ${owner} and z.id = r.row_id and z.ended_at is null
          and z.ends_on is null))), '[]'::json) as rows,
    coalesce((select json_agg(json_build_object('membershipId', s.id, 'personId', s.person_id, 'unitId', s.unit_id,
        'made', exists (select 1 from year_end_row w where w.owner_id = ${owner} and w.year_end_id = ${id}
          and w.kind = 'membership-made' and w.row_id = s.id)))
      from membership s where s.owner_id = ${owner} and s.part = 'pupil' and s.ended_at is null
        and s.starts_on > ${lastOn}), '[]'::json) as coming`.execute(db);
  return rows[0]!;
}

/**
 * Of places in classes: whether a passage that is prepared and has not begun decides of them, so that a list of the old
 * year does not; as long as they stand as it left them. A condition on the table membership under an alias.
 */
export const isPassedOn = (owners: readonly string[], alias: string): RawBuilder<boolean> => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  const keptAs = (kind: string) => sql`(select r.row_id, r.after::date from year_end_row r
    join year_end y on y.owner_id = r.owner_id and y.id = r.year_end_id
    where r.owner_id = any(${[...owners]}::uuid[]) and y.owner_id = any(${[...owners]}::uuid[]) and r.kind = ${kind}
      and y.prepared_at is not null and y.begun_at is null and y.ended_at is null)`;
  return sql<boolean>`(${column('ended_at')} is null and (
    (${column('id')}, ${column('ends_on')}) in ${keptAs('membership-ended')}
    or (${column('id')}, ${column('starts_on')}) in ${keptAs('membership-made')}))`;
};

/** The passage that is prepared and has not begun; undefined where there is none. */
export async function selectPrepared(
  db: Db,
  owner: string,
): Promise<{ name: string; firstOn: string; href: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string; firstOn: string }>`
    select y.id, y.name, y.first_on as "firstOn" from year_end y where y.owner_id = ${owner}
      and y.prepared_at is not null and y.begun_at is null and y.ended_at is null limit 1`.execute(db);
  const [found] = rows;
  return found && { name: found.name, firstOn: found.firstOn, href: yearEndHref(found.id) };
}
