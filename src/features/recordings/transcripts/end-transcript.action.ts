import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openForChange } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';
import { transcriptHref } from './transcript.ts';
import { endTranscripts } from './write-transcript.ts';

const common = { purpose: 'learning', access: recordingPolicy, input: z.object({}) } as const;

/** Its author takes the transcript away, and the captions with it, softly. */
export const endTranscript = action('/recordings/:recording/transcript/end', {
  ...common,
  async run(change) {
    const { recording } = await openForChange(change);
    const transcriptId = await endTranscripts(change.tx, recording, change.now);
    if (transcriptId === null) throw new Refused(t('There is no transcript any more.'));
    await change.record({
      kind: 'recording-transcript.ended',
      itemId: recording.id,
      body: { transcriptId },
    });
    return see(
      transcriptHref(recording),
      t('The transcript was taken away.'),
      recordingHref(recording, `transcripts/${transcriptId}/bring-back`),
    );
  },
});

/** One that was taken away, or that another took the place of, stands again; what stands now ends. */
export const restoreTranscript = action('/recordings/:recording/transcripts/:transcript/bring-back', {
  ...common,
  async run(change) {
    const { recording } = await openForChange(change);
    const id = change.params.transcript ?? '';
    if (!isId(id)) throw new NotFound();
    const before = await endTranscripts(change.tx, recording, change.now);
    if (before === id) throw new Refused(t('This transcript is there already.'));
    const { numUpdatedRows } = await change.tx
      .updateTable('recording_transcript')
      .set({ ended_at: null })
      .where('owner_id', '=', recording.ownerId)
      .where('recording_id', '=', recording.id)
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new NotFound();
    await change.record({
      kind: 'recording-transcript.restored',
      itemId: recording.id,
      body: { transcriptId: id },
    });
    return see(
      transcriptHref(recording),
      t('The transcript is there again.'),
      before === null
        ? transcriptHref(recording, 'end')
        : recordingHref(recording, `transcripts/${before}/bring-back`),
    );
  },
});
