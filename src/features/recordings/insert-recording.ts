import { type Grant, insertItem } from '#platform/access/items.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { recordingPolicy } from './recording.policy.ts';

export interface NewRecording {
  /** Where it was given before, as with a form that is sent twice. */
  id?: string;
  authorId: string;
  title: string;
  lesson: string;
  /** Who else may be seen or heard, in words: other children, visitors, staff. */
  others?: string;
  /** Somebody among these has not agreed to be seen or heard. */
  blurOthers?: boolean;
  filmedOn: string;
  unitId: string | null;
  circleId: string | null;
  stepId: string | null;
  consentPurpose: string;
  /** Those who may be seen or heard, with what their families had said. */
  pupils: readonly { personId: string; shown: 'seen' | 'hidden'; consent: string }[];
  keepUntil: string;
  notesAfter: 'go' | 'stay';
  tagSets: readonly string[];
  clipForm: string | null;
  copiedFrom?: string | null;
  grants?: readonly Grant[];
}

/**
 * A recording that is described and of which nothing has arrived. `wrapKey` gives its key, wrapped for its id.
 * Somebody without consent who is not hidden makes blurring needed. Answers its id.
 */
export async function insertRecording(
  tx: Db,
  ownerId: string,
  made: NewRecording,
  wrapKey: (id: string) => Buffer,
  now: Date,
): Promise<string> {
  const id = made.id ?? newId(now);
  const { authorId, circleId, grants = [] } = made;
  await insertItem(
    tx,
    { ownerId, id, policy: recordingPolicy, authorId, circleId, grants, excludesManagers: true },
    now,
  );
  await tx
    .insertInto('recording')
    .values({
      owner_id: ownerId,
      id,
      title: made.title,
      lesson: made.lesson,
      others: made.others ?? '',
      filmed_on: made.filmedOn,
      unit_id: made.unitId,
      circle_id: circleId,
      step_id: made.stepId,
      consent_purpose: made.consentPurpose,
      blur_needed:
        (made.blurOthers ?? false) ||
        made.pupils.some(({ shown, consent }) => shown === 'seen' && consent !== 'given'),
      prepared: '{}',
      state: 'described',
      wrapped_key: wrapKey(id),
      keep_until: made.keepUntil,
      notes_after: made.notesAfter,
      tag_sets: [...made.tagSets],
      clip_form: made.clipForm,
      copied_from: made.copiedFrom ?? null,
      version: 1,
      created_at: now,
      changed_at: now,
    })
    .execute();
  if (made.pupils.length > 0)
    await tx
      .insertInto('recording_pupil')
      .values(
        made.pupils.map(({ personId, shown, consent }) => ({
          owner_id: ownerId,
          recording_id: id,
          person_id: personId,
          shown,
          consent,
        })),
      )
      .execute();
  return id;
}
