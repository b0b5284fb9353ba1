import type { Feature } from '#platform/http/feature.ts';
import { t } from '#platform/i18n/i18n.ts';
import { addDate } from './add-date.action.ts';
import { changeDate } from './change-date.action.ts';
import { datePage } from './date.page.ts';
import { datesPage } from './dates.page.ts';
import { endDate, restoreDate } from './end-date.action.ts';
import { leaveIt, takeUp, tryAgain, tryAllAgain } from './parked.action.ts';
import { parkedJob, parkedNotice } from './parked.job.ts';
import { parkedPage } from './parked.page.ts';
import { saveSettings } from './save-settings.action.ts';
import { schoolPage } from './school.page.ts';
import { settingsPage } from './settings.page.ts';

export { type SchoolDate, selectDates } from './dates.queries.ts';
export { selectHasOrganisation } from './has-organisation.ts';
export {
  type ClosureKind,
  closureKinds,
  insertClosures,
  insertTerms,
  type NamedDays,
  type TermKind,
  termKinds,
} from './insert-dates.ts';
export {
  insertOrganisation,
  type NewOrganisation,
  type OrganisationKind,
  organisationKinds,
} from './insert-organisation.ts';
export {
  currencyOptions,
  guessedTimeZone,
  isCurrency,
  isLanguage,
  isTimeZone,
  kindWords,
  timeZones,
} from './place-and-tongue.ts';
export { dateKeepers } from './organisation.roles.ts';
export { teachesByList, type TeachesBy } from './teaches-by.ts';
export { type SuggestedYear, suggestedYear } from './suggested-year.ts';

/** The place "School": how it stands, its dates, its settings, what did not get through. */
export const organisation: Feature = {
  name: 'organisation',
  routes: [
    schoolPage,
    settingsPage,
    saveSettings,
    datesPage,
    addDate,
    datePage,
    changeDate,
    endDate,
    restoreDate,
    parkedPage,
    tryAgain,
    tryAllAgain,
    leaveIt,
    takeUp,
  ],
  notices: { [parkedNotice]: () => t('Messages did not get through: decide what becomes of them') },
  recurring: [parkedJob],
};
