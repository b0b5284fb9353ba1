import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, type Done, see } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { openForChange } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { setAllShared } from '../share-own.ts';
import { reelHref } from './clip.ts';

const common = { purpose: 'learning', access: recordingPolicy, input: z.object({}) } as const;

/** Lays one's own reel open to those who see the recording and are ready themselves; clips added later stay one's own. */
export const shareReel = action('/recordings/:recording/reel/share', {
  ...common,
  run: (change) => setShared(change, change.now),
});

/** It is one's own alone again. What somebody has seen they have seen. */
export const keepReelBack = action('/recordings/:recording/reel/keep-back', {
  ...common,
  run: (change) => setShared(change, null),
});

async function setShared(change: Change, sharedAt: Date | null): Promise<Done> {
  const { recording } = await openForChange(change, 'note');
  const n = await setAllShared(change, 'recording_clip', recording, sharedAt);
  if (n === 0)
    throw new Refused(sharedAt ? t('There is no clip to share.') : t('Nothing of your reel is shared.'));
  await change.record({
    kind: sharedAt ? 'recording-reel.shared' : 'recording-reel.kept-back',
    itemId: recording.id,
    body: { clips: n },
  });
  return sharedAt
    ? see(
        reelHref(recording),
        tn(n, 'One clip of your reel is shared.', '{n} clips of your reel are shared.'),
        reelHref(recording, 'keep-back'),
      )
    : see(
        reelHref(recording),
        t('Your reel is yours alone again. Whoever played it before has seen it.'),
        reelHref(recording, 'share'),
      );
}
