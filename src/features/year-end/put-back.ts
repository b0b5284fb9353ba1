import { sql } from 'kysely';
import { standingsChanged } from '#platform/access/standing.ts';
import type { Change } from '#platform/http/context.ts';
import { reopenMember } from '#features/people/index.ts';
import { takeDraftsAway } from './carried-on.queries.ts';
import type { YearEnd } from './year-end.ts';

/**
 * Takes a prepared plan back, row by row: what is as the plan left it becomes as it was before. What somebody changed
 * since stays as they made it. Answers how many such rows there are.
 */
export async function putBack(change: Change, { id }: YearEnd): Promise<number> {
  const { tx, organisationId: owner, now } = change;
  const rows = (kind: string) => sql`(select r.row_id, r.before, r.after from year_end_row r
    where r.owner_id = ${owner} and r.year_end_id = ${id} and r.kind = ${kind})`;
  await reopenLeft(change, id);
  const ended = await sql`update membership s set ends_on = r.before::date from ${rows('membership-ended')} r
    where s.owner_id = ${owner} and s.id = r.row_id and s.ends_on = r.after::date`.execute(tx);
  // Whoever had a place there before has that one again.
  const made = await sql`update membership s set
      starts_on = case when r.before is null then s.starts_on else (r.before::json ->> 'starts_on')::date end,
      ends_on = case when r.before is null then s.ends_on else (r.before::json ->> 'ends_on')::date end,
      ended_at = case when r.before is null then ${now}::timestamptz
        else (r.before::json ->> 'ended_at')::timestamptz end
    from ${rows('membership-made')} r
    where s.owner_id = ${owner} and s.id = r.row_id and s.starts_on = r.after::date and s.ended_at is null`.execute(
    tx,
  );
  const left = await sql`update member m set ends_on = r.before::date from ${rows('member-ended')} r
    where m.owner_id = ${owner} and m.person_id = r.row_id and m.ends_on = r.after::date`.execute(tx);
  const copied = await sql`update timetable t set ended_at = ${now} from ${rows('timetable-copied')} r
    where t.owner_id = ${owner} and t.id = r.row_id and t.published_at is null and t.ended_at is null
      and t.version = 1`.execute(tx);
  const drafts = await takeDraftsAway(change, id);
  await standingsChanged(tx, owner);
  const all = await countRows(change, id);
  await tx.deleteFrom('year_end_row').where('owner_id', '=', owner).where('year_end_id', '=', id).execute();
  const putBackNow = [ended, made, left, copied].reduce(
    (sum, { numAffectedRows }) => sum + Number(numAffectedRows),
    0,
  );
  return all - putBackNow + drafts.stay;
}

/** Leavers whose last day is over already are here again, with what ended when they left. */
async function reopenLeft(change: Change, id: string): Promise<void> {
  const { tx, organisationId: owner } = change;
  const { rows } = await sql<{ personId: string; lastDay: string }>`
    select m.person_id as "personId", m.ends_on as "lastDay" from year_end_row r
    join member m on m.owner_id = ${owner} and m.person_id = r.row_id and m.ended_at is not null
      and m.ends_on = r.after::date
    where r.owner_id = ${owner} and r.year_end_id = ${id} and r.kind = 'member-ended'`.execute(tx);
  for (const { personId, lastDay } of rows) {
    await reopenMember(tx, owner, personId);
    await tx
      .updateTable('member')
      .set({ ends_on: lastDay })
      .where('owner_id', '=', owner)
      .where('person_id', '=', personId)
      .execute();
    await change.record({ kind: 'member.returned', itemId: personId, body: { personId }, tell: true });
  }
}

/** Rows that were changed at once; the others wait for the first day. */
async function countRows({ tx, organisationId: owner }: Change, id: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from year_end_row r
    where r.owner_id = ${owner} and r.year_end_id = ${id} and r.kind not in ('year-label', 'unit-ended')`.execute(
    tx,
  );
  return rows[0]!.n;
}
