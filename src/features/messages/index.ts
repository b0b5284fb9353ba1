import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { answerReport } from './answer-report.action.ts';
import { begin, beginAbout } from './begin.action.ts';
import { newClassPage } from './class-space.page.ts';
import { endTalk, restoreTalk } from './end-talk.action.ts';
import { escalateReports } from './escalate.job.ts';
import { listPage } from './list.page.ts';
import { look } from './look.action.ts';
import { lookPage } from './look.page.ts';
import { messageHandlers } from './messages.handlers.ts';
import { messageNotices, messageNoticesInFull } from './messages.notices.ts';
import { reportPolicy, talkPolicy } from './messages.policy.ts';
import { takeAwayMessages } from './messages.take-away.ts';
import { newPage } from './new.page.ts';
import { openClassSpace, openStaffTalk } from './open-space.action.ts';
import { changeMessage, changeMessagePage, takeBack, undoMessage } from './own-message.action.ts';
import { comeBack, leave, mute, unmute } from './own-talk.action.ts';
import { presentReport, presentTalk } from './present-messages.ts';
import { report } from './report.action.ts';
import { reportPage } from './report.page.ts';
import { oneReportPage, ownReportsPage } from './reports.page.ts';
import { saveSettings } from './save-settings.action.ts';
import { send } from './send.action.ts';
import { settingsPage } from './settings.page.ts';
import { newStaffPage } from './staff-talk.page.ts';
import { threadPage } from './thread.page.ts';
import { toAboutPage, toPage } from './to.page.ts';
import { watchPage } from './watch.page.ts';

export { messagesOnToday } from './list.queries.ts';
export { messagesToday } from './on-today.view.ts';

/**
 * Messages of the school day between people who have to do with each other: a pupil or a carer and those who teach the
 * child, a class, staff. Where pupils take part named adults watch, words that the school chose are found, and
 * everybody can report a message. (What people write while they learn together has its own rooms.)
 */
export const messages: Feature = {
  name: 'messages',
  place: 'today',
  drafts: {
    message: () => t('A message'),
    'message-to': () => t('A first message'),
    'message-space': () => t('A message to a group'),
  },
  policies: [talkPolicy, reportPolicy],
  routes: [
    listPage,
    newPage,
    newClassPage,
    openClassSpace,
    newStaffPage,
    openStaffTalk,
    toPage,
    begin,
    toAboutPage,
    beginAbout,
    watchPage,
    settingsPage,
    saveSettings,
    ownReportsPage,
    oneReportPage,
    answerReport,
    threadPage,
    send,
    changeMessagePage,
    changeMessage,
    undoMessage,
    takeBack,
    reportPage,
    report,
    lookPage,
    look,
    mute,
    unmute,
    leave,
    comeBack,
    endTalk,
    restoreTalk,
  ],
  handlers: messageHandlers,
  notices: messageNotices,
  noticesInFull: messageNoticesInFull,
  recurring: [escalateReports],
  present: { talk: presentTalk, 'message-report': presentReport },
  takeAway: takeAwayMessages,
};
