import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { boardPage } from './board.page.ts';
import { bulletinPage } from './bulletin.page.ts';
import { changeNotice } from './change-notice.action.ts';
import { changeNoticePage } from './change-notice.page.ts';
import { earlierPage } from './earlier.page.ts';
import { endNotice, restoreNotice } from './end-notice.action.ts';
import { historyPage } from './history.page.ts';
import { missedPage } from './missed.page.ts';
import { boardHandlers, mustReadJob } from './must-read.handlers.ts';
import { boardNotices, boardNoticesInFull } from './must-read.notices.ts';
import { newNoticePage } from './new-notice.page.ts';
import { postedNoticePolicy } from './notice-board.policy.ts';
import { takeAwayNotices } from './notice-board.take-away.ts';
import { noticePage } from './notice.page.ts';
import { presentNotice } from './present-notice.ts';
import { putAway, putBack } from './put-away.action.ts';
import { putUp } from './put-up.action.ts';
import { readersPage } from './readers.page.ts';
import { sayRead } from './say-read.action.ts';

export { boardOnToday } from './board.queries.ts';
export { noticesOnToday } from './on-today.view.ts';
export type { BoardNotice } from './posted-notice.ts';

/**
 * What is said at the school: notices for staff, pupils and families until a day, some to be read, the bulletin that
 * tutors read out, what one missed, and everything earlier. (What waits for somebody on Today is the table `notice`;
 * what a school puts up is `posted_notice`.)
 */
export const noticeBoard: Feature = {
  name: 'notice-board',
  place: 'today',
  drafts: { 'posted-notice': () => t('A notice') },
  policies: [postedNoticePolicy],
  routes: [
    boardPage,
    newNoticePage,
    putUp,
    earlierPage,
    missedPage,
    bulletinPage,
    noticePage,
    changeNoticePage,
    changeNotice,
    endNotice,
    restoreNotice,
    sayRead,
    readersPage,
    historyPage,
    putAway,
    putBack,
  ],
  handlers: boardHandlers,
  notices: boardNotices,
  noticesInFull: boardNoticesInFull,
  recurring: [mustReadJob],
  present: { 'posted-notice': presentNotice },
  takeAway: takeAwayNotices,
};
