import { sql } from 'kysely';
import { standingsChanged } from '#platform/access/standing.ts';
import { record } from '#platform/audit/record.ts';
import { today as todayIn } from '#platform/calendar/dates.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { Db } from '#platform/db/database.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { every } from '#platform/jobs/recurring.ts';

/** On the first day of the new year pupils are a year further, and classes that ended are off the list. */
export const firstDayJob = every('year-end.first-day', { hourlyAt: 20 }, (job) =>
  eachOrganisation(job.db, job.signal, async ({ id: owner, zone }) => {
    const due = await job.db
      .selectFrom('year_end')
      .select('id')
      .where('owner_id', '=', owner)
      .where('prepared_at', 'is not', null)
      .where('begun_at', 'is', null)
      .where('ended_at', 'is', null)
      .where('first_on', '<=', todayIn(job.now(), zone))
      .executeTakeFirst();
    if (due) await transaction(job.db, (tx) => beginYear(tx, owner, due.id, job.now()));
  }),
);

/** A pupil whose year group was changed by hand since keeps that one. */
async function beginYear(tx: Db, owner: string, id: string, now: Date): Promise<void> {
  const begun = await sql`update year_end set begun_at = ${now} where owner_id = ${owner} and id = ${id}
    and begun_at is null and prepared_at is not null and ended_at is null`.execute(tx);
  // Another process was quicker, or it was taken back.
  if (Number(begun.numAffectedRows) === 0) return;
  await sql`update member m set year_label = r.after from year_end_row r
    where m.owner_id = ${owner} and r.owner_id = ${owner} and r.year_end_id = ${id} and r.kind = 'year-label'
      and m.person_id = r.row_id and m.year_label = r.before`.execute(tx);
  await sql`update unit u set ended_at = ${now} from year_end_row r
    where u.owner_id = ${owner} and r.owner_id = ${owner} and r.year_end_id = ${id} and r.kind = 'unit-ended'
      and u.id = r.row_id and u.ended_at is null`.execute(tx);
  await standingsChanged(tx, owner);
  await record(tx, null, { ownerId: owner, kind: 'year-end.came', itemId: id, body: {} }, now);
}
