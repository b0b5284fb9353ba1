import { sql } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Missing } from './group.ts';
import type { Moment } from './moments.ts';

export interface Correction {
  /** Null for a figure of the whole group. */
  code: string | null;
  measure: string;
  moment: Moment;
  value: number | null;
  missing: Missing | null;
  becameValue: number | null;
  becameMissing: Missing | null;
  /** Who wrote what stands there instead; null when nothing does. */
  by: string | null;
  at: Date;
}

/** Figures of a group that no longer stand, the latest first. */
export async function selectCorrections(
  db: Db,
  ownerId: string,
  groupId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ total: number; corrections: Correction[] }> {
  const { rows } = await sql<Correction & { total: number }>`
    select u.code, m.title as measure, v.moment, v.value, v.missing, w.value as "becameValue",
      w.missing as "becameMissing", p.name as by, v.ended_at as at, count(*) over () as total
    from evaluation_value v
    join evaluation_measure m on m.owner_id = v.owner_id and m.id = v.measure_id
    left join evaluation_pupil u on u.owner_id = v.owner_id and u.id = v.subject_id
    left join evaluation_value w on w.owner_id = v.owner_id and w.group_id = v.group_id and w.measure_id = v.measure_id
      and w.subject_id = v.subject_id and w.moment = v.moment and w.entered_at = v.ended_at
    left join person p on p.id = w.entered_by
    where v.owner_id = ${ownerId} and v.group_id = ${groupId} and v.ended_at is not null
    order by v.ended_at desc, m.number, u.position
    limit ${limit} offset ${offset}`.execute(db);
  return { total: rows[0]?.total ?? 0, corrections: rows };
}
