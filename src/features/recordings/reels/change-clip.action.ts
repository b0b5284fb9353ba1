import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, type Done, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { reelHref } from './clip.ts';
import { clipInput, readClip } from './clip-form.ts';
import { openOwnClip } from './own-clip.ts';
import { reelPage } from './reel.page.ts';

const common = { purpose: 'learning', access: recordingPolicy } as const;
const button = { ...common, input: z.object({}) } as const;

/** Its chooser changes where a clip begins and ends, and its title. */
export const saveClip = action('/recordings/:recording/reel/clips/:clip', {
  ...common,
  page: reelPage,
  input: clipInput,
  async run(change, sent) {
    const { recording, clip } = await openOwnClip(change);
    const { fromMs, toMs, title } = readClip(sent, recording);
    await change.tx
      .updateTable('recording_clip')
      .set({ from_ms: fromMs, to_ms: toMs, title })
      .where('owner_id', '=', recording.ownerId)
      .where('id', '=', clip.id)
      .execute();
    await change.record({ kind: 'recording-clip.changed', itemId: recording.id, body: { clipId: clip.id } });
    return see(reelHref(recording), t('The clip is saved.'));
  },
});

/** It plays before the one that came before it. */
export const moveClipUp = action('/recordings/:recording/reel/clips/:clip/up', {
  ...button,
  run: (change) => move(change, 'up'),
});

export const moveClipDown = action('/recordings/:recording/reel/clips/:clip/down', {
  ...button,
  run: (change) => move(change, 'down'),
});

/** Changes places with the clip beside it; at the end of the reel there is none, and nothing moves. */
async function move(change: Change, way: 'up' | 'down'): Promise<Done> {
  const { recording, clip } = await openOwnClip(change);
  const { ownerId, id: recordingId } = recording;
  const other = await change.tx
    .selectFrom('recording_clip')
    .select(['id', 'position'])
    .where('owner_id', '=', ownerId)
    .where('recording_id', '=', recordingId)
    .where('person_id', '=', change.who.personId)
    .where('ended_at', 'is', null)
    .where('position', way === 'up' ? '<' : '>', clip.position)
    .orderBy('position', way === 'up' ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst();
  if (!other) throw new Refused(way === 'up' ? t('It is the first already.') : t('It is the last already.'));
  for (const [id, position] of [
    [clip.id, other.position],
    [other.id, clip.position],
  ] as const)
    await change.tx
      .updateTable('recording_clip')
      .set({ position })
      .where('owner_id', '=', ownerId)
      .where('id', '=', id)
      .execute();
  await change.record({ kind: 'recording-clip.moved', itemId: recordingId, body: { clipId: clip.id, way } });
  const back = way === 'up' ? 'down' : 'up';
  return see(
    reelHref(recording),
    t('The clip has another place.'),
    reelHref(recording, `clips/${clip.id}/${back}`),
  );
}

/** Its chooser takes it away, softly. */
export const endClip = action('/recordings/:recording/reel/clips/:clip/end', {
  ...button,
  run: (change) => setEnd(change, change.now),
});

export const restoreClip = action('/recordings/:recording/reel/clips/:clip/bring-back', {
  ...button,
  run: (change) => setEnd(change, null),
});

async function setEnd(change: Change, endedAt: Date | null): Promise<Done> {
  const { recording, clip } = await openOwnClip(change, { ended: endedAt === null });
  if (endedAt === null && clip.endedAt === null) throw new Refused(t('This clip is there already.'));
  await change.tx
    .updateTable('recording_clip')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', recording.ownerId)
    .where('id', '=', clip.id)
    .execute();
  await change.record({
    kind: endedAt ? 'recording-clip.ended' : 'recording-clip.restored',
    itemId: recording.id,
    body: { clipId: clip.id },
  });
  return endedAt
    ? see(
        reelHref(recording),
        t('The clip was taken away.'),
        reelHref(recording, `clips/${clip.id}/bring-back`),
      )
    : see(reelHref(recording), t('The clip is back.'), reelHref(recording, `clips/${clip.id}/end`));
}
