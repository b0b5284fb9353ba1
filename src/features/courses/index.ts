import {
  dealGroups,
  endGroup,
  makeGroup,
  renameGroup,
  restoreGroup,
  saveGroupMembers,
} from './groups/keep-groups.actions.ts';
import { headPage } from './head/head.page.ts';
import { saveCourseHead } from './head/save-head.action.ts';
import { putBackActivity } from './activities/put-back.action.ts';
import { activityVersionsPage } from './activities/versions.page.ts';
import { beginReady } from './ready/begin-ready.action.ts';
import { readyPage } from './ready/ready.page.ts';
import { groupsPage } from './groups/groups.page.ts';
import { activityFileBytes } from './activities/activity-file.bytes.ts';
import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { activityPage } from './activities/activity.page.ts';
import { addActivity } from './activities/add-activity.action.ts';
import { changeActivity } from './activities/change-activity.action.ts';
import { changeActivityPage } from './activities/change-activity.page.ts';
import {
  endActivity,
  moveActivityDown,
  moveActivityUp,
  restoreActivity,
} from './activities/keep-activity.actions.ts';
import { newActivityPage } from './activities/new-activity.page.ts';
import { bringIn } from './bring-in/bring-in.action.ts';
import { bringInPage } from './bring-in/bring-in.page.ts';
import { broughtPage } from './bring-in/brought.page.ts';
import { changeCourse } from './course/change-course.action.ts';
import { changeCoursePage } from './course/change-course.page.ts';
import { copyCourse } from './course/copy-course.action.ts';
import { copyCoursePage } from './course/copy-course.page.ts';
import { coursePage } from './course/course.page.ts';
import {
  closeCourse,
  endCourse,
  makeTemplate,
  publishCourse,
  reopenCourse,
  restoreCourse,
  unmakeTemplate,
} from './course/keep-course.actions.ts';
import { newCoursePage } from './course/new-course.page.ts';
import { writeCourse } from './course/write-course.action.ts';
import { coursePolicy } from './course.policy.ts';
import { coursesPage } from './courses.page.ts';
import { presentCourse, takeAwayCourses } from './courses.take-away.ts';
import { cartridgeBytes, copyBytes } from './export/course.bytes.ts';
import { addCourseFiles } from './files/add-files.action.ts';
import { courseFilesPage } from './files/files.page.ts';
import { endPost, restorePost, say } from './discussion/post.actions.ts';
import { peoplePage } from './learners/people.page.ts';
import { saveCoursePeople } from './learners/save-people.action.ts';
import { progressPage } from './progress/progress.page.ts';
import { sayProgress } from './progress/save-progress.action.ts';
import {
  addSection,
  changeSection,
  endSection,
  moveSectionDown,
  moveSectionUp,
  restoreSection,
} from './sections/section.actions.ts';
import { newSectionPage, sectionPage } from './sections/section.page.ts';
import { answerSurvey } from './survey/answer-survey.action.ts';
import { answersSheet } from './survey/answers.sheet.ts';

export { coursesOnToday } from './due/due.queries.ts';
export { coursesTodayView } from './due/due-on-today.view.ts';

/** Courses: modules for staff and what classes learn by, which are one thing. */
export const courses: Feature = {
  name: 'courses',
  place: 'teaching',
  drafts: { course: () => t('A course') },
  policies: [coursePolicy],
  routes: [
    coursesPage,
    newCoursePage,
    writeCourse,
    bringInPage,
    bringIn,
    broughtPage,
    coursePage,
    changeCoursePage,
    changeCourse,
    publishCourse,
    closeCourse,
    reopenCourse,
    makeTemplate,
    unmakeTemplate,
    endCourse,
    restoreCourse,
    copyCoursePage,
    copyCourse,
    peoplePage,
    saveCoursePeople,
    courseFilesPage,
    addCourseFiles,
    cartridgeBytes,
    copyBytes,
    progressPage,
    newSectionPage,
    addSection,
    sectionPage,
    changeSection,
    moveSectionUp,
    moveSectionDown,
    endSection,
    restoreSection,
    newActivityPage,
    addActivity,
    activityPage,
    activityFileBytes,
    headPage,
    saveCourseHead,
    activityVersionsPage,
    putBackActivity,
    readyPage,
    beginReady,
    groupsPage,
    makeGroup,
    renameGroup,
    endGroup,
    restoreGroup,
    saveGroupMembers,
    dealGroups,
    changeActivityPage,
    changeActivity,
    moveActivityUp,
    moveActivityDown,
    endActivity,
    restoreActivity,
    sayProgress,
    say,
    endPost,
    restorePost,
    answerSurvey,
    answersSheet,
  ],
  present: { course: presentCourse },
  takeAway: takeAwayCourses,
};
