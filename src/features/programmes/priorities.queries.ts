import type { Db } from '#platform/db/database.ts';

export interface Priority {
  id: string;
  title: string;
}

/** The priorities of a school that have not ended, by title. */
export const selectPriorities = (db: Db, ownerId: string): Promise<Priority[]> =>
  db
    .selectFrom('school_priority')
    .select(['id', 'title'])
    .where('owner_id', '=', ownerId)
    .where('ended_at', 'is', null)
    .orderBy('title')
    .execute();
