import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openForChange } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { preciseClockOf } from '../recording.ts';
import { transcriptHref } from './transcript.ts';
import { readUtterance, utteranceInput, utteranceValues } from './utterance-form.ts';
import { utteranceOf, utterancePage } from './utterance.page.ts';

/** Corrects one utterance; the words before are kept. Throws `Stale` when somebody corrected it meanwhile. */
export const saveUtterance = action('/recordings/:recording/transcript/utterances/:utterance', {
  purpose: 'learning',
  access: recordingPolicy,
  page: utterancePage,
  input: z.object({ ...utteranceInput, version: version() }),
  async run(change, { version: shown, ...sent }) {
    const { tx, who, now } = change;
    const opened = await openForChange(change, 'note');
    const { recording } = opened;
    const utterance = await utteranceOf(change, opened);
    const read = readUtterance(sent, recording);
    const of = { ownerId: recording.ownerId, id: utterance.id };
    if (utterance.version !== shown)
      await throwStale(
        tx,
        of,
        {
          version: utterance.version,
          fields: [
            { name: 'from', label: t('From'), text: preciseClockOf(utterance.fromMs) },
            { name: 'until', label: t('Until'), text: preciseClockOf(utterance.toMs) },
            { name: 'speaker', label: t('Speaker'), text: utterance.speaker },
            { name: 'text', label: t('What was said'), text: utterance.text },
          ],
        },
        now,
      );
    await keepText(tx, of, shown, utteranceValues(utterance), recording.authorId, recording.createdAt);
    await keepText(tx, of, shown + 1, utteranceValues(read), who.personId, now);
    await tx
      .updateTable('recording_utterance')
      .set({
        from_ms: read.fromMs,
        to_ms: read.toMs,
        speaker: read.speaker,
        text: read.text,
        tags: read.tags,
        version: shown + 1,
      })
      .where('owner_id', '=', of.ownerId)
      .where('id', '=', of.id)
      .execute();
    await change.record({
      kind: 'recording-utterance.corrected',
      itemId: recording.id,
      body: { utteranceId: utterance.id },
    });
    return see(`${transcriptHref(recording)}#said`, t('The correction is saved.'));
  },
});
