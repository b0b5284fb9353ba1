import { current } from '#platform/access/current.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';

/** Something the school is working on this year. Days are 'YYYY-MM-DD'. */
export interface Priority {
  id: string;
  title: string;
  about: string;
  startsOn: string;
  endsOn: string | null;
}

const columns = ['id', 'title', 'about', 'starts_on as startsOn', 'ends_on as endsOn'] as const;

/** All priorities of a school that were not taken away, the latest first. */
export const selectPriorities = (db: Db, organisationId: string): Promise<Priority[]> =>
  db
    .selectFrom('school_priority')
    .select(columns)
    .where('owner_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .orderBy('starts_on', 'desc')
    .orderBy('title')
    .limit(200)
    .execute();

/** Those that the school works on that day: for choosing from. */
export const selectCurrentPriorities = (db: Db, organisationId: string, today: string): Promise<Priority[]> =>
  db
    .selectFrom('school_priority')
    .select(columns)
    .where('owner_id', '=', organisationId)
    .where(current('school_priority', today))
    .orderBy('title')
    .limit(50)
    .execute();

/** One priority, also when it was taken away. */
export const selectPriority = (db: Db, organisationId: string, id: string): Promise<Priority | undefined> =>
  db
    .selectFrom('school_priority')
    .select(columns)
    .where('owner_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();

export async function insertPriority(
  tx: Db,
  organisationId: string,
  priority: Omit<Priority, 'id'>,
  at: Date,
): Promise<string> {
  const id = newId(at);
  await tx
    .insertInto('school_priority')
    .values({ owner_id: organisationId, id, created_at: at, ended_at: null, ...stored(priority) })
    .execute();
  return id;
}

export async function updatePriority(
  tx: Db,
  organisationId: string,
  id: string,
  change: Omit<Priority, 'id'> | { endedAt: Date | null },
): Promise<void> {
  await tx
    .updateTable('school_priority')
    .set('title' in change ? stored(change) : { ended_at: change.endedAt })
    .where('owner_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

const stored = (priority: Omit<Priority, 'id'>) => ({
  title: priority.title,
  about: priority.about,
  starts_on: priority.startsOn,
  ends_on: priority.endsOn,
});
