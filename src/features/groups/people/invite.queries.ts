import type { Selectable } from 'kysely';
import type { Db } from '#platform/db/database.ts';
import type { Tables } from '#platform/db/schema.generated.ts';
import type { Part } from '#features/programmes/index.ts';

/** That somebody was asked into a group, or asked to be let in: the last time, for each person one. */
export type Invitation = Selectable<Tables['group_invitation']>;

interface GroupId {
  owner_id: string;
  id: string;
}

export const selectInvitation = (db: Db, group: GroupId, personId: string): Promise<Invitation | undefined> =>
  db
    .selectFrom('group_invitation')
    .selectAll()
    .where('owner_id', '=', group.owner_id)
    .where('programme_id', '=', group.id)
    .where('person_id', '=', personId)
    .executeTakeFirst();

interface NewInvitation {
  personId: string;
  part: Part;
  way: 'invited' | 'asked';
  words: string;
  by: string;
  at: Date;
}

/** Writes that somebody is asked, or asks; what was answered before gives way to it. */
export async function insertInvitation(tx: Db, group: GroupId, asked: NewInvitation): Promise<void> {
  const columns = {
    part: asked.part,
    way: asked.way,
    words: asked.words,
    by_id: asked.by,
    at: asked.at,
    answer: null,
    answered_by: null,
    answered_at: null,
    said: '',
  };
  await tx
    .insertInto('group_invitation')
    .values({ owner_id: group.owner_id, programme_id: group.id, person_id: asked.personId, ...columns })
    .onConflict((conflict) =>
      conflict.columns(['owner_id', 'programme_id', 'person_id']).doUpdateSet(columns),
    )
    .execute();
}

/** Answers it, or with `null` opens it again. */
export async function updateAnswer(
  tx: Db,
  group: GroupId,
  personId: string,
  answer: 'yes' | 'no' | 'withdrawn' | null,
  { by, at, said = '' }: { by: string; at: Date; said?: string },
): Promise<void> {
  await tx
    .updateTable('group_invitation')
    .set(
      answer === null
        ? { answer, answered_by: null, answered_at: null, said: '' }
        : { answer, answered_by: by, answered_at: at, said },
    )
    .where('owner_id', '=', group.owner_id)
    .where('programme_id', '=', group.id)
    .where('person_id', '=', personId)
    .execute();
}
