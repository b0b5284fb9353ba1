import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { addTryOutFiles } from './add-files.action.ts';
import { addComment, endComment, restoreComment } from './comment.action.ts';
import { editTryOutPage } from './edit-try-out.page.ts';
import { endTryOut, restoreTryOut } from './end-try-out.action.ts';
import { shareHandlers } from './find-shared.handlers.ts';
import { tryOutHistoryPage } from './history.page.ts';
import { logTryOut } from './log-try-out.action.ts';
import { myTryOutsPage } from './my-try-outs.page.ts';
import { newTryOutPage } from './new-try-out.page.ts';
import { noticeKinds } from './notices.ts';
import { remindOfRevisit } from './revisit-due.handler.ts';
import { beginRevisits, lookAgain, stopRevisits } from './revisit.action.ts';
import { saveTryOut } from './save-try-out.action.ts';
import { shareTryOut } from './share.action.ts';
import { sharePage } from './share.page.ts';
import { sharedTryOutsPage } from './shared-try-outs.page.ts';
import { tellOfComment } from './tell-of-comment.handler.ts';
import { tryOutPage } from './try-out.page.ts';
import { tryOutPolicy } from './try-out.policy.ts';
import { takeAwayTryOuts } from './try-outs.take-away.ts';
import { ownTryOuts } from './own-try-outs.ts';
import { presentTryOut } from './present-try-out.ts';

export { titleOf as tryOutTitle, tryOutHref } from './addresses.ts';
export { readersToChoose, selectSurroundings } from './sharing.queries.ts';
export { sharedTryOuts, type SharedTryOut } from './shared-try-outs.ts';
export { tryOutPolicy } from './try-out.policy.ts';
export { tryOutsSection } from './try-outs.section.ts';
export { type How, hows, howWords, intervals, lookDay, nextLook } from './widening.ts';

/** What teachers try in class and how pupils respond: one's own, shared with whom one chooses. */
export const tryOuts: Feature = {
  name: 'try-outs',
  drafts: {
    'try-out': () => t('A try-out'),
  },
  place: 'learning',
  policies: [tryOutPolicy],
  routes: [
    myTryOutsPage,
    newTryOutPage,
    logTryOut,
    sharedTryOutsPage,
    tryOutPage,
    editTryOutPage,
    saveTryOut,
    tryOutHistoryPage,
    sharePage,
    shareTryOut,
    addComment,
    endComment,
    restoreComment,
    addTryOutFiles,
    beginRevisits,
    lookAgain,
    stopRevisits,
    endTryOut,
    restoreTryOut,
  ],
  handlers: [...shareHandlers, tellOfComment, remindOfRevisit],
  notices: {
    [noticeKinds.shared]: () => t('Read what a colleague tried and shared with you'),
    [noticeKinds.comment]: () => t('Read what was asked about a try-out'),
    [noticeKinds.revisit]: () => t('Look again at something you tried: does it go by itself yet?'),
  },
  own: { 'try-out': ownTryOuts },
  present: { 'try-out': presentTryOut },
  takeAway: takeAwayTryOuts,
};
