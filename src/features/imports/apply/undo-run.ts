import { sql } from 'kysely';
import { notOver } from '#platform/access/current.ts';
import { standingsChanged } from '#platform/access/standing.ts';
import { record } from '#platform/audit/record.ts';
import { today } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { aloneWith, locks } from '#platform/db/locks.ts';
import { transaction } from '#platform/db/transaction.ts';
import type { Services } from '#platform/http/context.ts';
import { role } from '#features/people/index.ts';
import { type Reach, selectReach } from '../preview/reach.ts';
import { type Run, selectRun, updateRun } from '../run.queries.ts';
import { leave } from './apply-ended-people.ts';
import { batches } from './context.ts';

/**
 * Takes an import back as far as that can be done: whom and what it added ends, softly. People who have opened
 * their account since, and administrators, stay. What it changed or ended is not put back: what stood there
 * before may have been wrong, and people may have worked on since. Doing it twice changes nothing.
 */
export function undoRun(
  services: Pick<Services, 'db' | 'now'>,
  { ownerId, id }: Pick<Run, 'ownerId' | 'id'>,
): Promise<void> {
  return aloneWith(services.db, [locks.import, ownerId], undefined, async () => {
    const { db } = services;
    const now = services.now();
    const run = await selectRun(db, ownerId, id);
    if (run.state !== 'undoing') return;
    const reach = await selectReach(db, ownerId);
    const day = today(now, reach.home.zone);
    const people = await selectBrought(db, run, reach, day);
    const stayed = people.filter(({ stays }) => stays);
    for (const [owner, all] of Map.groupBy(
      people.filter(({ stays }) => !stays),
      (each) => each.owner,
    ))
      for (const batch of batches(all, 300))
        await leave(
          { db, run, now, actorId: run.confirmedBy },
          owner,
          batch.map(({ personId }) => personId),
          day,
        );
    for (const owner of reach.owners) await endUnits(db, run, owner, now);
    await endTermsAndSchools(db, run, reach, now);
    await transaction(db, async (tx) => {
      await tx
        .deleteFrom('import_key')
        .where('owner_id', '=', ownerId)
        .where('run_id', '=', id)
        .where('made', '=', false)
        .execute();
      const summary = {
        ...run.summary,
        stayed: new Set(stayed.map(({ personId }) => personId)).size,
      };
      await updateRun(tx, run, { state: 'undone', summary }, now);
      await record(
        tx,
        run.confirmedBy,
        { ownerId, kind: 'import.undone', itemId: id, body: { ended: people.length - stayed.length } },
        now,
      );
    });
  });
}

interface Brought {
  owner: string;
  personId: string;
  /** They have an account by now, or run Staffroom somewhere. */
  stays: boolean;
}

async function selectBrought(db: Db, run: Run, { owners }: Reach, day: string): Promise<Brought[]> {
  const { rows } = await sql<Brought>`
    select m.owner_id as owner, m.person_id as "personId", (
        exists (select 1 from credential c where c.person_id = m.person_id)
        or exists (select 1 from appointment a where a.owner_id = any(${owners}::uuid[]) and a.person_id = m.person_id
          and a.role = ${role.administrator} and ${notOver('a', day)})
      ) as stays
    from import_key k join member m on m.owner_id = any(${owners}::uuid[]) and m.person_id = k.thing_id
    where k.owner_id = ${run.ownerId} and k.run_id = ${run.id} and k.part = 'person' and k.made
      and m.ended_at is null
    order by m.owner_id, m.id`.execute(db);
  return rows;
}

async function endUnits(db: Db, run: Run, owner: string, now: Date): Promise<void> {
  await transaction(db, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select u.id from unit u where u.owner_id = ${owner} and u.ended_at is null and u.id in (
        select k.thing_id from import_key k
        where k.owner_id = ${run.ownerId} and k.run_id = ${run.id} and k.part = 'unit' and k.made)`.execute(
      tx,
    );
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return;
    await sql`update unit set ended_at = ${now} where owner_id = ${owner} and id = any(${ids}::uuid[])`.execute(
      tx,
    );
    await sql`update membership set ended_at = ${now} where owner_id = ${owner} and unit_id = any(${ids}::uuid[])
      and ended_at is null`.execute(tx);
    await standingsChanged(tx, owner);
    const body = { runId: run.id, unitIds: ids };
    await record(
      tx,
      run.confirmedBy,
      { ownerId: owner, kind: 'import.units-ended', itemId: run.id, body },
      now,
    );
  });
}

async function endTermsAndSchools(db: Db, run: Run, { home }: Reach, now: Date): Promise<void> {
  const brought = await db
    .selectFrom('import_key')
    .select(['part', 'thing_id as id'])
    .where('owner_id', '=', run.ownerId)
    .where('run_id', '=', run.id)
    .where('part', 'in', ['term', 'organisation'])
    .where('made', '=', true)
    .execute();
  const idsOf = (part: string): string[] => brought.filter((each) => each.part === part).map(({ id }) => id);
  await transaction(db, async (tx) => {
    await sql`update term set ended_at = ${now} where owner_id = ${home.id} and id = any(${idsOf('term')}::uuid[])
      and ended_at is null`.execute(tx);
  });
  await sql`update organisation set ended_at = ${now} where id = any(${idsOf('organisation')}::uuid[])
    and ended_at is null`.execute(db);
}
