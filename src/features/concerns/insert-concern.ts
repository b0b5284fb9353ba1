import { insertItem } from '#platform/access/items.ts';
import type { Db } from '#platform/db/database.ts';
import { concernPolicy } from './concern.policy.ts';
import { lookBy, selectSchoolDays } from './look-by.ts';
import { grantsOfReaders, selectSettings } from './settings.ts';

export interface NewConcern {
  authorId: string;
  /** Null where it is not known which child is meant; `about` says it then. */
  pupilId: string | null;
  about: string;
  saw: string;
  said: string;
  place: string;
  happenedOn: string;
  happenedAt: string | null;
  danger: boolean;
  toldWhom: string;
}

/**
 * Writes a concern for those whom the school names, and answers its id and until when somebody must have looked.
 * Recording it is the caller's, with `recordConcern`; pupils will write theirs through here too.
 */
export async function insertConcern(
  tx: Db,
  owner: string,
  concern: NewConcern,
  { now, today, zone }: { now: Date; today: string; zone: string },
): Promise<{ id: string; lookBy: Date }> {
  const settings = await selectSettings(tx, owner);
  const by = concern.danger ? now : lookBy(now, settings, await selectSchoolDays(tx, owner, today), zone);
  const grants = grantsOfReaders(owner, settings);
  const id = await insertItem(
    tx,
    { ownerId: owner, policy: concernPolicy, authorId: concern.authorId, grants },
    now,
  );
  await tx
    .insertInto('concern')
    .values({
      owner_id: owner,
      id,
      pupil_id: concern.pupilId,
      about: concern.about,
      saw: concern.saw,
      said: concern.said,
      place: concern.place,
      happened_on: concern.happenedOn,
      happened_at: concern.happenedAt,
      danger: concern.danger,
      told_whom: concern.toldWhom,
      look_by: by,
      created_at: now,
    })
    .execute();
  return { id, lookBy: by };
}
