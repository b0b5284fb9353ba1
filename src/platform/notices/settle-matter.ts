import type { Db } from '../db/database.ts';
import { type Notice, notify } from './notices.ts';

/**
 * Makes the lists of these people say what is true of one item now: `waiting` stands in them and is open,
 * everything else about the item is done. Working it out from the item's own rows and calling this after
 * each event is enough; told twice, or told late, it comes to the same.
 *
 * @param personIds everybody who may have had a notice about the item, those who left too
 * @param kinds those that are spoken for here, where others tell of the same item as well; all unless given
 */
export async function settleMatter(
  db: Db,
  matter: { fromOwner: string; itemId: string; personIds: readonly string[]; kinds?: readonly string[] },
  waiting: readonly Omit<Notice, 'fromOwner' | 'itemId'>[],
  now: Date,
): Promise<void> {
  if (matter.personIds.length === 0) return;
  const present = await db
    .selectFrom('notice')
    .select([
      'owner_id as personId',
      'id',
      'kind',
      'subject_key as subjectKey',
      'done_at as doneAt',
      'aside_at as asideAt',
      'left_circle_id as leftCircleId',
      'due_at as dueAt',
    ])
    .where('owner_id', 'in', matter.personIds)
    .where('from_owner', '=', matter.fromOwner)
    .where('item_id', '=', matter.itemId)
    .$if(matter.kinds !== undefined, (query) => query.where('kind', 'in', matter.kinds!))
    .execute();
  const keyOf = (notice: { personId: string; kind: string; subjectKey: string }): string =>
    `${notice.personId} ${notice.kind} ${notice.subjectKey}`;
  const wanted = new Map(waiting.map((notice) => [keyOf(notice), notice]));

  for (const notice of present) {
    const still = wanted.get(keyOf(notice));
    if (!still) {
      if (notice.doneAt === null) await change(db, notice, { done_at: now });
      else if (notice.asideAt !== null || notice.leftCircleId !== null)
        await change(db, notice, { aside_at: null, left_circle_id: null });
      continue;
    }
    const moved = notice.dueAt?.getTime() !== still.dueAt?.getTime();
    // What its person put aside stays so until it has another day, which is also a new reminder.
    // So is what was done and must be done again.
    if (notice.doneAt !== null && (notice.asideAt === null || moved))
      await change(db, notice, { done_at: null, aside_at: null, left_circle_id: null, told_at: null });
    if (moved) await change(db, notice, { mailed_at: null });
  }
  for (const notice of waiting)
    await notify(db, { ...notice, fromOwner: matter.fromOwner, itemId: matter.itemId }, now);
}

const change = (
  db: Db,
  notice: { personId: string; id: string },
  columns: {
    done_at?: Date | null;
    aside_at?: null;
    left_circle_id?: null;
    mailed_at?: null;
    told_at?: null;
  },
): Promise<unknown> =>
  db
    .updateTable('notice')
    .set(columns)
    .where('owner_id', '=', notice.personId)
    .where('id', '=', notice.id)
    .execute();
