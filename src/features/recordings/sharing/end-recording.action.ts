import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openRecording } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';

const common = { purpose: 'learning', access: recordingPolicy, input: z.object({}) } as const;

/** Its author takes it away: it closes for everybody else at once, and waits to be brought back or erased. */
export const endRecording = action('/recordings/:recording/end', {
  ...common,
  async run(change) {
    const { item, recording } = await openRecording(change, 'decide');
    if (item.endedAt) throw new Refused(t('You took it away already.'));
    await endItem(change.tx, item, change.now);
    await change.record({ kind: 'recording.ended', itemId: recording.id, tell: true });
    return see(
      recordingHref(recording),
      t('Taken away. Nobody but you can open it. Its film is kept until its day, or until you erase it.'),
      recordingHref(recording, 'bring-back'),
    );
  },
});

export const bringBackRecording = action('/recordings/:recording/bring-back', {
  ...common,
  async run(change) {
    const { item, recording } = await openRecording(change, 'decide');
    if (!item.endedAt) throw new Refused(t('It is there already.'));
    await endItem(change.tx, item, null);
    await change.record({ kind: 'recording.restored', itemId: recording.id, tell: true });
    return see(recordingHref(recording), t('It is there again, for those you show it to.'));
  },
});
