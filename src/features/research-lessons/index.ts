import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { compare } from './compare.action.ts';
import { lessonHeld, lessonNotHeld } from './held.action.ts';
import { lessonPage } from './lesson.page.ts';
import { note } from './note.action.ts';
import { notesPage } from './notes.page.ts';
import { planLesson } from './plan-lesson.action.ts';
import { planPage } from './plan.page.ts';
import { predict } from './predict.action.ts';
import { presentLesson } from './present-lesson.ts';
import { researchLessonPolicy } from './research-lesson.policy.ts';
import { takeAwayLessons } from './research-lessons.take-away.ts';
import { bringBackNote, withdrawNote } from './withdraw-note.action.ts';

export { notesBehindTheTalk } from './behind-the-talk.ts';
export { researchLessonPolicy } from './research-lesson.policy.ts';

/** Research lessons of lesson study: what a group predicts of chosen pupils, and what several observers see. */
export const researchLessons: Feature = {
  name: 'research-lessons',
  drafts: {
    'research-lesson': () => t('A research lesson'),
  },
  place: 'learning',
  policies: [researchLessonPolicy],
  routes: [
    lessonPage,
    planPage,
    planLesson,
    predict,
    compare,
    lessonHeld,
    lessonNotHeld,
    notesPage,
    note,
    withdrawNote,
    bringBackNote,
  ],
  present: { 'research-lesson': presentLesson },
  takeAway: takeAwayLessons,
};
