import { sql } from 'kysely';
import { z } from 'zod';
import { record } from '#platform/audit/record.ts';
import { addDays, today as dayOf } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import type { Db } from '#platform/db/database.ts';
import { transaction } from '#platform/db/transaction.ts';
import { eachOrganisation } from '#platform/jobs/each-organisation.ts';
import { type Job, told } from '#platform/jobs/handler.ts';
import { every } from '#platform/jobs/recurring.ts';
import { notify, settle } from '#platform/notices/notices.ts';
import { recordingHref } from '../recording.ts';
import { eraseRecording } from './erase-recording.ts';
import { selectKeeping } from './keep.ts';

const kind = 'recording.going';

interface Due {
  ownerId: string;
  id: string;
  authorId: string;
  keepUntil: string;
  notesAfter: 'go' | 'stay';
}

/** Recordings that are kept until `until` at the latest: those that were taken away, and those of which nothing arrived, too. */
async function selectDue(db: Db, ownerId: string, until: string): Promise<Due[]> {
  const { rows } = await sql<Due>`select r.owner_id as "ownerId", r.id, i.author_id as "authorId",
      r.keep_until as "keepUntil", r.notes_after as "notesAfter"
    from recording r join item i on i.owner_id = r.owner_id and i.id = r.id
    where r.owner_id = ${ownerId} and r.keep_until <= ${until} and r.state <> 'erased'
    order by r.keep_until, r.id`.execute(db);
  return rows;
}

/** Each morning: whose day comes near, its author is told; whose day is over, it is erased for good. */
export const retention = every('recordings.retention', { dailyAt: '04:20' }, (job) =>
  eachOrganisation(
    job.db,
    job.signal,
    async ({ id: ownerId, zone }) => {
      const today = dayOf(job.now(), zone);
      const { warnDays } = await selectKeeping(job.db, ownerId);
      for (const due of await selectDue(job.db, ownerId, addDays(today, warnDays))) {
        job.signal.throwIfAborted();
        if (due.keepUntil < today) await eraseOnItsDay(job, due, today);
        else await warn(job, due, zone);
      }
    },
    { endedToo: true },
  ),
);

const warn = (job: Job, { ownerId, id, authorId, keepUntil }: Due, zone: string): Promise<void> =>
  notify(
    job.db,
    {
      personId: authorId,
      fromOwner: ownerId,
      kind,
      subjectKey: id,
      itemId: id,
      href: recordingHref({ id }, 'keep'),
      dueAt: instantAt(keepUntil, '18:00', zone),
    },
    job.now(),
  );

async function eraseOnItsDay(job: Job, due: Due, today: string): Promise<void> {
  const now = job.now();
  const sealed = await transaction(job.db, async (tx) => {
    // Its author may have kept it longer, or erased it, since the list was read.
    const { rows } = await sql<Pick<Due, 'notesAfter'>>`select notes_after as "notesAfter" from recording
      where owner_id = ${due.ownerId} and id = ${due.id} and keep_until < ${today} and state <> 'erased'
      for update`.execute(tx);
    const [stands] = rows;
    if (!stands) return [];
    const gone = await eraseRecording(tx, { ...due, ...stands }, 'its day', now);
    const body = { why: 'its day', notesAfter: stands.notesAfter, media: gone.length };
    await record(
      tx,
      null,
      { ownerId: due.ownerId, kind: 'recording.erased', itemId: due.id, body, tell: true },
      now,
    );
    return gone;
  });
  for (const id of sealed) await job.vault.remove(id);
}

/** A warning is over when the recording is gone, or is kept longer. */
export const settleRetention = told(
  ['recording.erased', 'recording.keep-changed'],
  z.object({ itemId: z.uuid() }),
  async ({ ownerId, body }, job) => {
    const row = await job.db
      .selectFrom('item')
      .select('author_id')
      .where('owner_id', '=', ownerId)
      .where('id', '=', body.itemId)
      .executeTakeFirst();
    if (!row) return;
    await settle(
      job.db,
      { personIds: [row.author_id], fromOwner: ownerId, kind, subjectKey: body.itemId },
      job.now(),
    );
  },
);
