import { z } from 'zod';
import { addDays } from '#platform/calendar/dates.ts';
import { Refused } from '#platform/errors.ts';
import { day } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { openForChange } from '../open-recording.ts';
import { recordingPolicy } from '../recording.policy.ts';
import { recordingHref } from '../recording.ts';
import { keepPage } from './keep.page.ts';
import { selectKeeping } from './keep.ts';
import { notesAfterInput } from './notes-after.ts';

/** Its author says until when it is kept, within what the school allows. */
export const keep = action('/recordings/:recording/keep', {
  purpose: 'learning',
  access: recordingPolicy,
  page: keepPage,
  input: z.object({ keep_until: day(), notes_after: notesAfterInput() }),
  async run(change, { keep_until: keepUntil, notes_after: notesAfter }) {
    const { recording } = await openForChange(change);
    const { longestDays } = await selectKeeping(change.tx, recording.ownerId);
    const latest = addDays(recording.filmedOn, longestDays);
    if (keepUntil < change.today)
      throw new Refused({ keep_until: t('This day is over. Choose today or a later one.') });
    if (keepUntil > latest)
      throw new Refused({
        keep_until: t('Your school keeps recordings until {day} at the latest.', { day: formatDate(latest) }),
      });
    await change.tx
      .updateTable('recording')
      .set({ keep_until: keepUntil, notes_after: notesAfter, changed_at: change.now })
      .where('owner_id', '=', recording.ownerId)
      .where('id', '=', recording.id)
      .execute();
    await change.record({
      kind: 'recording.keep-changed',
      itemId: recording.id,
      body: { from: recording.keepUntil, until: keepUntil, notesAfter },
      tell: true,
    });
    return see(recordingHref(recording), t('Kept until {day}.', { day: formatDate(keepUntil) }));
  },
});
