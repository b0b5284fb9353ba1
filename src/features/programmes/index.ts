import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { aboutPage } from './about.page.ts';
import { addCostAction } from './add-cost.action.ts';
import { addRiskAction } from './add-risk.action.ts';
import { addStepAction } from './add-step.action.ts';
import { changeStepAction } from './change-step.action.ts';
import { checkPage } from './check.page.ts';
import { closeAction, reopenAction } from './close.action.ts';
import { copyAction } from './copy.action.ts';
import { copyPage } from './copy.page.ts';
import { createProgrammeAction } from './create-programme.action.ts';
import { designPage } from './design.page.ts';
import { endPlanLineActions } from './end-plan-line.action.ts';
import { removeStepAction, restoreStepAction } from './end-step.action.ts';
import { enrolAction } from './enrol.action.ts';
import { enrolUnitAction } from './enrol-unit.action.ts';
import { leaveAction, returnAction } from './leave.action.ts';
import { listProgrammesPage } from './list-programmes.page.ts';
import { newProgrammePage } from './new-programme.page.ts';
import { movedStep } from './moved-step.ts';
import { newStepPage } from './new-step.page.ts';
import { peoplePage } from './people.page.ts';
import { programmeCalendar } from './programme-calendar.ts';
import { programmePage } from './programme.page.ts';
import { groupPolicy, programmePolicy } from './programme.policy.ts';
import { putAwayHandlers } from './put-away.handlers.ts';
import { publishAction, withdrawAction } from './publish.action.ts';
import { publishPage } from './publish.page.ts';
import { questionsPage } from './questions.page.ts';
import { saveAboutAction } from './save-about.action.ts';
import { saveAnswersAction } from './save-answers.action.ts';
import { stepDesignPage } from './step-design.page.ts';
import { programmeHandlers } from './tell-people.handlers.ts';
import { undoStepAction } from './undo-step.action.ts';
import { welcomeJob } from './welcome.job.ts';
import { moveBackAction, moveStepAction } from './when.action.ts';
import { whenPage } from './when.page.ts';

export { braidPoints, programmeBraid } from './braid-points.ts';
export { asNewStep, insertProgramme, insertSteps, type Making } from './insert-programme.ts';
export { layOut, layOutAgain } from './lay-out.ts';
export { dayWords } from './status.ts';
export { selectLastNumber } from './last-number.ts';
export { lockProgramme } from './lock-programme.ts';
export {
  carryOn,
  endUntouchedDrafts,
  firstDayAgain,
  type RanThisYear,
  selectRanThisYear,
} from './carry-on.ts';
export { dutiesAreKnownBy } from './duties-known.ts';
export { engagedSelect } from './engagements.ts';
export { fitToSteps } from './step-changes.ts';
export { setProgramme } from './set-programme.ts';
export { whyNotFrom } from './first-day.ts';
export { templateOf } from './template-of.ts';
export {
  afterSchool,
  type Attendee,
  availability,
  type Availability,
  clockAfter,
  type Closure,
  type Engagement,
  isOpen,
} from './when.slots.ts';
export { workloadOf } from './workload.ts';
export { groupHref, homeHref, programmeHref, stepDesignHref, stepHref } from './addresses.ts';
export { programmeLists, openFoundProgramme } from './open-programme.ts';
export { isRunning, mustRun } from './must-run.ts';
export { myProgrammes } from './my-programmes.section.ts';
export { openProgramme, selectStep, type OpenedProgramme } from './open-programme.ts';
export { lockStep, openRunning } from './open-running.ts';
export { type Part, type PersonInProgramme } from './people.queries.ts';
export {
  groupPolicy,
  programmePolicy,
  type ProgrammeAbility,
  publishedTo,
  seesProgramme,
  type Sort,
} from './programme.policy.ts';
export { selectProgramme, type Programme, type Step } from './programme.queries.ts';
export { partWords } from './words.ts';
export { programmeTabs, tabbed, trailOf as programmeTrail } from './programme-tabs.view.ts';

/** Programmes of professional learning: designing them, their people, their outline. */
export const programmes: Feature = {
  name: 'programmes',
  drafts: {
    programme: () => t('A programme'),
    'programme-new': () => t('A new programme'),
    'programme-answers': () => t('Answers in a programme’s design'),
    'programme-step': () => t('A step of a programme'),
  },
  place: 'learning',
  routes: [
    listProgrammesPage,
    newProgrammePage,
    createProgrammeAction,
    programmePage,
    designPage,
    aboutPage,
    saveAboutAction,
    newStepPage,
    addStepAction,
    stepDesignPage,
    changeStepAction,
    undoStepAction,
    removeStepAction,
    restoreStepAction,
    whenPage,
    moveStepAction,
    moveBackAction,
    questionsPage,
    saveAnswersAction,
    addCostAction,
    addRiskAction,
    ...endPlanLineActions,
    checkPage,
    peoplePage,
    enrolAction,
    enrolUnitAction,
    leaveAction,
    returnAction,
    publishPage,
    publishAction,
    withdrawAction,
    closeAction,
    reopenAction,
    copyPage,
    copyAction,
  ],
  policies: [programmePolicy, groupPolicy],
  handlers: [...programmeHandlers, ...putAwayHandlers],
  notices: {
    'person.enrolled': () => t('You are in this programme'),
    'step.moved': () => t('A step that you take part in has another day, time or place'),
  },
  noticesInFull: { 'step.moved': movedStep },
  calendar: programmeCalendar,
  recurring: [welcomeJob],
};
