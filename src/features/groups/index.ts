import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { beginCycle } from './begin-cycle.action.ts';
import { closeGroup, reopenGroup } from './close-group.action.ts';
import { cycleReportPage } from './cycle-report.page.ts';
import { cycleReportPolicy } from './cycle-report.policy.ts';
import { cyclesPage } from './cycles.page.ts';
import { groupHomePage } from './group-home.page.ts';
import { guestsJob } from './people/guest.job.ts';
import { hoursPage } from './hours.page.ts';
import { listGroupsPage } from './list-groups.page.ts';
import { moveUp } from './move-up.action.ts';
import { newGroupPage } from './new-group.page.ts';
import { peopleHandlers } from './people/people.handlers.ts';
import { peopleNoticesJob } from './people/people.job.ts';
import { peopleNotices, peopleNoticesInFull } from './people/people.notices.ts';
import { placePolicy } from './people/people-place.policy.ts';
import { peopleRoutes } from './people/people-routes.ts';
import { takeAwayPeople } from './people/people.take-away.ts';
import { releaseReport, takeBackReport } from './release-report.action.ts';
import { saveQuestion } from './save-question.action.ts';
import { saveReportPart } from './save-report-part.action.ts';
import { saveSettings } from './save-settings.action.ts';
import { setTheme } from './set-theme.action.ts';
import { settingsPage } from './settings.page.ts';
import { startGroupAction } from './start-group.action.ts';
import { stepDone, stepNotDone } from './step-done.action.ts';
import { groupHandlers } from './tell-group.handlers.ts';
import { undoCycle } from './undo-cycle.action.ts';
import { yearlyThemePage } from './yearly-theme.page.ts';

export { myGroups } from './my-groups.section.ts';
export { teachingInSql } from './people/match.queries.ts';
export { reasonFor, type Teaching, teachingWords } from './people/match-words.ts';

/** Groups that members of staff start for themselves: coming together, cycles, what came of them. */
export const groups: Feature = {
  name: 'groups',
  place: 'learning',
  drafts: {
    'group-new': () => t('A new group'),
    'cycle-question': () => t('The question of a cycle'),
    'cycle-next': () => t('A next cycle'),
    'cycle-report': () => t('A part of a report'),
    'yearly-theme': () => t('A theme of the year'),
  },
  routes: [
    listGroupsPage,
    newGroupPage,
    startGroupAction,
    hoursPage,
    yearlyThemePage,
    setTheme,
    groupHomePage,
    stepDone,
    stepNotDone,
    settingsPage,
    saveSettings,
    closeGroup,
    reopenGroup,
    cyclesPage,
    beginCycle,
    undoCycle,
    saveQuestion,
    moveUp,
    cycleReportPage,
    saveReportPart,
    releaseReport,
    takeBackReport,
    ...peopleRoutes,
  ],
  noticesInFull: peopleNoticesInFull,
  policies: [cycleReportPolicy, placePolicy],
  handlers: [...groupHandlers, ...peopleHandlers],
  recurring: [guestsJob, peopleNoticesJob],
  takeAway: takeAwayPeople,
  notices: {
    ...peopleNotices,
    'cycle-report.released': () => t('A report of your group was given to the school'),
    'cycle-report.taken-back': () => t('A report of your group was taken back from the school'),
  },
};
