import { z } from 'zod';
import { endItem } from '#platform/access/items.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { noticeHref } from './addresses.ts';
import { postedNoticePolicy } from './notice-board.policy.ts';
import { openOwnNotice } from './open-notice.ts';

const common = { purpose: 'administration', access: postedNoticePolicy, input: z.object({}) } as const;

/** Takes a notice down: nobody but its author and the head can open it any more. */
export const endNotice = action('/notices/:notice/end', {
  ...common,
  run: (change) => setEnded(change, change.now),
});

/** It stands again as it did, for as long as it would have. */
export const restoreNotice = action('/notices/:notice/restore', {
  ...common,
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, endedAt: Date | null): Promise<See> {
  const { notice, item } = await openOwnNotice(change);
  await endItem(change.tx, item, endedAt);
  await change.record({
    kind: endedAt ? 'posted-notice.taken-down' : 'posted-notice.restored',
    itemId: notice.id,
    body: {},
    tell: true,
  });
  return endedAt
    ? see(noticeHref(notice.id), t('The notice is taken down.'), noticeHref(notice.id, 'restore'))
    : see(noticeHref(notice.id), t('The notice is up again.'), noticeHref(notice.id, 'end'));
}
