import { page } from '#platform/http/route.ts';
import { noticeHref } from './addresses.ts';
import { noticeAudience } from './audience-words.ts';
import { noticeTrail } from './new-notice.page.ts';
import { postedNoticePolicy } from './notice-board.policy.ts';
import { noticeView } from './notice.view.ts';
import { openNotice } from './open-notice.ts';

/** One notice, for those for whom it was put up, its author and the head. */
export const noticePage = page('/notices/:notice', {
  purpose: 'administration',
  access: postedNoticePolicy,
  load: openNotice,
  view: (opened, visit) => ({
    title: opened.notice.title,
    audience: noticeAudience(
      opened.audience,
      opened.unitNames,
      opened.keeps ? noticeHref(opened.notice.id, 'change') : undefined,
    ),
    trail: noticeTrail(),
    body: noticeView(opened, visit),
  }),
});
