import { sql } from 'kysely';
import { composed, type Given } from '#platform/access/composed.ts';
import { itemList } from '#platform/access/select-item.ts';
import type { Item } from '#platform/access/who.ts';
import { isId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound, Refused } from '#platform/errors.ts';
import { Change, type Visit } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type RecordingAbility, recordingPolicy } from './recording.policy.ts';
import { lockRecording, recordingList } from './recording.queries.ts';
import type { Recording } from './recording.ts';

export interface OpenedRecording {
  item: Item;
  recording: Recording;
  /** The reader is its author. */
  mine: boolean;
  may(ability: RecordingAbility): boolean;
}

const ask = composed((who, given: Given<{ id: string; now: Date }>) => ({
  items: itemList(who, { ownerId: sql.val(who.organisationId), ...given }),
  recordings: recordingList(who.organisationId, who.personId, given.id),
}));

/**
 * Opens the recording that the address names (`:recording`), in one statement; a change holds it first. Whoever it was
 * shown to comes in once its author has watched it, and not while a consent is taken back.
 * Throws `NotFound` when there is none, `NotAllowed` when `ability` is not the person's or it is not open to them yet.
 */
export async function openRecording(
  visit: Visit,
  ability: RecordingAbility = 'read',
): Promise<OpenedRecording> {
  const id = visit.params.recording ?? '';
  if (!isId(id)) throw new NotFound();
  if (visit instanceof Change) await lockRecording(visit.tx, visit.organisationId, id);
  const { items, recordings } = await ask(visit.db, visit.who, { id, now: visit.now });
  const item = visit.admit(recordingPolicy, items[0]);
  return { item, recording: admitToRecording(visit, item, recordings[0], ability), ...standing(visit, item) };
}

const standing = (visit: Visit, item: Item): Pick<OpenedRecording, 'mine' | 'may'> => ({
  mine: item.authorId === visit.who.personId,
  may: (ability) => visit.who.may(ability, recordingPolicy, item),
});

/** The rule of who comes in, for pages that ask for the recording in a statement of their own. */
export function admitToRecording(
  visit: Visit,
  item: Item,
  recording: Recording | undefined,
  ability: RecordingAbility = 'read',
): Recording {
  visit.who.must(ability, recordingPolicy, item);
  if (!recording) throw new NotFound();
  if (item.authorId === visit.who.personId) return recording;
  if (recording.watchedAt === null)
    throw new NotAllowed(
      t('{name} has not watched it yet. The teacher watches first; then it opens for you.', {
        name: recording.author,
      }),
      recordingPolicy.ask,
    );
  if (recording.closed)
    throw new NotAllowed(t('A consent was taken back, so this recording is closed.'), recordingPolicy.ask);
  return recording;
}

/** For a change to a recording that is still there. Throws `Refused` when it was taken away or erased. */
export async function openForChange(
  change: Change,
  ability: RecordingAbility = 'decide',
): Promise<OpenedRecording> {
  const opened = await openRecording(change, ability);
  if (opened.item.endedAt) throw new Refused(t('You took this recording away. Bring it back first.'));
  if (opened.recording.state === 'erased')
    throw new Refused(t('This recording was erased, so nothing was changed.'));
  return opened;
}
