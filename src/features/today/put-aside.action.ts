import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';

/** Sets a notice of one's own. Throws `NotFound` when it is nobody's or another's. */
async function setDone(change: Change, doneAt: Date | null): Promise<string> {
  const id = change.params.notice ?? '';
  const personId = change.who.personId;
  const changed = isId(id)
    ? await change.tx
        .updateTable('notice')
        .set({ done_at: doneAt, aside_at: doneAt, left_circle_id: null })
        .where('owner_id', '=', personId)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!changed?.numUpdatedRows) throw new NotFound();
  await change.record({
    ownerId: personId,
    kind: doneAt ? 'notice.put-aside' : 'notice.put-back',
    body: { noticeId: id },
  });
  return id;
}

const common = { purpose: 'learning', access: 'signed-in', input: z.object({}) } as const;

/** Takes something off one's own list. The matter itself stays as it is. */
export const putAside = action('/today/waiting/:notice/done', {
  ...common,
  async run(change) {
    const id = await setDone(change, change.now);
    return see('/today', t('It is off your list.'), `/today/waiting/${id}/not-done`);
  },
});

export const putBack = action('/today/waiting/:notice/not-done', {
  ...common,
  async run(change) {
    const id = await setDone(change, null);
    return see('/today', t('It is on your list again.'), `/today/waiting/${id}/done`);
  },
});
