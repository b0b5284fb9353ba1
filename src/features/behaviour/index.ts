import type { Feature } from '#platform/http/feature.ts';
import { aboutPage } from './about/about.page.ts';
import { endReply, reply, restoreReply } from './about/reply.action.ts';
import { behaviourHandlers, behaviourJob } from './behaviour.handlers.ts';
import { takeAwayBehaviour } from './behaviour.take-away.ts';
import {
  changeFollowUp,
  notNeeded,
  restoreFollowUp,
  sayOutcome,
  undoFollowUp,
} from './follow-ups/change-follow-up.action.ts';
import { followUpPage } from './follow-ups/follow-up.page.ts';
import { followUpsPage } from './follow-ups/follow-ups.page.ts';
import { planFollowUp } from './follow-ups/plan.action.ts';
import { planPage } from './follow-ups/plan.page.ts';
import { homePage } from './home/home.page.ts';
import { behaviourNoticesInFull } from './in-full.ts';
import { behaviourNotices } from './notices.ts';
import { changeEvent } from './noting/change-event.action.ts';
import { changeEventPage } from './noting/change-event.page.ts';
import { endEvent, keepEvent, restoreEvent, showEvent, undoEvent } from './noting/decide-event.action.ts';
import { eventPage } from './noting/event.page.ts';
import { noteClass, notePupil } from './noting/note.action.ts';
import { noteClassPage, notePupilPage } from './noting/note.page.ts';
import { redoNoted, undoNoted } from './noting/undo-noted.action.ts';
import { patternsPage } from './patterns/patterns.page.ts';
import { addHelpNote, changeHelpNote, endHelpNote, restoreHelpNote } from './record/help-note.action.ts';
import { pupilPage } from './record/pupil.page.ts';
import { recordPage } from './record/record.page.ts';
import { certificatePage } from './rewards/certificate.page.ts';
import { giveReward, restoreGiven, takeBackReward } from './rewards/give.action.ts';
import { rewardsPage } from './rewards/rewards.page.ts';
import { behaviourSettingsPage } from './settings/behaviour-settings.page.ts';
import { categoryPage } from './settings/category.page.ts';
import {
  addCategory,
  beginCategories,
  changeCategory,
  endCategory,
  restoreCategory,
} from './settings/change-categories.action.ts';
import { addReward, changeReward, endReward, restoreReward } from './settings/change-rewards.action.ts';
import { rewardPage } from './settings/reward.page.ts';
import { savePromise } from './settings/save-promise.action.ts';

export { type BehaviourOfChild, behaviourOfChild, behaviourPartOfChild } from './home/of-child.ts';
export { type BehaviourToday, behaviourOnToday, behaviourPartOfToday } from './home/on-today.ts';

/**
 * What went well and what went wrong with pupils, in the school's own categories: noted in seconds, what went well first
 * everywhere; rewards, what follows, patterns, and what helps. Nothing of it says anything about staff.
 */
export const behaviour: Feature = {
  name: 'behaviour',
  place: 'teaching',
  routes: [
    homePage,
    noteClassPage,
    noteClass,
    undoNoted,
    redoNoted,
    eventPage,
    changeEventPage,
    changeEvent,
    endEvent,
    restoreEvent,
    showEvent,
    keepEvent,
    undoEvent,
    pupilPage,
    notePupilPage,
    notePupil,
    recordPage,
    addHelpNote,
    changeHelpNote,
    endHelpNote,
    restoreHelpNote,
    planPage,
    planFollowUp,
    rewardsPage,
    giveReward,
    certificatePage,
    takeBackReward,
    restoreGiven,
    followUpsPage,
    followUpPage,
    changeFollowUp,
    sayOutcome,
    notNeeded,
    restoreFollowUp,
    undoFollowUp,
    patternsPage,
    aboutPage,
    reply,
    endReply,
    restoreReply,
    behaviourSettingsPage,
    beginCategories,
    addCategory,
    categoryPage,
    changeCategory,
    endCategory,
    restoreCategory,
    addReward,
    rewardPage,
    changeReward,
    endReward,
    restoreReward,
    savePromise,
  ],
  handlers: behaviourHandlers,
  notices: behaviourNotices,
  noticesInFull: behaviourNoticesInFull,
  recurring: [behaviourJob],
  takeAway: takeAwayBehaviour,
};
