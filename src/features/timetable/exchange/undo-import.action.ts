import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { timetableKeepers } from '../timetable.access.ts';
import { timetableHref, timetablesPath } from '../timetable.ts';
import { timetableOf } from '../versions/timetable.page.ts';
import { lockTimetable, selectBatch, undoBatch } from './batch.queries.ts';

/** Takes back all that was read from a list at one go. Refused where something of it was changed since. */
export const undoImport = action(`${timetablesPath}/:timetable/imports/:batch/undo`, {
  purpose: 'administration',
  access: roles(...timetableKeepers),
  input: z.object({}),
  async run(change) {
    const { tx, organisationId, now } = change;
    const { id: timetableId } = await timetableOf(change);
    const batchId = change.params.batch!;
    if (!isId(batchId)) throw new NotFound();
    await lockTimetable(tx, organisationId, timetableId);
    const batch = await selectBatch(tx, organisationId, { timetableId, batchId });
    if (batch.written + batch.ended === 0) throw new NotFound();
    if (batch.touched > 0)
      throw new Refused(t('Lessons of this list were changed since. Read the list before it again instead.'));
    await undoBatch(tx, organisationId, batchId, now);
    await change.record({ kind: 'timetable.list-undone', itemId: timetableId, body: { batchId } });
    return see(timetableHref(timetableId), t('All lessons are as they were before the list.'));
  },
});
