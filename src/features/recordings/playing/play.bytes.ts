import { sql } from 'kysely';
import { composed, type Given } from '#platform/access/composed.ts';
import { itemList, itemOf } from '#platform/access/select-item.ts';
import { admitTo } from '#platform/access/open.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { bytes } from '#platform/http/route.ts';
import { admitToRecording } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingList } from '../recording.queries.ts';
import { isPlayable, playedOf, type Recording } from '../recording.ts';
import { noteView } from './note-view.ts';
import { sendMedium } from './send-medium.ts';

const ask = composed((who, given: Given<{ id: string; now: Date }>) => ({
  items: itemList(who, { ownerId: sql.val(who.organisationId), ...given }),
  recordings: recordingList(who.organisationId, who.personId, given.id),
}));

/**
 * The recording, by the same rule as its page. A player asks in many pieces, so the log that its owner reads has one
 * line for each time of watching, and none for each piece.
 */
async function openToPlay(visit: Visit, watching: boolean): Promise<Recording> {
  const id = visit.params.recording ?? '';
  if (!isId(id)) throw new NotFound();
  const { items, recordings } = await ask(visit.db, visit.who, { id, now: visit.now });
  const item = admitTo(visit.who, recordingPolicy, items[0] && itemOf(items[0], visit.who));
  const recording = admitToRecording(visit, item, recordings[0]);
  if (!isPlayable(recording)) throw new NotFound('There is nothing to play here.');
  if (watching && (await noteView(visit, recording))) visit.noteOpened(item, 'file');
  return recording;
}

/** What is played: the film or the sound, or the piece of it that a player asks for. */
export const playRecording = bytes('/recordings/:recording/play', {
  purpose: 'learning',
  access: recordingPolicy,
  async send(visit) {
    const recording = await openToPlay(visit, true);
    return sendMedium(visit, recording, playedOf(recording));
  },
});

/** One picture of it, for lists. */
export const recordingPoster = bytes('/recordings/:recording/poster', {
  purpose: 'learning',
  access: recordingPolicy,
  async send(visit) {
    const recording = await openToPlay(visit, false);
    return sendMedium(
      visit,
      recording,
      recording.media.find(({ part }) => part === 'poster'),
    );
  },
});
