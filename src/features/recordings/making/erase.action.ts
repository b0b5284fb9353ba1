import { z } from 'zod';
import { Refused } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openRecording } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';
import { eraseRecording } from './erase-recording.ts';
import { erasePage } from './erase.page.ts';
import { notesAfterInput } from './notes-after.ts';

/** Its author erases it for good. The sealed files go once that is written. */
export const erase = action('/recordings/:recording/erase', {
  purpose: 'learning',
  access: recordingPolicy,
  page: erasePage,
  input: z.object({ notes_after: notesAfterInput() }),
  async run(change, { notes_after: notesAfter }) {
    const { recording } = await openRecording(change, 'decide');
    if (recording.state === 'erased') throw new Refused(t('It is erased already.'));
    const sealed = await eraseRecording(change.tx, { ...recording, notesAfter }, 'author', change.now);
    await change.record({
      kind: 'recording.erased',
      itemId: recording.id,
      body: { why: 'author', notesAfter, media: sealed.length },
      tell: true,
    });
    const { vault } = change.services;
    change.afterCommit(() => Promise.all(sealed.map((id) => vault.remove(id))));
    return see(
      recordingHref(recording),
      notesAfter === 'go' ? t('Erased, with its notes.') : t('Erased. The notes stay.'),
    );
  },
});
