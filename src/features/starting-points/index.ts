import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { followSharing } from './find-shared.handler.ts';
import { historyPage } from './history.page.ts';
import { beginInterviewNotes, replyToNotes, saveInterviewNotes } from './interview.action.ts';
import { editInterviewNotesPage, interviewPage } from './interview.page.ts';
import { interviewNotesPage } from './interview-notes.page.ts';
import { copyStartingPoints, endStartingPoints, restoreStartingPoints } from './keep-or-end.action.ts';
import { myStartingPointsPage } from './my-starting-points.page.ts';
import { addStartingPoints, saveStartingPoints } from './save-starting-points.action.ts';
import { shareStartingPoints, unshareStartingPoints } from './share.action.ts';
import { sharePage } from './share.page.ts';
import { sharedWithMePage } from './shared-with-me.page.ts';
import { startingPointsPage } from './starting-points.page.ts';
import { interviewNotesPolicy, startingPointsPolicy } from './starting-points.policy.ts';
import { sharedNotice } from './starting-points.queries.ts';
import { takeAwayStartingPoints } from './starting-points.take-away.ts';
import { notesHandlers, notesNotice, replyNotice } from './tell-of-notes.handler.ts';
import { editStartingPointsPage, newStartingPointsPage } from './write-starting-points.page.ts';
import { ownStartingPoints } from './own-starting-points.ts';
import { presentInterviewNotes, presentStartingPoints } from './present-starting-points.ts';

export { selectOwnWords } from './own-words.queries.ts';
export { startingPointsSection } from './starting-points.section.ts';
export { startingPointsPolicy } from './starting-points.policy.ts';

/** Where each teacher starts from, kept by themselves and shared by their own act; and talks about it. */
export const startingPoints: Feature = {
  name: 'starting-points',
  drafts: {
    'starting-points': () => t('Starting points'),
    interview: () => t('A talk about starting points'),
    'interview-notes': () => t('Notes of a talk about starting points'),
    'interview-reply': () => t('A reply to notes of a talk'),
  },
  place: 'learning',
  policies: [startingPointsPolicy, interviewNotesPolicy],
  routes: [
    myStartingPointsPage,
    newStartingPointsPage,
    addStartingPoints,
    sharedWithMePage,
    startingPointsPage,
    editStartingPointsPage,
    saveStartingPoints,
    sharePage,
    shareStartingPoints,
    unshareStartingPoints,
    copyStartingPoints,
    endStartingPoints,
    restoreStartingPoints,
    historyPage,
    interviewPage,
    beginInterviewNotes,
    interviewNotesPage,
    editInterviewNotesPage,
    saveInterviewNotes,
    replyToNotes,
  ],
  handlers: [followSharing, ...notesHandlers],
  notices: {
    [sharedNotice]: () => t('Starting points were shared with you'),
    [notesNotice]: () => t('Notes of a talk are there for you to read'),
    [replyNotice]: () => t('A teacher replied to your notes'),
  },
  own: { 'starting-points': ownStartingPoints },
  present: { 'starting-points': presentStartingPoints, 'interview-notes': presentInterviewNotes },
  takeAway: takeAwayStartingPoints,
};
