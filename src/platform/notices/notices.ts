import type { Db } from '../db/database.ts';
import { newId } from '../db/ids.ts';

/**
 * What waits for a person, across everything they belong to. A notice holds no words of anybody:
 * what it says comes from its kind, and whatever title stands beside it is asked of the owner.
 */
export interface Notice {
  personId: string;
  /** The organisation (or person) the matter belongs to. */
  fromOwner: string;
  kind: string;
  /** One notice per person, kind and subject, however often it is told. */
  subjectKey: string;
  itemId: string | null;
  href: string;
  dueAt: Date | null;
  /** When it begins, for what has a time rather than a last day; whoever wishes gets a note before. */
  beginsAt?: Date | null;
}

/** Puts something into a person's list, or brings what is there up to date. Saying it twice changes nothing. */
export async function notify(db: Db, notice: Notice, now: Date): Promise<void> {
  const changing = {
    href: notice.href,
    due_at: notice.dueAt,
    begins_at: notice.beginsAt ?? null,
    item_id: notice.itemId,
  };
  await db
    .insertInto('notice')
    .values({
      owner_id: notice.personId,
      id: newId(now),
      from_owner: notice.fromOwner,
      kind: notice.kind,
      subject_key: notice.subjectKey,
      created_at: now,
      seen_at: null,
      done_at: null,
      ...changing,
    })
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'from_owner', 'kind', 'subject_key']).doUpdateSet(changing),
    )
    .execute();
}

/** The matter is done, for these people; also for who left meanwhile, so that it waits no more if they come back. */
export async function settle(
  db: Db,
  matter: { personIds: readonly string[]; fromOwner: string; kind: string; subjectKey: string },
  now: Date,
): Promise<void> {
  if (matter.personIds.length === 0) return;
  await db
    .updateTable('notice')
    .set({ done_at: now, left_circle_id: null })
    .where('owner_id', 'in', matter.personIds)
    .where('from_owner', '=', matter.fromOwner)
    .where('kind', '=', matter.kind)
    .where('subject_key', '=', matter.subjectKey)
    .where((notice) => notice.or([notice('done_at', 'is', null), notice('left_circle_id', 'is not', null)]))
    .execute();
}
