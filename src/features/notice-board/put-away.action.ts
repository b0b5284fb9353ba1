import { z } from 'zod';
import type { Change } from '#platform/http/context.ts';
import { action, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { noticeHref } from './addresses.ts';
import { postedNoticePolicy } from './notice-board.policy.ts';
import { openNotice } from './open-notice.ts';

const common = { purpose: 'administration', access: postedNoticePolicy, input: z.object({}) } as const;

/** One does not wish to see a notice on Today any more. It stays on the board; what waits for one still waits. */
export const putAway = action('/notices/:notice/put-away', {
  ...common,
  run: (change) => setAside(change, change.now),
});

export const putBack = action('/notices/:notice/put-back', {
  ...common,
  run: (change) => setAside(change, null),
});

async function setAside(change: Change, at: Date | null): Promise<See> {
  const { notice } = await openNotice(change);
  const { tx, organisationId, who } = change;
  const row = { owner_id: who.personId, organisation_id: organisationId, notice_id: notice.id };
  if (at)
    await tx
      .insertInto('notice_board_aside')
      .values({ ...row, put_at: at })
      .onConflict((conflict) => conflict.columns(['owner_id', 'organisation_id', 'notice_id']).doNothing())
      .execute();
  else
    await tx
      .deleteFrom('notice_board_aside')
      .where('owner_id', '=', row.owner_id)
      .where('organisation_id', '=', row.organisation_id)
      .where('notice_id', '=', row.notice_id)
      .execute();
  // It is one's own business, and is written down where one's own things are.
  await change.record({
    ownerId: who.personId,
    kind: at ? 'posted-notice.put-away' : 'posted-notice.put-back',
    body: { noticeId: notice.id },
  });
  return at
    ? see('/today', t('It is off Today. You still find it on the board.'), noticeHref(notice.id, 'put-back'))
    : see('/today', t('It stands on Today again.'), noticeHref(notice.id, 'put-away'));
}
