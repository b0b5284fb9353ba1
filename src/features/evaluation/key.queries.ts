import type { Db } from '#platform/db/database.ts';

export interface Key {
  id: string;
  /** Pupil's id → the name the teacher wrote. */
  names: Record<string, string>;
  version: number;
  updatedAt: Date;
}

/** The teacher's own list for a group: the owner is the teacher, and the statement asks for no other's. */
export const selectKey = (db: Db, teacherId: string, groupId: string): Promise<Key | undefined> =>
  db
    .selectFrom('evaluation_key')
    .select(['id', 'names', 'version', 'updated_at as updatedAt'])
    .where('owner_id', '=', teacherId)
    .where('group_id', '=', groupId)
    .executeTakeFirst() as Promise<Key | undefined>;
